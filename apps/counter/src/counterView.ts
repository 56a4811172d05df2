// What the counter screen shows beside its actions: queues, the next tickets, the counter's state, the day.
// The ticket in hand is in ticketView.ts, parked and missed ones in listView.ts.
// Fresh plain objects each time: the follower changes the hall in place, and a screen must notice.
import type { CallReason } from '@hall/core/domain/events';
import type { CounterState, Hall } from '@hall/core/domain/hall';
import type { CounterId, QueueId, TicketId } from '@hall/core/domain/ids';
import type { Counter, Names, Plan } from '@hall/core/domain/plan';
import { longestWaitMs, nextChoices, queueOf, waitingCount } from '@hall/core/domain/questions';
import { waitedMs } from '@hall/core/domain/tally';
import { standingOf, type Standing } from './ticketView.ts';

export interface QueueRow {
  readonly id: QueueId;
  readonly prefix: string;
  readonly name: Names;
  readonly waiting: number;
  readonly longestMs: number | null;
  /** Longer than the plan's limit. */
  readonly isLate: boolean;
}

export interface NextRow extends Standing {
  readonly id: TicketId;
  readonly number: string;
  readonly waitedMs: number;
  readonly isHelping: boolean;
  readonly why: CallReason;
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
  return nextChoices(hall, counterId, now, most).map(({ ticket, why }) => ({
    id: ticket.id,
    number: ticket.number,
    ...standingOf(hall, ticket),
    waitedMs: waitedMs(ticket, now),
    isHelping: helperQueues.includes(ticket.queueId),
    why,
  }));
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

/** The counter's sums of today; how it was rated is nobody's business here, only how often. */
export function dayView(hall: Readonly<Hall>, counterId: CounterId): DayView {
  const tally = hall.counterTallies.get(counterId);
  if (tally === undefined) return { served: 0, averageServiceMs: null, averageWaitMs: null, rated: 0 };
  const { served, serviceMs, called, waitMs, rated } = tally;
  return { served, averageServiceMs: served === 0 ? null : serviceMs / served, averageWaitMs: called === 0 ? null : waitMs / called, rated };
}
