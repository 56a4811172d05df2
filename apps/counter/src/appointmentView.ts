// The appointments of a day as the guide desk sees them (H3): by slot, filtered and searched, each with how its coming
// would count now. Who they are is known by id alone; masked names are put in from outside (V2).
import { appointmentsOn, type Appointment } from '@hall/core/domain/appointment';
import type { Hall } from '@hall/core/domain/hall';
import type { AppointmentId, ServiceId, TicketId, VisitorId } from '@hall/core/domain/ids';
import type { MaskedVisitor } from '@hall/core/domain/masked';
import type { Names } from '@hall/core/domain/plan';
import { serviceName } from './servicesView.ts';
import { cameAt } from './ticketView.ts';
import { maskedText } from './visitorFlow.ts';

export type AppointmentFilter = 'booked' | 'checkedIn' | 'missed' | 'all';
/** What the desk looks for. */
export interface AppointmentSearch {
  readonly date: string;
  readonly filter: AppointmentFilter;
  readonly serviceId: ServiceId | null;
  readonly typed: string;
}
export type MaskedOf = ReadonlyMap<VisitorId, MaskedVisitor | null>;

export interface AppointmentRow {
  readonly id: AppointmentId;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly code: string;
  readonly serviceId: ServiceId;
  readonly serviceName: Names | null;
  readonly visitorId: VisitorId | null;
  /** Masked; empty when nobody is known by it, or not yet. */
  readonly who: string;
  readonly state: Appointment['state'];
  /** How it stands now; `overdue`: too late to be served as an appointment. */
  readonly when: 'early' | 'open' | 'late' | 'overdue' | 'checkedIn' | 'cancelled' | 'missed' | 'otherDay';
  readonly ticketId: TicketId | null;
  readonly number: string | null;
}

export function appointmentRow(hall: Readonly<Hall>, one: Appointment, masked: MaskedOf, now: number): AppointmentRow {
  const { id, date, from, to, code, serviceId, visitorId, state, ticketId } = one;
  const known = visitorId === null ? null : (masked.get(visitorId) ?? null);
  return {
    id, date, from, to, code, serviceId, visitorId, state, ticketId,
    serviceName: serviceName(hall, serviceId),
    who: known === null ? '' : maskedText(known),
    when: whenOf(hall, one, now),
    number: ticketId === null ? null : (hall.tickets.get(ticketId)?.number ?? null),
  };
}

function whenOf(hall: Readonly<Hall>, { state, date, fromAt, toAt }: Appointment, now: number): AppointmentRow['when'] {
  if (state !== 'booked') return state;
  if (date !== hall.day?.date) return 'otherDay';
  if (now < fromAt - (hall.plan?.appointments.earlyMs ?? 0)) return 'early';
  return ({ inTime: 'open', late: 'late', tooLate: 'overdue' } as const)[cameAt(hall, toAt, now)];
}

const isOf = (filter: AppointmentFilter, { state, when }: AppointmentRow): boolean => {
  if (filter === 'all') return true;
  return filter === 'missed' ? state === 'missed' || when === 'overdue' : state === filter;
};

/** In order of slots. Somebody too late is both expected and not come: either filter shows them. */
export function appointmentRows(hall: Readonly<Hall>, search: AppointmentSearch, masked: MaskedOf, now: number): AppointmentRow[] {
  return appointmentsOn(hall.staff.appointments, search.date as Appointment['date'])
    .filter((one) => search.serviceId === null || one.serviceId === search.serviceId)
    .map((one) => ({ row: appointmentRow(hall, one, masked, now), known: one.visitorId === null ? null : (masked.get(one.visitorId) ?? null) }))
    .filter(({ row, known }) => isOf(search.filter, row) && fitsSearch(row.code, known, search.typed))
    .map(({ row }) => row);
}

/** How many each filter would show, whatever was typed. */
export function filterCounts(hall: Readonly<Hall>, date: string, serviceId: ServiceId | null, now: number): Readonly<Record<AppointmentFilter, number>> {
  const rows = appointmentRows(hall, { date, filter: 'all', serviceId, typed: '' }, new Map(), now);
  const count = (filter: AppointmentFilter): number => rows.filter((row) => isOf(filter, row)).length;
  return { booked: count('booked'), checkedIn: count('checkedIn'), missed: count('missed'), all: rows.length };
}

/** The beginning of a code, the last digits of a phone, or a name as far as its mask tells: 张三丰 fits 张*丰. */
export function fitsSearch(code: string, visitor: Omit<MaskedVisitor, 'visitorId'> | null, typed: string): boolean {
  const sought = typed.replaceAll(/\s/g, '').toUpperCase();
  if (sought === '' || code.toUpperCase().startsWith(sought)) return true;
  if (visitor === null) return false;
  return (/^\d{4,}$/.test(sought) && fitsEnd(visitor.phone, sought)) || fitsName(visitor.name, sought);
}

const fitsSign = (mask: string | undefined, sign: string | undefined): boolean => mask === '*' || mask === sign;

/** Four digits are the end of a phone; a whole number is compared where the mask shows it. */
function fitsEnd(phone: string | null, digits: string): boolean {
  if (phone === null || digits.length > phone.length) return false;
  return digits.length === phone.length ? [...digits].every((digit, index) => fitsSign(phone[index], digit)) : digits.length === 4 && phone.endsWith(digits);
}

function fitsName(name: string | null, sought: string): boolean {
  if (name === null) return false;
  const signs = [...name.replaceAll(/\s/g, '').toUpperCase()];
  const typed = [...sought];
  return typed.length <= signs.length && signs[0] !== '*' && typed.every((sign, index) => fitsSign(signs[index], sign));
}

/** Dates with appointments from today on, and today. */
export function datesBooked(hall: Readonly<Hall>, today: string): string[] {
  const dates = new Set([today]);
  for (const { date } of hall.staff.appointments.values()) if (date >= today) dates.add(date);
  return [...dates].sort();
}

/** All ids of which a masked name is wanted on that date. */
export const visitorsOn = (hall: Readonly<Hall>, date: string): VisitorId[] =>
  [...hall.staff.appointments.values()].flatMap((one) => (one.date === date && one.visitorId !== null ? [one.visitorId] : []));
