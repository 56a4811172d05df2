// The port between a screen and the server: what any transport must do. Socket.IO is one (socketWire.ts),
// the simulator's fake network another. A wire may lose, delay and cut; it never changes a message.
import type { Answer, Batch, CommandMessage, Errand, Forecast, Hello, Presence, Pulse, QueryAnswer, Refused, Welcome } from '@hall/core/protocol/messages';
import type { QueryMessage } from '@hall/core/protocol/queries';
import type { Refusal } from '@hall/core/domain/refusals';

export interface WireEvents {
  welcome(welcome: Welcome): void;
  events(batch: Batch): void;
  pulse(pulse: Pulse): void;
  forecast(forecast: Forecast): void;
  errand(errand: Errand): void;
  refused(refused: Refused): void;
  answer(answer: Answer): void;
  /** The connection is gone; the wire tries again by itself. */
  closed(): void;
  /** The server does not let this screen in. */
  rejected(refusal: Refusal): void;
}

export interface Wire {
  /** Opens the connection; `hello` is asked anew for every attempt. */
  open(hello: () => Hello, events: WireEvents): void;
  /** Sends when connected; otherwise drops it (the outbox sends it again). */
  command(message: CommandMessage): void;
  /** Sends when connected, else drops it; whoever asks must be ready to hear nothing. */
  ask(message: QueryMessage, answer: (answer: QueryAnswer) => void): void;
  presence(presence: Presence): void;
  /** Drops the connection and opens it anew, to catch up. */
  reopen(): void;
  close(): void;
}
