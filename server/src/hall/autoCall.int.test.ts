// A counter that calls by itself, on a real journal with a clock moved by hand (rule C1).
import { afterEach, expect, test } from 'vitest';
import type { Plan } from '@hall/core/domain/plan';
import { counter, issue, openTestHall, type TestHall } from '../testing/testHall.ts';
import { quickPlan } from '../testing/testPlan.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { startAutoCall, type AutoCall } from './autoCall.ts';

let running: { hall: TestHall; calls: AutoCall } | null = null;
afterEach(() => {
  running?.calls.stop();
  running?.hall.close();
  running = null;
});

/** The sample hall; its counter 1 calls by itself after ten seconds. */
function automatic(calling: Partial<Plan['calling']> = {}): TestHall {
  const plan = quickPlan();
  const hall = openTestHall(tempFolder(), {
    plan: { ...plan, calling: { ...plan.calling, ...calling }, counters: plan.counters.map((one) => (one.id === '1' ? { ...one, autoCallMs: 10_000 } : one)) },
  });
  running = { hall, calls: startAutoCall({ keeper: hall.keeper, now: () => hall.clock.at }) };
  return hall;
}
const queueOf = (hall: TestHall): string => hall.hall.plan?.counters[0]?.ownQueues[0] ?? '';
function open(hall: TestHall, id: string, clerkId: string): void {
  hall.one(counter(id), 'signIn', { counterId: id, clerkId });
  hall.one(counter(id), 'openCounter', { counterId: id });
}
/** Time passes, and the automatic call looks once. */
function pass(hall: TestHall, ms: number): void {
  hall.clock.at += ms;
  running?.calls.look();
  hall.turn();
}
const called = (hall: TestHall): string[] => [...hall.journal.eventsAfter(0)].flatMap((event) => (event.type === 'ticketCalled' ? [`${event.data.number} ${event.data.counterId} ${event.staff?.by.role ?? ''}`] : []));
const inHand = (hall: TestHall) => {
  const ticketId = hall.hall.counters.get('1' as never)?.activeTicketId;
  return { counterId: '1', ticketId, version: hall.hall.tickets.get(ticketId as never)?.version };
};

test('C1 given an open free counter and somebody waiting, when its time is over, then it calls once, as a press would', () => {
  const hall = automatic();
  open(hall, '1', '1001');
  hall.give([issue(queueOf(hall)), issue(queueOf(hall))]);
  pass(hall, 9_999);
  expect(called(hall)).toEqual([]);
  pass(hall, 1);
  expect(called(hall)).toHaveLength(1);
  expect(called(hall)[0]).toMatch(/001 1 system$/u);
  pass(hall, 60_000);
  expect(called(hall)).toHaveLength(1);
});

test('C1 given a counter that becomes free again, then its time begins anew', () => {
  const hall = automatic();
  open(hall, '1', '1001');
  hall.give([issue(queueOf(hall)), issue(queueOf(hall))]);
  pass(hall, 10_000);
  hall.one(counter('1'), 'startService', inHand(hall));
  hall.clock.at += 60_000;
  hall.one(counter('1'), 'finishService', inHand(hall));
  pass(hall, 9_000);
  expect(called(hall)).toHaveLength(1);
  pass(hall, 1_000);
  expect(called(hall)).toHaveLength(2);
});

test('C1 given nobody waiting, a pause, a closed counter, or a counter without the option, then nothing is called and nothing refused', () => {
  const hall = automatic();
  open(hall, '1', '1001');
  open(hall, '2', '1002');
  pass(hall, 60_000);
  const before = hall.hall.seq;
  pass(hall, 60_000);
  expect(hall.hall.seq).toBe(before);
  hall.one(counter('1'), 'pauseCounter', { counterId: '1', reasonId: 'lunch' });
  hall.give([issue(queueOf(hall), { pressedAt: hall.clock.at })]);
  pass(hall, 60_000);
  hall.one(counter('1'), 'closeCounter', { counterId: '1' });
  pass(hall, 60_000);
  expect(called(hall)).toEqual([]);
  hall.one(counter('1'), 'openCounter', { counterId: '1' });
  pass(hall, 9_000);
  expect(called(hall)).toEqual([]);
  pass(hall, 1_000);
  expect(called(hall)).toHaveLength(1);
});

test('C1 C7 given a call that the gap still forbids, then the refusal is quiet and the next look calls', () => {
  const hall = automatic({ nextGapMs: 30_000 });
  open(hall, '1', '1001');
  hall.give([issue(queueOf(hall)), issue(queueOf(hall))]);
  pass(hall, 10_000);
  hall.one(counter('1'), 'putBackTicket', { ...inHand(hall), reasonId: 'mistake' });
  pass(hall, 15_000);
  expect(called(hall)).toHaveLength(1);
  pass(hall, 15_000);
  expect(called(hall)).toHaveLength(2);
});

test('C1 given a clerk who presses in the same moment, then one ticket is called', () => {
  const hall = automatic();
  open(hall, '1', '1001');
  hall.give([issue(queueOf(hall)), issue(queueOf(hall))]);
  hall.clock.at += 10_000;
  running?.calls.look();
  running?.calls.look();
  hall.one(counter('1'), 'callNext', { counterId: '1' });
  hall.turn();
  expect(called(hall)).toHaveLength(1);
});

test('C1 given a restart, then the counter waits its whole time before it calls', () => {
  const hall = automatic();
  open(hall, '1', '1001');
  hall.give([issue(queueOf(hall), { pressedAt: hall.clock.at })]);
  hall.clock.at += 60_000;
  running?.calls.stop();
  running = { hall, calls: startAutoCall({ keeper: hall.keeper, now: () => hall.clock.at }) };
  pass(hall, 9_000);
  expect(called(hall)).toEqual([]);
  pass(hall, 1_000);
  expect(called(hall)).toHaveLength(1);
});
