// The lines (queue and rank) of a simulated run: in each those who wait now, then those who join during the run.
// Arrivals are drawn only when a counter looks at a line, and where everybody is due on arrival only one ahead,
// except where a helper's threshold asks how many wait.
import type { Random } from '../../base/random.ts';
import type { Head } from '../callPolicy.ts';
import type { Outlook, Waiting } from './forecastState.ts';
import { Newcomers } from './newcomers.ts';

/** Order among equals of somebody who joins: behind all who wait now. */
const newcomerSeq = 1_000_000_000;

/** The head of one line, as last seen; Infinity: nobody waits. Counters keep it, and it changes under them. */
export interface SimulatedHead extends Head {
  readonly line: number;
  readonly rank: number;
  /** Queue × ranks + rank. */
  readonly index: number;
  dueAt: number;
  bornSeq: number;
  /** When the head may change by an arrival. */
  changesAt: number;
  /** Counters whose own line it is do not go on in this draw: how long newcomers wait there says nothing. */
  isLeft: boolean;
}

export class SimulatedLines {
  readonly heads: readonly SimulatedHead[];
  /** Nobody in this draw was due before. */
  earliest = 0;
  /** Whom the last `take` took: index among those who wait now, -1 for a newcomer; and when it was issued. */
  takenIndex = -1;
  takenIssuedAt = 0;
  private readonly ranks: number;
  private readonly present: readonly Int32Array[];
  private readonly due: readonly Float64Array[];
  private readonly place: Int32Array;
  /** How many wait in each line, without those who only ask; kept up only where a threshold asks. */
  private readonly waitingNow: Int32Array;
  private readonly waits: Int32Array;
  private readonly earliestNow: number;
  /** Newcomers of lines in which they do not simply go behind everybody, or are counted; null: neither. */
  private readonly newcomers: readonly (Newcomers | null)[];
  private readonly issuedAt: Float64Array;
  private readonly now: number;
  private readonly outlook: Outlook;
  private readonly random: Random;

  /** `present`: who waits now in each line, as indices of `waiting`; `isCounted`: whether a threshold asks how many. */
  constructor(indices: readonly number[], ranks: number, present: readonly (readonly number[])[], waiting: Waiting, now: number, isCounted: (line: number) => boolean, outlook: Outlook, random: Random) {
    const { dueAt, issuedAt } = waiting;
    this.ranks = ranks;
    this.heads = indices.map((index, line): SimulatedHead => ({ line, index, rank: index % ranks, dueAt: 0.5, bornSeq: 0, changesAt: 0.5, isLeft: false }));
    this.present = present.map((line) => Int32Array.from(line).sort((a, b) => (dueAt[a] ?? 0) - (dueAt[b] ?? 0) || a - b));
    this.due = this.present.map((line) => Float64Array.from(line, (index) => dueAt[index] ?? 0));
    this.newcomers = indices.map((index, line) => (!isCounted(line) && outlook.isDueOnArrival(index) && (this.due[line]?.at(-1) ?? now) <= now ? null : new Newcomers()));
    this.waitingNow = Int32Array.from(this.present, (line) => line.filter((index) => (issuedAt[index] ?? 0) <= now).length);
    this.waits = new Int32Array(indices.length);
    this.earliestNow = this.due.reduce((least, [first]) => Math.min(least, first ?? now), now);
    this.place = new Int32Array(indices.length);
    this.issuedAt = issuedAt;
    this.now = now;
    this.outlook = outlook;
    this.random = random;
  }

  /** Before each draw. */
  begin(): void {
    this.place.fill(0);
    this.waits.set(this.waitingNow);
    this.earliest = this.earliestNow;
    for (let line = 0; line < this.heads.length; line += 1) {
      const head = this.heads[line];
      const newcomers = this.newcomers[line];
      if (head === undefined) continue;
      head.isLeft = false;
      if (newcomers === null || newcomers === undefined) this.showNext(head, this.now);
      else {
        newcomers.clear();
        this.comes(head, this.now);
        this.showOrdered(head, newcomers);
      }
    }
  }

  /** The head as it is at `t`. */
  seen(head: SimulatedHead, t: number): SimulatedHead {
    if (head.changesAt <= t) this.admit(head, t);
    return head;
  }

  /** How many wait in the queue of that head at `t`; somebody who only asks counts for itself alone. */
  waitBeside(head: SimulatedHead, t: number): number {
    const from = head.line - head.rank;
    let waiting = head.bornSeq !== newcomerSeq && (this.issuedAt[head.bornSeq] ?? 0) > this.now ? 1 : 0;
    for (let line = from; line < from + this.ranks; line += 1) {
      const beside = this.heads[line];
      if (beside !== undefined) this.seen(beside, t);
      waiting += this.waits[line] ?? 0;
    }
    return waiting;
  }

  /** Takes out the head that was seen last. */
  take(line: number): void {
    const head = this.heads[line];
    if (head === undefined) return;
    const isPresent = head.bornSeq !== newcomerSeq;
    const newcomers = this.newcomers[line];
    if (isPresent) {
      this.takenIndex = head.bornSeq;
      this.takenIssuedAt = this.issuedAt[head.bornSeq] ?? 0;
      this.place[line] = (this.place[line] ?? 0) + 1;
    } else {
      this.takenIndex = -1;
      this.takenIssuedAt = head.dueAt;
    }
    if (newcomers === null || newcomers === undefined) {
      this.showNext(head, isPresent ? this.now : this.takenIssuedAt);
      return;
    }
    if (!isPresent) this.takenIssuedAt = newcomers.take();
    if (this.takenIssuedAt <= this.now || !isPresent) this.waits[line] = (this.waits[line] ?? 0) - 1;
    this.showOrdered(head, newcomers);
  }

  private comes(head: SimulatedHead, after: number): number {
    const at = this.outlook.nextArrival(head.index, after, this.random);
    head.changesAt = at;
    return at;
  }

  private admit(head: SimulatedHead, t: number): void {
    const newcomers = this.newcomers[head.line];
    let at = head.changesAt;
    if (newcomers === null || newcomers === undefined) {
      head.dueAt = at;
      head.bornSeq = newcomerSeq;
      head.changesAt = Infinity;
      return;
    }
    while (at <= t) {
      const due = this.outlook.arrivalDue(head.index, at, this.random);
      newcomers.add(due, at);
      this.earliest = Math.min(this.earliest, due);
      this.waits[head.line] = (this.waits[head.line] ?? 0) + 1;
      at = this.comes(head, at);
    }
    this.showOrdered(head, newcomers);
  }

  /** Whoever comes after those who wait now is drawn when they are through. */
  private showNext(head: SimulatedHead, after: number): void {
    const place = this.place[head.line] ?? 0;
    const due = this.due[head.line]?.[place];
    if (due === undefined) {
      head.dueAt = Infinity;
      head.bornSeq = newcomerSeq;
      this.comes(head, after);
      return;
    }
    head.dueAt = due;
    head.bornSeq = this.present[head.line]?.[place] ?? 0;
    head.changesAt = Infinity;
  }

  private showOrdered(head: SimulatedHead, newcomers: Newcomers): void {
    const place = this.place[head.line] ?? 0;
    const due = this.due[head.line]?.[place] ?? Infinity;
    const newDue = newcomers.isEmpty ? Infinity : newcomers.firstDue;
    const isPresent = due <= newDue && due !== Infinity;
    head.dueAt = isPresent ? due : newDue;
    head.bornSeq = isPresent ? (this.present[head.line]?.[place] ?? 0) : newcomerSeq;
  }
}
