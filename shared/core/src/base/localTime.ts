// Date, weekday and time of day in a time zone: the hall's own (rule N3). Pure: the moment comes from the caller.

export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  /** 0 = Monday … 6 = Sunday. */
  readonly weekday: number;
}

/** Formats are expensive to make and to ask: each zone keeps its own, and what it said of the last minute asked about. */
const zones = new Map<string, { readonly format: Intl.DateTimeFormat; minute: number; told: LocalTime }>();
const minuteMs = 60_000;

/** `at` in ms; `timeZone` an IANA name from the plan. */
export function localTime(at: number, timeZone: string): LocalTime {
  const minute = Math.floor(at / minuteMs);
  const known = zones.get(timeZone);
  if (known?.minute === minute) return known.told;
  const format = known?.format ?? new Intl.DateTimeFormat('en', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  const told = ask(format, at);
  zones.set(timeZone, { format, minute, told });
  return told;
}

function ask(format: Intl.DateTimeFormat, at: number): LocalTime {
  const parts = format.formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return { date, time: `${part('hour')}:${part('minute')}`, weekday: weekdayOf(date) };
}

/** 0 = Monday … 6 = Sunday, of a date `YYYY-MM-DD`. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The moment of a date and time of day in a time zone; right also around a change of the clocks. */
export function momentAt(date: string, time: string, timeZone: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const offBy = (at: number): number => {
    const here = localTime(at, timeZone);
    return Date.parse(`${here.date}T${here.time}:00Z`) - wanted;
  };
  const guess = wanted - offBy(wanted);
  return guess - offBy(guess);
}

/** Minutes from one time of day to a later one. */
export function minutesBetween(from: string, to: string): number {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return minutes(to) - minutes(from);
}
