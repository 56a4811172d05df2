// One part of the hall run forward: counters become free, call by the policy, serve, pause and close; people join and leave.
// Everything is allocated once and used again in every draw.
import type { Random } from '../../base/random.ts';
import type { Head } from '../callPolicy.ts';
import { noAbsences, type Absences, type CounterAhead, type ForecastState, type Outlook } from './forecastState.ts';
import { SimulatedLine } from './simulatedLine.ts';
import type { Part } from './parts.ts';

interface Place extends Head {
  rank: number;
  dueAt: number;
  bornSeq: number;
  line: SimulatedLine | null;
}

class SimulatedCounter {
  readonly index: number;
  readonly ahead: CounterAhead;
  readonly own: readonly SimulatedLine[];
  readonly helped: readonly SimulatedLine[];
  readonly absences: Absences = noAbsences();
  nextAbsence = 0;
  rankedInARow = 0;
  /** Counters that share an own queue with it serve the very same queues: what it does once nobody who waits now waits for it changes nothing. */
  canStop = false;
  constructor(index: number, ahead: CounterAhead, own: readonly SimulatedLine[], helped: readonly SimulatedLine[]) {
    this.index = index;
    this.ahead = ahead;
    this.own = own;
    this.helped = helped;
  }
}

export class Run {
  private readonly lines: SimulatedLine[];
  private readonly counters: SimulatedCounter[];
  /** When each counter looks at its lines again. */
  private readonly at: Float64Array;
  private readonly heads: (Place | undefined)[];
  private readonly places: Place[];
  private readonly waitingHere: number;
  private readonly state: ForecastState;
  private readonly outlook: Outlook;
  private readonly random: Random;

  constructor(state: ForecastState, part: Part, outlook: Outlook, random: Random) {
    this.state = state;
    this.outlook = outlook;
    this.random = random;
    const { ranks } = state;
    const byQueue = new Map<number, SimulatedLine[]>();
    for (const queue of part.queues) {
      byQueue.set(queue, Array.from({ length: ranks }, (_, rank) => new SimulatedLine(queue * ranks + rank, rank, state.waiting)));
    }
    for (const index of part.waiting) byQueue.get(state.waiting.queue[index] ?? -1)?.[state.waiting.rank[index] ?? 0]?.present.push(index);
    this.lines = [...byQueue.values()].flat();
    // Who comes later and overtakes nobody cannot change when those are called who wait now, unless a counter leaves
    // people of a queue it helps for them.
    const helps = part.counters.some((index) => (state.counters[index]?.helped.length ?? 0) > 0);
    for (const line of this.lines) line.prepare(helps || state.policy.overtakes(line.rank));
    const linesOf = (queues: readonly number[]): SimulatedLine[] => queues.flatMap((queue) => byQueue.get(queue) ?? []);
    this.counters = part.counters.flatMap((index) => {
      const ahead = state.counters[index];
      return ahead === undefined ? [] : [new SimulatedCounter(index, ahead, linesOf(ahead.own), linesOf(ahead.helped))];
    });
    for (const counter of this.counters) {
      counter.canStop = this.counters.every((other) => !other.own.some((line) => counter.own.includes(line)) || isSame(counter.ahead, other.ahead));
    }
    this.at = new Float64Array(this.counters.length);
    this.heads = Array.from({ length: ranks }, () => undefined);
    this.places = Array.from({ length: ranks }, (_, rank) => ({ rank, dueAt: 0, bornSeq: 0, line: null }));
    this.waitingHere = part.waiting.length;
  }

  /** Runs until all who wait now, or the one asked about, are called, or the day has ended. */
  draw(waits: Float64Array, draws: number, draw: number, only: number | null): void {
    this.begin();
    const { at, counters, outlook, random } = this;
    let left = this.waitingHere;
    while (left > 0) {
      let first = 0;
      let t = Infinity;
      for (let index = 0; index < at.length; index += 1) {
        const moment = at[index] ?? Infinity;
        if (moment < t) {
          t = moment;
          first = index;
        }
      }
      const counter = counters[first];
      if (t === Infinity || counter === undefined) return;
      if (counter.canStop && !hasPresent(counter.own) && !hasPresent(counter.helped)) {
        at[first] = Infinity;
        continue;
      }
      if (this.goesAway(counter, first, t)) continue;
      const line = this.choose(counter, t);
      if (line === null) {
        at[first] = this.wakeAt(counter, t);
        continue;
      }
      const { isPresent, index, issuedAt } = line.take();
      const waited = t - issuedAt;
      if (isPresent) {
        left -= 1;
        if (index !== only && random.next() >= outlook.staysShare(this.state.now - issuedAt, waited)) continue;
        if (only === null) waits[index * draws + draw] = waited;
        else if (index === only) {
          waits[draw] = waited;
          return;
        }
      } else if (random.next() >= outlook.staysShare(0, waited)) continue;
      counter.rankedInARow = this.state.policy.rankedAfter(line.rank, counter.rankedInARow);
      const isMissed = random.next() < outlook.missedShare(waited);
      const kind = isPresent ? (this.state.waiting.kind[index] ?? 0) : outlook.arrivalKind(line.index, random);
      const busy = isMissed ? outlook.missedSeconds(random) : outlook.serviceSeconds(kind, counter.index, random);
      at[first] = t + busy + outlook.gapSeconds(counter.index, random);
    }
  }

