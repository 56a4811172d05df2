// What the clerk sees beside the actions.
import { expect, test } from 'vitest';
import { must } from '@hall/core/base/assert';
import type { CounterId, QueueId } from '@hall/core/domain/ids';
import { clerkNameAt, clerkRows } from './clerkView.ts';
import { counterOf, dayView, nextRows, queueRows, stripView } from './counterView.ts';
import { clockText, minutesText } from './lengthText.ts';
import { missedRows } from './listView.ts';
import { currentView } from './ticketView.ts';
import { openPractice, practicePlan } from './practiceHall.ts';

const one = must(counterOf(practicePlan, '1'), 'counter 1');
const a = 'A' as QueueId;

test('queues show who waits and how long the first has waited, and when that is over the limit', () => {
  const { hall, now } = openPractice(3);
  expect(queueRows(hall, one.ownQueues, now)).toMatchObject([
    { prefix: 'A', waiting: 3, longestMs: 60_000, isLate: false }, { prefix: 'B', waiting: 0, longestMs: null, isLate: false },
  ]);
  expect(queueRows(hall, [a], now + 900_000)).toMatchObject([{ isLate: true }]);
});

test('C3: the next tickets come in the order of calling, and each says why', () => {
  const practice = openPractice(2);
  practice.done('issueTicket', { serviceId: 'SB', alsoServiceIds: [], priority: { classId: 'elderly', reason: 'desk' }, slotAt: null, override: null, visitorId: null });
  practice.done('issueTicket', { serviceId: 'SH', alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null });
  const rows = nextRows(practice.hall, one, practice.now, 3);
  expect(rows.map(({ number }) => number)).toEqual(['B001', 'A001', 'A002']);
  expect(rows[0]).toMatchObject({ rank: 'priority', className: { en: 'elderly' }, why: { rule: 'firstOfRank' } });
  expect(rows[1]).toMatchObject({ rank: 'ordinary', className: null, why: { rule: 'onlyRankWaiting', rankedInARow: 1 }, waitedMs: 60_000 });
});

test('C3: a ticket of a helper queue says that it is helping', () => {
  const practice = openPractice(0);
  practice.done('issueTicket', { serviceId: 'SH', alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null });
  expect(nextRows(practice.hall, one, practice.now, 3)).toMatchObject([{ number: 'H001', isHelping: true, why: { helping: true } }]);
});

test('the current ticket counts from its last call, then from its start, and a new look is a new object', () => {
  const practice = openPractice(1);
  practice.done('callNext', { counterId: '1' });
  const called = currentView(practice.hall, one.id);
  expect(called).toMatchObject({ number: 'A001', state: 'called', since: practice.now, calls: 1, maxCalls: 3, waitedMs: 60_000, why: { rule: 'onlyRankWaiting' } });
  practice.pass(7_000);
  practice.onTicket('startService', 'A001');
  expect(called).toMatchObject({ state: 'called' });
  expect(currentView(practice.hall, one.id)).toMatchObject({ state: 'serving', since: practice.now });
});

test('C12: a pause shows its reason', () => {
  const practice = openPractice(0);
  practice.done('pauseCounter', { counterId: '1', reasonId: 'lunch' });
  expect(stripView(practice.hall, one.id)).toEqual({ state: 'paused', since: practice.now, pauseReason: { zh: 'lunch', en: 'lunch' } });
});

test('missed tickets of my queues, and the day in sums without a rating level', () => {
  const practice = openPractice(2);
  expect(dayView(practice.hall, one.id)).toEqual({ served: 0, averageServiceMs: null, averageWaitMs: null, rated: 0 });
  practice.done('callNext', { counterId: '1' });
  for (let nth = 2; nth <= 3; nth += 1) {
    practice.pass(5_000);
    practice.onTicket('recallTicket', 'A001');
  }
  practice.pass(20_000);
  practice.onTicket('missTicket', 'A001');
  expect(missedRows(practice.hall, one.ownQueues)).toMatchObject([{ number: 'A001', counterId: '1', calledAt: practice.now - 20_000 }]);
  expect(missedRows(practice.hall, one.helperQueues)).toEqual([]);
  practice.done('callNext', { counterId: '1' });
  practice.onTicket('startService', 'A002');
  practice.pass(120_000);
  practice.onTicket('finishService', 'A002');
  expect(dayView(practice.hall, one.id)).toEqual({ served: 1, averageServiceMs: 120_000, averageWaitMs: 75_000, rated: 0 });
});

test('C13: the list of clerks says who is signed in where, and finds by number or name', () => {
  const { hall } = openPractice(0);
  expect(clerkRows(hall, '').map(({ id, counterId }) => [id, counterId])).toEqual([['1001', '1'], ['1002', null], ['1003', null], ['1004', null]]);
  expect(clerkRows(hall, ' 1003 ')).toMatchObject([{ id: '1003' }]);
  expect(clerkRows(hall, 'clerk 1002')).toMatchObject([{ id: '1002' }]);
  expect(clerkNameAt(hall, '1' as CounterId)).toBe('clerk 1001 1001');
  expect(clerkNameAt(hall, '2' as CounterId)).toBeNull();
});

test('lengths of time', () => {
  expect([-5, 42_900, 725_000, 3_723_000].map(clockText)).toEqual(['0:00', '0:42', '12:05', '1:02:03']);
  expect([minutesText(59_999, 'zh'), minutesText(720_000, 'zh'), minutesText(720_000, 'en')]).toEqual(['不到 1 分钟', '12 分钟', '12 min']);
});
