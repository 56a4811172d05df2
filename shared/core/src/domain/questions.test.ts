// What screens ask of the hall, answered from its lines and counters.
import { expect, test } from 'vitest';
import type { CounterId, QueueId } from './ids.ts';
import { aheadOf, activeTicket, clerkAt, countersOf, isDayOpen, longestWaitMs, nextChoices, openCountersOf, queueOf, serviceOf, ticketById, ticketsIn, waitingCount, waitingTotal } from './questions.ts';
import { given, givenNothing, morning, today } from './testing/hallSpec.ts';
import { after, checkIn, closeDay, finish, issue, issueTo, next, numbered, open, pause, signIn, start } from './testing/orders.ts';

const q = (id: string) => id as QueueId;
const c = (id: string) => id as CounterId;
const at1 = [signIn('1', '1001'), open('1')];

test('a hall that knows nothing answers everything with nothing', () => {
  const { hall } = givenNothing();
  expect([isDayOpen(hall), waitingCount(hall, q('A')), waitingTotal(hall), aheadOf(hall, q('A'), 'ordinary', 0, 0), longestWaitMs(hall, q('A'), 0)]).toEqual([false, 0, 0, 0, null]);
  expect([activeTicket(hall, c('1')), clerkAt(hall, c('1')), queueOf(hall, q('A')), ticketById(hall, '1.1' as never)]).toEqual([null, null, null, null]);
  expect([nextChoices(hall, c('1'), 0, 5), countersOf(hall, q('A')), ticketsIn(hall, 'waiting')]).toEqual([[], [], []]);
});

test('who waits, per queue and in all; who is called waits no longer', () => {
  const { hall } = given(...at1, issue('SA'), issue('SA'), issue('SC'), next('1'));
  expect([waitingCount(hall, q('A')), waitingCount(hall, q('C')), waitingTotal(hall)]).toEqual([1, 1, 2]);
  expect(activeTicket(hall, c('1'))?.number).toBe('A001');
  expect(isDayOpen(hall)).toBe(true);
  expect(isDayOpen(given(closeDay(today)).hall)).toBe(false);
});

test('the longest wait is that of the first of any rank; an appointment waits from its slot', () => {
  const { hall } = given(issue('SA'), after(60_000), issueTo('elderly', 'SA'));
  expect(longestWaitMs(hall, q('A'), morning + 100_000)).toBe(100_000);
  expect(longestWaitMs(given(checkIn('SA', morning + 50_000)).hall, q('A'), morning + 20_000)).toBe(0);
  expect(longestWaitMs(given(checkIn('SA', morning + 50_000)).hall, q('A'), morning + 80_000)).toBe(30_000);
});

test('C3 the next tickets shown to a clerk are the ones that are then called, cap and helper queues included', () => {
  const scenario = given(...at1, ...Array.from({ length: 4 }, () => issueTo('elderly', 'SA')), issue('SA'), issue('SB'), issueTo('green', 'SA'), issue('SC'), checkIn('SB', morning + 900_000));
  const shown = nextChoices(scenario.hall, c('1'), scenario.now(), 20).map(({ ticket }) => ticket.number);
  const called: string[] = [];
  while (waitingTotal(scenario.hall) > 0) {
    scenario.and(next('1'));
    const number = activeTicket(scenario.hall, c('1'))?.number ?? '';
    called.push(number);
    scenario.and(start('1', number), finish('1', number));
  }
  expect(shown).toEqual(called);
  expect(shown).toHaveLength(9);
});

test('the next tickets end where they are asked to end, and change nothing', () => {
  const { hall, now } = given(...at1, issue('SA'), issue('SA'), issue('SB'));
  expect(nextChoices(hall, c('1'), now(), 2).map(({ ticket }) => ticket.number)).toEqual(['A001', 'A002']);
  expect(waitingTotal(hall)).toBe(3);
});

test('counters of a queue are those that have it as their own; open ones call', () => {
  const { hall } = given(...at1, signIn('4', '1004'), open('4'), pause('4'));
  expect(countersOf(hall, q('B')).map(({ id }) => id)).toEqual(['1', '4']);
  expect(openCountersOf(hall, q('B')).map(({ id }) => id)).toEqual(['1']);
  expect(clerkAt(hall, c('1'))).toBe('1001');
});

test('a ticket leads to its service and queue', () => {
  const { hall } = given(issue('SA2'));
  const ticket = numbered(hall, 'A001');
  expect([serviceOf(hall, ticket)?.name.en, queueOf(hall, ticket.queueId)?.name.en, ticketById(hall, ticket.id)]).toEqual(['service SA2', 'queue A', ticket]);
  expect(serviceOf(hall, { serviceId: 'gone' as never })).toBeNull();
});
