// The whole hall as the guide desk sees it: every queue, every counter, every stop of issuing.
import type { CounterState, Hall } from '@hall/core/domain/hall';
import type { CounterId, QueueId } from '@hall/core/domain/ids';
import type { Names } from '@hall/core/domain/plan';
import { activeTicket, longestWaitMs, openCountersOf, queueOf, waitingCount } from '@hall/core/domain/questions';
import { reasonName } from './ticketView.ts';

export interface QueueLine {
  readonly id: QueueId;
  readonly prefix: string;
  readonly name: Names;
  readonly waiting: number;
  readonly longestMs: number | null;
  readonly isLate: boolean;
  readonly open: number;
}

export function queueLines(hall: Readonly<Hall>, now: number): QueueLine[] {
  const limit = hall.plan?.waitLimitMs ?? Infinity;
  return (hall.plan?.queues ?? []).map(({ id, numbering: { prefix }, name }) => {
    const longestMs = longestWaitMs(hall, id, now);
    return { id, prefix, name, waiting: waitingCount(hall, id), longestMs, isLate: (longestMs ?? 0) > limit, open: openCountersOf(hall, id).length };
  });
}

export interface CounterCell {
  readonly id: CounterId;
  readonly name: Names;
  readonly state: CounterState['state'];
  readonly number: string | null;
}

export const counterCells = (hall: Readonly<Hall>): CounterCell[] =>
  (hall.plan?.counters ?? []).map(({ id, name }) => ({ id, name, state: hall.counters.get(id)?.state ?? 'closed', number: activeTicket(hall, id)?.number ?? null }));

export interface StopRow {
  /** Null: the whole hall. */
  readonly where: Names | null;
  readonly reason: Names | null;
  readonly since: number;
}

export function stopRows(hall: Readonly<Hall>): StopRow[] {
  return [...hall.stops.values()].map(({ scope, reasonId, since }) => ({
    where: scope.kind === 'hall' ? null : scope.kind === 'zone' ? (hall.plan?.zones.find(({ id }) => id === scope.zoneId)?.name ?? null) : (queueOf(hall, scope.queueId)?.name ?? null),
    reason: reasonName(hall.plan?.stopReasons, reasonId), since,
  }));
}
