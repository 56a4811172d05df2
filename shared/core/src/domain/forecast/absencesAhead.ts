// The absences of a counter in the hours to come, drawn by replaying a past day that agrees with today so far:
// its own past days first, now and then another counter's; who is late or overdue is drawn from who was later still.
import type { Random } from '../../base/random.ts';
import type { Absence } from './forecastState.ts';
import { comesBack } from './comesBack.ts';
import { longSeconds, type CounterDay, type CounterDays, type CounterToday, type Off } from './counterDays.ts';

const day = 86_400;
/** Own days that weigh as much as everybody's. */
const leanOwn = 1.5;
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
  private prospects: (Prospect | undefined)[] = [];
  private others: CounterDay[][] | null = null;
  /** Replays of past days from this moment on, for counters whose long absences end after a length or at a moment. */
  private replays = [new Map<CounterDay, readonly Absence[]>(), new Map<CounterDay, readonly Absence[]>()];
  private latest = new Map<number, number>();
  private second = 0;
  private midnight = 0;

  constructor(days: CounterDays) {
    this.days = days;
  }

  prepare(now: number): void {
    this.second = now % day;
    this.midnight = now - this.second;
    this.prospects = [];
    this.others = null;
    // New ones: a map that is cleared again and again keeps alive, in V8, whatever it once held until all memory is swept.
    this.replays = [new Map(), new Map()];
    this.latest = new Map();
  }

  draw(counter: number, random: Random): readonly Absence[] {
    const prospect = this.prospects[counter] ?? this.look(counter);
    const momentEnds = this.days.endIsMoment[counter] ?? false;
    const { away, longTaken } = prospect.today;
    if (away !== null) {
      const back = prospect.backAt.length === 0 ? Infinity : (prospect.backAt[random.below(prospect.backAt.length)] ?? Infinity);
      const present = this.absence(this.second - 1, back, true, false);
      if (back === Infinity) return [present];
      const taken = longTaken || back - away.start >= longSeconds;
      return [present, ...this.replay(this.anyDay(prospect.past, back, taken, random), back, taken, momentEnds)];
    }
    const useOwn = prospect.own.length > 0 && random.next() < prospect.own.length / (prospect.own.length + leanOwn);
    if (prospect.overdue && !useOwn) {
      const lunch = longOf(prospect.past[random.below(prospect.past.length)], this.second);
      if (lunch !== null) {
        const from = this.second + random.next() * 900;
        const isMoment = momentEnds || lunch.kind === 'closed';
        const end = isMoment ? Math.max(from + 300, lunch.end) : from + lunch.end - lunch.start;
        const taken = this.absence(from, end, isMoment, lunch.kind === 'closed' && this.days.closesWhenEmpty);
        return [taken, ...this.replay(this.another(prospect, true, random), end, true, momentEnds)];
      }
    }
    const pastDay = useOwn ? prospect.own[random.below(prospect.own.length)] : this.another(prospect, longTaken, random);
    if (pastDay === undefined) return [];
    // Days that are replayed here have as much lunch behind them as today: one replay serves all counters.
    const known = this.replays[momentEnds ? 1 : 0];
    const replayed = known?.get(pastDay) ?? this.replay(pastDay, this.second, longTaken, momentEnds);
    known?.set(pastDay, replayed);
    return replayed;
  }

  private look(counter: number): Prospect {
    const today = this.days.of(counter);
    const past = this.days.alike(counter);
    const prospect: Prospect = today.away === null
      ? { today, past, own: past.filter((pastDay) => this.fits(pastDay, today.longTaken)), overdue: this.isOverdue(today, past), backAt: [] }
      : { today, past, own: [], overdue: false, backAt: comesBack(this.days, today.away, today.openedAt, past, this.second) };
    this.prospects[counter] = prospect;
    return prospect;
  }

  private isOverdue({ longTaken }: CounterToday, past: readonly CounterDay[]): boolean {
    if (longTaken || past.length < 3) return false;
    return past.filter((pastDay) => pastDay.openedAt !== Infinity && longOf(pastDay, this.second) !== null).length >= 0.6 * past.length;
  }

  /** A day of any counter that called at this time, with as much lunch behind it. */
  private another({ past }: Prospect, longTaken: boolean, random: Random): CounterDay | undefined {
    const { allAlike } = this.days;
    for (let tries = 0; tries < 12 && allAlike.length > 0; tries += 1) {
      const pastDay = allAlike[random.below(allAlike.length)];
      if (pastDay !== undefined && this.fits(pastDay, longTaken)) return pastDay;
    }
    // Few such days: they are looked for one by one.
    this.others ??= [false, true].map((taken) => allAlike.filter((pastDay) => this.fits(pastDay, taken)));
    const others = this.others[longTaken ? 1 : 0] ?? [];
    return others.length > 0 ? others[random.below(others.length)] : this.anyDay(past, this.second, longTaken, random);
  }

  private fits(pastDay: CounterDay, longTaken: boolean): boolean {
    return callsAt(pastDay, this.second) && (longOf(pastDay, this.second) !== null) === longTaken;
  }

  private anyDay(past: readonly CounterDay[], from: number, longTaken: boolean, random: Random): CounterDay | undefined {
    for (let tries = 0; tries < 4 && past.length > 0; tries += 1) {
      const pastDay = past[random.below(past.length)];
      if (pastDay !== undefined && callsAt(pastDay, from) && (longOf(pastDay, from) !== null) === longTaken) return pastDay;
    }
    return past.length === 0 ? undefined : past[random.below(past.length)];
  }

  private replay(pastDay: CounterDay | undefined, from: number, longTaken: boolean, momentEnds: boolean): readonly Absence[] {
    const ahead: Absence[] = [];
    if (pastDay === undefined) return ahead;
    for (const { kind, start, meantAt, end } of pastDay.offs) {
      const isLong = end - start >= longSeconds;
      if (start <= from || (longTaken && end !== Infinity && isLong && start < from + 7_200)) continue;
      const begin = Math.max(meantAt, from + 1);
      const isMoment = kind === 'closed' || (momentEnds && isLong);
      ahead.push(this.absence(begin, isMoment ? end : begin + (end - start), isMoment, kind === 'closed' && this.days.closesWhenEmpty));
    }
    return ahead;
  }

  /** Kept by quarter hours for one answer. */
  private latestClosing(start: number): number {
    const slot = Math.floor(start / 900);
    const latest = this.latest.get(slot) ?? this.days.latestClosing(start);
    this.latest.set(slot, latest);
    return latest;
  }

  private absence(start: number, end: number, endIsMoment: boolean, untilEmpty: boolean): Absence {
    const { midnight } = this;
    return { start: midnight + start, end: midnight + end, endIsMoment, untilEmpty, latest: untilEmpty ? midnight + this.latestClosing(start) : Infinity };
  }
}

function callsAt({ openedAt, offs }: CounterDay, second: number): boolean {
  if (openedAt > second) return false;
  for (const { start, end } of offs) if (start <= second && second < end) return false;
  return true;
}

/** The last long absence that began before, and was not the end of the day. */
function longOf(pastDay: CounterDay | undefined, before: number): Off | null {
  if (pastDay === undefined) return null;
  let last: Off | null = null;
  for (const off of pastDay.offs) if (off.start < before && off.end !== Infinity && off.end - off.start >= longSeconds) last = off;
  return last;
}
