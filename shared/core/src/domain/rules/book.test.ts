// Booking a slot and giving it up.
import { expect, test } from 'vitest';
import type { Plan } from '../plan.ts';
import { given, givenNothing, givenPlan, morning, today, tomorrow } from '../testing/hallSpec.ts';
import { adopt, after, closeDay, openDay, openJournal } from '../testing/orders.ts';
import { book, change, comeToKiosk, giveUp, li, withdraw, zhang } from '../testing/bookingOrders.ts';
import { smallPlan } from '../testing/smallPlan.ts';

const minute = 60_000;
const withHours = (more: Partial<Plan> = {}): Plan => {
  const plan = smallPlan();
  return { ...plan, ...more, services: plan.services.map((service) => (service.id === 'SA' ? { ...service, hoursId: 'office' as never } : service)) };
};

test('H3 given a slot of the plan, when it is booked, then the appointment stands with its moments, and staff alone know it', () => {
  const scenario = given().when(book(tomorrow, '08:30', { visitorId: zhang, code: 'Ab12', externalId: 'web-7' })).thenEvents({
    type: 'appointmentBooked', data: {},
    facts: { appointmentId: '1.13', serviceId: 'SA', date: tomorrow, from: '08:30', to: '09:00', fromAt: morning + 1_470 * minute, toAt: morning + 1_500 * minute, visitorId: zhang, code: 'Ab12', externalId: 'web-7', override: null },
  });
  expect([...scenario.hall.staff.appointments.values()]).toMatchObject([{ id: '1.13', state: 'booked', ticketId: null, bookedAt: morning }]);
});

test('H3 given no day is open, then booking goes on: booking systems send their lists at night', () => {
  givenNothing(openJournal, adopt(smallPlan())).when(book(today, '08:30')).thenEvents({ type: 'appointmentBooked' });
  given(closeDay(today)).when(book(tomorrow, '08:30')).thenEvents({ type: 'appointmentBooked' });
  givenNothing(openJournal).when(book(today, '08:30')).thenRefused('noPlan', {});
});

test('H3 given a service that nobody knows or that cannot be booked, then booking it is refused', () => {
  given().when(book(today, '08:30', { serviceId: 'SX' })).thenRefused('noSuchService', { serviceId: 'SX' });
  given().when(book(today, '08:30', { serviceId: 'SB' })).thenRefused('noAppointments', { serviceId: 'SB' });
});

test('H3 a slot is one of the plan, not later than so many days ahead, and not past', () => {
  given().when(book(today, '08:31')).thenRefused('noSuchSlot', { date: today, from: '08:31' });
  given().when(book('2026-01-12', '08:30')).thenEvents({ type: 'appointmentBooked' });
  given().when(book('2026-01-13', '08:30')).thenRefused('noSuchSlot', { date: '2026-01-13' });
  given().when(book('2026-01-04', '08:30')).thenRefused('slotPassed', { date: '2026-01-04', from: '08:30' });
  given(after(60 * minute - 1)).when(book(today, '08:30')).thenEvents({ type: 'appointmentBooked' });
  given(after(60 * minute)).when(book(today, '08:30')).thenRefused('slotPassed', { date: today });
});

test('H3 days ahead are counted in the hall\'s zone, where midnight comes before that of the world', () => {
  // 00:30 of the 6th in Shanghai is 16:30 of the 5th in UTC.
  given(after(990 * minute)).when(book('2026-01-13', '08:30')).thenEvents({ type: 'appointmentBooked' });
});

test('H3 H1 a slot counts only on a date on which the service is open then', () => {
  givenPlan(withHours()).when(book(today, '08:30')).thenRefused('noSuchSlot');
  givenPlan(withHours()).when(book(today, '09:00')).thenEvents({ type: 'appointmentBooked' });
  givenPlan(withHours()).when(book('2026-01-10', '09:00')).thenRefused('noSuchSlot', { date: '2026-01-10' });
  const closed = { date: tomorrow as never, name: { zh: '停办', en: 'closed' }, kind: 'closed' as const, hoursIds: [], spans: [] };
  givenPlan(withHours({ exceptions: [closed] })).when(book(tomorrow, '09:00')).thenRefused('noSuchSlot', { date: tomorrow });
  givenPlan(withHours({ exceptions: [closed] })).when(book('2026-01-07', '09:00')).thenEvents({ type: 'appointmentBooked' });
});

test('H3 a slot takes as many as the plan says, on each date anew; the desk may add one with a reason', () => {
  const scenario = given(book(today, '08:30'), book(today, '08:30'));
  scenario.when(book(today, '08:30')).thenRefused('slotFull', { date: today, from: '08:30', most: 2 });
  scenario.when(book(tomorrow, '08:30')).thenEvents({ type: 'appointmentBooked' });
  scenario.when(book(today, '09:00')).thenEvents({ type: 'appointmentBooked' });
  scenario.when(book(today, '08:30', { override: 'whim' })).thenRefused('noSuchReason', { reasonId: 'whim' });
  scenario.when({ ...book(today, '08:30', { override: 'leader' }), by: 'system' }).thenRefused('overrideNeedsStaff');
  scenario.when(book(today, '08:30', { override: 'leader' })).thenEvents({ type: 'appointmentBooked', facts: { override: 'leader' } });
});

