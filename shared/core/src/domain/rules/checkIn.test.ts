// Coming to an appointment.
import { describe, expect, test } from 'vitest';
import type { Plan } from '../plan.ts';
import { given, givenPlan, morning, today, tomorrow } from '../testing/hallSpec.ts';
import { after, cancel, closeDay, finish, issue, issueAnyway, issueFor, issueTo, next, numbered, open, openDay, order, resumeGiving, signIn, start, stop } from '../testing/orders.ts';
import { book, comeToDesk, comeToKiosk, giveUp, li, zhang } from '../testing/bookingOrders.ts';
import { smallPlan } from '../testing/smallPlan.ts';

const minute = 60_000;
const at1 = [signIn('1', '1001'), open('1')];
const slot = morning + 30 * minute;
/** SA at 08:30 for Zhang, code 4711; it is 08:20. */
const booked = [book(today, '08:30', { visitorId: zhang, code: 'K4711' }), after(20 * minute)];
const mine = { code: 'K4711' };

describe('who is found', () => {
  test('H3 given the code is typed at the kiosk, then the appointment becomes a ticket in one fact', () => {
    const scenario = given(...booked).when(comeToKiosk({ code: 'k4711' })).thenEvents({
      type: 'ticketIssued', data: { number: 'A001', serviceId: 'SA', rank: 'appointment', dueAt: slot, channel: 'appointment' },
      facts: { appointmentId: '1.13', visitorId: zhang, classId: null, override: null },
    });
    expect([...scenario.hall.staff.appointments.values()]).toMatchObject([{ state: 'checkedIn', ticketId: numbered(scenario.hall, 'A001').id }]);
  });

  test('H3 given the visitor is known by card or phone, then no code is needed', () => {
    given(...booked).when(comeToKiosk({ visitorId: zhang })).thenEvents({ type: 'ticketIssued', facts: { appointmentId: '1.13', visitorId: zhang } });
  });

  test('H3 every proof that is given must fit', () => {
    given(...booked).when(comeToKiosk({ code: 'K4712' })).thenRefused('noSuchAppointment', {});
    given(...booked).when(comeToKiosk({ visitorId: li })).thenRefused('noSuchAppointment', {});
    given(...booked).when(comeToKiosk({ visitorId: li, ...mine })).thenRefused('noSuchAppointment', {});
    given(...booked).when(comeToKiosk({ appointmentId: '1.13', visitorId: li })).thenRefused('noSuchAppointment', {});
    given(...booked).when(comeToDesk({ appointmentId: '1.13', visitorId: li })).thenRefused('noSuchAppointment', {});
  });

  test('H3 a kiosk cannot name an appointment without a proof; staff can, who see the person', () => {
    given(...booked).when(comeToKiosk({ appointmentId: '1.13' })).thenRefused('noSuchAppointment', {});
    given(...booked).when(comeToKiosk({})).thenRefused('noSuchAppointment', {});
    given(...booked).when(comeToDesk({})).thenRefused('noSuchAppointment', {});
    given(...booked).when(comeToDesk({ appointmentId: '1.13' })).thenEvents({ type: 'ticketIssued', facts: { appointmentId: '1.13', visitorId: zhang } });
  });

  test('H3 T6 given an appointment for nobody in particular, then staff may say who came, and the ticket knows', () => {
    const unknown = [book(today, '08:30'), after(20 * minute)];
    given(...unknown).when(comeToKiosk({ appointmentId: '1.13', visitorId: li })).thenRefused('noSuchAppointment', {});
    given(...unknown).when(comeToDesk({ appointmentId: '1.13', visitorId: li })).thenEvents({ type: 'ticketIssued', facts: { appointmentId: '1.13', visitorId: li } });
  });

  test('H3 given several fit, then the visitor is asked which, and says so', () => {
    const plan = smallPlan();
    const both = { ...plan, services: plan.services.map((service) => (service.id === 'SB' ? { ...service, bookingId: 'early' as never } : service)) };
    const scenario = givenPlan(both, book(today, '08:30', { visitorId: zhang }), book(today, '09:00', { visitorId: zhang, serviceId: 'SB' }), after(50 * minute));
    scenario.when(comeToKiosk({ visitorId: zhang })).thenRefused('severalAppointments', {
      choices: [{ appointmentId: '1.13', serviceId: 'SA', fromAt: slot }, { appointmentId: '1.14', serviceId: 'SB', fromAt: slot + 30 * minute }],
    });
    scenario.when(comeToKiosk({ visitorId: zhang, appointmentId: '1.14' })).thenEvents({ type: 'ticketIssued', data: { serviceId: 'SB', number: 'B001' } });
    scenario.when(comeToKiosk({ visitorId: zhang })).thenEvents({ type: 'ticketIssued', data: { serviceId: 'SA' } });
  });

  test('H3 given it is for another day, then the visitor is told which', () => {
    given(book(tomorrow, '08:30', mine), after(20 * minute)).when(comeToKiosk(mine)).thenRefused('appointmentOtherDay', { date: tomorrow });
    given(book(tomorrow, '08:30', mine), closeDay(today), openDay(tomorrow), after(24 * 60 * minute + 20 * minute)).when(comeToKiosk(mine)).thenEvents({ type: 'ticketIssued' });
  });

  test('H3 given no day is open, a class at the kiosk, or a class nobody knows, then nobody is checked in', () => {
    given(...booked, closeDay(today)).when(comeToKiosk(mine)).thenRefused('dayNotOpen', {});
    given(...booked).when(comeToKiosk({ ...mine, classId: 'elderly' })).thenRefused('priorityNeedsStaff', {});
    given(...booked).when(comeToDesk({ ...mine, classId: 'royal' })).thenRefused('noSuchClass', { classId: 'royal' });
    given(...booked).when(comeToKiosk({ ...mine, override: 'leader' })).thenRefused('overrideNeedsStaff', {});
  });
});

