// The forecast of the hall itself: learns from the journal's events, answers in one pass for all who wait and for
// whoever would come now. Pure: the caller passes time and randomness. Not on the keeper's thread.
import type { Random } from '../../base/random.ts';
import { policyOf } from '../callOrder.ts';
import type { CallPolicy } from '../callPolicy.ts';
import type { EventData, HallEvent, Rank } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { CounterId, QueueId, TicketId } from '../ids.ts';
import { ranks } from '../line.ts';
import type { Plan } from '../plan.ts';
import { answerOf, type Answer } from './answer.ts';
import { AskersApart, waitOfAsker } from './askers.ts';
import { callsAhead } from './engine.ts';
import { Forecaster } from './forecaster.ts';
import { conditionsOf, localSeconds, PlanIndices, stateOfHall, type ToSeconds } from './hallState.ts';

/** Draws of one pass; fewer where many wait, so that it stays short. */
const mostDraws = 100;
const leastDraws = 25;
const rowsDrawn = 60_000;

/** Seconds from now to the call of somebody who took a ticket now, by rank; null: nothing can be said. */
export type NewcomersWait = Readonly<Record<Rank, Answer | null>>;

export interface HallAnswers {
  /** Seconds from issue to call. Who is missing will hardly be called today, or nothing can be said of the queue. */
  readonly tickets: ReadonlyMap<TicketId, Answer>;
  /** Queues that an open counter calls from. */
  readonly newcomers: ReadonlyMap<QueueId, NewcomersWait>;
}

export class HallForecast {
  private plan: Plan;
  private policy: CallPolicy;
  private toSeconds: ToSeconds;
  private readonly random: Random;
  private readonly indices = new PlanIndices();
  private readonly forecaster: Forecaster;
  /** Rank and kind of the day's tickets, for those who come back to a line. */
  private readonly issued = new Map<TicketId, { readonly rank: number; readonly kind: number }>();

  constructor(plan: Plan, random: Random) {
    this.plan = plan;
    this.toSeconds = localSeconds(plan.timeZone);
    this.random = random;
    this.policy = policyOf(plan, 1 / 1_000);
    const present = (): CallPolicy => this.policy;
    const reading = {
      name: 'plan', helpsOthers: false, dueIsSlot: true,
      get policy() { return present(); },
      dueAt: ({ slotAt, issuedAt }: { readonly slotAt: number | null; readonly issuedAt: number }) => slotAt ?? issuedAt,
    };
    this.forecaster = new Forecaster([reading], ranks.length, true, random, mostDraws);
    this.adopt(plan);
  }

  /** Goes on under another plan; what was learned stays with the queues, counters and services that bear the same id. */
  adopt(plan: Plan): void {
    const { forecaster, indices } = this;
    this.plan = plan;
    this.policy = policyOf(plan, 1 / 1_000);
    this.toSeconds = localSeconds(plan.timeZone);
    indices.adopt(plan);
    for (const { id, typicalMs, spread } of plan.services) forecaster.habits.services.expect(indices.kind(id), typicalMs / 1_000, spread);
    forecaster.floor.queues = Math.max(forecaster.floor.queues, indices.queueCount);
    for (const counter of plan.counters) {
      const { id, ownQueues, helperQueues, helpAbove } = counter;
      Object.assign(forecaster.floor.counter(indices.counter(id)), {
        own: ownQueues.map(indices.queue), helped: helperQueues.map(indices.queue), helpAbove, conditions: conditionsOf(plan.calling, counter, indices),
      });
    }
  }

