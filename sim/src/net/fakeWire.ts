// The screen's end of the fake network: the Wire port of the real link, with the habits of the real socket wire
// (comes back by itself, never buffers an order, presence is volatile).
import type { Random } from '@hall/core/base/random';
import type { Refusal } from '@hall/core/domain/refusals';
import type { Answer, Hello, QueryAnswer } from '@hall/core/protocol/messages';
import type { Wire, WireEvents } from '@hall/client/link/wire';
import type { VirtualClock } from '../virtualClock.ts';
import { silentLineMs, type Accepted, type Connection } from './connection.ts';
import { openParcel, parcel, type Parcel } from './parcel.ts';

export interface WireParts {
  readonly clock: VirtualClock;
  readonly random: Random;
  /** A fresh line from this screen; `lost` is for its other end. */
  readonly plugIn: (lost: () => void) => Connection;
  /** Asks the server to take the connection; null: nobody answers. */
  readonly dial: (connection: Connection, auth: unknown, send: (given: Parcel) => void) => Accepted | { readonly refusal: Refusal } | null;
  /** The server learns that this side has gone. */
  readonly hungUp: (connection: Connection) => void;
  readonly delivered: (given: Parcel) => void;
}

export function fakeWire({ clock, random, plugIn, dial, hungUp, delivered }: WireParts): Wire {
  let hello: (() => Hello) | null = null;
  let events: WireEvents | null = null;
  let line: Connection | null = null;
  let stopRetry = (): void => undefined;

  function retryAfter(ms: number): void {
    stopRetry();
    stopRetry = clock.after(ms, attempt);
  }

  /** Lets go of the connection on this side; the server learns of it later. */
  function leave(): Connection | null {
    const left = line;
    line = null;
    if (left === null) return null;
    left.down.close();
    clock.after(left.up.muted ? silentLineMs : 1 + random.below(30), () => hungUp(left));
    return left;
  }

  function lose(connection: Connection): void {
    if (line !== connection) return;
    leave();
    events?.closed();
    retryAfter(300 + random.below(1_500));
  }

  function attempt(): void {
    stopRetry();
    if (hello === null) return;
    const auth: unknown = JSON.parse(JSON.stringify(hello()));
    const connection = plugIn(() => lose(connection));
    line = connection;
    clock.after(1 + random.below(40), () => {
      if (line !== connection) return;
      const taken = dial(connection, auth, (given) => connection.down.send(() => { if (line === connection) hand(given); }));
      if (taken !== null && !('refusal' in taken)) return;
      lose(connection);
      if (taken === null) return;
      events?.rejected(taken.refusal);
      retryAfter(5_000);
    });
  }

  function hand(given: Parcel): void {
    if (events === null) return;
    delivered(given);
    openParcel(given, events);
  }

  /** To the server, if it still hears this connection. `packed` makes of an acknowledgement what happens when it arrives. */
  function toServer(name: string, content: unknown, packed: ((given: Answer | QueryAnswer) => () => void) | null): void {
    const connection = line;
    const accepted = connection?.accepted ?? null;
    if (connection === null || accepted === null) return;
    const text = JSON.stringify(content);
    connection.up.send(() => {
      if (!connection.serverOpen) return;
      accepted.receive(name, JSON.parse(text), packed === null ? null : (given) => {
        const arrive = packed(given);
        if (connection.serverOpen) connection.down.send(() => { if (line === connection) arrive(); });
      });
    });
  }

  return {
    open(ask, toScreen) {
      hello = ask;
      events = toScreen;
      attempt();
    },
    command: (message) => toServer('command', message, (given) => {
      const answer = parcel('answer', given as Answer, 'one');
      return () => hand(answer);
    }),
    ask: (message, answer) => toServer('query', message, (given) => {
      const text = JSON.stringify(given);
      return () => answer(JSON.parse(text) as QueryAnswer);
    }),
    presence(presence) {
      if (!random.chance(0.1)) toServer('presence', presence, null);
    },
    reopen() {
      if (leave()?.accepted != null) events?.closed();
      attempt();
    },
    close() {
      stopRetry();
      leave();
      hello = null;
      events = null;
    },
  };
}
