// What a board says of its counters and queues, from the hall. Pure; the calls just made are callQueue.ts.
import type { CounterState, Hall } from '@hall/core/domain/hall';
import type { CounterId, QueueId, ZoneId } from '@hall/core/domain/ids';
import type { Names } from '@hall/core/domain/plan';
import { activeTicket, waitingCount } from '@hall/core/domain/questions';
import { covers, scopeKey } from '@hall/core/domain/scope';
import { showsZone } from './placeFlow.ts';

/** Cells that can be read from 10 m: three columns of eight. */
export const cellsPerPage = 24;
/** Long enough to find one's number among 24. */
export const pageMs = 10_000;

export interface CounterCell {
  readonly id: CounterId;
  readonly name: Names;
  readonly state: CounterState['state'];
  readonly pauseReason: Names | null;
  /** The ticket called or served there now. */
  readonly ticket: { readonly number: string; readonly state: 'called' | 'serving' } | null;
  /** Its last call (1 = the first); 0 without a ticket. */
  readonly calls: number;
}

/** One counter as its own screen and the boards show it; null when the plan has none of this number. */
export function counterCell(hall: Readonly<Hall>, counterId: CounterId): CounterCell | null {
  const counter = hall.plan?.counters.find(({ id }) => id === counterId);
  const state = hall.counters.get(counterId);
  if (counter === undefined || state === undefined) return null;
  const active = activeTicket(hall, counterId);
  const ticket = active !== null && (active.state === 'called' || active.state === 'serving') ? { number: active.number, state: active.state } : null;
  const reason = hall.plan?.pauseReasons.find(({ id }) => id === state.pauseReasonId);
  return { id: counterId, name: counter.name, state: state.state, pauseReason: reason?.name ?? null, ticket, calls: active?.calls ?? 0 };
}

/** Counters of these zones, or of the hall, in the order of the plan. */
export function counterCells(hall: Readonly<Hall>, zoneIds: readonly ZoneId[] | null): CounterCell[] {
  const counters = hall.plan?.counters.filter((counter) => showsZone(zoneIds, counter.zoneId)) ?? [];
  return counters.map(({ id }) => counterCell(hall, id)).filter((cell) => cell !== null);
}

/** Pages of nearly the same length: 25 counters are 13 and 12, not 24 and 1. */
export function pagesOf<T>(all: readonly T[], perPage: number): T[][] {
  const count = Math.max(1, Math.ceil(all.length / perPage));
  const each = Math.ceil(all.length / count);
  return Array.from({ length: count }, (_, page) => all.slice(page * each, (page + 1) * each));
}

/** Which page all boards show at this moment of hall time. */
export const pageAt = (now: number, pages: number): number => Math.floor(now / pageMs) % Math.max(1, pages);

export interface StopCell {
  readonly key: string;
  /** Null: the whole hall. */
  readonly where: Names | null;
  readonly reason: Names | null;
}

/** Stops of issuing that concern this board, the widest first (H6); a stop of the whole hall says it all. */
export function stopCells(hall: Readonly<Hall>, zoneIds: readonly ZoneId[] | null): StopCell[] {
  const { plan } = hall;
  if (plan === null) return [];
  const width = { hall: 0, zone: 1, queue: 2 } as const;
  const seen = plan.queues.filter((queue) => showsZone(zoneIds, queue.zoneId));
  const stops = [...hall.stops.values()].filter(({ scope }) => seen.some((queue) => covers(scope, queue))).sort((a, b) => width[a.scope.kind] - width[b.scope.kind]);
  const cells = stops.map(({ scope, reasonId }) => ({
    key: scopeKey(scope), reason: plan.stopReasons.find(({ id }) => id === reasonId)?.name ?? null,
    where: scope.kind === 'hall' ? null : scope.kind === 'zone' ? (plan.zones.find(({ id }) => id === scope.zoneId)?.name ?? null) : (plan.queues.find(({ id }) => id === scope.queueId)?.name ?? null),
  }));
  return stops[0]?.scope.kind === 'hall' ? cells.slice(0, 1) : cells;
}

export interface QueueCell {
  readonly id: QueueId;
  readonly prefix: string;
  readonly name: Names;
  readonly waiting: number;
}

export function queueCells(hall: Readonly<Hall>, zoneIds: readonly ZoneId[] | null): QueueCell[] {
  const queues = hall.plan?.queues.filter((queue) => showsZone(zoneIds, queue.zoneId)) ?? [];
  return queues.map(({ id, name, numbering }) => ({ id, prefix: numbering.prefix, name, waiting: waitingCount(hall, id) }));
}
