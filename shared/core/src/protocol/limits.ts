// Limits of the wire; every one is told to the sender by a refusal when it is met.

/** A transport message above this closes the connection (websocket close 1009). */
export const maxMessageBytes = 64 * 1024;
/** A command above this is refused `tooLarge`; the longest real one, a note of 500 signs, is below 2 KB. */
export const maxCommandBytes = 4 * 1024;
/** A query above this is refused `tooLarge`; two hundred ids of visitors are 7 KB. */
export const maxQueryBytes = 16 * 1024;
/** Queries one connection may ask a second, averaged, and at once: the longest (a part of a name) holds the hall up for 30 ms. */
export const queriesPerSecond = 5;
export const queryBurst = 40;
/** Packets of the transport one connection may send a second, averaged, and at once; messages are among them. Above it the connection is cut. */
export const packetsPerSecond = 400;
export const packetBurst = 5_000;
/** Bytes that wait for a connection that does not read; above it the connection is cut. */
export const backlogBytes = 4 * 1024 * 1024;
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
/** A query without an answer is given up after this; whoever asked sees that the hall is away. */
export const queryAnswerWithinMs = 5_000;
