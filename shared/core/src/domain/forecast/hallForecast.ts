// The forecast of the hall itself: learns from the journal's events, answers for all who wait in one pass.
// Pure: the caller passes time, time zone and randomness. Not on the keeper's thread.
import type { Random } from '../../base/random.ts';
import { policyOf } from '../callOrder.ts';
import type { HallEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { TicketId } from '../ids.ts';
import { ranks } from '../line.ts';
import type { Plan } from '../plan.ts';
import { answerOf, type Answer } from './answer.ts';
import { callsAhead } from './engine.ts';
import { Forecaster } from './forecaster.ts';
import { PlanIndices, stateOfHall, type ToSeconds } from './hallState.ts';

const draws = 100;

export class HallForecast {
  private readonly plan: Plan;
  private readonly toSeconds: ToSeconds;
  private readonly random: Random;
  private readonly indices: PlanIndices;
  readonly forecaster: Forecaster;

  constructor(plan: Plan, toSeconds: ToSeconds, random: Random) {
    this.plan = plan;
    this.toSeconds = toSeconds;
    this.random = random;
    this.indices = new PlanIndices(plan);
    const reading = {
      name: 'plan', policy: policyOf(plan, 1 / 1_000), helpsOthers: false, dueIsSlot: true,
      dueAt: ({ slotAt, issuedAt }: { readonly slotAt: number | null; readonly issuedAt: number }) => slotAt ?? issuedAt,
    };
    this.forecaster = new Forecaster([reading], ranks.length, true, random, draws);
    plan.services.forEach(({ typicalMs, spread }, kind) => this.forecaster.habits.services.expect(kind, typicalMs / 1_000, spread));
  }

  /** One event of the journal, in order. Events that say nothing of waiting are passed over. */
  learn(event: HallEvent): void {
    const { forecaster, indices } = this;
    const t = this.toSeconds(event.at);
    switch (event.type) {
      case 'dayOpened': forecaster.startDay(t, weekdayOf(event.data.date)); break;
      case 'dayClosed': forecaster.endDay(t); break;
      case 'counterOpened': {
        const counter = this.plan.counters.find(({ id }) => id === event.data.counterId);
        if (counter !== undefined) forecaster.open(t, indices.counter(counter.id), counter.ownQueues.map(indices.queue), counter.helperQueues.map(indices.queue));
        break;
      }
      case 'counterPaused': forecaster.pause(t, indices.counter(event.data.counterId)); break;
      case 'counterClosed': forecaster.close(t, indices.counter(event.data.counterId)); break;
      case 'ticketIssued': {
        const { ticketId, queueId, serviceId, rank, dueAt } = event.data;
        const slotAt = rank === 'appointment' ? this.toSeconds(dueAt) : null;
        forecaster.join(t, { id: ticketId, queue: indices.queue(queueId), rank: ranks.indexOf(rank), kind: indices.kind(serviceId), slotAt });
        // Remembered until its call, so that the tails are corrected by what became of it.
        forecaster.predict(ticketId);
        break;
      }
      case 'ticketCalled': forecaster.call(t, event.data.ticketId, indices.counter(event.data.counterId)); break;
      case 'serviceFinished':
        // A stretch ended by the day says nothing of service times (T3).
        if (event.data.outcome === 'finished') forecaster.serve(t, event.data.ticketId);
        else forecaster.leave(t, event.data.ticketId);
        break;
      case 'ticketMissed': forecaster.miss(t, event.data.ticketId); break;
      case 'ticketCancelled':
      case 'ticketExpired': forecaster.leave(t, event.data.ticketId); break;
      default: break;
    }
  }

  /** Seconds from issue to call of everybody who waits in the hall at `now` (ms), in one pass. */
  answers(hall: Readonly<Hall>, now: number): Map<TicketId, Answer> {
    const { state, tickets } = stateOfHall(hall, this.plan, now, this.toSeconds);
    this.forecaster.habits.prepare(state.now);
    const waits = callsAhead(state, this.forecaster.habits, this.random, { draws, only: null });
    const answers = new Map<TicketId, Answer>();
    tickets.forEach((id, index) => {
      const answer = answerOf(waits.subarray(index * draws, (index + 1) * draws));
      if (answer !== null) answers.set(id, this.forecaster.corrected(answer));
    });
    return answers;
  }
}

/** 1 = Monday. */
function weekdayOf(date: string): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
