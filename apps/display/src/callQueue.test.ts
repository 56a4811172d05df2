// D1 and D3 of the big area: nothing skipped, nothing twice, each call its moment; by events and by snapshots.
import { expect, test } from 'vitest';
import type { HallEvent } from '@hall/core/domain/events';
import { emptyHall, type CallShown, type Hall } from '@hall/core/domain/hall';
import { arrive, dueInMs, emptyQueue, freshMs, isNew, leastMomentMs, momentMs, rowsShown, step, type CallQueue } from './callQueue.ts';

const now = 1_000_000;
const call = (seq: number, at = now, over: Partial<CallShown> = {}): CallShown =>
  ({ seq, at, ticketId: `1.${seq}` as CallShown['ticketId'], number: `A${String(seq).padStart(3, '0')}`, queueId: null, counterId: '3' as CallShown['counterId'], nth: 1, ...over });

function hallAt(seq: number, recentCalls: CallShown[], over: Partial<Hall> = {}): Hall {
  return { ...emptyHall(), journalId: 'j', seq, recentCalls, day: { date: '2026-03-02', openedAt: 1, closedAt: null } as Hall['day'], ...over };
}
function eventOf({ seq, at, ticketId, number, counterId, nth }: CallShown): HallEvent {
  return { seq, at, day: null, v: 1, type: nth === 1 ? 'ticketCalled' : 'ticketRecalled', data: { ticketId, number, counterId, nth } } as HallEvent;
}
const everything = { now, concerns: () => true };
const bySnapshot = (queue: CallQueue, hall: Hall, over: object = {}) => arrive(queue, { ...everything, hall, events: null, ...over });
const byEvents = (queue: CallQueue, calls: CallShown[], over: object = {}) =>
  arrive(queue, { ...everything, hall: hallAt(Math.max(queue.lastSeq, ...calls.map(({ seq }) => seq)), []), events: calls.map(eventOf), ...over });

/** Lets the time pass; what stood at the top, in order, and for how long. */
function play(queue: CallQueue, start = 0): { tops: number[]; moments: number[]; queue: CallQueue; clock: number } {
  const tops: number[] = [];
  const moments: number[] = [];
  let [clock, entered] = [start, start];
  for (let due = dueInMs(queue, clock); due !== null; due = dueInMs(queue, clock)) {
    clock += due;
    if (tops.length > 0) moments.push(clock - entered);
    entered = clock;
    queue = step(queue, clock);
    tops.push(queue.rows[0]?.call.seq ?? -1);
  }
  return { tops, moments, queue, clock };
}
const opened = bySnapshot(emptyQueue, hallAt(10, [])).queue;
const burst = (from: number, to: number): CallShown[] => Array.from({ length: to - from + 1 }, (_, index) => call(from + index));

test('D1 a burst in one batch is shown in order, each call at the top for a moment', () => {
  const { tops, moments } = play(byEvents(opened, burst(11, 58)).queue);
  expect(tops).toEqual(burst(11, 58).map(({ seq }) => seq));
  expect(Math.min(...moments)).toBeGreaterThanOrEqual(leastMomentMs);
});

test('D1 the moment is full when nobody waits and shorter the more wait', () => {
  const one = step(byEvents(opened, burst(11, 11)).queue, 0);
  expect(dueInMs(one, 0)).toBeNull();
  const two = byEvents(one, [call(12)]).queue;
  expect(dueInMs(two, 0)).toBe(momentMs / 2);
  expect(dueInMs(byEvents(two, burst(13, 40)).queue, 0)).toBe(leastMomentMs);
});

test('D1 a call that comes in its time is at the top at once', () => {
  const shown = step(byEvents(opened, [call(11)]).queue, 0);
  expect(dueInMs(byEvents(shown, [call(12)]).queue, 60_000)).toBe(0);
});

