// Issuing: what a ticket is born with, who may give a class, and what is refused.
import { expect, test } from 'vitest';
import { given, givenNothing, givenPlan, morning, today, tomorrow } from '../testing/hallSpec.ts';
import { adopt, after, checkIn, closeDay, issue, issueTo, next, numbered, open, openJournal, order, signIn, start, finish } from '../testing/orders.ts';
import { smallPlan } from '../testing/smallPlan.ts';

test('N6 one order gives one ticket, in one fact', () => {
  given().when(issue('SA')).thenEvents({
    type: 'ticketIssued',
    data: { ticketId: '1.13', number: 'A001', prefix: 'A', serial: 1, serviceId: 'SA', queueId: 'A', rank: 'ordinary', dueAt: morning, channel: 'kiosk', ahead: 0 },
    facts: { classId: null, reason: null },
  });
});

test('N6 every ticket has an identity of its own, never its number', () => {
  const scenario = given(issue('SA'), issue('SA'));
  expect(new Set(scenario.hall.tickets.keys()).size).toBe(2);
});

test('given no plan, then nothing is issued', () => {
  givenNothing(openJournal).when(issue('SA')).thenRefused('noPlan', {});
});

test('N3 given the day is not open, or is closed, then nothing is issued', () => {
  givenNothing(openJournal, adopt(smallPlan())).when(issue('SA')).thenRefused('dayNotOpen', {});
  given(closeDay(today)).when(issue('SA')).thenRefused('dayNotOpen', {});
});

test('N3 midnight during service changes neither day nor numbers', () => {
  const scenario = given(issue('SA'), after(20 * 3_600_000), issue('SA'));
  expect(numbered(scenario.hall, 'A002').issuedAt).toBe(morning + 20 * 3_600_000);
  expect(scenario.events.at(-1)?.day).toBe(today);
  expect(scenario.hall.day?.date).not.toBe(tomorrow);
});

test('C4 a class gives its rank: green channel and priority', () => {
  given().when(issueTo('green', 'SA')).thenEvents({ type: 'ticketIssued', data: { rank: 'green', channel: 'desk' }, facts: { classId: 'green', reason: 'age' } });
  given().when(issueTo('elderly', 'SA')).thenEvents({ type: 'ticketIssued', data: { rank: 'priority' }, facts: { classId: 'elderly' } });
});

test('C4 a visitor can have class and appointment: the higher of the two gives the rank', () => {
  const both = (classId: string) => order('issueTicket', { serviceId: 'SA', alsoServiceIds: [], priority: { classId, reason: 'age' }, slotAt: morning, override: null, visitorId: null });
  given().when(both('elderly')).thenEvents({ type: 'ticketIssued', data: { rank: 'appointment', channel: 'appointment' }, facts: { classId: 'elderly' } });
  given().when(both('green')).thenEvents({ type: 'ticketIssued', data: { rank: 'green' } });
});

test('C4 an appointment in time is due at its slot, a late one at its check-in', () => {
  given(after(60_000)).when(checkIn('SA', morning + 600_000)).thenEvents({ type: 'ticketIssued', data: { dueAt: morning + 600_000 } });
  given(after(60_000)).when(checkIn('SA', morning)).thenEvents({ type: 'ticketIssued', data: { dueAt: morning + 60_000 } });
});

test('C4 a kiosk can give neither class nor appointment: a person grants them', () => {
  given().when(order('issueTicket', { serviceId: 'SA', alsoServiceIds: [], priority: { classId: 'elderly', reason: 'age' }, slotAt: null, override: null, visitorId: null }, 'kiosk')).thenRefused('priorityNeedsStaff', {});
  given().when(order('issueTicket', { serviceId: 'SA', alsoServiceIds: [], priority: null, slotAt: morning, override: null, visitorId: null }, 'kiosk')).thenRefused('priorityNeedsStaff', {});
});

test('given a class the plan does not have, then it is refused by its name', () => {
  given().when(issueTo('emperor', 'SA')).thenRefused('noSuchClass', { classId: 'emperor' });
});

test('S1 people ahead are those of the same queue who stand before: higher ranks, and earlier of the same', () => {
  const scenario = given(issue('SA'), issue('SA2'), issue('SC'), issueTo('elderly', 'SA'));
  scenario.when(issueTo('green', 'SA')).thenEvents({ type: 'ticketIssued', data: { ahead: 0 } });
  scenario.when(issueTo('pregnant', 'SA')).thenEvents({ type: 'ticketIssued', data: { ahead: 2 } });
  scenario.when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { ahead: 5 } });
});

test('N5 a ticket keeps its number through call, service and finish', () => {
  const scenario = givenPlan(smallPlan(), issue('SA'), signIn('1', '1001'), open('1'), next('1'), start('1', 'A001'), finish('1', 'A001'));
  expect([...scenario.hall.tickets.values()].map(({ number, state }) => [number, state])).toEqual([['A001', 'done']]);
});
