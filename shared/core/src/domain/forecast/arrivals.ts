// Arrivals of each line by quarter hour of the day, from past days, and how today compares with them.
import type { Random } from '../../base/random.ts';

const quarter = 900;
const quarters = 96;
const day = 86_400;
/** Days of the same weekday that weigh as much as all days together. */
const leanWeekday = 3;
/** Expected arrivals of the hall, and of a line, before today's own volume is believed half. */
const leanToday = 25;
const leanLineToday = 12;

interface LineArrivals {
  /** Counts by quarter of all days, and per weekday. */
  readonly all: Float64Array;
  readonly byWeekday: Float64Array[];
  readonly today: Float64Array;
  /** Rate per second by quarter for today's weekday, smoothed; made when asked. */
  rates: Float64Array | null;
  seenToday: number;
}

export class Arrivals {
  private readonly lines: LineArrivals[] = [];
  private days = 0;
  private readonly weekdays = new Float64Array(8);
  private weekday = 0;
  private hallToday = 0;
  /** Per line, arrivals expected today up to the start of each quarter. */
  private ahead: (Float64Array | null)[] | null = null;
  private aheadFrom = -Infinity;
  private midnight = 0;

  startDay(weekday: number): void {
    this.weekday = weekday;
    this.hallToday = 0;
    this.ahead = null;
    for (const line of this.lines) {
      if (line === undefined) continue;
      line.today.fill(0);
      line.seenToday = 0;
      line.rates = null;
    }
  }

  add(line: number, at: number): void {
    const known = this.line(line);
    const slot = Math.floor((at % day) / quarter);
    known.today[slot] = (known.today[slot] ?? 0) + 1;
    known.seenToday += 1;
    this.hallToday += 1;
  }

  endDay(): void {
    if (this.hallToday === 0) return;
    this.days += 1;
    this.weekdays[this.weekday] = (this.weekdays[this.weekday] ?? 0) + 1;
    for (const line of this.lines) {
      if (line === undefined) continue;
      const ofWeekday = line.byWeekday[this.weekday] ?? new Float64Array(quarters);
      line.byWeekday[this.weekday] = ofWeekday;
      for (let slot = 0; slot < quarters; slot += 1) {
        const seen = line.today[slot] ?? 0;
        line.all[slot] = (line.all[slot] ?? 0) + seen;
        ofWeekday[slot] = (ofWeekday[slot] ?? 0) + seen;
      }
      line.today.fill(0);
      line.rates = null;
    }
  }

  /** Prepares today's arrivals for an answer at `now`. */
  prepare(now: number): void {
    this.midnight = now - (now % day);
    if (this.ahead !== null && now - this.aheadFrom < 60 && now >= this.aheadFrom) return;
    this.aheadFrom = now;
    const upTo = (now % day) / quarter;
    const expected = this.lines.map((line) => (line === undefined ? 0 : expectedUpTo(this.ratesOf(line), upTo)));
    const hall = (this.hallToday + leanToday) / (expected.reduce((sum, value) => sum + value, 0) + leanToday);
    this.ahead = Array.from(this.lines, (line, index) => {
      if (line === undefined || this.days === 0) return null;
      return summed(this.ratesOf(line), (line.seenToday + leanLineToday * hall) / ((expected[index] ?? 0) + leanLineToday));
    });
  }

  /** Moment of the next arrival; Infinity when none comes within the day. */
  next(line: number, after: number, random: Random): number {
    const ahead = this.ahead?.[line];
    if (ahead === undefined || ahead === null) return Infinity;
    const at = (after - this.midnight) / quarter;
    let slot = Math.floor(at);
    const begun = ahead[slot] ?? 0;
    const need = begun + ((ahead[slot + 1] ?? 0) - begun) * (at - slot) - Math.log(1 - random.next());
    if (!(need < (ahead[quarters] ?? 0))) return Infinity;
    while ((ahead[slot + 1] ?? Infinity) <= need) slot += 1;
    const before = ahead[slot] ?? 0;
    return this.midnight + quarter * (slot + (need - before) / ((ahead[slot + 1] ?? 0) - before));
  }

  private ratesOf(line: LineArrivals): Float64Array {
    if (line.rates !== null) return line.rates;
    const seen = this.weekdays[this.weekday] ?? 0;
    const share = seen / (seen + leanWeekday);
    const ofWeekday = line.byWeekday[this.weekday];
    const perDay = (slot: number): number => {
      const all = this.days === 0 ? 0 : (line.all[slot] ?? 0) / this.days;
      return seen === 0 || ofWeekday === undefined ? all * (seen === 0 ? 1 : 1 - share) : share * ((ofWeekday[slot] ?? 0) / seen) + (1 - share) * all;
    };
    line.rates = Float64Array.from({ length: quarters }, (_, slot) => smoothed(perDay, slot) / quarter);
    return line.rates;
  }

  private line(index: number): LineArrivals {
    const line = this.lines[index] ?? {
      all: new Float64Array(quarters), byWeekday: [], today: new Float64Array(quarters), rates: null, seenToday: 0,
    };
    this.lines[index] = line;
    return line;
  }
}

/** A quarter and half of each neighbour, but nothing into a quarter in which nobody ever came (the hall is closed). */
function smoothed(perDay: (slot: number) => number, slot: number): number {
  const own = perDay(slot);
  if (own === 0) return 0;
  const before = slot > 0 ? perDay(slot - 1) : own;
  const after = slot < quarters - 1 ? perDay(slot + 1) : own;
  return (2 * own + (before === 0 ? own : before) + (after === 0 ? own : after)) / 4;
}

function summed(rates: Float64Array, factor: number): Float64Array {
  const sums = new Float64Array(quarters + 1);
  for (let slot = 0; slot < quarters; slot += 1) sums[slot + 1] = (sums[slot] ?? 0) + (rates[slot] ?? 0) * quarter * factor;
  return sums;
}

function expectedUpTo(rates: Float64Array, upTo: number): number {
  let sum = 0;
  for (let slot = 0; slot < Math.min(quarters, upTo); slot += 1) sum += (rates[slot] ?? 0) * quarter * Math.min(1, upTo - slot);
  return sum;
}
