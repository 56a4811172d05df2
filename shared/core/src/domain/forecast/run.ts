// One part of the hall run forward: counters become free, call by the policy, serve, pause and close; people join and leave.
// Everything is allocated once and used again in every draw.
import type { Random } from '../../base/random.ts';
import type { CounterAhead, ForecastState, Outlook } from './forecastState.ts';
import type { Part } from './parts.ts';
import { relevanceOf } from './relevance.ts';
import { SimulatedCounter } from './simulatedCounter.ts';
import { SimulatedLines, type SimulatedHead } from './simulatedLines.ts';

export class Run {
  private readonly lines: SimulatedLines;
  private readonly counters: readonly SimulatedCounter[];
  /** When each counter looks at its lines again; Infinity: not again in this draw, or what it does matters to nobody. */
  private readonly at: Float64Array;
  /** When each counter's next absence begins. */
  private readonly awayAt: Float64Array;
  /** Who waits now, and who of them is not called yet, by the place of the queue; which counters matter to each. */
  private readonly waitingIn: Int32Array;
  private readonly leftIn: Int32Array;
  private readonly relevance: Uint8Array;
  /** Place of each queue in the part. */
  private readonly placeOf: Int32Array;
  private readonly state: ForecastState;
  private readonly outlook: Outlook;
  private readonly random: Random;
  private readonly only: number | null;

  constructor(state: ForecastState, part: Part, outlook: Outlook, random: Random, only: number | null) {
    this.state = state;
    this.outlook = outlook;
    this.random = random;
    this.only = only;
    const { ranks, waiting } = state;
    this.placeOf = new Int32Array(state.queues);
    part.queues.forEach((queue, place) => { this.placeOf[queue] = place; });
    const indices = part.queues.flatMap((queue) => Array.from({ length: ranks }, (_, rank) => queue * ranks + rank));
    const present: number[][] = indices.map(() => []);
    this.waitingIn = new Int32Array(part.queues.length);
    for (const index of part.waiting) {
      const queue = waiting.queue[index] ?? 0;
      const place = this.placeOf[queue] ?? 0;
      present[place * ranks + (waiting.rank[index] ?? 0)]?.push(index);
      // Only the queue of the one asked about counts.
      if (only !== null && queue !== waiting.queue[only]) continue;
      this.waitingIn[place] = (this.waitingIn[place] ?? 0) + 1;
    }
    this.leftIn = new Int32Array(this.waitingIn);
    const ahead = part.counters.flatMap((index) => state.counters[index] ?? []);
    const counted = new Set(ahead.flatMap(({ helped, helpAbove }) => (helpAbove > 0 ? helped : [])));
    const isCounted = (line: number): boolean => counted.has(part.queues[Math.floor(line / ranks)] ?? -1);
    this.lines = new SimulatedLines(indices, ranks, present, waiting, state.now, isCounted, outlook, random);
    const { heads } = this.lines;
    const headsOf = (queues: readonly number[]): SimulatedHead[] =>
      queues.flatMap((queue) => heads.slice((this.placeOf[queue] ?? 0) * ranks, ((this.placeOf[queue] ?? 0) + 1) * ranks));
    this.relevance = relevanceOf(part.queues, ahead, this.isPressed(part, ahead));
    this.counters = ahead.map((counter, place) => new SimulatedCounter(part.counters[place] ?? 0, counter, this.lines, state.policy, headsOf, ranks));
    this.at = new Float64Array(this.counters.length);
    this.awayAt = new Float64Array(this.counters.length);
  }

