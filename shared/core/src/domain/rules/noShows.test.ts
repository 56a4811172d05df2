// Who does not come: counted at the day close, blocked when it happens too often, and heard.
import { expect, test } from 'vitest';
import type { Plan } from '../plan.ts';
import { given, givenPlan, today, tomorrow, type Scenario } from '../testing/hallSpec.ts';
import { after, cancel, close, closeDay, finish, issueFor, next, open, openDay, order, signIn, signOut, start, type Step } from '../testing/orders.ts';
import { book, comeToKiosk, excuse, giveUp, li, zhang } from '../testing/bookingOrders.ts';
import { smallPlan } from '../testing/smallPlan.ts';

const hour = 3_600_000;
const day = 24 * hour;
const dateOf = (nth: number): string => new Date(Date.UTC(2026, 0, 5 + nth)).toISOString().slice(0, 10);
const shortened = (block: Plan['appointments']['block']): Plan => ({ ...smallPlan(), appointments: { ...smallPlan().appointments, block } });
const office = (nth: number, ...during: readonly Step[]): Step[] => [...during, after(10 * hour), closeDay(dateOf(nth)), after(14 * hour), openDay(dateOf(nth + 1))];
/** From the morning of one day to that of the next; the visitor books and does not come. */
const missedOn = (nth: number, visitorId: string | null = zhang): Step[] => office(nth, book(dateOf(nth), '08:30', { visitorId }));
const blocksOf = ({ hall }: Scenario): unknown => Object.fromEntries(hall.staff.blocks);

test('H3 H4 given somebody did not come, then the day close says so, and the appointment is gone', () => {
  const scenario = given(book(today, '08:30', { visitorId: zhang }), book(tomorrow, '08:30', { visitorId: zhang }), after(10 * hour));
  scenario.when(closeDay(today)).thenEvents({ type: 'appointmentMissed', data: {}, facts: { appointmentId: '1.13', visitorId: zhang } }, { type: 'dayClosed' });
  expect([...scenario.hall.staff.appointments.keys()]).toEqual(['1.14']);
  expect(Object.fromEntries(scenario.hall.staff.noShows)).toEqual({ [zhang]: [today] });
});

test('H4 given somebody came, gave it up, or is not known, then nothing is counted', () => {
  const scenario = given(
    book(today, '08:30', { visitorId: zhang, code: '1001' }), book(today, '08:30', { visitorId: li }), book(today, '09:00'), giveUp(1), after(hour / 2), comeToKiosk({ code: '1001' }), after(10 * hour),
  );
  scenario.when(closeDay(today)).thenEvents({ type: 'ticketExpired' }, { type: 'appointmentMissed', facts: { appointmentId: '1.15', visitorId: null } }, { type: 'dayClosed' });
  expect(scenario.hall.staff.noShows.size).toBe(0);
});

test('H4 given the third time in thirty days, then the visitor books nothing for thirty more, and is told until when', () => {
  const scenario = given(...missedOn(0), ...missedOn(1), book(dateOf(2), '08:30', { visitorId: zhang }), after(10 * hour));
  scenario.when(closeDay(dateOf(2))).thenEvents(
    { type: 'appointmentMissed' }, { type: 'visitorBlocked', data: {}, facts: { visitorId: zhang, until: '2026-02-06' } }, { type: 'dayClosed' },
  );
  scenario.and(after(14 * hour), openDay(dateOf(3))).when(book(dateOf(4), '08:30', { visitorId: zhang })).thenRefused('appointmentsBlocked', { until: '2026-02-06' });
  scenario.when(book(dateOf(4), '08:30', { visitorId: li })).thenEvents({ type: 'appointmentBooked' });
  scenario.when(book(dateOf(4), '08:30')).thenEvents({ type: 'appointmentBooked' });
  // A block is about appointments: a ticket he gets like everybody.
  scenario.when(issueFor(zhang, 'SA')).thenEvents({ type: 'ticketIssued' });
});

test('H4 a block holds up to and including its last day, and no longer', () => {
  const scenario = givenPlan(shortened({ after: 1, withinDays: 30, forDays: 2 }), ...missedOn(0), ...office(1));
  expect(blocksOf(scenario)).toEqual({ [zhang]: '2026-01-07' });
  scenario.when(book(dateOf(3), '08:30', { visitorId: zhang })).thenRefused('appointmentsBlocked', { until: '2026-01-07' });
  scenario.and(...office(2)).when(book(dateOf(3), '08:30', { visitorId: zhang })).thenEvents({ type: 'appointmentBooked' });
  expect(blocksOf(scenario)).toEqual({});
});

test('H4 given somebody was there that day for the same service without a check-in, then nobody is blamed', () => {
  const plain = given(book(today, '08:30', { visitorId: zhang }), issueFor(zhang, 'SA'), after(10 * hour));
  plain.when(closeDay(today)).thenEvents({ type: 'ticketExpired' }, { type: 'appointmentMissed', facts: { visitorId: null } }, { type: 'dayClosed' });
  const at2 = [signIn('2', '1002'), open('2')];
  const forBoth = order('issueTicket', { serviceId: 'SA', alsoServiceIds: ['SB'], priority: null, slotAt: null, override: null, visitorId: zhang }, 'kiosk', 'K1');
  const served = given(...at2, book(today, '08:30', { visitorId: zhang }), forBoth, next('2'), start('2', 'A001'), finish('2', 'A001'), cancel('A001'), after(10 * hour), close('2'), signOut('2'), closeDay(today));
  expect(served.hall.staff.noShows.size).toBe(0);
  const other = given(book(today, '08:30', { visitorId: zhang }), issueFor(zhang, 'SB'), after(10 * hour), closeDay(today));
  expect(other.hall.staff.noShows.size).toBe(1);
});

