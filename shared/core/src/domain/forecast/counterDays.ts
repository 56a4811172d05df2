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
  /** Past days of the same part of the week as today, of each counter and of all. */
  private likeToday: CounterDay[][] | null = null;
  private allLikeToday: CounterDay[] | null = null;
  private offsLikeToday: Float64Array | null = null;
  private lateOnDays: number[] | null = null;
  private closedEmpty = 0;
  private closedWithWaiting = 0;
  /** When closings while people waited were meant to be. */
  private readonly forced: number[] = [];

  startDay(weekday: number): void {
    this.weekday = weekday;
    this.isOpenDay = true;
    this.forgetDerived();
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

  closedAt(meantAt: number, isAnybodyWaiting: boolean): void {
    if (!isAnybodyWaiting) {
      this.closedEmpty += 1;
      return;
    }
    this.closedWithWaiting += 1;
    this.forced.push(meantAt);
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
    this.forgetDerived();
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

  /** The counter's past days of the same part of the week as today. */
  alike(counter: number): readonly CounterDay[] {
    this.likeToday ??= Array.from(this.history, (days) => (days ?? []).filter(({ weekday }) => isWeekend(weekday) === isWeekend(this.weekday)));
    return this.likeToday[counter] ?? [];
  }

  /** How much later than usual counters opened on past days; Infinity: not at all. */
  get latenesses(): readonly number[] {
    this.lateOnDays ??= Array.from(this.history, (days) => days ?? []).flatMap((days) => {
      const usual = usualOpening(days);
      return days.map(({ openedAt }) => openedAt - usual);
    });
    return this.lateOnDays;
  }

  /** Their absences beside each other: kind (1: closed), start, end. */
  get offsAlike(): Float64Array {
    this.offsLikeToday ??= Float64Array.from(this.allAlike.flatMap(({ offs }) => offs.flatMap(({ kind, start, end }) => [kind === 'closed' ? 1 : 0, start, end])));
    return this.offsLikeToday;
  }

  get allAlike(): readonly CounterDay[] {
    this.alike(0);
    this.allLikeToday ??= (this.likeToday ?? []).flat();
    return this.allLikeToday;
  }

  private forgetDerived(): void {
    this.likeToday = null;
    this.allLikeToday = null;
    this.offsLikeToday = null;
    this.lateOnDays = null;
  }

  of(counter: number): CounterToday {
    const today = this.today[counter] ?? new CounterToday();
    this.today[counter] = today;
    return today;
  }
}

const isWeekend = (weekday: number): boolean => weekday >= 6;

/** Median of the openings; 0 of none. */
export function usualOpening(days: readonly CounterDay[]): number {
  const openings = days.map(({ openedAt }) => openedAt).filter((openedAt) => openedAt !== Infinity).sort((a, b) => a - b);
  return openings[Math.floor(openings.length / 2)] ?? 0;
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