  private begin(): void {
    const { outlook, random, state } = this;
    for (const line of this.lines) line.begin(state.now, outlook, random);
    for (let index = 0; index < this.counters.length; index += 1) {
      const counter = this.counters[index];
      if (counter === undefined) continue;
      const { active, freeSince, rankedInARow } = counter.ahead;
      counter.rankedInARow = rankedInARow;
      counter.nextAbsence = 0;
      counter.absences.count = 0;
      outlook.absences(counter.index, counter.absences, random);
      this.at[index] = active === null
        ? Math.max(state.now, freeSince + outlook.gapSeconds(counter.index, random))
        : state.now + outlook.remainingSeconds(active.kind, counter.index, state.now - active.calledAt, active.waited, random)
          + outlook.gapSeconds(counter.index, random);
    }
  }

  /** Whether the counter's next absence has come; then it looks again when it is back. */
  private goesAway(counter: SimulatedCounter, index: number, t: number): boolean {
    const { absences, nextAbsence } = counter;
    if (nextAbsence >= absences.count) return false;
    const start = absences.start[nextAbsence] ?? Infinity;
    if (start > t) return false;
    const end = absences.end[nextAbsence] ?? Infinity;
    if (absences.untilEmpty[nextAbsence] === 1 && t < (absences.latest[nextAbsence] ?? Infinity) && this.anybodyFor(counter, t)) return false;
    counter.nextAbsence += 1;
    this.at[index] = end === Infinity || absences.endIsMoment[nextAbsence] === 1 ? Math.max(end, t) : t + (end - start);
    return true;
  }

  private anybodyFor({ own, helped }: SimulatedCounter, t: number): boolean {
    for (const line of own) if (line.headAt(t) !== Infinity) return true;
    for (const line of helped) if (line.headAt(t) !== Infinity) return true;
    return false;
  }

  private choose({ own, helped, rankedInARow }: SimulatedCounter, t: number): SimulatedLine | null {
    const { policy } = this.state;
    const due = policy.chooseDue(this.headsOf(own, t), rankedInARow, t);
    if (due !== null) return due.head.line;
    const helpedDue = helped.length === 0 ? null : policy.chooseDue(this.headsOf(helped, t), rankedInARow, t);
    if (helpedDue !== null) return helpedDue.head.line;
    const early = policy.chooseEarly(this.headsOf(own, t)) ?? (helped.length === 0 ? null : policy.chooseEarly(this.headsOf(helped, t)));
    return early === null ? null : early.head.line;
  }

  /** The earliest due of each rank over these lines. */
  private headsOf(lines: readonly SimulatedLine[], t: number): (Place | undefined)[] {
    const { heads, places } = this;
    for (let rank = 0; rank < heads.length; rank += 1) heads[rank] = undefined;
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index];
      if (line === undefined) continue;
      const dueAt = line.headAt(t);
      if (dueAt === Infinity) continue;
      const place = places[line.rank];
      if (place === undefined) continue;
      if (heads[line.rank] === undefined || dueAt < place.dueAt || (dueAt === place.dueAt && line.headSeq < place.bornSeq)) {
        place.dueAt = dueAt;
        place.bornSeq = line.headSeq;
        place.line = line;
        heads[line.rank] = place;
      }
    }
    return heads;
  }

  /** When a counter for which nobody waits looks again: at the next arrival, or when it goes away. */
  private wakeAt({ own, helped, absences, nextAbsence }: SimulatedCounter, t: number): number {
    let wake = nextAbsence < absences.count ? (absences.start[nextAbsence] ?? Infinity) : Infinity;
    for (const line of own) wake = Math.min(wake, line.nextAt);
    for (const line of helped) wake = Math.min(wake, line.nextAt);
    return wake > t ? wake : t + 1;
  }
}

function hasPresent(lines: readonly SimulatedLine[]): boolean {
  for (let index = 0; index < lines.length; index += 1) if (lines[index]?.hasPresent === true) return true;
  return false;
}

const isSame = (a: CounterAhead, b: CounterAhead): boolean =>
  a === b || (a.own.join() === b.own.join() && a.helped.join() === b.helped.join());
