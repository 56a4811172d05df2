// One counter of a simulated run: its lines, its absences in this draw, and whom it calls, by the hall's own order.
import { chooseAmong, type LinesBefore } from '../callChoice.ts';
import { dueOrder, type CallPolicy } from '../callPolicy.ts';
import type { Absence, CounterAhead } from './forecastState.ts';
import type { SimulatedHead, SimulatedLines } from './simulatedLines.ts';

/** Heads by rank, used again for every choice. */
type Firsts = (SimulatedHead | undefined)[];

interface ConditionAhead {
  readonly heads: readonly SimulatedHead[];
  readonly waited: number;
}

export class SimulatedCounter implements LinesBefore<SimulatedHead> {
  readonly index: number;
  readonly ahead: CounterAhead;
  absences: readonly Absence[] = [];
  nextAbsence = 0;
  rankedInARow = 0;
  private readonly lines: SimulatedLines;
  private readonly policy: CallPolicy;
  /** Heads of its lines. */
  private readonly own: readonly SimulatedHead[];
  private readonly helped: readonly SimulatedHead[];
  private readonly conditions: readonly ConditionAhead[];
  private readonly ofOwn: Firsts;
  private readonly ofHelped: Firsts;

  constructor(index: number, ahead: CounterAhead, lines: SimulatedLines, policy: CallPolicy, headsOf: (queues: readonly number[]) => readonly SimulatedHead[], ranks: number) {
    this.index = index;
    this.ahead = ahead;
    this.lines = lines;
    this.policy = policy;
    this.own = headsOf(ahead.own);
    this.helped = headsOf(ahead.helped);
    this.conditions = ahead.conditions.map(({ queue, waited }) => ({ heads: headsOf([queue]), waited }));
    this.ofOwn = Array.from({ length: ranks }, () => undefined);
    this.ofHelped = Array.from({ length: ranks }, () => undefined);
  }

  /** The line whose head is called next; -1 when nobody waits. */
  choose(t: number): number {
    return chooseAmong(this, this.policy, this.rankedInARow, t)?.head.line ?? -1;
  }

  longestDue(before: number, now: number): SimulatedHead | undefined {
    // Nobody has waited for so long in this draw: nothing to look at.
    if (before <= this.lines.earliest) return undefined;
    return this.longestIn(this.helped, before, now, this.longestIn(this.own, before, now, undefined));
  }

  byCondition(now: number): SimulatedHead | undefined {
    let first: SimulatedHead | undefined;
    for (const { heads, waited } of this.conditions) {
      if (now - waited > this.lines.earliest) first = this.longestIn(heads, now - waited, now, first);
    }
    return first;
  }

  ownHeads(now: number): Firsts {
    return this.firsts(this.own, this.ofOwn, now, 0);
  }

  helpedHeads(now: number): Firsts {
    return this.firsts(this.helped, this.ofHelped, now, this.ahead.helpAbove);
  }

  anybodyWaits(t: number): boolean {
    for (const head of this.own) if (this.lines.seen(head, t).dueAt !== Infinity) return true;
    for (const head of this.helped) if (this.lines.seen(head, t).dueAt !== Infinity) return true;
    return false;
  }

  /** When nobody waits for it: it looks again at the next arrival, when it goes away, or when a limit of waiting is passed. */
  wakeAt(t: number): number {
    let wake = this.absences[this.nextAbsence]?.start ?? Infinity;
    for (const { changesAt } of this.own) wake = Math.min(wake, changesAt);
    for (const { changesAt } of this.helped) wake = Math.min(wake, changesAt);
    if (this.ahead.helpAbove > 0) {
      for (const head of this.helped) wake = passes(head, this.policy.ceiling, t, wake);
      for (const { heads, waited } of this.conditions) for (const head of heads) wake = passes(head, waited, t, wake);
    }
    return wake > t ? wake : t + 1;
  }

  /** It does not go on, and so what comes to its queues from now on is looked after by others, or by nobody. */
  stop(): void {
    for (const head of this.own) head.isLeft = true;
  }

  /** The earliest due of each rank, where more than so many wait. */
  private firsts(heads: readonly SimulatedHead[], firsts: Firsts, t: number, above: number): Firsts {
    const { lines } = this;
    for (let rank = 0; rank < firsts.length; rank += 1) firsts[rank] = undefined;
    for (let index = 0; index < heads.length; index += 1) {
      const head = heads[index];
      if (head === undefined || lines.seen(head, t).dueAt === Infinity || (above > 0 && lines.waitBeside(head, t) <= above)) continue;
      const known = firsts[head.rank];
      if (known === undefined || dueOrder(head, known) < 0) firsts[head.rank] = head;
    }
    return firsts;
  }

  private longestIn(heads: readonly SimulatedHead[], before: number, now: number, known: SimulatedHead | undefined): SimulatedHead | undefined {
    let first = known;
    for (const head of heads) {
      if (!head.isLeft && this.lines.seen(head, now).dueAt < before && (first === undefined || dueOrder(head, first) < 0)) first = head;
    }
    return first;
  }
}

/** The sooner of `wake` and the moment at which the head has waited for that long, if that is still to come. */
const passes = ({ dueAt, isLeft }: SimulatedHead, waited: number, t: number, wake: number): number =>
  !isLeft && dueAt + waited >= t ? Math.min(wake, dueAt + waited) : wake;
