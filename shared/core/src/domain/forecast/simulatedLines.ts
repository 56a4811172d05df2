// The lines (queue and rank) of a simulated run: in each those who wait now, then those who join during the run.
// Arrivals are drawn only when a counter looks at a line, and where everybody is due on arrival only one ahead.
// Flat arrays by place of the line: this is looked at for every simulated call.
import type { Random } from '../../base/random.ts';
import type { Outlook, Waiting } from './forecastState.ts';
import { Newcomers } from './newcomers.ts';

/** Order among equals of somebody who joins: behind all who wait now. */
const newcomerSeq = 1_000_000_000;

export class SimulatedLines {
  /** Of each line: queue × ranks + rank, and the rank. */
  readonly index: Int32Array;
  readonly rank: Int32Array;
  /** Due moment of the head as last seen (Infinity: nobody waits), and its order among equals. */
  readonly headDue: Float64Array;
  readonly headSeq: Int32Array;
  /** When the head may change by an arrival. */
  readonly changesAt: Float64Array;
  /** Whom the last `take` took: index among those who wait now, -1 for a newcomer; and when it was issued. */
  takenIndex = -1;
  takenIssuedAt = 0;
  private readonly coming: Float64Array;
  private readonly present: readonly Int32Array[];
  private readonly due: readonly Float64Array[];
  private readonly place: Int32Array;
  /** Newcomers of lines in which they do not simply go behind everybody; null: they do. */
  private readonly newcomers: readonly (Newcomers | null)[];
  private readonly issuedAt: Float64Array;
  private readonly now: number;
  private readonly outlook: Outlook;
  private readonly random: Random;

  /** `present`: who waits now in each line, as indices of `waiting`. */
  constructor(indices: readonly number[], ranks: number, present: readonly (readonly number[])[], waiting: Waiting, now: number, outlook: Outlook, random: Random) {
    const { dueAt } = waiting;
    this.index = Int32Array.from(indices);
    this.rank = Int32Array.from(indices, (index) => index % ranks);
    this.present = present.map((line) => Int32Array.from(line).sort((a, b) => (dueAt[a] ?? 0) - (dueAt[b] ?? 0) || a - b));
    this.due = this.present.map((line) => Float64Array.from(line, (index) => dueAt[index] ?? 0));
    this.newcomers = indices.map((index, line) => (outlook.isDueOnArrival(index) && (this.due[line]?.at(-1) ?? now) <= now ? null : new Newcomers()));
    this.headDue = new Float64Array(indices.length);
    this.headSeq = new Int32Array(indices.length);
    this.changesAt = new Float64Array(indices.length);
    this.coming = new Float64Array(indices.length);
    this.place = new Int32Array(indices.length);
    this.issuedAt = waiting.issuedAt;
    this.now = now;
    this.outlook = outlook;
    this.random = random;
  }

  /** Before each draw. */
  begin(): void {
    this.place.fill(0);
    for (let line = 0; line < this.place.length; line += 1) {
      const newcomers = this.newcomers[line];
      if (newcomers === null || newcomers === undefined) this.showNext(line, this.now);
      else {
        newcomers.clear();
        this.comes(line, this.now);
        this.showOrdered(line, newcomers);
      }
    }
  }

  /** Due moment of the head at `t`; Infinity when nobody waits. */
  headAt(line: number, t: number): number {
    if ((this.changesAt[line] ?? 0) <= t) this.admit(line, t);
    return this.headDue[line] ?? Infinity;
  }

  /** Takes out the head that was seen last. */
  take(line: number): void {
    const isPresent = this.headSeq[line] !== newcomerSeq;
    const newcomers = this.newcomers[line];
    const place = this.place[line] ?? 0;
    if (isPresent) {
      this.takenIndex = this.present[line]?.[place] ?? -1;
      this.takenIssuedAt = this.issuedAt[this.takenIndex] ?? 0;
      this.place[line] = place + 1;
    } else this.takenIndex = -1;
    if (newcomers === null || newcomers === undefined) {
      if (!isPresent) this.takenIssuedAt = this.coming[line] ?? 0;
      this.showNext(line, isPresent ? this.now : this.takenIssuedAt);
      return;
    }
    if (!isPresent) this.takenIssuedAt = newcomers.take();
    this.showOrdered(line, newcomers);
  }

  private comes(line: number, after: number): number {
    const at = this.outlook.nextArrival(this.index[line] ?? 0, after, this.random);
    this.coming[line] = at;
    this.changesAt[line] = at;
    return at;
  }

  private admit(line: number, t: number): void {
    const newcomers = this.newcomers[line];
    let at = this.coming[line] ?? Infinity;
    if (newcomers === null || newcomers === undefined) {
      this.headDue[line] = at;
      this.headSeq[line] = newcomerSeq;
      this.changesAt[line] = Infinity;
      return;
    }
    while (at <= t) {
      newcomers.add(this.outlook.arrivalDue(this.index[line] ?? 0, at, this.random), at);
      at = this.comes(line, at);
    }
    this.showOrdered(line, newcomers);
  }

  /** Whoever comes after those who wait now is drawn when they are through. */
  private showNext(line: number, after: number): void {
    const place = this.place[line] ?? 0;
    const due = this.due[line]?.[place];
    if (due === undefined) {
      this.headDue[line] = Infinity;
      this.headSeq[line] = newcomerSeq;
      this.comes(line, after);
      return;
    }
    this.headDue[line] = due;
    this.headSeq[line] = this.present[line]?.[place] ?? 0;
    this.changesAt[line] = Infinity;
  }

  private showOrdered(line: number, newcomers: Newcomers): void {
    const place = this.place[line] ?? 0;
    const due = this.due[line]?.[place] ?? Infinity;
    const newDue = newcomers.isEmpty ? Infinity : newcomers.firstDue;
    const isPresent = due <= newDue && due !== Infinity;
    this.headDue[line] = isPresent ? due : newDue;
    this.headSeq[line] = isPresent ? (this.present[line]?.[place] ?? 0) : newcomerSeq;
  }
}