  /**
   * One event of the journal, in order; those that say nothing of waiting are passed over. With `predicts` a ticket's wait
   * is foretold at its issue and remembered until its call, so that the tails are corrected by what became of it: that costs a pass.
   */
  learn(event: HallEvent, { predicts }: { readonly predicts: boolean }): void {
    const { forecaster, indices } = this;
    const t = this.toSeconds(event.at);
    switch (event.type) {
      case 'planAdopted': this.adopt(event.data.plan); break;
      case 'dayOpened':
        this.issued.clear();
        forecaster.startDay(t, weekdayOf(event.data.date));
        break;
      case 'dayClosed': forecaster.endDay(t); break;
      case 'counterOpened': this.opened(t, event.data.counterId); break;
      case 'counterPaused': forecaster.pause(t, indices.counter(event.data.counterId)); break;
      case 'counterClosed': forecaster.close(t, indices.counter(event.data.counterId)); break;
      case 'ticketIssued': this.joined(t, event.data, predicts); break;
      case 'ticketCalled': forecaster.call(t, event.data.ticketId, indices.counter(event.data.counterId)); break;
      case 'serviceFinished':
        // A stretch ended by the day says nothing of service times (T3).
        if (event.data.outcome === 'finished') forecaster.serve(t, event.data.ticketId);
        else forecaster.leave(t, event.data.ticketId);
        break;
      case 'ticketMissed': forecaster.miss(t, event.data.ticketId); break;
      case 'ticketTransferred':
      case 'ticketPutBack':
      case 'ticketReturned':
      case 'ticketUnparked': this.standsAgain(t, event.data.ticketId, event.data.queueId); break;
      // Who expires was there until the day ended (T3) and says nothing of patience: endDay clears the lines.
      case 'ticketParked':
      case 'ticketCancelled': forecaster.leave(t, event.data.ticketId); break;
      default: break;
    }
  }

  /** Everybody's wait in the hall at `now` (ms). The hall must be the fold of what was learned. */
  answers(hall: Readonly<Hall>, now: number): HallAnswers {
    const { forecaster } = this;
    const { state, tickets, asked } = stateOfHall(hall, this.plan, this.indices, now, this.toSeconds);
    const rows = state.waiting.queue.length;
    const draws = Math.min(mostDraws, Math.max(leastDraws, Math.round(rowsDrawn / Math.max(1, rows))));
    forecaster.habits.prepare(state.now);
    const apart = new AskersApart(forecaster.habits);
    const waits = callsAhead(apart.around(state), apart, this.random, { draws, only: null });
    const answerAt = (row: number, toWait?: (told: number) => number): Answer | null => {
      const told = waits.subarray(row * draws, (row + 1) * draws);
      const answer = answerOf(toWait === undefined ? told : told.map(toWait));
      return answer === null ? null : forecaster.corrected(answer);
    };
    const answers = new Map<TicketId, Answer>();
    tickets.forEach((id, row) => {
      const answer = answerAt(row);
      if (answer !== null) answers.set(id, answer);
    });
    const newcomers = new Map(asked.map((queueId, nth) => {
      const of = (rank: Rank): Answer | null => answerAt(tickets.length + nth * ranks.length + ranks.indexOf(rank), waitOfAsker);
      return [queueId, { green: of('green'), appointment: of('appointment'), priority: of('priority'), ordinary: of('ordinary') }];
    }));
    return { tickets: answers, newcomers };
  }

  private opened(t: number, counterId: CounterId): void {
    const { indices } = this;
    const counter = this.plan.counters.find(({ id }) => id === counterId);
    if (counter !== undefined) this.forecaster.open(t, indices.counter(counter.id), counter.ownQueues.map(indices.queue), counter.helperQueues.map(indices.queue));
  }

  private joined(t: number, { ticketId, queueId, serviceId, rank, dueAt }: EventData<'ticketIssued'>, predicts: boolean): void {
    const { forecaster, indices } = this;
    const guest = { rank: ranks.indexOf(rank), kind: indices.kind(serviceId) };
    this.issued.set(ticketId, guest);
    forecaster.join(t, { id: ticketId, queue: indices.queue(queueId), ...guest, slotAt: rank === 'appointment' ? this.toSeconds(dueAt) : null });
    if (predicts) forecaster.predict(ticketId);
  }

  /** In a line again, from a counter or from aside. */
  private standsAgain(t: number, ticketId: TicketId, queueId: QueueId): void {
    const guest = this.issued.get(ticketId);
    if (guest !== undefined) this.forecaster.transfer(t, ticketId, this.indices.queue(queueId), guest.rank, guest.kind);
  }
}

/** 1 = Monday. */
function weekdayOf(date: string): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
