// The hours of a service as a visitor reads them: neighbouring days with the same spans in one line, and today by name
// when it is not like its weekday (H1).
import { localTime } from '@hall/core/base/localTime';
import { spansOn } from '@hall/core/domain/hours';
import type { Plan, Service, Span } from '@hall/core/domain/plan';
import { kioskTexts } from '@hall/core/text/kioskText';
import type { Language } from '@hall/core/text/language';

export interface HoursLine {
  readonly days: string;
  readonly times: string;
}

const timesOf = (spans: readonly Span[]): string => spans.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`).join(' ');

/** Empty when hours do not limit the service. */
export function weekHours(plan: Plan, service: Service, now: number, language: Language): HoursLine[] {
  const words = kioskTexts[language];
  const week = plan.hours.find(({ id }) => id === service.hoursId)?.week;
  if (week === undefined) return [];
  const lines: HoursLine[] = [];
  const here = localTime(now, plan.timeZone);
  const exception = plan.exceptions.find(({ date, hoursIds }) => date === here.date && (hoursIds.length === 0 || hoursIds.some((id) => id === service.hoursId)));
  if (exception !== undefined) lines.push({ days: words.today(exception.name[language]), times: timesOf(spansOn(plan, service, here) ?? []) || words.noHours });
  for (let first = 0; first < week.length;) {
    const times = timesOf(week[first] ?? []);
    let last = first;
    while (last + 1 < week.length && timesOf(week[last + 1] ?? []) === times) last += 1;
    const [from, to] = [words.weekdays[first] ?? '', words.weekdays[last] ?? ''];
    lines.push({ days: first === last ? from : words.fromDayTo(from, to), times: times === '' ? words.noHours : times });
    first = last + 1;
  }
  return lines;
}
