// An appointment: a promised slot on a date for one service (rules H3, H4). Wholly private: it lives below `staff`.
import type { AppointmentId, BusinessDay, ServiceId, TicketId, VisitorId } from './ids.ts';

export interface Appointment {
  readonly id: AppointmentId;
  readonly date: BusinessDay;
  readonly serviceId: ServiceId;
  /** Begin and end of the slot, as time of day and as moments. */
  readonly from: string;
  readonly to: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly visitorId: VisitorId | null;
  /** What the visitor types at the kiosk; one of its date has it. */
  readonly code: string;
  /** The name the booking system knows it by. */
  readonly externalId: string | null;
  readonly bookedAt: number;
  state: 'booked' | 'checkedIn' | 'cancelled' | 'missed';
  /** The ticket it became (T6: never a second one). */
  ticketId: TicketId | null;
}

/** Appointments of one date, in order of their slots. */
export function appointmentsOn(appointments: ReadonlyMap<AppointmentId, Appointment>, date: BusinessDay): Appointment[] {
  return [...appointments.values()].filter((one) => one.date === date).sort((a, b) => a.fromAt - b.fromAt || a.bookedAt - b.bookedAt);
}

/** How many places of a slot are taken. */
export function takenIn(appointments: ReadonlyMap<AppointmentId, Appointment>, serviceId: ServiceId, date: BusinessDay, from: string): number {
  let taken = 0;
  for (const one of appointments.values()) {
    if (one.date === date && one.serviceId === serviceId && one.from === from && one.state !== 'cancelled') taken += 1;
  }
  return taken;
}