test('H3 each service has places of its own in a slot', () => {
  const plan = smallPlan();
  const both = { ...plan, services: plan.services.map((service) => (service.id === 'SB' ? { ...service, bookingId: 'early' as never } : service)) };
  givenPlan(both, book(today, '09:00')).when(book(today, '09:00', { serviceId: 'SB' })).thenEvents({ type: 'appointmentBooked' });
});

test('H3 an appointment that is given up leaves its place, and one that has come does not', () => {
  given(book(today, '09:00'), giveUp()).when(book(today, '09:00')).thenEvents({ type: 'appointmentBooked' });
  given(after(50 * minute), book(today, '09:00', { code: '4711' }), comeToKiosk({ code: '4711' })).when(book(today, '09:00')).thenRefused('slotFull');
});

test('H3 a code is taken once on a date, whatever its letters', () => {
  const scenario = given(book(today, '08:30', { code: 'ab12' }));
  scenario.when(book(today, '09:00', { code: 'AB12' })).thenRefused('codeTaken', {});
  scenario.when(book(tomorrow, '09:00', { code: 'AB12' })).thenEvents({ type: 'appointmentBooked' });
});

test('H3 given the booking system sends the same one again, then nothing is booked twice, and it is told whether it is the same', () => {
  const first = { visitorId: zhang, externalId: 'web-7' };
  const scenario = given(book(today, '08:30', first));
  scenario.when(book(today, '08:30', first)).thenRefused('appointmentExists', { appointmentId: '1.13', isSame: true });
  scenario.when(book(today, '09:00', first)).thenRefused('appointmentExists', { appointmentId: '1.13', isSame: false });
  scenario.when(book(tomorrow, '08:30', first)).thenRefused('appointmentExists', { isSame: false });
  scenario.when(book(today, '08:30', { visitorId: li, externalId: 'web-7' })).thenRefused('appointmentExists', { isSame: false });
  scenario.when(book(today, '08:30', { visitorId: li, externalId: 'web-8' })).thenEvents({ type: 'appointmentBooked' });
  given(book(today, '08:30', first), giveUp()).when(book(today, '08:30', first)).thenRefused('appointmentExists', { isSame: true });
});

test('H3 T6 a known visitor has one appointment for a service on a date; unknown ones may have several', () => {
  const scenario = given(book(today, '08:30', { visitorId: zhang }));
  scenario.when(book(today, '09:00', { visitorId: zhang })).thenRefused('appointmentExists', { appointmentId: '1.13', isSame: false });
  scenario.when(book(tomorrow, '09:00', { visitorId: zhang })).thenEvents({ type: 'appointmentBooked' });
  given(book(today, '08:30')).when(book(today, '08:30')).thenEvents({ type: 'appointmentBooked' });
  given(book(today, '08:30', { visitorId: zhang }), giveUp()).when(book(today, '09:00', { visitorId: zhang })).thenEvents({ type: 'appointmentBooked' });
});

test('H3 an appointment is given up once, and only while it is booked', () => {
  const scenario = given(book(today, '08:30', { code: '4711' })).when(giveUp()).thenEvents({ type: 'appointmentCancelled', data: {}, facts: { appointmentId: '1.13' } });
  scenario.when(giveUp()).thenRefused('appointmentOver', { state: 'cancelled' });
  scenario.when(giveUp(7)).thenRefused('noSuchAppointment', {});
  given(after(20 * minute), book(today, '08:30', { code: '4711' }), comeToKiosk({ code: '4711' })).when(giveUp()).thenRefused('appointmentOver', { state: 'checkedIn' });
});

test('H3 given a plan waits for the next day, then days to come are booked by it and today by the present one', () => {
  const plan = smallPlan();
  const later = { ...plan, bookings: plan.bookings.map((booking) => ({ ...booking, slots: [{ from: '10:00', to: '10:30', most: 1 }] })) };
  const scenario = given(change(later, 'nextDay'));
  scenario.when(book(tomorrow, '08:30')).thenRefused('noSuchSlot', { date: tomorrow });
  scenario.when(book(tomorrow, '10:00')).thenEvents({ type: 'appointmentBooked' });
  scenario.when(book(today, '10:00')).thenRefused('noSuchSlot', { date: today });
  scenario.when(book(today, '08:30')).thenEvents({ type: 'appointmentBooked' });
  scenario.and(withdraw).when(book(tomorrow, '08:30')).thenEvents({ type: 'appointmentBooked' });
  const without = { ...plan, services: plan.services.filter(({ id }) => id !== 'SA') };
  given(change(without, 'nextDay')).when(book(tomorrow, '08:30')).thenRefused('noSuchService', { serviceId: 'SA' });
});

test('H3 N3 nothing is booked for a day that is over, also when the clock is behind it', () => {
  given(closeDay(today)).when(book(today, '08:30')).thenRefused('slotPassed', { date: today });
  given(closeDay(today), openDay('2026-01-07')).when(book(tomorrow, '08:30')).thenRefused('slotPassed', { date: tomorrow });
  given(closeDay(today), openDay(today)).when(book(today, '08:30')).thenEvents({ type: 'appointmentBooked' });
});
