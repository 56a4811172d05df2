// Nobody is given a ticket who would wait for nothing: the forecast against closing time.
import { expect, test } from 'vitest';
import type { Rank } from '../events.ts';
import type { Plan } from '../plan.ts';
import { given, givenPlan, morning, today } from '../testing/hallSpec.ts';
import { after, issue, issueAnyway, issueSeveral, type Order } from '../testing/orders.ts';
import { book, comeToKiosk, whileExpecting } from '../testing/bookingOrders.ts';
import { smallPlan } from '../testing/smallPlan.ts';

const minute = 60_000;
/** SA is open 09:00–12:00 and 13:30–17:00; the others until the day's last hour, 20:00. */
const office = (more: Partial<Plan> = {}): Plan => {
  const plan = smallPlan();
  return { ...plan, ...more, services: plan.services.map((service) => (service.id === 'SA' ? { ...service, hoursId: 'office' as never } : service)) };
};
const at = (time: number) => after(time * 60 * minute - 480 * minute);

test('H5 given the middle of the forecast lies past the last closing, then no ticket is given, and the visitor is told both moments', () => {
  const scenario = givenPlan(office(), at(16));
  scenario.when(whileExpecting(60 * minute + 1, issue('SA'))).thenRefused('tooLateToday', { serviceId: 'SA', startsAt: morning + 540 * minute + 1, closesAt: morning + 540 * minute });
  scenario.when(whileExpecting(60 * minute, issue('SA'))).thenEvents({ type: 'ticketIssued', data: { expected: { p50Ms: 60 * minute, p90Ms: 120 * minute } } });
});

test('H5 the lunch break does not count: who comes before it may be called after it', () => {
  givenPlan(office(), at(11.9)).when(whileExpecting(60 * minute, issue('SA'))).thenEvents({ type: 'ticketIssued' });
});

test('H5 a service without hours ends with the last hour of the day; after midnight that is another day\'s', () => {
  const scenario = given(at(19));
  scenario.when(whileExpecting(61 * minute, issue('SB'))).thenRefused('tooLateToday', { serviceId: 'SB', closesAt: morning + 720 * minute });
  scenario.when(whileExpecting(59 * minute, issue('SB'))).thenEvents({ type: 'ticketIssued' });
});

test('H5 an evening that is longer by exception counts as it is', () => {
  const extended = { date: today as never, name: { zh: '延时', en: 'extended' }, kind: 'extended' as const, hoursIds: [], spans: [{ opensAt: '17:00', closesAt: '19:00', issuesFrom: '17:00' }] };
  givenPlan(office({ exceptions: [extended] }), at(16)).when(whileExpecting(90 * minute, issue('SA'))).thenEvents({ type: 'ticketIssued' });
});

test('H5 the guide desk may give one nevertheless, with a reason', () => {
  givenPlan(office(), at(16)).when(whileExpecting(240 * minute, issueAnyway('SA'))).thenEvents({ type: 'ticketIssued', facts: { override: 'leader' } });
});

test('H5 given the forecast says nothing, then nobody is refused for it, and nothing is told', () => {
  givenPlan(office(), at(16)).when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { expected: null } });
  givenPlan(office(), at(16)).when({ ...issue('SA'), expected: () => null }).thenEvents({ type: 'ticketIssued', data: { expected: null } });
});

test('H5 given hours do not apply, then closing does not either', () => {
  givenPlan(office({ hoursApply: false }), at(16)).when(whileExpecting(600 * minute, issue('SA'))).thenEvents({ type: 'ticketIssued' });
});

test('H5 the forecast is asked for the queue and the rank of the ticket, and the first service decides', () => {
  const asked: unknown[] = [];
  const asking = (order: Order): Order => ({ ...order, expected: (queueId: string, rank: Rank) => (asked.push([queueId, rank]), { p50Ms: queueId === 'B' ? 240 * minute : 0, p90Ms: 240 * minute }) });
  const scenario = givenPlan(office(), at(16)).when(asking(issueSeveral('SA', 'SB'))).thenEvents({ type: 'ticketIssued', data: { expected: { p50Ms: 0 } } });
  expect(new Set(asked.map((one) => JSON.stringify(one)))).toEqual(new Set(['["A","ordinary"]']));
  scenario.when(asking(issueSeveral('SB', 'SA'))).thenEvents({ type: 'ticketIssued' });
  scenario.and(after(30 * minute)).when(asking(issueSeveral('SB', 'SA'))).thenRefused('tooLateToday', { serviceId: 'SB' });
});

test('H5 H3 an appointment is a promise: nobody is turned away who comes to it', () => {
  givenPlan(smallPlan(), book(today, '08:30', { code: '4711' }), after(20 * minute)).when(whileExpecting(900 * minute, comeToKiosk({ code: '4711' })))
    .thenEvents({ type: 'ticketIssued', data: { rank: 'appointment', expected: { p50Ms: 900 * minute } } });
});
