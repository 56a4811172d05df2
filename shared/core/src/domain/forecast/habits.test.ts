// What is learned from past days: service times and speeds, misses, arrivals, pauses and openings.
import { expect, test } from 'vitest';
import { seededRandom } from '../../base/random.ts';
import { Arrivals } from './arrivals.ts';
import { CounterDays } from './counterDays.ts';
import { AbsencesAhead } from './absencesAhead.ts';
import { Patience } from './patience.ts';
import { ServiceTimes } from './serviceTimes.ts';

const hour = 3_600;
const mean = (draw: () => number, count = 2_000): number => Array.from({ length: count }, draw).reduce((sum, value) => sum + value, 0) / count;

test('service times: a known kind is drawn from its own past, an unknown one from the plan', () => {
  const random = seededRandom(1);
  const times = new ServiceTimes();
  times.expect(1, 1_200, 0.3);
  for (let seen = 0; seen < 400; seen += 1) times.add(0, 0, random.lognormal(300, 0.5));
  expect(mean(() => times.draw(0, 0, random))).toBeGreaterThan(280);
  expect(mean(() => times.draw(0, 0, random))).toBeLessThan(325);
  expect(mean(() => times.draw(1, 0, random))).toBeGreaterThan(1_000);
});

test('service times: a slow clerk is known after a day, one seen once is taken for an ordinary one', () => {
  const random = seededRandom(2);
  const times = new ServiceTimes();
  for (let seen = 0; seen < 300; seen += 1) times.add(0, seen % 4, random.lognormal(300, 0.3) * (seen % 4 === 3 ? 1.5 : 1));
  times.speeds.endDay();
  expect(times.speeds.of(3) - times.speeds.of(0)).toBeGreaterThan(0.2);
  times.add(0, 9, 900);
  expect(times.speeds.of(9)).toBeLessThan(0.2);
});

test('service times: who is served for longer than nearly everybody still takes a while', () => {
  const random = seededRandom(3);
  const times = new ServiceTimes();
  for (let seen = 0; seen < 300; seen += 1) times.add(0, 0, random.lognormal(300, 0.5));
  expect(times.drawRest(0, 0, 20_000, random)).toBeGreaterThan(0);
  expect(mean(() => times.drawRest(0, 0, 300, random))).toBeGreaterThan(60);
  expect(mean(() => times.drawRest(0, 0, 300, random))).toBeLessThan(250);
});

test('C8 misses: their share grows with the wait when it did', () => {
  const patience = new Patience();
  for (let seen = 0; seen < 1_000; seen += 1) {
    patience.addOutcome(60, seen % 20 === 0);
    patience.addOutcome(2_000, seen % 4 === 0);
  }
  expect(patience.missedShare(60)).toBeCloseTo(0.05, 1);
  expect(patience.missedShare(2_000)).toBeCloseTo(0.25, 1);
});

test('leaving: nobody leaves until somebody did; then long waits lose people', () => {
  const patience = new Patience();
  patience.addWait(1_000, false);
  expect(patience.staysShare(0, 5_000)).toBe(1);
  for (let seen = 0; seen < 300; seen += 1) patience.addWait(1_500, seen % 3 === 0);
  expect(patience.staysShare(0, 1_700)).toBeLessThan(0.85);
  expect(patience.staysShare(0, 200)).toBeGreaterThan(0.95);
});

test('arrivals: as many come as on past days, at the hours they came', () => {
  const arrivals = new Arrivals();
  const random = seededRandom(4);
  for (let day = 0; day < 10; day += 1) {
    arrivals.startDay(1);
    for (let come = 0; come < 40; come += 1) arrivals.add(0, day * 86_400 + 9 * hour + come * 180);
    arrivals.endDay();
  }
  const start = 20 * 86_400;
  arrivals.startDay(1);
  arrivals.prepare(start + 8 * hour);
  const counts = Array.from({ length: 200 }, () => {
    let count = 0;
    for (let at = arrivals.next(0, start, random); at < start + 86_400; at = arrivals.next(0, at, random)) {
      expect(at % 86_400).toBeGreaterThanOrEqual(9 * hour);
      expect(at % 86_400).toBeLessThan(11 * hour);
      count += 1;
    }
    return count;
  });
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeCloseTo(40, -0.5);
  expect(arrivals.next(1, start, random)).toBe(Infinity);
});

