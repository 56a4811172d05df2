// What must be true of a hall at every moment (laws of docs/spec/laws.md that one state can show).
// `faultsTouched` looks only at what an event touched; `faultsOf` at everything.
import type { HallEvent } from './events.ts';
import type { CounterState, Hall } from './hall.ts';
import { isFinal, type Ticket } from './ticket.ts';
import { placeOf } from '../base/sortedLine.ts';
import { dueOrder } from './callPolicy.ts';
import { ranks } from './line.ts';
import { lineOf } from './lines.ts';

/** Faults of the ticket and counter that this event named. O(log n). */
export function faultsTouched(hall: Readonly<Hall>, event: HallEvent): string[] {
  const faults: string[] = [];
  if (hall.seq !== event.seq) faults.push(`J2: folded ${event.seq}, hall is at ${hall.seq}`);
  if ('ticketId' in event.data) {
    const ticket = hall.tickets.get(event.data.ticketId);
    if (ticket !== undefined) checkTicket(hall, ticket, faults);
  }
  if (event.type === 'ticketTransferred' && event.data.fromCounterId !== null) {
    const counter = hall.counters.get(event.data.fromCounterId);
    if (counter !== undefined) checkCounter(hall, counter, faults);
  }
  if ('counterId' in event.data) {
    const counter = hall.counters.get(event.data.counterId);
    if (counter !== undefined) checkCounter(hall, counter, faults);
  }
  return faults;
}

/** All faults of the whole state. */
export function faultsOf(hall: Readonly<Hall>): string[] {
  const faults: string[] = [];
  const numbers = new Set<string>();
  let waiting = 0;
  for (const ticket of hall.tickets.values()) {
    checkTicket(hall, ticket, faults);
    if (numbers.has(ticket.number)) faults.push(`N1: ${ticket.number} is there twice`);
    numbers.add(ticket.number);
    if (ticket.state === 'waiting') waiting += 1;
  }
  for (const counter of hall.counters.values()) checkCounter(hall, counter, faults);
  checkAppointments(hall, faults);
  let standing = 0;
  for (const line of [...hall.lines.values(), ...hall.counterLines.values()]) for (const rank of ranks) standing += line[rank].length;
  if (standing !== waiting) faults.push(`T1: ${waiting} wait and ${standing} stand in lines`);
  return faults;
}

function checkTicket(hall: Readonly<Hall>, ticket: Ticket, faults: string[]): void {
  const { id, number, state, counterId, issuedAt, firstCalledAt, startedAt, endedAt } = ticket;
  const line = lineOf(hall, ticket)?.[ticket.rank];
  const stands = line !== undefined && line[placeOf(line, ticket, dueOrder)] === ticket;
  if (stands !== (state === 'waiting')) faults.push(`T1: ${number} is ${state} and ${stands ? 'stands' : 'does not stand'} in its line`);
  const active = state === 'called' || state === 'serving';
  const isOver = state === 'cancelled' || state === 'expired';
  if (!isOver && (state === 'parked') !== (ticket.parkedAt !== null)) faults.push(`C10: ${number} is ${state} and parked since ${ticket.parkedAt}`);
  if (state === 'waiting' && ticket.forCounterId !== null && hall.counters.get(ticket.forCounterId)?.state === 'closed') faults.push(`C11: ${number} waits for counter ${ticket.forCounterId}, which is closed`);
  const holder = counterId === null ? undefined : hall.counters.get(counterId);
  if (active && holder?.activeTicketId !== id) faults.push(`T2: ${number} is ${state} at counter ${counterId}, which does not hold it`);
  if (!active && holder?.activeTicketId === id) faults.push(`T2: counter ${counterId} holds ${number}, which is ${state}`);
  const moments = [issuedAt, firstCalledAt, startedAt, endedAt].filter((moment) => moment !== null);
  if (moments.some((moment, index) => moment < (moments[index - 1] ?? 0))) faults.push(`T5: times of ${number} run backwards`);
  checkServices(hall, ticket, faults);
  // Lent numbers are in a row of their own (O1).
  if (!hall.loneNumbers.has(number) && ticket.serial >= (hall.numbers.get(ticket.prefix) ?? 0)) faults.push(`N2: ${number} is past its prefix's counter`);
}

/** What it still needs is in the plan, each once (T4); and it is the one ticket of its appointment (H3). */
function checkServices({ plan, staff }: Readonly<Hall>, { id, number, state, serviceId, laterServiceIds, staff: known }: Ticket, faults: string[]): void {
  const open = [serviceId, ...laterServiceIds];
  if (!isFinal(state) && new Set(open).size < open.length) faults.push(`T4: ${number} needs a service twice: ${open.join(' ')}`);
  if (!isFinal(state) && !open.every((one) => plan?.services.some((service) => service.id === one) === true)) faults.push(`T4: ${number} needs ${open.join(' ')}, which the plan does not have`);
  const appointmentId = known?.appointmentId ?? null;
  if (appointmentId === null) return;
  const appointment = staff.appointments.get(appointmentId);
  if (appointment?.state !== 'checkedIn' || appointment.ticketId !== id) faults.push(`H3: ${number} says it is appointment ${appointmentId}, which is ${appointment?.state ?? 'unknown'} with ticket ${appointment?.ticketId ?? 'none'}`);
}

function checkAppointments({ day, staff, tickets }: Readonly<Hall>, faults: string[]): void {
  const codes = new Set<string>();
  for (const { id, date, state, code, ticketId } of staff.appointments.values()) {
    if (state === 'booked' && day !== null && date < day.date) faults.push(`H3: appointment ${id} is booked for ${date}, which is over`);
    if ((state === 'checkedIn') !== (ticketId !== null)) faults.push(`H3: appointment ${id} is ${state} with ticket ${ticketId ?? 'none'}`);
    const ticket = ticketId === null ? undefined : tickets.get(ticketId);
    if (ticket?.staff !== undefined && ticket.staff.appointmentId !== id) faults.push(`H3: appointment ${id} has ticket ${ticket.number}, which does not know it`);
    const taken = `${date} ${code.toUpperCase()}`;
    if (codes.has(taken)) faults.push(`H3: code ${code} is there twice on ${date}`);
    codes.add(taken);
  }
}

function checkCounter(hall: Readonly<Hall>, counter: CounterState, faults: string[]): void {
  const { id, activeTicketId, state, signedIn } = counter;
  const active = activeTicketId === null ? null : hall.tickets.get(activeTicketId);
  if (active === undefined) faults.push(`T2: counter ${id} holds an unknown ticket ${activeTicketId}`);
  if (activeTicketId !== null && state === 'closed') faults.push(`T2: counter ${id} is closed and holds ${active?.number ?? activeTicketId}`);
  if (active !== null && active !== undefined && active.counterId !== id) faults.push(`T2: ${active.number} is held by counter ${id} and belongs to ${active.counterId}`);
  if (state !== 'closed' && !signedIn) faults.push(`C13: counter ${id} is ${state} with nobody signed in`);
}
