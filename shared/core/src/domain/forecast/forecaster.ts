// The forecast of one hall: takes neutral facts one by one, keeps the present floor and the habits, answers for tickets.
// Pure: no clock, and the randomness is passed in. Adapters: factsOfHall.ts, and the forecast program's log reader.
import type { Random } from '../../base/random.ts';
import { type Answer, answerOf } from './answer.ts';
import { callsAhead } from './engine.ts';
import { Floor, type Guest } from './floor.ts';
import { Habits } from './habits.ts';
import { IdleWaits } from './idleWaits.ts';
import { Mixture, spreadAround, type Guess } from './mixture.ts';
import { PolicyGuess, type Reading } from './policyGuess.ts';
import { SimpleViews } from './simpleViews.ts';
import { stateOf, placesAhead } from './stateOfFloor.ts';
import { ordered, Tails } from './tails.ts';

export interface Joining {
  readonly id: string;
  readonly queue: number;
  readonly rank: number;
  readonly kind: number;
  readonly slotAt: number | null;
}

interface Pending {
  readonly raw: Answer | null;
  readonly guess: Guess | null;
  readonly by: 'engine' | 'mixture' | 'idle';
}

/** A gap longer than this between two calls is a pause nobody pressed. */
const longestGap = 300;

/** Fewer draws where many wait: the median of a long wait needs fewer, and an answer has to come at once. */
const drawsFor = (waiting: number, most: number): number => Math.min(most, Math.max(60, Math.round(18_000 / Math.max(1, waiting))));

export class Forecaster {
  readonly floor = new Floor();
  readonly habits = new Habits();
  readonly policy: PolicyGuess;
  private readonly views = new SimpleViews();
  private readonly mixture = new Mixture();
  private readonly idle = new IdleWaits();
  private readonly tails = { engine: new Tails(), mixture: new Tails() };
  private readonly pending = new Map<string, Pending>();
  private readonly random: Random;
  private readonly draws: number;
  private readonly seesCounters: boolean;

  /** `seesCounters` false: only calls are known, the engine cannot run. */
  constructor(readings: readonly [Reading, ...Reading[]], ranks: number, seesCounters: boolean, random: Random, draws = 150) {
    this.policy = new PolicyGuess(readings);
    this.floor.ranks = ranks;
    this.seesCounters = seesCounters;
    this.random = random;
    this.draws = draws;
  }

  startDay(t: number, weekday: number): void {
    this.endDay(t);
    this.habits.arrivals.startDay(weekday);
    this.habits.counterDays.startDay(weekday);
    this.views.startDay();
  }

  endDay(t: number): void {
    this.floor.now = t;
    this.habits.counterDays.endDay(t % 86_400);
    this.habits.arrivals.endDay();
    this.habits.services.speeds.endDay();
    this.floor.clear();
    this.pending.clear();
  }

  open(t: number, index: number, own: readonly number[], helped: readonly number[]): void {
    this.floor.now = t;
    const counter = this.floor.counter(index);
    Object.assign(counter, { own, helped, isOpen: true, isPaused: false, freeSince: t, lastSeconds: 0 });
    this.habits.counterDays.calls(index, t % 86_400);
    for (const queue of [...own, ...helped]) this.floor.queues = Math.max(this.floor.queues, queue + 1);
  }

  pause(t: number, index: number): void {
    this.away(t, index, 'paused');
    this.floor.counter(index).isPaused = true;
  }

  resume(t: number, index: number): void {
    this.floor.now = t;
    const counter = this.floor.counter(index);
    if (!counter.isOpen) return;
    Object.assign(counter, { isPaused: false, freeSince: t, lastSeconds: 0 });
    this.habits.counterDays.calls(index, t % 86_400);
  }

  close(t: number, index: number): void {
    this.away(t, index, 'closed');
    const counter = this.floor.counter(index);
    if (counter.isOpen) this.habits.counterDays.closedAt(t % 86_400, this.floor.waitsFor(counter));
    counter.isOpen = false;
    counter.isPaused = false;
  }

  capacity(t: number, queue: number, open: number): void {
    this.floor.now = t;
    this.views.capacity(queue, open);
  }

  join(t: number, joining: Joining): void {
    this.floor.now = t;
    const line = joining.queue * this.floor.ranks + joining.rank;
    this.habits.arrivals.add(line, t);
    this.habits.addKind(line, joining.kind);
    if (joining.slotAt !== null) this.habits.addSlotLead(line, joining.slotAt - t);
    const guest = this.floor.join({ ...joining, issuedAt: t, dueAt: t });
    guest.dueAt = this.policy.best.dueAt(guest);
  }

  /** Waits again, in another queue. */
  transfer(t: number, id: string, queue: number, rank: number, kind: number): void {
    this.floor.now = t;
    const guest = this.floor.guests.get(id);
    if (guest !== undefined) this.out(guest, t);
    this.join(t, { id, queue, rank, kind, slotAt: null });
  }

