// evolve takes every fact: also about tickets, counters and queues that this copy of the hall does not know.
import { expect, test } from 'vitest';
import type { HallEvent } from './events.ts';
import { eventTypes } from './events.ts';
import { evolve } from './evolve.ts';
import type { Plan } from './plan.ts';
import { emptyHall } from './hall.ts';
import { redactEvent } from './redact.ts';
import { faultsOf } from './invariants.ts';
import { fullSnapshot, hallFromSnapshot } from './snapshot.ts';
import { given, givenPlan, today, tomorrow, type Scenario } from './testing/hallSpec.ts';
import {
  after, cancel, closeDay, comeBack, finish, happened, issue, issueSeveral, issueTo, miss, moveTo, next, open, openDay, park, pause, close, putBack, rate, recall, restored, resumeGiving, signIn, signOut, start, stop, undo, unpark, order,
} from './testing/orders.ts';
import { book, change, comeToKiosk, excuse, giveUp, li, reprint, withdraw, zhang, slipNoted } from './testing/bookingOrders.ts';
import { attach, erase, eraseDay, look, note } from './testing/privacyOrders.ts';
import { smallPlan } from './testing/smallPlan.ts';

/** Whoever does not come once is blocked. */
const plan: Plan = { ...smallPlan(), appointments: { ...smallPlan().appointments, block: { after: 1, withinDays: 30, forDays: 30 } } };
const goingOn = [signIn('3', '1003'), open('3'), issueSeveral('SC', 'SA'), next('3'), start('3', 'C01'), finish('3', 'C01'), cancel('C01')];
/** A day in which every kind of fact happens. */
const everything = (): Scenario => givenPlan(
  plan,
  signIn('1', '1001'), open('1'), pause('1'), open('1'), issue('SA'), issue('SA'), issueTo('elderly', 'SA'), issue('SB'),
  next('1'), recall('1', 'A003'), start('1', 'A003'), finish('1', 'A003'), rate('1', 5, { codes: ['501'] }), next('1'), miss('1', 'A001'), cancel('A002'), undo('1', 'A001'), putBack('1', 'A001'), next('1'), start('1', 'A001'), park('1', 'A001'), unpark('A001'), next('1'), miss('1', 'A001'), comeBack('A001'),
  moveTo('B001', { queueId: 'A' }), stop({ kind: 'hall' }), resumeGiving({ kind: 'hall' }),
  ...goingOn, book(today, '08:30', { visitorId: zhang, code: '4711' }), book(today, '08:30'), giveUp(1), book(today, '09:00', { visitorId: li }), after(1_800_000), comeToKiosk({ code: '4711' }), reprint('B001'), slipNoted('B001'),
  change({ ...plan, name: plan.departments[0]?.name ?? plan.name }, 'nextDay'), withdraw, change(plan, 'nextDay'),
  note('A001'), attach('A001'), look(zhang), erase(zhang), eraseDay('2026-01-04'),
  close('1'), signOut('1'), after(7_200_000), restored(2, today, { A: 600 }), closeDay(today), openDay(today), excuse(li),
  order('enrolDevice', { deviceId: 'a'.repeat(43), publicKey: 'k'.repeat(122), role: 'display', place: 'hall', name: 'board' }, 'manager'), ...(['doubtDevice', 'trustDevice'] as const).map((type) => order(type, { deviceId: 'a'.repeat(43) }, type === 'doubtDevice' ? 'system' : 'manager')), order('revokeDevice', { deviceId: 'a'.repeat(43) }, 'manager'),
  order('leaseNumbers', { storeId, date: '2026-01-08' }, 'kiosk', 'K1'), order('mergeTickets', { storeId, date: '2026-01-04', tickets: [{ prefix: 'A', serial: 800, serviceId: 'SA', alsoServiceIds: [], givenAt: 1 }] }, 'kiosk', 'K1'),
  order('noteAccess', { kind: 'signedIn', personId: '1001', role: 'counter', place: '1' }, 'system'), closeDay(today), openDay(tomorrow),
);

const storeId = '00000000-0000-4000-8000-000000000001';

test('every type of fact happens in the day of this test', () => {
  expect([...new Set(everything().events.map(({ type }) => type))].sort()).toEqual([...eventTypes].sort());
});

test('evolve is total: any fact is taken by a hall that knows nothing, alone and in any order', () => {
  for (const event of everything().events.flatMap((one) => [one, redactEvent(one)])) {
    const hall = emptyHall();
    evolve(hall, event);
    expect([hall.seq, hall.at]).toEqual([event.seq, event.at]);
  }
  const hall = emptyHall();
  for (const event of [...everything().events].reverse()) evolve(hall, event);
  expect(hall.seq).toBe(1);
});

test('law 10 a screen whose hall lacks a ticket goes on without it and keeps everything else right', () => {
  const { hall, events } = given(signIn('1', '1001'), open('1'), issue('SA'), next('1'), start('1', 'A001'));
  const lacking = hallFromSnapshot(fullSnapshot(hall));
  lacking.tickets.clear();
  for (const event of given(...[signIn('1', '1001'), open('1'), issue('SA'), next('1'), start('1', 'A001'), finish('1', 'A001'), issue('SA'), next('1')]).events.slice(events.length)) {
    evolve(lacking, event as HallEvent);
  }
  expect([...lacking.tickets.values()].map(({ number, state }) => [number, state])).toEqual([['A002', 'called']]);
  expect(faultsOf(lacking)).toEqual([]);
});

test('J7 the fold of the journal is the hall, as often as it is folded', () => {
  const { hall, events } = everything();
  const again = emptyHall();
  for (const event of events) evolve(again, event);
  expect(again).toEqual(hall);
});

test('D1 the last calls are kept for screens that come late, 24 of them, the newest last', () => {
  const scenario = given(signIn('2', '1001'), open('2'));
  for (let nth = 1; nth <= 30; nth += 1) {
    const number = `A${String(nth).padStart(3, '0')}`;
    scenario.and(issue('SA'), next('2'), start('2', number), finish('2', number));
  }
  expect(scenario.hall.recentCalls).toHaveLength(24);
  expect(scenario.hall.recentCalls.at(-1)).toMatchObject({ number: 'A030', counterId: '2', queueId: 'A', nth: 1 });
});

test('given a plan that comes while people wait, then they stand in its lines, and who is called or gone does not', () => {
  const { staff, ...plan } = smallPlan();
  const steps = [signIn('1', '1001'), open('1'), issue('SA'), issue('SA'), issue('SB'), cancel('A002'), next('1')];
  const { hall } = given(...steps, happened('planAdopted', { plan }, { staff, changes: [] }));
  expect(faultsOf(hall)).toEqual([]);
  expect([...hall.lines.values()].flatMap((line) => line.ordinary.map(({ number }) => number))).toEqual(['B001']);
});
