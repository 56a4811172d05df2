// The absences of a counter in the hours to come, drawn by replaying a past day that agrees with today so far:
// its own past days first, now and then another counter's; who is late or overdue is drawn from who was later still.
import type { Random } from '../../base/random.ts';
import type { Absences } from './forecastState.ts';
import { longSeconds, type CounterDay, type CounterDays, type CounterToday, type Off } from './counterDays.ts';

const day = 86_400;
/** Own days that weigh as much as everybody's. */
const leanOwn = 1.5;
/** An absence that began within this of another is like it. */
const alikeSeconds = 2_400;

/** What can be replayed for one counter at one moment; made once per answer. */
interface Prospect {
  readonly today: CounterToday;
  /** Past days of its own on which it called at this time of day, with as much lunch behind it as today. */
  readonly own: readonly CounterDay[];
  readonly past: readonly CounterDay[];
  /** Lunch is nearly always over by now, and it was not taken yet. */
  readonly overdue: boolean;
  /** Ends of absences like the present one, as moments of today; Infinity: not again today. */
  readonly backAt: readonly number[];
}

export class AbsencesAhead {
  private readonly days: CounterDays;
  private readonly prospects: (Prospect | undefined)[] = [];
  private others: CounterDay[][] | null = null;
  private readonly latest = new Map<number, number>();
  private second = 0;
  private midnight = 0;

  constructor(days: CounterDays) {
    this.days = days;
  }

  prepare(now: number): void {
    this.second = now % day;
    this.midnight = now - this.second;
    this.prospects.length = 0;
    this.others = null;
    this.latest.clear();
  }

  draw(counter: number, into: Absences, random: Random): void {
    const prospect = this.prospects[counter] ?? this.look(counter);
    into.count = 0;
    const momentEnds = this.days.endIsMoment[counter] ?? false;
    let from = this.second;
    let { longTaken } = prospect.today;
    if (prospect.today.away !== null) {
      const back = prospect.backAt.length === 0 ? Infinity : (prospect.backAt[random.below(prospect.backAt.length)] ?? Infinity);
      this.put(into, this.second - 1, back, true, false);
      if (back === Infinity) return;
      from = back;
      if (back - prospect.today.away.start >= longSeconds) longTaken = true;
      this.replay(into, this.anyDay(prospect.past, from, longTaken, random), from, longTaken, momentEnds);
      return;
    }
    const useOwn = prospect.own.length > 0 && random.next() < prospect.own.length / (prospect.own.length + leanOwn);
    if (prospect.overdue && !useOwn) {
      const lunch = longOf(prospect.past[random.below(prospect.past.length)], this.second);
      if (lunch !== null) {
        from += random.next() * 900;
        const isMoment = momentEnds || lunch.kind === 'closed';
        const end = isMoment ? Math.max(from + 300, lunch.end) : from + lunch.end - lunch.start;
        this.put(into, from, end, isMoment, lunch.kind === 'closed' && this.days.closesWhenEmpty);
        from = end;
        longTaken = true;
      }
    }
    const replayed = useOwn ? prospect.own[random.below(prospect.own.length)] : this.another(prospect, longTaken, random);
    this.replay(into, replayed, from, longTaken, momentEnds);
  }

  private look(counter: number): Prospect {
    const today = this.days.of(counter);
    const past = (this.days.history[counter] ?? []).filter(({ weekday }) => isWeekend(weekday) === isWeekend(this.days.weekday));
    const calling = past.filter((pastDay) => callsAt(pastDay, this.second));
    const own = calling.filter((pastDay) => (longOf(pastDay, this.second) !== null) === today.longTaken);
    const lunched = past.filter((pastDay) => pastDay.openedAt !== Infinity && longOf(pastDay, this.second) !== null).length;
    const overdue = !today.longTaken && today.away === null && past.length >= 3 && lunched >= 0.6 * past.length;
    const prospect = { today, own, past, overdue, backAt: today.away === null ? [] : this.endsLike(today, past) };
    this.prospects[counter] = prospect;
    return prospect;
  }

