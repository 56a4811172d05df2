// Coming to an appointment: too early, in time, late, too late (rules H3, C4); it becomes one ticket and never a second.
import { openHall, refuse, type Context, type Decision } from '../decision.ts';
import { localTime } from '../../base/localTime.ts';
import type { Appointment } from '../appointment.ts';
import type { CommandData } from '../commands.ts';
import type { Rank } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { ServiceId, VisitorId } from '../ids.ts';
import type { Plan } from '../plan.ts';
import { liveTicketOf, obstacleOfServices, overrideFault, stopOf } from './issuing.ts';
import { grantFault, newTicket, rankOf, wantedServices } from './newTicket.ts';

type Refused = Decision & { accepted: false };

/** By code or visitor; only staff may name an appointment without either. */
export function checkIn(hall: Readonly<Hall>, data: CommandData<'checkIn'>, context: Context): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const { plan } = open.found;
  const { priority, override, code, visitorId } = data;
  const isStaff = context.actor.role !== 'kiosk';
  if (priority !== null && !isStaff) return refuse('priorityNeedsStaff', {});
  const fault = overrideFault(plan, override, context) ?? grantFault(plan, priority);
  if (fault !== null) return fault;
  if (code === null && visitorId === null && !isStaff) return refuse('noSuchAppointment', {});
  const found = fitting(hall, data, isStaff);
  const today = found.filter(({ date }) => date === hall.day?.date);
  const [first, ...others] = today.filter(({ state }) => state === 'booked');
  if (first === undefined) return notThere(hall, found, today);
  if (others.length > 0) {
    return refuse('severalAppointments', { choices: [first, ...others].map(({ id: appointmentId, serviceId, fromAt }) => ({ appointmentId, serviceId, fromAt })) });
  }
  return checkInTo(hall, plan, first, { priority, override, alsoServiceIds: [], visitorId }, context);
}

/** Every proof that is given must fit. */
function fitting({ staff }: Readonly<Hall>, { appointmentId, code, visitorId }: CommandData<'checkIn'>, isStaff: boolean): Appointment[] {
  if (appointmentId === null && code === null && visitorId === null) return [];
  const fits: Appointment[] = [];
  for (const one of staff.appointments.values()) {
    if (appointmentId !== null && one.id !== appointmentId) continue;
    if (code !== null && one.code.toUpperCase() !== code.toUpperCase()) continue;
    // Staff see who stands before them: an appointment they name may be without a visitor.
    if (visitorId !== null && one.visitorId !== visitorId && !(isStaff && appointmentId !== null && one.visitorId === null)) continue;
    fits.push(one);
  }
  return fits;
}

function notThere(hall: Readonly<Hall>, found: readonly Appointment[], today: readonly Appointment[]): Refused {
  const before = today.find(({ state }) => state === 'checkedIn');
  const ticket = before?.ticketId === null || before === undefined ? undefined : hall.tickets.get(before.ticketId);
  if (ticket !== undefined) return refuse('alreadyCheckedIn', { ticketId: ticket.id, number: ticket.number });
  const [over] = today;
  if (over !== undefined) return refuse('appointmentOver', { state: over.state });
  const otherDay = found.find(({ state }) => state === 'booked');
  return otherDay === undefined ? refuse('noSuchAppointment', {}) : refuse('appointmentOtherDay', { date: otherDay.date });
}

/** The appointment that a known visitor could be checked in to now, for the first of these services that has one; or null. */
export function appointmentOf({ plan, day, staff }: Readonly<Hall>, visitorId: VisitorId, serviceIds: readonly ServiceId[], { now }: Context): Appointment | null {
  const earlyMs = plan?.appointments.earlyMs ?? 0;
  const open = [...staff.appointments.values()].filter((one) => one.visitorId === visitorId && one.state === 'booked' && one.date === day?.date && now >= one.fromAt - earlyMs);
  for (const serviceId of serviceIds) {
    const found = open.find((one) => one.serviceId === serviceId);
    if (found !== undefined) return found;
  }
  return null;
}

interface Comer {
  readonly priority: CommandData<'checkIn'>['priority'];
  readonly override: CommandData<'checkIn'>['override'];
  readonly alsoServiceIds: readonly ServiceId[];
  readonly visitorId: VisitorId | null;
}

/** Its quota was taken when it was booked, so that hours and quota of its service are not asked again; a stop is (H6), and what he comes for besides. */
export function checkInTo(hall: Readonly<Hall>, plan: Plan, appointment: Appointment, { priority, override, alsoServiceIds, visitorId }: Comer, context: Context): Decision {
  const { now } = context;
  const { fromAt, id: appointmentId, serviceId } = appointment;
  const wanted = wantedServices(plan, [serviceId, ...alsoServiceIds]);
  if (wanted.found === null) return wanted.refusal;
  const opensAt = fromAt - plan.appointments.earlyMs;
  const known = appointment.visitorId ?? visitorId;
  if (override === null) {
    const [, ...besides] = wanted.found.services;
    const tooEarly = now < opensAt ? refuse('appointmentTooEarly', { opensAt, fromAt }) : null;
    const obstacle = stopOf(hall, wanted.found) ?? tooEarly ?? obstacleOfServices(hall, plan, besides, now) ?? liveTicketOf(hall, known, wanted.found.services);
    if (obstacle !== null) return obstacle;
  }
  return newTicket(hall, wanted.found, { ...standingOf(plan, appointment, priority?.classId ?? null, now), channel: 'appointment' },
    { classId: priority?.classId ?? null, reason: priority?.reason ?? null, override, visitorId: known, appointmentId }, context);
}

/** In time: due at the slot. Late, within the plan's minutes: due now, still an appointment. Later: ordinary, or by its class (C4, H3). */
function standingOf(plan: Plan, { fromAt, toAt }: Appointment, classId: NonNullable<CommandData<'checkIn'>['priority']>['classId'] | null, now: number): { rank: Rank; dueAt: number } {
  if (now < toAt) return { rank: rankOf(plan, classId, true), dueAt: fromAt };
  return { rank: rankOf(plan, classId, now <= toAt + plan.appointments.lateMs), dueAt: now };
}

/** The date of that moment where the hall stands. */
export const dateAt = (plan: Plan, now: number): string => localTime(now, plan.timeZone).date;
