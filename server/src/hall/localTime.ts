// Date and time of day in the hall's own time zone (rule N3).
import type { BusinessDay } from '@hall/core/domain/ids';

export interface LocalTime {
  readonly date: BusinessDay;
  /** `HH:MM` */
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `at` in ms; `timeZone` an IANA name from the plan. */
export function localTime(at: number, timeZone: string): LocalTime {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  const parts = format.formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}` as BusinessDay, time: `${part('hour')}:${part('minute')}` };
}