describe('when they come', () => {
  test.each([
    ['a minute too early', 14, null], ['as soon as the window opens', 15, ['appointment', 30]], ['early', 29, ['appointment', 30]], ['in time', 30, ['appointment', 30]],
    ['before the slot ends', 59, ['appointment', 30]], ['late', 60, ['appointment', 60]], ['late, at the last moment', 75, ['appointment', 75]], ['too late', 76, ['ordinary', 76]],
  ] as const)('H3 C4 given they come %s, at minute %i, then rank and due moment follow', (_when, at, standing) => {
    const outcome = given(book(today, '08:30', mine), after(at * minute)).when(comeToKiosk(mine));
    if (standing === null) outcome.thenRefused('appointmentTooEarly', { opensAt: morning + 15 * minute, fromAt: slot });
    else outcome.thenEvents({ type: 'ticketIssued', data: { rank: standing[0], dueAt: morning + standing[1] * minute } });
  });

  test('H3 the desk may check somebody in too early, with a reason', () => {
    given(book(today, '08:30', mine)).when(comeToDesk({ ...mine, override: 'whim' })).thenRefused('noSuchReason', { reasonId: 'whim' });
    given(book(today, '08:30', mine)).when(comeToDesk({ ...mine, override: 'leader' })).thenEvents({ type: 'ticketIssued', data: { rank: 'appointment', dueAt: slot }, facts: { override: 'leader' } });
  });

  test('H3 C4 given a class too, then class and appointment are kept apart and the higher gives the rank', () => {
    given(...booked).when(comeToDesk({ ...mine, classId: 'elderly' })).thenEvents({ type: 'ticketIssued', data: { rank: 'appointment', dueAt: slot }, facts: { classId: 'elderly', reason: 'age', appointmentId: '1.13' } });
    given(...booked).when(comeToDesk({ ...mine, classId: 'green' })).thenEvents({ type: 'ticketIssued', data: { rank: 'green' }, facts: { appointmentId: '1.13' } });
    given(...booked, after(80 * minute)).when(comeToDesk({ ...mine, classId: 'elderly' })).thenEvents({ type: 'ticketIssued', data: { rank: 'priority', dueAt: morning + 100 * minute } });
  });

  test('C4 H3 given it is before the slot, then the appointment is called only when nobody else waits', () => {
    const scenario = given(...at1, ...booked, comeToKiosk(mine), issue('SA'), issue('SA'));
    scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A002' } });
    scenario.and(start('1', 'A002'), finish('1', 'A002'), after(10 * minute)).when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' }, facts: { why: { rule: 'firstOfRank' } } });
    given(...at1, ...booked, comeToKiosk(mine)).when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' }, facts: { why: { rule: 'earlyAppointment' } } });
  });

  test('C4 H3 given the slot has begun, then it goes before a priority class and a later one after', () => {
    const scenario = given(...at1, book(today, '08:30', mine), after(40 * minute), issueTo('elderly', 'SA'), after(36 * minute), book(today, '09:00', { code: 'K9000' }), comeToKiosk(mine), comeToKiosk({ code: 'K9000' }));
    scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A003' } });
    scenario.and(start('1', 'A003'), finish('1', 'A003'), issueTo('elderly', 'SA')).when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
  });
});

