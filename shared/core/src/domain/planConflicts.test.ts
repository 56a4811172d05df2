// What a new plan would break of the hall as it is; the orders that ask for it are in rules/planChange.test.ts.
import { expect, test } from 'vitest';
import { planConflicts } from './planConflicts.ts';
import type { Plan } from './plan.ts';
import { emptyHall, type Hall } from './hall.ts';
import { given, today, tomorrow } from './testing/hallSpec.ts';
import { cancel, closeDay, finish, issue, issueSeveral, moveTo, next, open, signIn, start, type Step } from './testing/orders.ts';
import { book, comeToKiosk, giveUp } from './testing/bookingOrders.ts';
import { after } from './testing/orders.ts';
import { smallPlan } from './testing/smallPlan.ts';

const plan = smallPlan();
/** Nothing of it is left but its form. */
const bare: Plan = { ...plan, services: [], queues: [], counters: [], classes: [], parkReasons: [], pauseReasons: [], stopReasons: [] };
const inHall = (...steps: readonly Step[]): Hall => given(...steps).hall;

test('the plan a hall has breaks nothing, and a hall without plan or day has nothing to break', () => {
  expect(planConflicts(inHall(issueSeveral('SA', 'SB')), plan, 'now')).toEqual([]);
  expect(planConflicts(emptyHall(), bare, 'now')).toEqual([]);
  expect(planConflicts(inHall(issue('SA'), closeDay(today)), bare, 'now')).toEqual([]);
});

test('each thing is told once, with how many need it; who is gone needs nothing', () => {
  const hall = inHall(signIn('1', '1001'), open('1'), issue('SA'), issue('SA'), issue('SA2'), issue('SB'), cancel('B001'), next('1'), start('1', 'A001'), finish('1', 'A001'));
  expect(planConflicts(hall, bare, 'now')).toEqual([
    'services: SA would be gone, and 1 ticket needs it', 'queues: A would be gone, and 2 tickets need it', 'queues[A]: no counter would serve it, and 2 tickets need it',
    'services: SA2 would be gone, and 1 ticket needs it', 'counters: 1 is at work and would be gone',
  ]);
  expect(planConflicts(hall, bare, 'nextDay')).toEqual([]);
});

test('T4 a queue that somebody goes on to later must be served as well, by the new plan', () => {
  const hall = inHall(issueSeveral('SA', 'SC'), issueSeveral('SA', 'SC'));
  const counters = plan.counters.filter(({ id }) => id === '2');
  expect(planConflicts(hall, { ...plan, counters }, 'now')).toEqual(['queues[C]: no counter would serve it, and 2 tickets need it']);
  // The new plan may lead the service to another queue.
  const services = plan.services.map((service) => (service.id === 'SC' ? { ...service, queueId: 'A' as never } : service));
  expect(planConflicts(hall, { ...plan, counters, services }, 'now')).toEqual([]);
});

test('C11 a counter that somebody waits for alone', () => {
  const hall = inHall(signIn('2', '1002'), open('2'), issue('SA'), moveTo('A001', { queueId: 'A', counterId: '2' }));
  expect(planConflicts(hall, { ...plan, counters: plan.counters.filter(({ id }) => id !== '2') }, 'now')).toEqual(['counters: 2 would be gone, and 1 ticket needs it', 'counters: 2 is at work and would be gone']);
});

test('H3 appointments that nobody came to yet: of today only for a plan at once, given up or come never', () => {
  const hall = inHall(book(today, '08:30'), book(tomorrow, '08:30'), book(today, '08:30', { code: '4711' }), giveUp(0), after(1_800_000), comeToKiosk({ code: '4711' }));
  const noSa = { ...plan, services: plan.services.filter(({ id }) => id !== 'SA') };
  expect(planConflicts(hall, noSa, 'nextDay')).toEqual(['services: SA would be gone, and 1 appointment needs it']);
  expect(planConflicts(inHall(book(today, '08:30')), noSa, 'nextDay')).toEqual([]);
  expect(planConflicts(inHall(book(today, '08:30')), noSa, 'now')).toEqual(['services: SA would be gone, and 1 appointment needs it']);
});