test('H4 several in one day count each', () => {
  const plan = shortened({ after: 2, withinDays: 30, forDays: 30 });
  const both = { ...plan, services: plan.services.map((service) => (service.id === 'SB' ? { ...service, bookingId: 'early' as never } : service)) };
  givenPlan(both, book(today, '08:30', { visitorId: zhang }), book(today, '09:00', { visitorId: zhang, serviceId: 'SB' }), after(10 * hour)).when(closeDay(today)).thenEvents(
    { type: 'appointmentMissed' }, { type: 'appointmentMissed' }, { type: 'visitorBlocked', facts: { visitorId: zhang } }, { type: 'dayClosed' },
  );
});

test('H4 what is longer ago than the plan says counts no more', () => {
  const plan = shortened({ after: 2, withinDays: 3, forDays: 30 });
  givenPlan(plan, ...missedOn(0), ...office(1), ...office(2), ...missedOn(3)).when(excuse(li)).thenRefused('notBlocked', {});
  expect(blocksOf(givenPlan(plan, ...missedOn(0), ...office(1), ...office(2), ...missedOn(3)))).toEqual({});
  expect(blocksOf(givenPlan(plan, ...missedOn(0), ...office(1), ...missedOn(2)))).toEqual({ [zhang]: '2026-02-06' });
});

test('H4 given the plan blocks nobody, then nobody is blocked, and a block of before does not count', () => {
  expect(blocksOf(givenPlan(shortened(null), ...missedOn(0), ...missedOn(1), ...missedOn(2), ...missedOn(3)))).toEqual({});
  const scenario = givenPlan(shortened({ after: 1, withinDays: 30, forDays: 30 }), ...missedOn(0));
  scenario.when(book(dateOf(2), '08:30', { visitorId: zhang })).thenRefused('appointmentsBlocked');
  const before = scenario.hall.plan;
  scenario.hall.plan = before && { ...before, appointments: { ...before.appointments, block: null } };
  scenario.when(book(dateOf(2), '08:30', { visitorId: zhang })).thenEvents({ type: 'appointmentBooked' });
});

test('H4 visitors nobody knows are never blocked', () => {
  expect(blocksOf(givenPlan(shortened({ after: 1, withinDays: 30, forDays: 30 }), ...missedOn(0, null), ...missedOn(1, null)))).toEqual({});
});

test('H4 given an appeal is heard, then the visitor books again, and what was counted is forgotten', () => {
  const plan = shortened({ after: 2, withinDays: 30, forDays: 30 });
  const scenario = givenPlan(plan, ...missedOn(0), ...missedOn(1));
  scenario.when(excuse(zhang, 'whim')).thenRefused('noSuchReason', { reasonId: 'whim' });
  scenario.when(excuse(zhang)).thenEvents({ type: 'visitorExcused', data: {}, facts: { visitorId: zhang, reasonId: 'leader' } });
  scenario.when(excuse(zhang)).thenRefused('notBlocked', {});
  scenario.when(book(dateOf(2), '08:30', { visitorId: zhang })).thenEvents({ type: 'appointmentBooked' });
  expect(blocksOf(scenario.and(...office(2)))).toEqual({});
  // Also before it came to a block.
  givenPlan(plan, ...missedOn(0)).when(excuse(zhang)).thenEvents({ type: 'visitorExcused' });
});

test('H4 N3 given the day closes before the slot is over, then nobody is blamed, and the same day opened again has the appointment still', () => {
  const scenario = given(book(today, '08:30', { visitorId: zhang, code: '1001' })).when(closeDay(today)).thenEvents({ type: 'dayClosed' });
  expect(scenario.hall.staff.noShows.size).toBe(0);
  scenario.and(openDay(today), after(hour / 2)).when(comeToKiosk({ code: '1001' })).thenEvents({ type: 'ticketIssued', facts: { visitorId: zhang } });
});

test('H4 given a date on which the hall never opened, then nobody is blamed for it', () => {
  const scenario = given(book(tomorrow, '08:30', { visitorId: zhang }), after(10 * hour), closeDay(today), after(38 * hour), openDay('2026-01-07'));
  expect(scenario.hall.staff.appointments.size).toBe(0);
  scenario.and(after(10 * hour)).when(closeDay('2026-01-07')).thenEvents({ type: 'dayClosed' });
  expect(scenario.hall.staff.noShows.size).toBe(0);
});

test('H4 dates are remembered as long as a plan can ask for them, a year', () => {
  const scenario = given(...missedOn(0));
  scenario.and(after(364 * day), closeDay(dateOf(1)), openDay('2027-01-04'), closeDay('2027-01-04'));
  expect(scenario.hall.staff.noShows.size).toBe(1);
  scenario.and(openDay('2027-01-05'), closeDay('2027-01-05'));
  expect(scenario.hall.staff.noShows.size).toBe(0);
});
