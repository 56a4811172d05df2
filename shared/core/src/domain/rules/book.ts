// Booking a slot, giving it up, and being allowed again (rules H3, H4). An appointment is known to staff alone.
import { accept, fact, openHall, refuse, type Context, type Decision } from '../decision.ts';
import { momentAt, weekdayOf } from '../../base/localTime.ts';
import { takenIn, type Appointment } from '../appointment.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';
import { spansOn } from '../hours.ts';
import type { AppointmentId, BusinessDay } from '../ids.ts';
import type { Plan, Service } from '../plan.ts';
import { dateAt } from './checkIn.ts';
import { overrideFault } from './issuing.ts';

type Refused = Decision & { accepted: false };
type Booking = CommandData<'bookAppointment'>;

/** Also while no day is open: booking systems send their lists at night. */
export function bookAppointment(hall: Readonly<Hall>, data: Booking, context: Context): Decision {
  const plan = planOn(hall, data.date);
  if (plan === null || hall.plan === null) return refuse('noPlan', {});
  const service = plan.services.find(({ id }) => id === data.serviceId);
  if (service === undefined) return refuse('noSuchService', { serviceId: data.serviceId });
  const fault = overrideFault(hall.plan, data.override, context) ?? dayOver(hall, data) ?? bookedBefore(hall, data);
  if (fault !== null) return fault;
  const slot = slotOf(plan, service, data, context.now);
  if (slot.found === null) return slot.refusal;
  const { date, from, serviceId, visitorId, code, externalId, override } = data;
  const { appointments, blocks } = hall.staff;
  const until = visitorId === null || plan.appointments.block === null ? undefined : blocks.get(visitorId);
  if (until !== undefined && dateAt(plan, context.now) <= until) return refuse('appointmentsBlocked', { until });
  for (const one of appointments.values()) if (one.date === date && one.code.toUpperCase() === code.toUpperCase()) return refuse('codeTaken', {});
  if (override === null && takenIn(appointments, serviceId, date, from) >= slot.found.most) return refuse('slotFull', { date, from, most: slot.found.most });
  const { to, fromAt, toAt } = slot.found;
  return accept(fact('appointmentBooked', {}, {
    appointmentId: `${hall.epoch}.${hall.seq + 1}` as AppointmentId, serviceId, date, from, to, fromAt, toAt, visitorId, code, externalId, override,
  }));
}

/** The plan of that date: the one that waits is there from the next day on. */
export function planOn({ plan, day, staff }: Readonly<Hall>, date: BusinessDay): Plan | null {
  return staff.nextPlan !== null && date !== day?.date ? staff.nextPlan.plan : plan;
}

/** A day that was closed has no slots left, whatever the clock says (N3). */
function dayOver({ day }: Readonly<Hall>, { date, from }: Booking): Refused | null {
  const isOver = day !== null && (day.closedAt === null ? date < day.date : date <= day.date);
  return isOver ? refuse('slotPassed', { date, from }) : null;
}

/** The same name of the booking system, or the same visitor for the same service on the same date, is one appointment (H3, T6). */
function bookedBefore({ staff }: Readonly<Hall>, { serviceId, date, from, visitorId, externalId }: Booking): Refused | null {
  for (const one of staff.appointments.values()) {
    if (one.state === 'cancelled' && one.externalId !== externalId) continue;
    const isNamedSo = externalId !== null && one.externalId === externalId;
    const isSameVisit = visitorId !== null && one.visitorId === visitorId && one.serviceId === serviceId && one.date === date && one.state === 'booked';
    if (!isNamedSo && !isSameVisit) continue;
    const isSame = isNamedSo && one.serviceId === serviceId && one.date === date && one.from === from && one.visitorId === visitorId;
    return refuse('appointmentExists', { appointmentId: one.id, isSame });
  }
  return null;
}

type Slot = { readonly found: { readonly to: string; readonly most: number; readonly fromAt: number; readonly toAt: number } } | { readonly found: null; readonly refusal: Refused };

/** The slot in the plan, on a date on which the service is open, neither past nor too far ahead. */
function slotOf(plan: Plan, service: Service, { date, from }: Booking, now: number): Slot {
  const no = (refusal: Refused): Slot => ({ found: null, refusal });
  const booking = plan.bookings.find(({ id }) => id === service.bookingId);
  if (booking === undefined) return no(refuse('noAppointments', { serviceId: service.id }));
  const slot = booking.slots.find((one) => one.from === from);
  const spans = plan.hoursApply ? spansOn(plan, service, { date, weekday: weekdayOf(date) }) : null;
  const isOpen = spans === null || spans.some(({ opensAt, closesAt }) => opensAt <= from && from < closesAt);
  const daysAhead = (Date.parse(date) - Date.parse(dateAt(plan, now))) / 86_400_000;
  if (slot === undefined || !isOpen || daysAhead > booking.daysAhead) return no(refuse('noSuchSlot', { date, from }));
  const fromAt = momentAt(date, from, plan.timeZone);
  const toAt = momentAt(date, slot.to, plan.timeZone);
  return toAt <= now ? no(refuse('slotPassed', { date, from })) : { found: { to: slot.to, most: slot.most, fromAt, toAt } };
}

export function cancelAppointment(hall: Readonly<Hall>, { appointmentId }: CommandData<'cancelAppointment'>): Decision {
  const appointment: Appointment | undefined = hall.staff.appointments.get(appointmentId);
  if (appointment === undefined) return refuse('noSuchAppointment', {});
  if (appointment.state !== 'booked') return refuse('appointmentOver', { state: appointment.state });
  return accept(fact('appointmentCancelled', {}, { appointmentId }));
}

/** The manager hears an appeal (H4). */
export function excuseVisitor(hall: Readonly<Hall>, { visitorId, reasonId }: CommandData<'excuseVisitor'>): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  if (!open.found.plan.grantReasons.some(({ id }) => id === reasonId)) return refuse('noSuchReason', { reasonId });
  const { blocks, noShows } = hall.staff;
  return blocks.has(visitorId) || noShows.has(visitorId) ? accept(fact('visitorExcused', {}, { visitorId, reasonId })) : refuse('notBlocked', {});
}
