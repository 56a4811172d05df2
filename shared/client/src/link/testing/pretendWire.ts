// A wire and timers for the tests of this room: nothing happens by itself, a test says what arrives and when time passes.
import type { CommandMessage, Hello, Presence, QueryAnswer } from '@hall/core/protocol/messages';
import type { QueryMessage } from '@hall/core/protocol/queries';
import type { Timers } from '../outbox.ts';
import type { Wire, WireEvents } from '../wire.ts';

export interface PretendWire extends Wire {
  /** What the screen has sent, in order. */
  readonly commands: CommandMessage[];
  readonly presences: Presence[];
  readonly queries: { readonly message: QueryMessage; readonly answer: (answer: QueryAnswer) => void }[];
  readonly hellos: Hello[];
  reopened: number;
  isClosed: boolean;
  /** The side of the screen, to say what arrives. */
  toScreen(): WireEvents;
}

export function pretendWire(): PretendWire {
  let events: WireEvents | null = null;
  let hello: (() => Hello) | null = null;
  const wire: PretendWire = {
    commands: [], presences: [], queries: [], hellos: [], reopened: 0, isClosed: false,
    open(asked, toScreen) {
      hello = asked;
      events = toScreen;
      wire.hellos.push(asked());
    },
    command: (message) => { wire.commands.push(message); },
    ask: (message, answer) => { wire.queries.push({ message, answer }); },
    presence: (presence) => { wire.presences.push(presence); },
    reopen() {
      wire.reopened += 1;
      if (hello !== null) wire.hellos.push(hello());
    },
    close: () => { wire.isClosed = true; },
    toScreen() {
      if (events === null) throw new Error('the wire was not opened');
      return events;
    },
  };
  return wire;
}

export interface PretendTimers extends Timers {
  now(): number;
  /** Lets time pass; timers ring in their order. */
  pass(ms: number): void;
  /** Timers that still would ring. */
  waiting(): number;
}

export function pretendTimers(): PretendTimers {
  let now = 1_000_000;
  let nth = 0;
  const set = new Map<number, { at: number; run: () => void }>();
  return {
    now: () => now,
    waiting: () => set.size,
    after(ms, run) {
      const id = (nth += 1);
      set.set(id, { at: now + ms, run });
      return () => { set.delete(id); };
    },
    pass(ms) {
      const until = now + ms;
      for (;;) {
        const due = [...set].filter(([, { at }]) => at <= until).sort(([a, one], [b, other]) => one.at - other.at || a - b)[0];
        if (due === undefined) break;
        const [id, { at, run }] = due;
        set.delete(id);
        now = at;
        run();
      }
      now = until;
    },
  };
}
