// The forecast of one hall: what was learned, run forward, answers for tickets; what becomes of an answer corrects later ones.
// Pure: no clock, and the randomness is passed in.
import type { Random } from '../../base/random.ts';
import { Aims } from './aims.ts';
import { type Answer, answerOf } from './answer.ts';
import { callsAhead } from './engine.ts';
import type { Guest } from './floor.ts';
import { IdleWaits } from './idleWaits.ts';
import { Learner } from './learner.ts';
import { Mixture, spreadAround, type Guess } from './mixture.ts';
import type { Reading } from './policyGuess.ts';
import { stateOf, placesAhead } from './stateOfFloor.ts';
import { ordered, Tails } from './tails.ts';

interface Pending {
  readonly raw: Answer | null;
  readonly guess: Guess | null;
  readonly by: 'engine' | 'mixture' | 'idle';
  /** The 90% that was told. */
  readonly p90: number;
}

/** Fewer draws where many wait: an answer has to come at once. */
const drawsFor = (waiting: number, most: number): number => Math.min(most, Math.max(100, Math.round(30_000 / Math.max(1, waiting))));

export class Forecaster extends Learner {
  private readonly mixture = new Mixture();
  private readonly idle = new IdleWaits();
  private readonly aims = new Aims();
  private readonly tails = { engine: new Tails(), mixture: new Tails() };
  private readonly pending = new Map<string, Pending>();
  private readonly random: Random;
  private readonly draws: number;
  private readonly seesCounters: boolean;

  /** `seesCounters` false: only calls are known, the engine cannot run. */
  constructor(readings: readonly [Reading, ...Reading[]], ranks: number, seesCounters: boolean, random: Random, draws = 200) {
    super(readings, ranks);
    this.seesCounters = seesCounters;
    this.random = random;
    this.draws = draws;
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
      const told = ordered(idle);
      this.pending.set(id, { raw: null, guess, by: 'idle', p90: told.p90 });
      return told;
    }
    const simulated = this.seesCounters ? this.simulate(guest) : null;
    const raw = simulated ?? spreadAround(guess.p50);
    const by = isIdle ? 'idle' : simulated === null ? 'mixture' : 'engine';
    const told = this.tails[by === 'idle' ? 'engine' : by].correct(raw, this.aims.upper);
    this.pending.set(id, { raw, guess, by, p90: told.p90 });
    return told;
  }

  /** A simulated answer with its tails corrected by what became of earlier ones. */
  corrected(raw: Answer): Answer {
    return this.tails.engine.correct(raw, this.aims.upper);
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

  protected called(guest: Guest, waited: number): void {
    const pending = this.pending.get(guest.id);
    if (pending === undefined) return;
    this.pending.delete(guest.id);
    this.aims.add(pending.by === 'idle', waited <= pending.p90 + 0.05);
    if (pending.by === 'idle') this.idle.add(waited);
    else if (pending.raw !== null) this.tails[pending.by].add(pending.raw, waited);
    if (pending.guess !== null) this.mixture.learn(pending.guess, waited);
  }

  protected forget(guest: Guest): void {
    this.pending.delete(guest.id);
  }

  protected forgetAll(): void {
    this.pending.clear();
  }
}
