// How facts about appointments change the hall (rules H3, H4). Everything is below `staff`, on both sides.
import type { HallEvent } from '../events.ts';
import type { Appointment } from '../appointment.ts';
import type { Hall } from '../hall.ts';
import type { BusinessDay } from '../ids.ts';

export function foldBooked(hall: Hall, { at, staff }: HallEvent<'appointmentBooked'>): void {
  if (staff === undefined) return;
  const { appointmentId: id, override: _why, ...facts } = staff.facts;
  hall.staff.appointments.set(id, { id, ...facts, bookedAt: at, state: 'booked', ticketId: null });
}

function become(hall: Hall, id: Appointment['id'] | undefined, state: Appointment['state']): Appointment | undefined {
  const appointment = id === undefined ? undefined : hall.staff.appointments.get(id);
  if (appointment !== undefined) appointment.state = state;
  return appointment;
}

export function foldAppointmentCancelled(hall: Hall, { staff }: HallEvent<'appointmentCancelled'>): void {
  become(hall, staff?.facts.appointmentId, 'cancelled');
}

/** Not come; counted for a known visitor by the date of the slot. */
export function foldAppointmentMissed(hall: Hall, { staff }: HallEvent<'appointmentMissed'>): void {
  const appointment = become(hall, staff?.facts.appointmentId, 'missed');
  const visitorId = staff?.facts.visitorId ?? null;
  if (appointment === undefined || visitorId === null) return;
  hall.staff.noShows.set(visitorId, [...(hall.staff.noShows.get(visitorId) ?? []), appointment.date]);
}

export function foldCheckedIn(hall: Hall, { data, staff }: HallEvent<'ticketIssued'>): void {
  const appointment = become(hall, staff?.facts.appointmentId ?? undefined, 'checkedIn');
  if (appointment !== undefined) appointment.ticketId = data.ticketId;
}

export function foldVisitorBlocked(hall: Hall, { staff }: HallEvent<'visitorBlocked'>): void {
  if (staff !== undefined) hall.staff.blocks.set(staff.facts.visitorId, staff.facts.until);
}

export function foldVisitorExcused(hall: Hall, { staff }: HallEvent<'visitorExcused'>): void {
  if (staff === undefined) return;
  hall.staff.blocks.delete(staff.facts.visitorId);
  hall.staff.noShows.delete(staff.facts.visitorId);
}

/** How long a date of non-appearance is remembered: the longest span a plan can ask for. */
const rememberedDays = 365;

/** Days before that date are over, also those on which the hall never opened. */
export function forgetDaysBefore({ staff }: Hall, date: BusinessDay): void {
  for (const [id, one] of staff.appointments) if (one.date < date) staff.appointments.delete(id);
}

/** At the close of that date, what is over is no longer state: its appointments but those still to come if it opens again, old dates, blocks that have ended. */
export function forgetWhatIsOver({ staff }: Hall, date: BusinessDay): void {
  for (const [id, one] of staff.appointments) if (one.date < date || (one.date === date && one.state !== 'booked')) staff.appointments.delete(id);
  for (const [visitorId, until] of staff.blocks) if (until <= date) staff.blocks.delete(visitorId);
  const oldest = new Date(Date.parse(`${date}T00:00:00Z`) - rememberedDays * 86_400_000).toISOString().slice(0, 10);
  for (const [visitorId, dates] of staff.noShows) {
    const kept = dates.filter((one) => one > oldest);
    if (kept.length === 0) staff.noShows.delete(visitorId);
    else if (kept.length < dates.length) staff.noShows.set(visitorId, kept);
  }
}