  /** When a counter that is away now comes back, as seconds of the day. */
  private endsLike(today: CounterToday, past: readonly CounterDay[]): number[] {
    const { second } = this;
    const { away } = today;
    if (away === null) return [];
    const everybody = this.days.history.flatMap((days) => days ?? []).filter(({ weekday }) => isWeekend(weekday) === isWeekend(this.days.weekday));
    if (today.openedAt === Infinity) {
      const own = past.filter(({ openedAt }) => openedAt > second).map(({ openedAt }) => openedAt);
      if (own.some((openedAt) => openedAt !== Infinity)) return own;
      // Later than on any past day: as late as others were, counted from their usual moment.
      const usual = medianOf(past.map(({ openedAt }) => openedAt).filter((openedAt) => openedAt !== Infinity));
      const late = this.days.history.flatMap((days) => latenesses(days ?? []));
      return [...late.map((by) => usual + by).filter((openedAt) => openedAt > second), ...own];
    }
    const elapsed = second - away.start;
    const momentEnds = elapsed >= longSeconds;
    const endOf = (off: Off): number => (momentEnds && off.end > second ? off.end : second + (off.end - off.start - elapsed));
    const like = (days: readonly CounterDay[], within: number): number[] =>
      days.flatMap(({ offs }) => offs.filter((off) => off.kind === away.kind && off.end - off.start > elapsed && Math.abs(off.start - away.start) <= within)).map(endOf);
    const own = like(past, alikeSeconds);
    if (own.length >= 4) return own;
    const all = like(everybody, alikeSeconds);
    if (own.length + all.length >= 3) return [...own, ...all];
    const anyTime = like(everybody, Infinity);
    if (anyTime.length > 0) return anyTime;
    return away.kind === 'closed' ? [Infinity] : [second + 120, second + 300, second + 600, second + 1_200];
  }

  /** A day of any counter that called at this time, with as much lunch behind it. */
  private another({ past }: Prospect, longTaken: boolean, random: Random): CounterDay | undefined {
    this.others ??= [false, true].map((taken) => this.days.history.flatMap((days) => (days ?? []).filter((pastDay) =>
      isWeekend(pastDay.weekday) === isWeekend(this.days.weekday) && callsAt(pastDay, this.second) && (longOf(pastDay, this.second) !== null) === taken)));
    const others = this.others[longTaken ? 1 : 0] ?? [];
    return others.length > 0 ? others[random.below(others.length)] : this.anyDay(past, this.second, longTaken, random);
  }

  private anyDay(past: readonly CounterDay[], from: number, longTaken: boolean, random: Random): CounterDay | undefined {
    for (let tries = 0; tries < 4 && past.length > 0; tries += 1) {
      const pastDay = past[random.below(past.length)];
      if (pastDay !== undefined && callsAt(pastDay, from) && (longOf(pastDay, from) !== null) === longTaken) return pastDay;
    }
    return past.length === 0 ? undefined : past[random.below(past.length)];
  }

  private replay(into: Absences, pastDay: CounterDay | undefined, from: number, longTaken: boolean, momentEnds: boolean): void {
    if (pastDay === undefined) return;
    for (const { kind, start, meantAt, end } of pastDay.offs) {
      const isLong = end - start >= longSeconds;
      if (start <= from || (longTaken && end !== Infinity && isLong && start < from + 7_200)) continue;
      const begin = Math.max(meantAt, from + 1);
      const isMoment = kind === 'closed' || (momentEnds && isLong);
      this.put(into, begin, isMoment ? end : begin + (end - start), isMoment, kind === 'closed' && this.days.closesWhenEmpty);
    }
  }

  /** Kept by quarter hours for one answer. */
  private latestClosing(start: number): number {
    const slot = Math.floor(start / 900);
    const latest = this.latest.get(slot) ?? this.days.latestClosing(start);
    this.latest.set(slot, latest);
    return latest;
  }

  private put(into: Absences, start: number, end: number, isMoment: boolean, untilEmpty: boolean): void {
    const at = into.count;
    if (at >= into.start.length) return;
    into.start[at] = this.midnight + start;
    into.end[at] = this.midnight + end;
    into.endIsMoment[at] = isMoment ? 1 : 0;
    into.untilEmpty[at] = untilEmpty ? 1 : 0;
    into.latest[at] = untilEmpty ? this.midnight + this.latestClosing(start) : Infinity;
    into.count += 1;
  }
}

const isWeekend = (weekday: number): boolean => weekday >= 6;

function callsAt({ openedAt, offs }: CounterDay, second: number): boolean {
  return openedAt <= second && !offs.some(({ start, end }) => start <= second && second < end);
}

/** The last long absence that began before, and was not the end of the day. */
function longOf(pastDay: CounterDay | undefined, before: number): Off | null {
  if (pastDay === undefined) return null;
  let last: Off | null = null;
  for (const off of pastDay.offs) if (off.start < before && off.end !== Infinity && off.end - off.start >= longSeconds) last = off;
  return last;
}

function medianOf(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** How much later than usual the counter opened on each of these days. */
function latenesses(days: readonly CounterDay[]): number[] {
  const usual = medianOf(days.map(({ openedAt }) => openedAt).filter((openedAt) => openedAt !== Infinity));
  return days.map(({ openedAt }) => openedAt - usual);
}