test('D1 duplicates are taken once, by events and by snapshot', () => {
  const once = byEvents(opened, burst(11, 13));
  const twice = byEvents(once.queue, burst(11, 13));
  const thrice = bySnapshot(twice.queue, hallAt(13, burst(11, 13)));
  expect(once.arrived.map(({ seq }) => seq)).toEqual([11, 12, 13]);
  expect(twice.arrived).toEqual([]);
  expect(thrice.arrived).toEqual([]);
  expect(play(thrice.queue).tops).toEqual([11, 12, 13]);
});

test('D1 after a reconnect by events more calls than the hall keeps are all shown', () => {
  const { tops } = play(byEvents(opened, burst(11, 140)).queue);
  expect(tops).toHaveLength(130);
});

test('D1 after a reconnect by snapshot every call it holds beyond the last known one is shown, old ones in passing', () => {
  const shown = step(byEvents(opened, [call(11)]).queue, 0);
  const back = bySnapshot(shown, hallAt(40, [call(11), call(20, now - freshMs - 1), call(30), call(40)]));
  expect(back.arrived.map(({ seq }) => seq)).toEqual([20, 30, 40]);
  const { tops, queue, clock } = play(back.queue, 5_000);
  expect(tops).toEqual([20, 30, 40]);
  expect(queue.rows.map((row) => isNew(row, clock))).toEqual([true, true, false, false]);
});

test('D3 after a reload calls older than 30 s stand there without a moment; younger ones get theirs', () => {
  const { queue, arrived } = bySnapshot(emptyQueue, hallAt(30, [call(11, now - 90_000), call(12, now - 60_000), call(13, now - 1_000)]));
  expect(queue.rows.map(({ call: { seq }, enteredAt }) => [seq, enteredAt])).toEqual([[12, null], [11, null]]);
  expect(queue.waiting.map(({ call: { seq } }) => seq)).toEqual([13]);
  expect(arrived.map(({ seq }) => seq)).toEqual([11, 12, 13]);
  expect(dueInMs(queue, 0)).toBe(0);
});

test('D1 a recall takes its ticket to the top again and leaves no second row', () => {
  const first = play(byEvents(opened, burst(11, 13)).queue);
  const recall = call(14, now, { ticketId: call(11).ticketId, number: 'A011', nth: 2 });
  const { queue } = play(byEvents(first.queue, [recall]).queue, first.clock);
  expect(queue.rows.map(({ call: { number, nth } }) => [number, nth])).toEqual([['A011', 2], ['A013', 1], ['A012', 1]]);
});

test('D1 a zone board shows the calls of its zone only', () => {
  const { arrived } = byEvents(opened, burst(11, 16), { concerns: ({ seq }: CallShown) => seq % 2 === 0 });
  expect(arrived.map(({ seq }) => seq)).toEqual([12, 14, 16]);
});

test('D7 no more rows than the board holds, the newest on top', () => {
  const { queue } = play(byEvents(opened, burst(11, 30)).queue);
  expect(queue.rows.map(({ call: { seq } }) => seq)).toEqual([30, 29, 28, 27, 26]);
  expect(queue.rows).toHaveLength(rowsShown);
});

test('J9 another epoch begins anew: its sequences may be smaller', () => {
  const before = play(byEvents(opened, burst(11, 30)).queue).queue;
  const { queue, arrived } = bySnapshot(before, hallAt(12, [call(12)], { epoch: 2 }));
  expect(arrived.map(({ seq }) => seq)).toEqual([12]);
  expect(play(queue, 60_000).queue.rows.map(({ call: { seq } }) => seq)).toEqual([12]);
});

test('N3 the closing of the day clears the board, a status change does not', () => {
  const before = play(byEvents(opened, burst(11, 13)).queue).queue;
  const away = arrive(before, { ...everything, hall: hallAt(13, []), events: [] }).queue;
  expect(away.rows).toHaveLength(3);
  const closed = arrive(before, { ...everything, hall: hallAt(14, [], { day: { date: '2026-03-02', openedAt: 1, closedAt: 2 } as Hall['day'] }), events: [] }).queue;
  expect(closed.rows).toEqual([]);
});