  call(t: number, id: string, at: number | null): void {
    this.floor.now = t;
    const guest = this.floor.guests.get(id);
    if (guest === undefined || guest.calledAt !== null) return;
    const waited = t - guest.issuedAt;
    const counter = at === null ? null : this.floor.counter(at);
    if (counter !== null) {
      this.policy.called(this.floor, counter, guest);
      if (counter.hadWaiting && counter.freeSince < t + 1e-9 && counter.lastSeconds > 0) this.habits.gaps.add(Math.min(longestGap, t - counter.freeSince));
    }
    this.learn(guest, waited);
    this.floor.leaveLine(guest);
    this.views.called(guest, t, this.waitingIn(guest.queue));
    this.habits.patience.addWait(waited, false);
    guest.calledAt = t;
    guest.counter = at;
    if (counter === null) {
      this.floor.guests.delete(id);
      return;
    }
    if (counter.active !== null) this.floor.guests.delete(counter.active.id);
    counter.active = guest;
    counter.rankedInARow = this.policy.best.policy.rankedAfter(guest.rank, counter.rankedInARow);
  }

  /** The stretch at the counter is over. */
  serve(t: number, id: string): void {
    this.floor.now = t;
    const guest = this.floor.guests.get(id);
    if (guest === undefined) return;
    if (guest.calledAt !== null) {
      this.habits.services.add(guest.kind, guest.counter, t - guest.calledAt);
      this.habits.patience.addOutcome(guest.calledAt - guest.issuedAt, false);
    }
    this.out(guest, t);
  }

  miss(t: number, id: string): void {
    this.floor.now = t;
    const guest = this.floor.guests.get(id);
    if (guest === undefined) return;
    if (guest.calledAt !== null) {
      this.habits.missedLengths.add(t - guest.calledAt);
      this.habits.patience.addOutcome(guest.calledAt - guest.issuedAt, true);
    }
    this.out(guest, t);
  }

  leave(t: number, id: string): void {
    this.floor.now = t;
    const guest = this.floor.guests.get(id);
    if (guest === undefined) return;
    if (guest.calledAt === null) this.habits.patience.addWait(t - guest.issuedAt, true);
    this.out(guest, t);
  }

  /** The answer for a ticket that has just joined; remembered until its call, to correct later answers. */
  predict(id: string): Answer | null {
    const guest = this.floor.guests.get(id);
    if (guest === undefined) return null;
    const views = this.views.look(this.floor, guest, placesAhead(this.floor, guest));
    const guess = this.mixture.guess(views);
    const isIdle = this.seesCounters && this.finds(guest);
    const idle = isIdle ? this.idle.answer() : null;
    if (idle !== null) {
      this.pending.set(id, { raw: null, guess, by: 'idle' });
      return ordered(idle);
    }
    const simulated = this.seesCounters ? this.simulate(guest) : null;
    const raw = simulated ?? spreadAround(guess.p50);
    const by = isIdle ? 'idle' : simulated === null ? 'mixture' : 'engine';
    this.pending.set(id, { raw, guess, by });
    return this.tails[by === 'idle' ? 'engine' : by].correct(raw);
  }

  /** A simulated answer with its tails corrected by what became of earlier ones. */
  corrected(raw: Answer): Answer {
    return this.tails.engine.correct(raw);
  }

  private simulate(guest: Guest): Answer | null {
    const { state, indexOf } = stateOf(this.floor, this.policy.best);
    this.habits.dueIsSlot = this.policy.best.dueIsSlot;
    this.habits.prepare(this.floor.now);
    const only = indexOf.get(guest) ?? null;
    return only === null ? null : answerOf(callsAhead(state, this.habits, this.random, { draws: drawsFor(state.waiting.queue.length, this.draws), only }));
  }

  /** Whether a counter is free for this guest and nobody else waits for it. */
  private finds(guest: Guest): boolean {
    return this.floor.counters.some((counter, index) => {
      if (!this.floor.calls(index) || counter.active !== null || !(counter.own.includes(guest.queue) || counter.helped.includes(guest.queue))) return false;
      return [...counter.own, ...counter.helped].every((queue) => this.waitingIn(queue) - (queue === guest.queue ? 1 : 0) <= 0);
    });
  }

  private learn(guest: Guest, waited: number): void {
    const pending = this.pending.get(guest.id);
    if (pending === undefined) return;
    this.pending.delete(guest.id);
    if (pending.by === 'idle') this.idle.add(waited);
    else if (pending.raw !== null) this.tails[pending.by].add(pending.raw, waited);
    if (pending.guess !== null) this.mixture.learn(pending.guess, waited);
  }

  private waitingIn(queue: number): number {
    let waiting = 0;
    for (let rank = 0; rank < this.floor.ranks; rank += 1) waiting += this.floor.lines[queue * this.floor.ranks + rank]?.length ?? 0;
    return waiting;
  }

  private away(t: number, index: number, kind: 'paused' | 'closed'): void {
    this.floor.now = t;
    const counter = this.floor.counter(index);
    if (!counter.isOpen) return;
    const wasServing = counter.lastSeconds > 0 && t - counter.freeSince < 30;
    this.habits.counterDays.goesAway(index, t % 86_400, kind, (t % 86_400) - (wasServing ? counter.lastSeconds / 2 : 0));
  }

  /** Gone from the line or from the counter. */
  private out(guest: Guest, t: number): void {
    this.pending.delete(guest.id);
    this.floor.guests.delete(guest.id);
    if (guest.calledAt === null) {
      this.floor.leaveLine(guest);
      return;
    }
    const counter = guest.counter === null ? undefined : this.floor.counters[guest.counter];
    if (counter === undefined || counter.active !== guest) return;
    counter.active = null;
    counter.freeSince = t;
    counter.lastSeconds = t - guest.calledAt;
    counter.hadWaiting = !counter.isPaused && counter.isOpen && this.floor.waitsFor(counter);
  }
}
