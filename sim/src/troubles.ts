// What goes wrong on a simulated day, and when: the server dies, lines are cut or fall silent, screens are kept out,
// pages are reloaded. Everything from the seed; `heal` ends it, and from then on all must come to agree (law 10).
import type { Random } from '@hall/core/base/random';
import type { CrashPoint } from './mortalJournal.ts';
import type { FakeNet } from './net/fakeNet.ts';
import { calm, hostile, rough, type Weather } from './net/weather.ts';
import type { Screen } from './screens.ts';
import type { SimServer } from './simServer.ts';
import type { VirtualClock } from './virtualClock.ts';

export type Mood = 'calm' | 'rough' | 'hostile';
export const moods: readonly Mood[] = ['calm', 'rough', 'rough', 'rough', 'hostile', 'hostile'];
const weatherOf: Record<Mood, Weather> = { calm, rough, hostile };

export interface Troubles {
  begin(): void;
  /** Calm weather, a running server, and no new trouble. */
  heal(): void;
  readonly counts: { crashes: number; cuts: number; silences: number; reloads: number; restores: number };
}

export interface TroubleParts {
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly net: FakeNet;
  readonly server: SimServer;
  readonly screens: readonly Screen[];
  readonly mood: Mood;
  /** Mean time between two troubles, ms. */
  readonly everyMs: number;
  /** Puts an older journal back; the server is down. Null: not on this day. */
  readonly restore: (() => void) | null;
}

export function createTroubles({ clock, random, net, server, screens, mood, everyMs, restore }: TroubleParts): Troubles {
  const counts = { crashes: 0, cuts: 0, silences: 0, reloads: 0, restores: 0 };
  let stopNext = (): void => undefined;
  let stopWatch = (): void => undefined;

  /** Whoever has died is started again, as the service manager of the machine does. */
  function superviseServer(): void {
    if (server.hall === null) {
      counts.crashes += 1;
      server.start();
    }
    stopWatch = clock.after(200 + random.below(1_500), superviseServer);
  }

  function crash(): void {
    if (random.chance(0.35)) server.crash(random.chance(0.3));
    else server.crashNextTurn(random.pick<CrashPoint>(['beforeCommit', 'afterCommit', { afterAnswers: 1 }, { afterAnswers: 2 }]));
  }

  function trouble(): void {
    const luck = random.next();
    const screen = random.pick(screens);
    if (restore !== null && counts.restores === 0 && random.chance(0.1)) {
      counts.restores += 1;
      server.crash(random.chance(0.3));
      restore();
    } else if (luck < 0.15) crash();
    else if (luck < 0.45) {
      counts.cuts += 1;
      net.cut(screen.name);
    } else if (luck < 0.65) {
      counts.silences += 1;
      net.silence(screen.name, random.pick(['up', 'down', 'both'] as const));
    } else if (luck < 0.8) net.keepOut(screen.name, random.below(20_000));
    else if (luck < 0.85) for (const one of screens) if (random.chance(0.5)) net.keepOut(one.name, random.below(8_000));
    if (luck >= 0.85 && screen.role !== 'kiosk') {
      counts.reloads += 1;
      screen.reload();
    }
    stopNext = clock.after(random.exponential(everyMs), trouble);
  }

  return {
    counts,
    begin() {
      net.weather = weatherOf[mood];
      stopNext();
      stopWatch();
      superviseServer();
      if (mood !== 'calm') stopNext = clock.after(random.exponential(everyMs), trouble);
    },
    heal() {
      stopNext();
      server.crashNextTurn(null);
      net.weather = calm;
      // A screen that is kept out longer than the healing is meant to last has not been healed.
      net.letAllIn();
    },
  };
}
