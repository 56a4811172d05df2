// A network in virtual time. It brings the screens' real links together with the server's real sessions (NetDoor),
// and does to them what networks do: delay, cut, fall silent in one or both directions, keep a screen out.
import type { Random } from '@hall/core/base/random';
import type { Refusal } from '@hall/core/domain/refusals';
import type { Wire } from '@hall/client/link/wire';
import type { VirtualClock } from '../virtualClock.ts';
import { createPipe, silentLineMs, type Accepted, type Connection } from './connection.ts';
import { fakeWire } from './fakeWire.ts';
import type { Parcel } from './parcel.ts';
import { calm, type Weather } from './weather.ts';

/** The server's end of a connection. */
export interface Line {
  send(given: Parcel): void;
  cut(): void;
}

/** What a running server offers to the network. */
export interface NetDoor {
  connect(auth: unknown, line: Line): Accepted | { readonly refusal: Refusal };
}

export interface FakeNet {
  weather: Weather;
  /** Who listens now; null while no server runs. */
  door: NetDoor | null;
  /** The wire of one page of a screen; a reloaded page gets a new one. */
  wire(screen: string): Wire;
  /** Loses the connection; both ends learn of it, and what is on its way is lost. */
  cut(screen: string): void;
  /** The line falls silent: nobody is told. */
  silence(screen: string, way: 'up' | 'down' | 'both'): void;
  /** Nothing gets through to this screen for so long. */
  keepOut(screen: string, ms: number): void;
  /** Whoever is kept out may come in again. */
  letAllIn(): void;
  /** The server's process has died; `silently`: its machine, so that nobody is told. */
  serverDied(silently: boolean): void;
}

export interface NetParts {
  readonly clock: VirtualClock;
  readonly random: Random;
  /** Sees every message from the server in the moment a screen gets it. */
  readonly delivered: (screen: string, given: Parcel) => void;
}

export function createFakeNet({ clock, random, delivered }: NetParts): FakeNet {
  /** The newest connection of each screen. */
  const lines = new Map<string, Connection>();
  const keptOutUntil = new Map<string, number>();
  const atServer = new Set<Connection>();

  function endAtServer(connection: Connection): void {
    if (!connection.serverOpen) return;
    connection.serverOpen = false;
    connection.up.close();
    atServer.delete(connection);
    connection.accepted?.gone();
  }
  function endBoth(connection: Connection): void {
    endAtServer(connection);
    connection.down.close();
    connection.lost();
  }
  const mayReach = (screen: string): boolean => (keptOutUntil.get(screen) ?? 0) <= clock.now();

  const net: FakeNet = {
    weather: calm,
    door: null,
    wire: (screen) => fakeWire({
      clock, random,
      plugIn(lost) {
        const pipe = (): Connection['up'] => createPipe(clock, random, () => net.weather);
        const connection: Connection = { screen, up: pipe(), down: pipe(), accepted: null, serverOpen: false, lost };
        lines.set(screen, connection);
        return connection;
      },
      dial(connection, auth, send) {
        if (net.door === null || !mayReach(screen)) return null;
        connection.serverOpen = true;
        atServer.add(connection);
        const taken = net.door.connect(auth, {
          send(given) { if (connection.serverOpen) send(given); },
          cut() {
            endAtServer(connection);
            connection.down.send(() => connection.lost());
          },
        });
        if ('refusal' in taken) endAtServer(connection);
        else connection.accepted = taken;
        return taken;
      },
      hungUp: endAtServer,
      delivered: (given) => delivered(screen, given),
    }),
    cut(screen) {
      const connection = lines.get(screen);
      if (connection !== undefined) endBoth(connection);
    },
    silence(screen, way) {
      const connection = lines.get(screen);
      if (connection === undefined) return;
      if (way !== 'down') connection.up.mute();
      if (way !== 'up') connection.down.mute();
      clock.after(silentLineMs, () => endBoth(connection));
    },
    letAllIn: () => { keptOutUntil.clear(); },
    keepOut(screen, ms) {
      keptOutUntil.set(screen, clock.now() + ms);
      net.cut(screen);
    },
    serverDied(silently) {
      net.door = null;
      for (const connection of atServer) {
        connection.serverOpen = false;
        connection.up.close();
        // What the dead process had handed to its machine may still arrive.
        connection.down.mute();
        clock.after(silently ? silentLineMs : random.below(60), () => endBoth(connection));
      }
      atServer.clear();
    },
  };
  return net;
}
