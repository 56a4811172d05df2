// When each counter was not calling on past days and today: pauses, lunch, closings, late openings, whole days away.
// Only the record; what it says about the hours to come is absencesAhead.ts. Times are seconds of the day.

export type OffKind = 'paused' | 'closed';

/** One stretch in which an opened counter did not call. */
export interface Off {
  readonly kind: OffKind;
  readonly start: number;
  /** When it was meant to begin: half a service before, when it began at the end of one. */
  readonly meantAt: number;
  /** Infinity: until the end of the day. */
  readonly end: number;
}

export interface CounterDay {
  readonly weekday: number;
  /** First opening; Infinity: it never opened. */
  readonly openedAt: number;
  readonly offs: readonly Off[];
}

/** Days kept per counter. */
const kept = 30;
/** Forced closings kept, and how long after its time a closing can be forced. */
const keptForced = 100;
const longestOvertime = 7_200;
/** An absence this long is taken once or so a day (lunch) and is expected to be over when it has been taken. */
export const longSeconds = 1_200;

export class CounterToday {
  openedAt = Infinity;
  readonly offs: Off[] = [];
  /** Since when it is away, and how; null: it calls. Before its first opening: closed. */
  away: { kind: OffKind; start: number; meantAt: number } | null = { kind: 'closed', start: 0, meantAt: 0 };
  longTaken = false;
}

export class CounterDays {
  readonly history: (CounterDay[] | undefined)[] = [];
  readonly today: CounterToday[] = [];
  /** Per counter: long absences end at a moment of the day rather than after a length. */
  readonly endIsMoment: boolean[] = [];
  weekday = 0;
  private isOpenDay = false;
  private closedEmpty = 0;
  private closedWithWaiting = 0;
  /** Times of day of closings while people waited. */
  private readonly forced: number[] = [];

  startDay(weekday: number): void {
    this.weekday = weekday;
    this.isOpenDay = true;
    this.today.fill(new CounterToday());
    for (let counter = 0; counter < this.today.length; counter += 1) this.today[counter] = new CounterToday();
  }

  /** Final closings with nobody waiting for the counter are the habit of the hall. */
  get closesWhenEmpty(): boolean {
    return this.closedWithWaiting <= 0.25 * (this.closedEmpty + this.closedWithWaiting);
  }

  calls(counter: number, second: number): void {
    const today = this.of(counter);
    if (today.openedAt === Infinity) today.openedAt = second;
    else if (today.away !== null && second > today.away.start) {
      today.offs.push({ ...today.away, end: second });
      if (second - today.away.start >= longSeconds) today.longTaken = true;
    }
    today.away = null;
  }

  goesAway(counter: number, second: number, kind: OffKind, meantAt: number): void {
    const today = this.of(counter);
    if (today.away === null) today.away = { kind, start: second, meantAt };
    else if (kind === 'closed') today.away = { ...today.away, kind };
  }

  closedAt(second: number, isAnybodyWaiting: boolean): void {
    if (!isAnybodyWaiting) {
      this.closedEmpty += 1;
      return;
    }
    this.closedWithWaiting += 1;
    this.forced.push(second);
    if (this.forced.length > keptForced) this.forced.shift();
  }

  /** By when a closing that begins at `second` was forced while people waited; Infinity: it never was. */
  latestClosing(second: number): number {
    const later = this.forced.filter((at) => at > second - 300 && at < second + longestOvertime).sort((a, b) => a - b);
    return later.length < 4 ? Infinity : (later[Math.floor(later.length / 2)] ?? Infinity);
  }

  endDay(second: number): void {
    if (!this.isOpenDay) return;
    this.isOpenDay = false;
    if (this.today.every(({ openedAt }) => openedAt === Infinity)) return;
    this.today.forEach((today, counter) => {
      const away = today.openedAt === Infinity ? null : (today.away ?? { kind: 'closed' as const, start: second, meantAt: second });
      const offs = away === null ? today.offs : [...today.offs, { ...away, end: Infinity }];
      const days = this.history[counter] ?? [];
      this.history[counter] = days;
      days.push({ weekday: this.weekday, openedAt: today.openedAt, offs });
      if (days.length > kept) days.shift();
      this.endIsMoment[counter] = endsAtMoments(days);
    });
  }

  of(counter: number): CounterToday {
    const today = this.today[counter] ?? new CounterToday();
    this.today[counter] = today;
    return today;
  }
}

/** Whether the ends of long absences vary less than their lengths. */
function endsAtMoments(days: readonly CounterDay[]): boolean {
  const long = days.flatMap(({ offs }) => offs.filter(({ start, end }) => end !== Infinity && end - start >= longSeconds));
  if (long.length < 4) return false;
  return middleSpread(long.map(({ end }) => end)) < 0.6 * middleSpread(long.map(({ start, end }) => end - start));
}

function middleSpread(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * 0.8)] ?? 0) - (sorted[Math.floor(sorted.length * 0.2)] ?? 0);
}