  /** Runs until all who wait now, or the one asked about, are called, or the day has ended. */
  draw(waits: Float64Array, draws: number, draw: number): void {
    this.begin();
    const { at, awayAt, counters, lines, outlook, random, state, only } = this;
    for (;;) {
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
      if ((awayAt[first] ?? 0) <= t && this.goesAway(counter, first, t)) continue;
      const line = counter.choose(t);
      if (line < 0) {
        at[first] = counter.wakeAt(t);
        continue;
      }
      lines.take(line);
      const index = lines.takenIndex;
      const issuedAt = lines.takenIssuedAt;
      const waited = t - issuedAt;
      if (index === only) {
        waits[draw] = waited;
        return;
      }
      // One chance decides: gone before the call, called and not come, or served.
      const chance = random.next();
      const stays = outlook.staysShare(index < 0 ? 0 : state.now - issuedAt, waited);
      if (index >= 0) {
        if (chance < stays && only === null) waits[index * draws + draw] = waited;
        this.tookPresent(this.placeOf[state.waiting.queue[index] ?? 0] ?? 0);
      }
      if (chance >= stays) continue;
      counter.rankedInARow = state.policy.rankedAfter(lines.heads[line]?.rank ?? 0, counter.rankedInARow);
      // Nobody is left whom it could serve or keep from being served.
      if (at[first] === Infinity) continue;
      const isMissed = chance < stays * outlook.missedShare(waited);
      const kind = index >= 0 ? (state.waiting.kind[index] ?? 0) : outlook.arrivalKind(lines.heads[line]?.index ?? 0, random);
      const busy = isMissed ? outlook.missedSeconds(random) : outlook.serviceSeconds(kind, counter.index, random);
      at[first] = t + busy + outlook.gapSeconds(counter.index, random);
    }
  }

  private begin(): void {
    const { outlook, random, state, counters, at } = this;
    this.lines.begin();
    this.leftIn.set(this.waitingIn);
    at.fill(0);
    this.stopIrrelevant();
    for (let index = 0; index < counters.length; index += 1) {
      const counter = counters[index];
      if (counter === undefined || at[index] === Infinity) continue;
      const { active, freeSince, rankedInARow } = counter.ahead;
      counter.rankedInARow = rankedInARow;
      counter.nextAbsence = 0;
      counter.absences = outlook.absences(counter.index, random);
      this.awayAt[index] = counter.absences[0]?.start ?? Infinity;
      at[index] = active === null
        ? Math.max(state.now, freeSince + outlook.gapSeconds(counter.index, random))
        : state.now + outlook.remainingSeconds(active.kind, counter.index, state.now - active.calledAt, active.waited, random)
          + outlook.gapSeconds(counter.index, random);
    }
  }

  /** Whether the counter's next absence has come; then it looks again when it is back. */
  private goesAway(counter: SimulatedCounter, index: number, t: number): boolean {
    const absence = counter.absences[counter.nextAbsence];
    if (absence === undefined) return false;
    const { start, end, endIsMoment, untilEmpty, latest } = absence;
    if (untilEmpty && t < latest && counter.anybodyWaits(t)) return false;
    counter.nextAbsence += 1;
    this.awayAt[index] = counter.absences[counter.nextAbsence]?.start ?? Infinity;
    this.at[index] = end === Infinity || endIsMoment ? Math.max(end, t) : t + (end - start);
    return true;
  }

  private tookPresent(place: number): void {
    const left = (this.leftIn[place] ?? 0) - 1;
    this.leftIn[place] = left;
    if (left === 0) this.stopIrrelevant();
  }

  /** Counters that can no longer change when somebody is called who waits now do not go on. */
  private stopIrrelevant(): void {
    const { at, leftIn, relevance } = this;
    for (let index = 0; index < at.length; index += 1) {
      let matters = false;
      for (let place = 0; place < leftIn.length && !matters; place += 1) {
        matters = (leftIn[place] ?? 0) > 0 && relevance[place * at.length + index] === 1;
      }
      if (matters) continue;
      at[index] = Infinity;
      this.counters[index]?.stop();
    }
  }

  /** Whether somebody has waited for half as long as anybody may wait before helpers leave their own queues for them. */
  private isPressed({ waiting }: Part, counters: readonly CounterAhead[]): boolean {
    const { now, policy, waiting: { dueAt } } = this.state;
    const limit = counters.reduce((least, { conditions }) => conditions.reduce((so, { waited }) => Math.min(so, waited), least), policy.ceiling);
    return waiting.some((index) => (dueAt[index] ?? now) < now - limit / 2);
  }
}