describe('what stands against it', () => {
  test('H3 H6 a stop holds for appointments too, until it is resumed or the desk has a reason', () => {
    const scenario = given(...booked, stop({ kind: 'queue', queueId: 'A' }));
    scenario.when(comeToKiosk(mine)).thenRefused('issuingStopped', { reasonId: 'power' });
    scenario.and(resumeGiving({ kind: 'queue', queueId: 'A' })).when(comeToKiosk(mine)).thenEvents({ type: 'ticketIssued' });
    given(...booked, stop({ kind: 'hall' })).when(comeToDesk({ ...mine, override: 'leader' })).thenEvents({ type: 'ticketIssued' });
  });

  test('H3 H2 its place was taken when it was booked: the quota of tickets is not asked again', () => {
    const plan = smallPlan();
    const full = { ...plan, services: plan.services.map((service) => (service.id === 'SA' ? { ...service, quota: { daily: 1, spans: [] } } : service)) };
    const scenario = givenPlan(full, ...booked, issue('SA'));
    scenario.when(issue('SA')).thenRefused('quotaReached');
    scenario.when(comeToKiosk(mine)).thenEvents({ type: 'ticketIssued', data: { number: 'A002' } });
  });

  test('H3 T6 given the visitor has a live ticket for the service, then it is not doubled', () => {
    const scenario = given(book(today, '08:30', { ...mine, visitorId: zhang }), issueFor(zhang, 'SA'), after(20 * minute));
    scenario.when(comeToKiosk(mine)).thenRefused('ticketAlreadyLive', { number: 'A001' });
    scenario.and(cancel('A001')).when(comeToKiosk(mine)).thenEvents({ type: 'ticketIssued', data: { number: 'A002' } });
  });

  test('H3 a second check-in gives no second ticket, whatever has become of the first', () => {
    const scenario = given(...at1, ...booked, comeToKiosk(mine));
    scenario.when(comeToKiosk(mine)).thenRefused('alreadyCheckedIn', { number: 'A001', ticketId: '1.16' });
    scenario.when(comeToKiosk({ visitorId: zhang })).thenRefused('alreadyCheckedIn', { number: 'A001' });
    scenario.when(comeToDesk({ ...mine, override: 'leader' })).thenRefused('alreadyCheckedIn', { number: 'A001' });
    scenario.and(next('1'), start('1', 'A001'), finish('1', 'A001')).when(comeToKiosk(mine)).thenRefused('alreadyCheckedIn', { number: 'A001' });
  });

  test('H3 an appointment that was given up is over', () => {
    given(...booked, giveUp()).when(comeToKiosk(mine)).thenRefused('appointmentOver', { state: 'cancelled' });
  });
});

describe('a plain ticket of somebody who has an appointment', () => {
  const with2 = (alsoServiceIds: readonly string[], serviceId = 'SA') =>
    order('issueTicket', { serviceId, alsoServiceIds, priority: null, slotAt: null, override: null, visitorId: zhang }, 'kiosk', 'K1');

  test('H3 given a known visitor takes a plain ticket for what he has booked, then he is checked in', () => {
    const scenario = given(...booked).when(issueFor(zhang, 'SA')).thenEvents({ type: 'ticketIssued', data: { rank: 'appointment', dueAt: slot, channel: 'appointment' }, facts: { appointmentId: '1.13' } });
    scenario.when(comeToKiosk(mine)).thenRefused('alreadyCheckedIn', { number: 'A001' });
  });

  test('H3 given it is another service, another visitor or before the window, then it is a plain ticket', () => {
    given(...booked).when(issueFor(zhang, 'SA2')).thenEvents({ type: 'ticketIssued', data: { rank: 'ordinary' }, facts: { appointmentId: null } });
    given(...booked).when(issueFor(li, 'SA')).thenEvents({ type: 'ticketIssued', data: { rank: 'ordinary' }, facts: { appointmentId: null } });
    given(book(today, '08:30', { visitorId: zhang })).when(issueFor(zhang, 'SA')).thenEvents({ type: 'ticketIssued', data: { rank: 'ordinary' } });
    given(book(tomorrow, '08:30', { visitorId: zhang }), after(20 * minute)).when(issueFor(zhang, 'SA')).thenEvents({ type: 'ticketIssued', data: { rank: 'ordinary' } });
  });

  test('H3 T4 given he comes for more than that, then it is one ticket, and what he has booked goes first', () => {
    given(...booked).when(with2(['SB'])).thenEvents({ type: 'ticketIssued', data: { serviceId: 'SA', alsoServiceIds: ['SB'], rank: 'appointment', queueId: 'A' }, facts: { appointmentId: '1.13' } });
    given(...booked).when(with2(['SC', 'SA'], 'SB')).thenEvents({ type: 'ticketIssued', data: { serviceId: 'SA', alsoServiceIds: ['SB', 'SC'], number: 'A001' }, facts: { appointmentId: '1.13' } });
  });

  test('H1 H2 T4 given the others are closed or full, then their hours and quotas count', () => {
    const plan = smallPlan();
    const limited = (change: Partial<Plan['services'][number]>): Plan => ({ ...plan, services: plan.services.map((service) => (service.id === 'SB' ? { ...service, ...change } : service)) });
    givenPlan(limited({ hoursId: 'office' as never }), ...booked).when(with2(['SB'])).thenRefused('outOfHours', { serviceId: 'SB' });
    givenPlan(limited({ quota: { daily: 1, spans: [] } }), ...booked, issue('SB')).when(with2(['SB'])).thenRefused('quotaReached', { serviceId: 'SB' });
    givenPlan(limited({ quota: { daily: 1, spans: [] } }), ...booked, issue('SB')).when(issueAnyway('SB')).thenEvents({ type: 'ticketIssued' });
  });
});
