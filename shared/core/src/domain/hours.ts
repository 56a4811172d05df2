// When tickets are given: weekly hours with several spans, and dates that are not like their weekday (rule H1).
import { localTime, minutesBetween, type LocalTime } from '../base/localTime.ts';
import type { Plan, Service, Span } from './plan.ts';

/** The spans of a service on that date; null when its hours do not limit it. */
export function spansOn(plan: Plan, { hoursId }: Pick<Service, 'hoursId'>, { date, weekday }: Pick<LocalTime, 'date' | 'weekday'>): readonly Span[] | null {
  if (hoursId === null) return null;
  const usual = plan.hours.find(({ id }) => id === hoursId)?.week[weekday] ?? [];
  const fits = plan.exceptions.filter((exception) => exception.date === date);
  // An exception for these hours in particular counts more than one for all.
  const exception = fits.find(({ hoursIds }) => hoursIds.includes(hoursId)) ?? fits.find(({ hoursIds }) => hoursIds.length === 0);
  if (exception === undefined) return usual;
  if (exception.kind === 'extended') return [...usual, ...exception.spans].sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
  return exception.spans;
}

/** The moment of a time of day on the day of `now`; right also when the clocks are changed in between. */
function momentToday(now: number, time: string, wanted: string, timeZone: string): number {
  const guess = Math.floor(now / 60_000) * 60_000 + minutesBetween(time, wanted) * 60_000;
  return guess + minutesBetween(localTime(guess, timeZone).time, wanted) * 60_000;
}

/** When the service's last span of that day ends, or the day's last hour where hours do not limit it; null when hours do not apply. */
export function closingToday(plan: Plan, service: Service, now: number): number | null {
  if (!plan.hoursApply) return null;
  const here = localTime(now, plan.timeZone);
  const spans = spansOn(plan, service, here);
  const closesAt = spans === null ? plan.day.lastHour : spans.reduce((last, span) => (span.closesAt > last ? span.closesAt : last), '');
  return closesAt === '' ? null : momentToday(now, here.time, closesAt, plan.timeZone);
}

export type Issuing =
  | { readonly open: true; /** When issuing ends today; null: not by hours. */ readonly closesAt: number | null }
  /** `opensAt`: the next moment today at which tickets are given; null: not today any more. */
  | { readonly open: false; readonly opensAt: number | null };

/** Whether tickets for the service are given at this moment. */
export function issuingNow(plan: Plan, service: Service, now: number): Issuing {
  if (!plan.hoursApply || service.hoursId === null) return { open: true, closesAt: null };
  const here = localTime(now, plan.timeZone);
  const spans = spansOn(plan, service, here);
  if (spans === null) return { open: true, closesAt: null };
  const momentOf = (time: string): number => momentToday(now, here.time, time, plan.timeZone);
  let closesAt: string | null = null;
  // Spans that meet or overlap, as an extended evening may, are one stretch.
  for (const span of spans) if ((closesAt ?? here.time) >= span.issuesFrom && here.time < span.closesAt && span.closesAt > (closesAt ?? '')) closesAt = span.closesAt;
  if (closesAt !== null) return { open: true, closesAt: momentOf(closesAt) };
  const next = spans.find(({ issuesFrom }) => issuesFrom > here.time);
  return { open: false, opensAt: next === undefined ? null : momentOf(next.issuesFrom) };
}
