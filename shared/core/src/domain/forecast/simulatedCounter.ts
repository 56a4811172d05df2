// One counter of a simulated run: its lines, its absences in this draw, and whom the policy lets it call.
import type { CallPolicy, Head } from '../callPolicy.ts';
import type { Absence, CounterAhead } from './forecastState.ts';
import type { SimulatedLines } from './simulatedLines.ts';

interface Place extends Head {
  readonly rank: number;
  dueAt: number;
  bornSeq: number;
  line: number;
}

export class SimulatedCounter {
  readonly index: number;
  readonly ahead: CounterAhead;
  absences: readonly Absence[] = [];
  nextAbsence = 0;
  rankedInARow = 0;
  private readonly lines: SimulatedLines;
  /** Places of its lines among them. */
  private readonly own: Int32Array;
  private readonly helped: Int32Array;
  /** Places of the heads, used again for every choice. */
  private readonly places: readonly Place[];
  private readonly heads: (Place | undefined)[];

  constructor(index: number, ahead: CounterAhead, lines: SimulatedLines, own: Int32Array, helped: Int32Array, ranks: number) {
    this.index = index;
    this.ahead = ahead;
    this.lines = lines;
    this.own = own;
    this.helped = helped;
    this.places = Array.from({ length: ranks }, (_, rank) => ({ rank, dueAt: 0, bornSeq: 0, line: 0 }));
    this.heads = Array.from({ length: ranks }, () => undefined);
  }

  /** The line whose head is called next; -1 when nobody waits. */
  choose(policy: CallPolicy, t: number): number {
    const { heads, rankedInARow } = this;
    const ofOwn = this.look(this.own, t);
    const due = ofOwn ? policy.chooseDue(heads, rankedInARow, t) : null;
    if (due !== null) return due.head.line;
    const helpedDue = this.look(this.helped, t) ? policy.chooseDue(heads, rankedInARow, t) : null;
    if (helpedDue !== null) return helpedDue.head.line;
    // Nobody is due: somebody whose slot has not begun.
    const early = ofOwn && this.look(this.own, t) ? policy.chooseEarly(heads) : null;
    if (early !== null) return early.head.line;
    return this.look(this.helped, t) ? (policy.chooseEarly(heads)?.head.line ?? -1) : -1;
  }

  anybodyWaits(t: number): boolean {
    for (const line of this.own) if (this.lines.headAt(line, t) !== Infinity) return true;
    for (const line of this.helped) if (this.lines.headAt(line, t) !== Infinity) return true;
    return false;
  }

  /** When nobody waits for it: it looks again at the next arrival, or when it goes away. */
  wakeAt(t: number): number {
    const { changesAt } = this.lines;
    let wake = this.absences[this.nextAbsence]?.start ?? Infinity;
    for (const line of this.own) wake = Math.min(wake, changesAt[line] ?? Infinity);
    for (const line of this.helped) wake = Math.min(wake, changesAt[line] ?? Infinity);
    return wake > t ? wake : t + 1;
  }

  /** Puts the earliest due of each rank over these lines into the heads; whether there is any. */
  private look(among: Int32Array, t: number): boolean {
    const { heads, places, lines } = this;
    const { headSeq, rank: ranks } = lines;
    for (let rank = 0; rank < heads.length; rank += 1) heads[rank] = undefined;
    let isAny = false;
    for (let index = 0; index < among.length; index += 1) {
      const line = among[index] ?? 0;
      const dueAt = lines.headAt(line, t);
      if (dueAt === Infinity) continue;
      const rank = ranks[line] ?? 0;
      const bornSeq = headSeq[line] ?? 0;
      const place = places[rank];
      if (place === undefined || (heads[rank] !== undefined && (dueAt > place.dueAt || (dueAt === place.dueAt && bornSeq >= place.bornSeq)))) continue;
      place.dueAt = dueAt;
      place.bornSeq = bornSeq;
      place.line = line;
      heads[rank] = place;
      isAny = true;
    }
    return isAny;
  }
}
