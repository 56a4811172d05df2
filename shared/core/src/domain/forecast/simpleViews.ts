// What can be said of a wait without running the hall forward: from calls alone. Used where the state is incomplete,
// and as the measure that the forecast has to beat. Each view is a number of seconds.
import type { Floor, Guest } from './floor.ts';

/** Weight of a new call interval in the mean pace. */
const freshness = 0.12;
/** Intervals longer than this are a closed hall, not a pace. */
const longestInterval = 3_600;

interface Pace {
  lastCallAt: number | null;
  /** Mean seconds between calls of the queue while somebody waited. */
  seconds: number | null;
  /** The same times the counters that were open: seconds of one counter. */
  perCounter: number | null;
  open: number | null;
  /** Last waits, newest last. */
  readonly waits: number[];
}

export interface Views {
  readonly ahead: number;
  /** By pace of calls, by pace and open counters, wait of the last called (LES), of the head of the line (HOL), mean of the last waits. */
  readonly values: readonly number[];
}

export const viewNames = ['pace', 'capacity', 'les', 'hol', 'recent'] as const;

export class SimpleViews {
  private readonly queues: Pace[] = [];
  private readonly lastWait: (number | undefined)[] = [];

  capacity(queue: number, open: number): void {
    this.of(queue).open = open;
  }

  startDay(): void {
    this.lastWait.length = 0;
    for (const pace of this.queues) {
      if (pace === undefined) continue;
      pace.lastCallAt = null;
      pace.waits.length = 0;
    }
  }

  /** Before the called guest is taken out of its line. */
  called(guest: Guest, now: number, waitingInQueue: number): void {
    const pace = this.of(guest.queue);
    const waited = now - guest.issuedAt;
    this.lastWait[guest.queue * 64 + guest.rank] = waited;
    pace.waits.push(waited);
    if (pace.waits.length > 8) pace.waits.shift();
    if (pace.lastCallAt !== null && waitingInQueue > 0) {
      const interval = Math.min(longestInterval, now - Math.max(pace.lastCallAt, guest.issuedAt));
      pace.seconds = pace.seconds === null ? interval : pace.seconds + freshness * (interval - pace.seconds);
      if (pace.open !== null && pace.open > 0) {
        const perCounter = interval * pace.open;
        pace.perCounter = pace.perCounter === null ? perCounter : pace.perCounter + (freshness / 3) * (perCounter - pace.perCounter);
      }
    }
    pace.lastCallAt = now;
  }

  /** For a guest who has just joined its line; `ahead` are those of its queue who go before. */
  look(floor: Floor, guest: Guest, ahead: number): Views {
    const pace = this.of(guest.queue);
    const line = floor.line(guest.queue, guest.rank);
    const head = line[0];
    const hol = head === undefined ? 0 : floor.now - head.issuedAt;
    const seconds = pace.seconds ?? 120;
    const since = pace.lastCallAt === null ? seconds / 2 : Math.min(seconds, floor.now - pace.lastCallAt);
    const byPace = ahead === 0 && hol === 0 ? Math.max(0, seconds - since) * 0.5 : (ahead + 1) * seconds - since;
    const capacity = pace.perCounter === null || pace.open === null || pace.open <= 0 ? byPace : (ahead + 0.5) * (pace.perCounter / pace.open);
    const les = this.lastWait[guest.queue * 64 + guest.rank] ?? byPace;
    const recent = pace.waits.length === 0 ? byPace : pace.waits.reduce((sum, wait) => sum + wait, 0) / pace.waits.length;
    return { ahead, values: [Math.max(0, byPace), Math.max(0, capacity), les, hol, recent] };
  }

  private of(queue: number): Pace {
    const pace = this.queues[queue] ?? { lastCallAt: null, seconds: null, perCounter: null, open: null, waits: [] };
    this.queues[queue] = pace;
    return pace;
  }
}
