// The manager's figures against a small day whose sums are done by hand in the comments.
import { expect, test } from 'vitest';
import type { CommandData } from '@hall/core/domain/commands';
import { emptyHall } from '@hall/core/domain/hall';
import { counterZones, ratedCounters } from './counterFigures.ts';
import { meanText, shareText, waitText } from './figureText.ts';
import { FoldedDay, minute } from './foldedDay.ts';
import { hallDate, leftOver, queueRows, ratingSum, tiles, waitStep } from './managerFlow.ts';

/**
 * 09:00 A001 A002 B001; counters 1 (Wang) and 3 (Zhao) open.
 * 09:04 counter 1 calls A001 (waited 4) and starts; 09:10 finishes, rated 5.
 * 09:20 counter 1 calls A002 (waited 20: late) and misses it; counter 3 calls B001 (waited 20: late), starts.
 * 09:30 counter 3 finishes, rated 2. Then A003 B002 B003 are issued; counter 3 calls B002 (waited 0) and starts.
 * 09:40 now: waiting A003 and B003, both for 10 minutes.
 */
function smallDay(): FoldedDay {
  const day = new FoldedDay().open('1', '1001').open('3', '1003').issue('A').issue('A').issue('B');
  day.pass(4 * minute).call('1').onActive('startService', '1').pass(6 * minute).onActive('finishService', '1').rate('1', 5);
  day.pass(10 * minute).call('1').onActive('missTicket', '1').call('3').onActive('startService', '3');
  day.pass(10 * minute).onActive('finishService', '3').rate('3', 2).issue('A').issue('B').issue('B').call('3').onActive('startService', '3');
  return day.pass(10 * minute);
}

test('X2 given the small day, then the tiles are the sums done by hand', () => {
  const { hall, now } = smallDay();
  expect(tiles(hall, now)).toEqual({
    waiting: 2, longestMs: 10 * minute,
    // Waits 4, 20, 20, 0 = 44 min over 4 called; 2 of 4 within 15 min.
    averageMs: 11 * minute, onTime: 0.5,
    open: 2, paused: 0, counters: 3, serving: 1, calledNow: 0,
    issued: 6, called: 4, served: 2,
    rating: { rated: 2, levels: [0, 1, 0, 0, 1], satisfaction: 0.5 },
  });
});

test('X2 given the small day, then each queue has its own sums', () => {
  const { hall, now } = smallDay();
  const [a, b] = queueRows(hall, now);
  // A: waits 4 and 20 of two called; B: 20 and 0.
  expect(a).toMatchObject({ waiting: 1, longestMs: 10 * minute, open: 1, helpers: 1, service: 'own', perCounter: 1, issued: 3, called: 2, averageMs: 12 * minute, missed: 1, isUnserved: false });
  expect(b).toMatchObject({ waiting: 1, longestMs: 10 * minute, open: 1, helpers: 0, service: 'own', perCounter: 1, issued: 3, called: 2, averageMs: 10 * minute, missed: 0, isUnserved: false });
});

test('given an empty hall, then nothing is divided by zero and nothing is shown as 0 that has no value', () => {
  const { hall, now } = new FoldedDay();
  expect(tiles(hall, now)).toMatchObject({ waiting: 0, longestMs: null, averageMs: null, onTime: null, rating: { rated: 0, satisfaction: null } });
  expect(queueRows(hall, now)[0]).toMatchObject({ waiting: 0, longestMs: null, open: 0, perCounter: null, averageMs: null, service: 'nobody', isUnserved: false });
  expect(tiles(emptyHall(), now)).toMatchObject({ waiting: 0, counters: 0, averageMs: null });
  expect(queueRows(emptyHall(), now)).toEqual([]);
  expect([waitText(null, 'zh'), meanText(null, 'en'), shareText(null)]).toEqual(['—', '—', '—']);
});

test('X1 given people waiting and no open counter, then the queue is unserved and never divided', () => {
  const day = new FoldedDay().issue('A').issue('B').open('1', '1001');
  expect(queueRows(day.hall, day.now)[1]).toMatchObject({ waiting: 1, service: 'nobody', isUnserved: true, perCounter: null });
  day.order('pauseCounter', { counterId: '1', reasonId: 'lunch' } as CommandData<'pauseCounter'>);
  expect(queueRows(day.hall, day.now)[0]).toMatchObject({ service: 'nobody', isUnserved: true });
  // A helper alone serves the queue, but it is said that it only helps.
  day.open('3', '1003');
  expect(queueRows(day.hall, day.now)[0]).toMatchObject({ open: 0, helpers: 1, service: 'helpersOnly', isUnserved: false, perCounter: null });
});

test('given the counters, then each shows state, ticket, clerk, work and ratings; only rated ones are listed', () => {
  const day = smallDay().order('pauseCounter', { counterId: '1', reasonId: 'lunch' } as CommandData<'pauseCounter'>);
  const zones = counterZones(day.hall);
  expect(zones).toHaveLength(1);
  expect(zones[0]).toMatchObject({ open: 1, cells: [
    { counter: { id: '1' }, state: 'paused', pauseReason: { zh: 'Lunch' }, ticket: null, clerk: 'Wang', served: 1, rating: { satisfaction: 1 } },
    { counter: { id: '2' }, state: 'closed', ticket: null, clerk: null, served: 0, rating: { rated: 0, satisfaction: null } },
    { counter: { id: '3' }, state: 'open', ticket: { number: 'B002', state: 'serving' }, clerk: 'Zhao', served: 1, rating: { satisfaction: 0 } },
  ] });
  expect(ratedCounters(zones).map(({ counter }) => counter.id)).toEqual(['1', '3']);
});

test('T3 given the small day, when it closes, then who was left is told before, and the day\'s sums stay', () => {
  const day = smallDay();
  expect(leftOver(day.hall)).toEqual({ waiting: 2, called: 0, serving: 1, missed: 1 });
  day.order('closeDay', { date: '2026-03-02' } as CommandData<'closeDay'>);
  expect(leftOver(day.hall)).toEqual({ waiting: 0, called: 0, serving: 0, missed: 0 });
  expect(tiles(day.hall, day.now)).toMatchObject({ waiting: 0, longestMs: null, open: 0, serving: 0, issued: 6, served: 2, averageMs: 11 * minute });
});

test('given levels 3, 4 and 5, then they are satisfied; without the private part nothing is guessed', () => {
  expect(ratingSum({ rated: 10, staff: { levels: [1, 2, 3, 0, 4] } }).satisfaction).toBe(0.7);
  expect(ratingSum({ rated: 3 })).toEqual({ rated: 3, levels: [0, 0, 0, 0, 0], satisfaction: null });
});

test('N3 given a moment after midnight in the hall, then it is the hall\'s date and not another zone\'s', () => {
  const at = Date.parse('2026-03-02T16:30:00Z');
  expect(hallDate(at, 'Asia/Shanghai')).toBe('2026-03-03');
  expect(hallDate(at, 'America/New_York')).toBe('2026-03-02');
});

test('given waits, then steps begin beyond 15, 20 and 30 min', () => {
  expect([null, 15, 16, 21, 31].map((wait) => waitStep(wait === null ? null : wait * minute))).toEqual([0, 0, 1, 2, 3]);
  expect([waitText(119_999, 'zh'), meanText(510_000, 'en'), shareText(2 / 3)]).toEqual(['1 分钟', '8.5 min', '66.7%']);
});