/** Ten days: opens at nine, lunch from 12:00 for an hour, closes at five. */
function tenDays(): CounterDays {
  const days = new CounterDays();
  for (let day = 0; day < 10; day += 1) {
    days.startDay(1);
    days.calls(0, 9 * hour);
    days.goesAway(0, 12 * hour, 'paused', 12 * hour - 100);
    days.calls(0, 13 * hour);
    days.goesAway(0, 17 * hour, 'closed', 17 * hour);
    days.closedAt(17 * hour, false);
    days.endDay(18 * hour);
  }
  days.startDay(1);
  return days;
}
function absencesAt(days: CounterDays, second: number, draw = 1): [start: number, end: number][] {
  const ahead = new AbsencesAhead(days);
  ahead.prepare(86_400 * 30 + second);
  return ahead.draw(0, seededRandom(draw)).map(({ start, end }) => [(start % 86_400) / hour, end === Infinity ? Infinity : (end % 86_400) / hour]);
}

test('pauses: a counter that calls in the morning will have lunch and close as on past days', () => {
  const days = tenDays();
  days.calls(0, 9 * hour);
  const [lunch, closing] = absencesAt(days, 10 * hour);
  expect(lunch?.[0]).toBeCloseTo(12, 1);
  expect((lunch?.[1] ?? 0) - (lunch?.[0] ?? 0)).toBeCloseTo(1, 1);
  expect(closing).toEqual([17, Infinity]);
});

test('pauses: lunch that was taken early is not taken again', () => {
  const days = tenDays();
  days.calls(0, 9 * hour);
  days.goesAway(0, 11 * hour, 'paused', 11 * hour);
  days.calls(0, 11.9 * hour);
  expect(absencesAt(days, 11.95 * hour)).toEqual([[17, Infinity]]);
});

test('pauses: lunch that is overdue begins soon', () => {
  const days = tenDays();
  days.calls(0, 9 * hour);
  const [lunch] = absencesAt(days, 12.5 * hour);
  expect(lunch?.[0]).toBeLessThan(12.8);
});

test('openings: a closed counter opens when it usually does; one at lunch comes back after the usual length', () => {
  const days = tenDays();
  expect(absencesAt(days, 8 * hour)[0]?.[1]).toBe(9);
  days.calls(0, 9 * hour);
  days.goesAway(0, 12.25 * hour, 'paused', 12.25 * hour);
  expect(absencesAt(days, 12.5 * hour)[0]?.[1]).toBeCloseTo(13.25, 1);
});

test('openings: who is later than on any of its own days may not come at all, when others stayed away', () => {
  const days = new CounterDays();
  for (let day = 0; day < 10; day += 1) {
    days.startDay(1);
    for (let counter = 0; counter < 8; counter += 1) {
      // Each of the others stayed away on one day; the first came late once.
      if (counter > 0 && day === counter) days.of(counter);
      else days.calls(counter, 9 * hour + (counter === 0 && day === 4 ? 1_800 : 0));
    }
    days.endDay(18 * hour);
  }
  days.startDay(1);
  const ahead = new AbsencesAhead(days);
  ahead.prepare(86_400 * 30 + 9.25 * hour);
  const random = seededRandom(5);
  const ends = Array.from({ length: 400 }, () => ahead.draw(0, random)[0]?.end ?? NaN);
  const never = ends.filter((end) => end === Infinity).length / ends.length;
  expect(never).toBeGreaterThan(0.5);
  expect(never).toBeLessThan(0.9);
});
