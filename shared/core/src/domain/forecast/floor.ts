// The hall at this moment as the forecast sees it, folded from neutral facts: who waits, who is served, which counters call.
// Both the program's log and the hall's own journal are turned into these facts; ids have become indices already.
import type { CounterAhead } from './forecastState.ts';

export interface Guest {
  readonly id: string;
  /** Order of joining. */
  readonly order: number;
  queue: number;
  rank: number;
  /** Index of its service-time distribution. */
  kind: number;
  /** The wait is counted from here. */
  issuedAt: number;
  dueAt: number;
  /** Slot of an appointment. */
  readonly slotAt: number | null;
  calledAt: number | null;
  counter: number | null;
}

export interface FloorCounter {
  own: readonly number[];
  helped: readonly number[];
  /** As in `CounterAhead`; a log tells of neither. */
  helpAbove: number;
  conditions: CounterAhead['conditions'];
  isOpen: boolean;
  isPaused: boolean;
  active: Guest | null;
  freeSince: number;
  /** Seconds of the last stretch; 0 after a miss. */
  lastSeconds: number;
  /** Somebody waited for it when it became free. */
  hadWaiting: boolean;
  rankedInARow: number;
}

export class Floor {
  now = 0;
  ranks = 1;
  queues = 0;
  private joined = 0;
  readonly guests = new Map<string, Guest>();
  /** Who waits, per queue and rank (`queue × ranks + rank`), in order of joining. */
  readonly lines: Guest[][] = [];
  readonly counters: FloorCounter[] = [];

  join(guest: Omit<Guest, 'order' | 'calledAt' | 'counter'>): Guest {
    this.joined += 1;
    const joining: Guest = { ...guest, order: this.joined, calledAt: null, counter: null };
    this.guests.set(guest.id, joining);
    this.queues = Math.max(this.queues, guest.queue + 1);
    this.line(guest.queue, guest.rank).push(joining);
    return joining;
  }

  line(queue: number, rank: number): Guest[] {
    const at = queue * this.ranks + rank;
    for (let index = this.lines.length; index <= at; index += 1) this.lines[index] = [];
    return this.lines[at] ?? [];
  }

  leaveLine(guest: Guest): boolean {
    const line = this.line(guest.queue, guest.rank);
    const place = line.indexOf(guest);
    if (place < 0) return false;
    line.splice(place, 1);
    return true;
  }

  counter(index: number): FloorCounter {
    const known = this.counters[index];
    if (known !== undefined) return known;
    const counter: FloorCounter = {
      own: [], helped: [], helpAbove: 0, conditions: [], isOpen: false, isPaused: false, active: null, freeSince: this.now, lastSeconds: 0, hadWaiting: false, rankedInARow: 0,
    };
    for (let gap = this.counters.length; gap <= index; gap += 1) this.counters[gap] = gap === index ? counter : this.counter(gap);
    this.counters[index] = counter;
    return counter;
  }

  calls(index: number): boolean {
    const counter = this.counters[index];
    return counter !== undefined && counter.isOpen && !counter.isPaused;
  }

  waitsFor({ own, helped }: Pick<FloorCounter, 'own' | 'helped'>): boolean {
    for (const queues of [own, helped]) {
      for (const queue of queues) for (let rank = 0; rank < this.ranks; rank += 1) if ((this.lines[queue * this.ranks + rank]?.length ?? 0) > 0) return true;
    }
    return false;
  }

  /** Everybody is gone and every counter closed. */
  clear(): void {
    this.guests.clear();
    for (const line of this.lines) line.length = 0;
    for (const counter of this.counters) {
      counter.isOpen = false;
      counter.isPaused = false;
      counter.active = null;
      counter.rankedInARow = 0;
    }
  }
}
