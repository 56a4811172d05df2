// What the counter screen shows beside its actions: queues, the next tickets, the ticket in hand, missed ones, the day.
// Fresh plain objects each time: the follower changes the hall in place, and a screen must notice.
import { chooseNext } from '@hall/core/domain/callOrder';
import type { CallReason, Rank } from '@hall/core/domain/events';
import type { CounterState, Hall } from '@hall/core/domain/hall';
import type { CounterId, QueueId, TicketId } from '@hall/core/domain/ids';
import type { Counter, Names, Plan } from '@hall/core/domain/plan';
import { activeTicket, longestWaitMs, nextTickets, queueOf, serviceOf, ticketsIn, waitingCount } from '@hall/core/domain/questions';
import { waitedMs } from '@hall/core/domain/tally';
import type { Ticket } from '@hall/core/domain/ticket';

export interface QueueRow {
  readonly id: QueueId;
  readonly prefix: string;
  readonly name: Names;
  readonly waiting: number;
  readonly longestMs: number | null;
  /** Longer than the plan's limit. */
  readonly isLate: boolean;
}

/** Who a ticket is in the order of calling. */
interface Standing {
  readonly rank: Rank;
  /** Name of the granted class; null for appointments and ordinary tickets. */
  readonly className: Names | null;
}

export interface NextRow extends Standing {
  readonly id: TicketId;
  readonly number: string;
  readonly waitedMs: number;
  readonly isEarlyAppointment: boolean;
  readonly isHelping: boolean;
  /** Exact for the first of the list; the others depend on what the first one leaves behind. */
  readonly why: CallReason | null;
}

export interface CurrentView extends Standing {
  readonly id: TicketId;
  readonly number: string;
  readonly state: Ticket['state'];
  readonly serviceName: Names | null;
  /** Last call, or start once it is being served; ms of hall time. */
  readonly since: number;
  readonly calls: number;
  readonly maxCalls: number;
  readonly waitedMs: number;
  readonly reason: string | null;
  readonly why: CallReason | null;
}

export interface MissedRow {
  readonly id: TicketId;
  readonly number: string;
  readonly serviceName: Names | null;
  readonly calledAt: number;
  readonly counterId: CounterId | null;
}

export interface DayView {
  readonly served: number;
  readonly averageServiceMs: number | null;
  readonly averageWaitMs: number | null;
  readonly rated: number;
}

/** The counter of the plan that this place is, or null. */
export const counterOf = (plan: Plan | null, place: string): Counter | null => plan?.counters.find(({ id }) => id === place) ?? null;

export function queueRows(hall: Readonly<Hall>, queueIds: readonly QueueId[], now: number): QueueRow[] {
  const limit = hall.plan?.waitLimitMs ?? Infinity;
  return queueIds.flatMap((id) => {
    const queue = queueOf(hall, id);
    if (queue === null) return [];
    const longestMs = longestWaitMs(hall, id, now);
    return [{ id, prefix: queue.numbering.prefix, name: queue.name, waiting: waitingCount(hall, id), longestMs, isLate: (longestMs ?? 0) > limit }];
  });
}

/** The next tickets of the counter in order, as the calling policy gives them (C3). */
export function nextRows(hall: Readonly<Hall>, { id: counterId, helperQueues }: Counter, now: number, most: number): NextRow[] {
  const first = firstChoice(hall, counterId, now);
  return nextTickets(hall, counterId, now, most).map((ticket, index) => ({
    id: ticket.id,
    number: ticket.number,
    ...standingOf(hall, ticket),
    waitedMs: waitedMs(ticket, now),
    isEarlyAppointment: ticket.rank === 'appointment' && ticket.dueAt > now,
    isHelping: helperQueues.includes(ticket.queueId),
    why: index === 0 ? first : null,
  }));
}

function firstChoice(hall: Readonly<Hall>, counterId: CounterId, now: number): CallReason | null {
  const counter = counterOf(hall.plan, counterId);
  const state = hall.counters.get(counterId);
  if (hall.plan === null || counter === null || state === undefined) return null;
  return chooseNext(hall, hall.plan, counter, state, now)?.why ?? null;
}

function standingOf({ plan }: Readonly<Hall>, { rank, staff }: Ticket): Standing {
  return { rank, className: plan?.classes.find(({ id }) => id === staff?.classId)?.name ?? null };
}

export function currentView(hall: Readonly<Hall>, counterId: CounterId): CurrentView | null {
  const ticket = activeTicket(hall, counterId);
  if (ticket === null) return null;
  const { id, number, state, calls, staff } = ticket;
  return {
    id, number, state, calls,
    ...standingOf(hall, ticket),
    serviceName: serviceOf(hall, ticket)?.name ?? null,
    since: (state === 'serving' ? ticket.startedAt : ticket.calledAt) ?? hall.at,
    maxCalls: hall.plan?.calling.maxCalls ?? 0,
    waitedMs: waitedMs(ticket, ticket.firstCalledAt ?? hall.at),
    reason: staff?.reason ?? null,
    why: staff?.why ?? null,
  };
}

export interface StripView {
  readonly state: CounterState['state'];
  readonly since: number;
  readonly pauseReason: Names | null;
}

/** Whether the counter calls, since when, and why it pauses (C12). */
export function stripView(hall: Readonly<Hall>, counterId: CounterId): StripView | null {
  const counter = hall.counters.get(counterId);
  if (counter === undefined) return null;
  const { state, since, pauseReasonId } = counter;
  return { state, since, pauseReason: hall.plan?.pauseReasons.find(({ id }) => id === pauseReasonId)?.name ?? null };
}

/** Missed tickets of these queues, the latest first. */
export function missedRows(hall: Readonly<Hall>, queueIds: readonly QueueId[]): MissedRow[] {
  return ticketsIn(hall, 'missed')
    .filter(({ queueId }) => queueIds.includes(queueId))
    .map((ticket) => ({
      id: ticket.id, number: ticket.number, serviceName: serviceOf(hall, ticket)?.name ?? null, calledAt: ticket.calledAt ?? 0, counterId: ticket.counterId,
    }))
    .sort((a, b) => b.calledAt - a.calledAt);
}

/** The counter's sums of today; how it was rated is nobody's business here, only how often. */
export function dayView(hall: Readonly<Hall>, counterId: CounterId): DayView {
  const tally = hall.counterTallies.get(counterId);
  if (tally === undefined) return { served: 0, averageServiceMs: null, averageWaitMs: null, rated: 0 };
  const { served, serviceMs, called, waitMs, rated } = tally;
  return { served, averageServiceMs: served === 0 ? null : serviceMs / served, averageWaitMs: called === 0 ? null : waitMs / called, rated };
}
