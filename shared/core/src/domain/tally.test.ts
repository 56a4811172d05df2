// The sums of a day against one that was added up by hand, by the definitions of docs/spec/indicators.md.
import { expect, test } from 'vitest';
import { dayTally } from './questions.ts';
import { given, givenPlan, morning } from './testing/hallSpec.ts';
import { after, cancel, checkIn, finish, issue, issueTo, miss, next, open, rate, recall, signIn, start } from './testing/orders.ts';
import { smallPlan } from './testing/smallPlan.ts';

const min = (minutes: number) => after(minutes * 60_000);
/*
 * minute  0  A001, A002, B001, C01 are issued; counters 1 and 3 open
 *         5  counter 1 calls A001 (waited 5)          10  starts, 17  finishes: served 7; rated 5
 *        20  counter 1 calls A002 (waited 20: late)   21  recalled, missed
 *        22  counter 1 calls B001 (waited 22: late)   25  starts, 28  finishes: served 3; rated 2
 *        30  A003, elderly, is issued                 31  cancelled while waiting
 *        40  counter 3 calls C01 (waited 40: late)    and still serves it
 */
const day = () => given(
  signIn('1', '1001'), open('1'), signIn('3', '1003'), open('3'), issue('SA'), issue('SA'), issue('SB'), issue('SC'),
  min(5), next('1'), min(5), start('1', 'A001'), min(7), finish('1', 'A001'), rate('1', 5),
  min(3), next('1'), min(1), recall('1', 'A002'), miss('1', 'A002'), min(1), next('1'), min(3), start('1', 'B001'), min(3), finish('1', 'B001'), rate('1', 2, { codes: ['201'] }),
  min(2), issueTo('elderly', 'SA'), min(1), cancel('A003'), min(9), next('3'), start('3', 'C01'),
);
const m = 60_000;
const tallyOf = (tallies: ReadonlyMap<string, unknown>, id: string): unknown => tallies.get(id);

test('X2 the sums of each queue are those added up by hand', () => {
  const { hall } = day();
  expect(tallyOf(hall.queueTallies, 'A')).toEqual({ issued: 3, called: 2, waitMs: 25 * m, longestWaitMs: 20 * m, calledInTime: 1, served: 1, serviceMs: 7 * m, missed: 1, transferred: 0, picked: 0, cancelled: 1, expired: 0, rated: 0 });
  expect(tallyOf(hall.queueTallies, 'B')).toEqual({ issued: 1, called: 1, waitMs: 22 * m, longestWaitMs: 22 * m, calledInTime: 0, served: 1, serviceMs: 3 * m, missed: 0, transferred: 0, picked: 0, cancelled: 0, expired: 0, rated: 0 });
  expect(tallyOf(hall.queueTallies, 'C')).toEqual({ issued: 1, called: 1, waitMs: 40 * m, longestWaitMs: 40 * m, calledInTime: 0, served: 0, serviceMs: 0, missed: 0, transferred: 0, picked: 0, cancelled: 0, expired: 0, rated: 0 });
});

test('X2 the sums of each counter are those added up by hand; its ratings are for staff', () => {
  const { hall } = day();
  expect(tallyOf(hall.counterTallies, '1')).toEqual({
    issued: 0, called: 3, waitMs: 47 * m, longestWaitMs: 22 * m, calledInTime: 1, served: 2, serviceMs: 10 * m, missed: 1, transferred: 0, picked: 0, cancelled: 0, expired: 0, rated: 2,
    staff: { levels: [0, 1, 0, 0, 1] },
  });
  expect(tallyOf(hall.counterTallies, '3')).toMatchObject({ called: 1, served: 0, rated: 0 });
});

test('X2 the sums of the day are those of all queues, its ratings those of all counters', () => {
  expect(dayTally(day().hall)).toEqual({
    issued: 5, called: 4, waitMs: 87 * m, longestWaitMs: 40 * m, calledInTime: 1, served: 2, serviceMs: 10 * m, missed: 1, transferred: 0, picked: 0, cancelled: 1, expired: 0, rated: 2,
    staff: { levels: [0, 1, 0, 0, 1] },
  });
});

test('X2 a recall is no second call, and waiting ends with the first', () => {
  const { hall } = given(signIn('1', '1001'), open('1'), issue('SA'), min(4), next('1'), min(10), recall('1', 'A001'));
  expect(dayTally(hall)).toMatchObject({ called: 1, waitMs: 4 * m });
});

test('X2 T5 an appointment waits from the later of slot and check-in, and not at all when called before its slot', () => {
  const called = (slotAt: number, before: number, waited: number) => {
    const { hall } = given(signIn('1', '1001'), open('1'), min(10), checkIn('SA', slotAt), min(before), next('1'));
    expect(dayTally(hall).waitMs).toBe(waited * m);
  };
  called(morning + 30 * m, 25, 5);
  called(morning, 25, 25);
  called(morning + 60 * m, 5, 0);
});

test('X2 a call at the limit itself is in time, one millisecond later is not', () => {
  const at = (ms: number) => dayTally(given(signIn('1', '1001'), open('1'), issue('SA'), after(ms), next('1')).hall).calledInTime;
  expect([at(900_000), at(900_001)]).toEqual([1, 0]);
});

test('X2 the time from call to start is neither waiting nor service', () => {
  const { hall } = givenPlan(smallPlan(), signIn('1', '1001'), open('1'), issue('SA'), min(1), next('1'), min(8), start('1', 'A001'), min(2), finish('1', 'A001'));
  expect(dayTally(hall)).toMatchObject({ waitMs: m, serviceMs: 2 * m });
});
