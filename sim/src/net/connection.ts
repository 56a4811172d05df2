// One connection between a screen and the server: ordered both ways like a websocket, each direction with its own
// delays. It can be cut (what is on its way is lost) or fall silent (nobody is told). In hostile weather single
// messages are lost, doubled or overtaken as well.
import type { Random } from '@hall/core/base/random';
import type { Acknowledge } from '@hall/server/sockets/session';
import type { VirtualClock } from '../virtualClock.ts';
import { delayOf, type Weather } from './weather.ts';

/** Both ends notice a silent line after this (the transport's own pings: interval and timeout). */
export const silentLineMs = 5_000;

/** One direction: what goes in comes out later, in order, if it comes. */
export interface Pipe {
  readonly muted: boolean;
  send(deliver: () => void): void;
  /** From now on nothing goes in; what is on its way still comes. */
  mute(): void;
  /** Nothing comes any more, not even what is on its way. */
  close(): void;
}

/** What a session does with what it hears; `gone` when the connection has ended. */
export interface Accepted {
  receive(name: string, content: unknown, answer: Acknowledge | null): void;
  gone(): void;
}

export interface Connection {
  readonly screen: string;
  readonly up: Pipe;
  readonly down: Pipe;
  accepted: Accepted | null;
  /** As the server sees it. */
  serverOpen: boolean;
  /** Tells the screen's end that the line is gone; nothing happens if it hung up before. */
  readonly lost: () => void;
}

export function createPipe(clock: VirtualClock, random: Random, weather: () => Weather): Pipe {
  let muted = false;
  let closed = false;
  let lastAt = 0;
  const put = (at: number, deliver: () => void): void => {
    clock.after(at - clock.now(), () => { if (!closed) deliver(); });
  };
  return {
    get muted() {
      return muted;
    },
    send(deliver) {
      if (closed || muted) return;
      const now = weather();
      if (random.chance(now.lost)) return;
      const at = clock.now() + delayOf(now, random);
      if (random.chance(now.overtaken)) {
        put(at + random.below(300), deliver);
        return;
      }
      lastAt = Math.max(lastAt, at);
      put(lastAt, deliver);
      if (random.chance(now.doubled)) put(lastAt + random.below(2_000), deliver);
    },
    mute: () => { muted = true; },
    close: () => { closed = true; },
  };
}
