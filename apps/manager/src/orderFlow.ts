// What the manager can order beside the business day, and the lists that go with it: where issuing can be stopped and is
// (H6), what releasing a counter asks (C13), who is parked and how long (C10). Pure; the screens only show it.
import type { Hall } from '@hall/core/domain/hall';
import type { CounterId } from '@hall/core/domain/ids';
import type { Names, Plan } from '@hall/core/domain/plan';
import { covers, scopeKey, type Scope } from '@hall/core/domain/scope';
import { activeTicket, clerkAt, serviceOf, ticketsIn } from '@hall/core/domain/questions';
import type { Language } from '@hall/core/text/language';
import { managerOrderTexts } from '@hall/core/text/managerOrderText';

export function scopeName(plan: Plan, scope: Scope, language: Language): string {
  const words = managerOrderTexts[language];
  if (scope.kind === 'hall') return words.wholeHall;
  if (scope.kind === 'zone') return words.zone(plan.zones.find(({ id }) => id === scope.zoneId)?.name[language] ?? scope.zoneId);
  const queue = plan.queues.find(({ id }) => id === scope.queueId);
  return words.queue(queue?.numbering.prefix ?? scope.queueId, queue?.name[language] ?? '');
}

export interface ScopeChoice {
  readonly key: string;
  readonly scope: Scope;
  /** How many queues it covers. */
  readonly queues: number;
}

/** Where issuing can still be stopped: hall, zones, queues, each once. */
export function scopeChoices(hall: Readonly<Hall>): ScopeChoice[] {
  const { plan } = hall;
  if (plan === null) return [];
  const scopes: Scope[] = [{ kind: 'hall' }, ...plan.zones.map(({ id }) => ({ kind: 'zone' as const, zoneId: id })), ...plan.queues.map(({ id }) => ({ kind: 'queue' as const, queueId: id }))];
  return scopes
    .map((scope) => ({ key: scopeKey(scope), scope, queues: plan.queues.filter((queue) => covers(scope, queue)).length }))
    .filter(({ key, queues }) => queues > 0 && !hall.stops.has(key));
}

export interface StopRow {
  readonly key: string;
  readonly scope: Scope;
  readonly reason: Names | null;
  readonly since: number;
}

export const stopRows = (hall: Readonly<Hall>): StopRow[] =>
  [...hall.stops].map(([key, { scope, reasonId, since }]) => ({ key, scope, since, reason: hall.plan?.stopReasons.find(({ id }) => id === reasonId)?.name ?? null }));

export type AfterRelease = 'putBack' | 'park' | 'finish';

export interface Release {
  readonly counterId: CounterId;
  readonly clerk: string;
  /** The ticket in hand and its state. */
  readonly ticket: { readonly number: string; readonly state: 'called' | 'serving' } | null;
  /** What can become of it; called, it can only go back. */
  readonly choices: readonly AfterRelease[];
}

/** What releasing this counter asks; null when nobody is signed in there. */
export function releaseOf(hall: Readonly<Hall>, counterId: CounterId): Release | null {
  if (hall.counters.get(counterId)?.signedIn !== true) return null;
  const clerkId = clerkAt(hall, counterId);
  const active = activeTicket(hall, counterId);
  const ticket = active?.state === 'called' || active?.state === 'serving' ? { number: active.number, state: active.state } : null;
  return {
    counterId, ticket, clerk: (clerkId === null ? undefined : hall.staff.people.get(clerkId)?.name) ?? clerkId ?? '',
    choices: ticket?.state === 'serving' ? ['putBack', 'park', 'finish'] : ['putBack'],
  };
}

export interface ParkedRow {
  readonly id: string;
  readonly number: string;
  readonly service: Names | null;
  readonly reason: Names | null;
  readonly counterId: CounterId | null;
  readonly parkedMs: number;
  /** Past the plan's time: somebody should look (X1). */
  readonly isTooLong: boolean;
}

/** The longest first. */
export function parkedRows(hall: Readonly<Hall>, now: number): ParkedRow[] {
  return ticketsIn(hall, 'parked').map((ticket) => {
    const parkedMs = Math.max(0, now - (ticket.parkedAt ?? now));
    return {
      id: ticket.id, number: ticket.number, counterId: ticket.counterId, parkedMs, isTooLong: parkedMs > (hall.plan?.parkAlertMs ?? Infinity),
      service: serviceOf(hall, ticket)?.name ?? null, reason: hall.plan?.parkReasons.find(({ id }) => id === ticket.parkReasonId)?.name ?? null,
    };
  }).sort((a, b) => b.parkedMs - a.parkedMs);
}
