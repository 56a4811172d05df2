// Limits of the wire; every one is told to the sender by a refusal when it is met.

/** A transport message above this closes the connection (websocket close 1009). */
export const maxMessageBytes = 64 * 1024;
/** A command above this is refused `tooLarge`; the longest real one is below 600 bytes. */
export const maxCommandBytes = 4 * 1024;
/** Messages one connection may send a second, averaged; a clerk sends fewer than one. */
export const messagesPerSecond = 200;
/** Messages it may send at once before the average counts; holds a test of 1,000 equal ids. */
export const messageBurst = 1_200;
/** A connection that goes on after so many `tooFast` refusals is cut. */
export const refusedTooFastBeforeCut = 2_000;
/** Events a screen may be behind and still catch up by sequence; further back it gets a snapshot. */
export const resumableEvents = 4_096;
/** Time between two pulses of the server. */
export const pulseEveryMs = 1_000;
/** Silence after which a screen says that it is out of touch (D2 allows 5 s in all). */
export const silentAfterMs = 3_500;
/** A command without an answer is sent again after this. */
export const answerWithinMs = 3_000;
