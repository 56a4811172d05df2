// One line (queue and rank) of a simulated run: those who wait now, then those who join during the run.
// Arrivals are drawn only when a counter looks at the line.
import type { Random } from '../../base/random.ts';
import type { Outlook, Waiting } from './forecastState.ts';
import { Newcomers } from './newcomers.ts';

export interface Taken {
  isPresent: boolean;
  /** Index among those who wait now; -1 for a newcomer. */
  index: number;
  issuedAt: number;
}

export class SimulatedLine {
  readonly index: number;
  readonly rank: number;
  /** Indices of those who wait now, by due moment. */
  readonly present: number[] = [];
  /** Order among equals of the head. */
  headSeq = 0;
  /** Next arrival. */
  nextAt = Infinity;
  /** Newcomers are drawn. */
  private admits = true;
  private place = 0;
  private headDue = Infinity;
  private headIsPresent = false;
  private joined = 0;
  private readonly newcomers = new Newcomers();
  private readonly taken: Taken = { isPresent: false, index: -1, issuedAt: 0 };
  private readonly waiting: Waiting;
  private outlook: Outlook | null = null;
  private random: Random | null = null;

  constructor(index: number, rank: number, waiting: Waiting) {
    this.index = index;
    this.rank = rank;
    this.waiting = waiting;
  }

  /** Once, when those who wait are known. */
  prepare(admits: boolean): void {
    this.admits = admits;
    const { dueAt } = this.waiting;
    this.present.sort((a, b) => (dueAt[a] ?? 0) - (dueAt[b] ?? 0) || a - b);
  }

  begin(now: number, outlook: Outlook, random: Random): void {
    this.outlook = outlook;
    this.random = random;
    this.place = 0;
    this.joined = 0;
    this.newcomers.clear();
    this.nextAt = this.admits ? outlook.nextArrival(this.index, now, random) : Infinity;
    this.show();
  }

  /** Somebody who waits now is not called yet. */
  get hasPresent(): boolean {
    return this.place < this.present.length;
  }

  /** Due moment of the head at `t`; Infinity when nobody waits. */
  headAt(t: number): number {
    if (this.nextAt <= t) this.admit(t);
    return this.headDue;
  }

  /** Takes the head out; the answer is overwritten by the next call. */
  take(): Taken {
    const { taken } = this;
    taken.isPresent = this.headIsPresent;
    if (this.headIsPresent) {
      taken.index = this.present[this.place] ?? -1;
      taken.issuedAt = this.waiting.issuedAt[taken.index] ?? 0;
      this.place += 1;
    } else {
      taken.index = -1;
      taken.issuedAt = this.newcomers.take();
    }
    this.show();
    return taken;
  }

  private admit(t: number): void {
    const { outlook, random } = this;
    if (outlook === null || random === null) return;
    while (this.nextAt <= t) {
      this.newcomers.add(outlook.arrivalDue(this.index, this.nextAt, random), this.nextAt);
      this.joined += 1;
      this.nextAt = outlook.nextArrival(this.index, this.nextAt, random);
    }
    this.show();
  }

  private show(): void {
    const index = this.place < this.present.length ? (this.present[this.place] ?? -1) : -1;
    const presentDue = index >= 0 ? (this.waiting.dueAt[index] ?? Infinity) : Infinity;
    const newDue = this.newcomers.isEmpty ? Infinity : this.newcomers.firstDue;
    this.headIsPresent = presentDue <= newDue;
    this.headDue = this.headIsPresent ? presentDue : newDue;
    this.headSeq = this.headIsPresent ? index : 1e9;
  }
}
