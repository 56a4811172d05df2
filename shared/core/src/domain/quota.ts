// How many tickets a service may give, a day and between times of day (rule H2). Counted when issued, never by looking back.
import { localTime } from '../base/localTime.ts';
import type { Hall } from './hall.ts';
import type { Plan, Service } from './plan.ts';

export interface QuotaReached {
  readonly quota: number;
  /** `from–to` of the span that is full; null: the day is. */
  readonly span: string | null;
}

const spanKey = (service: Service, from: string, to: string): string => `${service.id} ${from}–${to}`;

/** Under which keys a ticket issued now is counted. */
export function quotaKeys(plan: Plan, service: Service, now: number): string[] {
  if (service.quota.spans.length === 0) return [service.id];
  const { time } = localTime(now, plan.timeZone);
  return [service.id, ...service.quota.spans.filter(({ from, to }) => time >= from && time < to).map(({ from, to }) => spanKey(service, from, to))];
}

/** The quota that is full now, or null when one more may be given. */
export function quotaReached(hall: Readonly<Hall>, plan: Plan, service: Service, now: number): QuotaReached | null {
  const { daily, spans } = service.quota;
  if (daily !== null && (hall.issued.get(service.id) ?? 0) >= daily) return { quota: daily, span: null };
  if (spans.length === 0) return null;
  const { time } = localTime(now, plan.timeZone);
  const full = spans.find(({ from, to, most }) => time >= from && time < to && (hall.issued.get(spanKey(service, from, to)) ?? 0) >= most);
  return full === undefined ? null : { quota: full.most, span: `${full.from}–${full.to}` };
}
