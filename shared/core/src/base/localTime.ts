// Date, weekday and time of day in a time zone: the hall's own (rule N3). Pure: the moment comes from the caller.

export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  /** 0 = Monday … 6 = Sunday. */
  readonly weekday: number;
}

/** Formats are expensive to make and hold nothing but their zone. */
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
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return { date, time: `${part('hour')}:${part('minute')}`, weekday: (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7 };
}

/** Minutes from one time of day to a later one. */
export function minutesBetween(from: string, to: string): number {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return minutes(to) - minutes(from);
}
