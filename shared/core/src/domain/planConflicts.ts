// What a new plan would break of the hall as it is now: tickets already issued, counters at work, appointments made.
// Each is told like a fault of the plan, with its place; a plan with one is refused whole and the old one stays.
import { isFinal, type Ticket } from './ticket.ts';
import type { Hall } from './hall.ts';
import { maySitAt } from './person.ts';
import type { Plan } from './plan.ts';

/** `from`: from the next day on nobody waits any more, so that only appointments and stops can be broken. */
export function planConflicts(hall: Readonly<Hall>, plan: Plan, from: 'now' | 'nextDay'): string[] {
  const faults = [...appointmentConflicts(hall, plan, from), ...stopConflicts(hall, plan)];
  if (from === 'nextDay' || hall.plan === null || hall.day === null || hall.day.closedAt !== null) return faults;
  if (plan.timeZone !== hall.plan.timeZone) faults.push('timeZone: cannot change while a day is open');
  faults.push(...ticketConflicts([...hall.tickets.values()].filter((ticket) => !isFinal(ticket.state)), plan));
  for (const { id, signedIn, state, pauseReasonId, staff } of hall.counters.values()) {
    const stays = plan.counters.find((counter) => counter.id === id);
    const person = staff?.clerkId === undefined || staff.clerkId === null ? undefined : hall.staff.people.get(staff.clerkId);
    if (stays !== undefined && person !== undefined && !maySitAt(person, stays)) faults.push(`counters: ${person.id} is at work at ${id} and may not serve all that it would call`);
    if (stays === undefined && signedIn) faults.push(`counters: ${id} is at work and would be gone`);
    if (state === 'paused' && !plan.pauseReasons.some((reason) => reason.id === pauseReasonId)) faults.push(`pauseReasons: counter ${id} is paused for ${pauseReasonId}, which would be gone`);
  }
  return faults;
}

/** A stop holds over the night (H6), and with it its reason. */
const stopConflicts = ({ stops }: Readonly<Hall>, plan: Plan): string[] =>
  [...stops.values()].filter(({ reasonId }) => !plan.stopReasons.some(({ id }) => id === reasonId)).map(({ reasonId }) => `stopReasons: issuing is stopped for ${reasonId}, which would be gone`);

function ticketConflicts(live: readonly Ticket[], plan: Plan): string[] {
  const lost = new Map<string, number>();
  const add = (fault: string): void => { lost.set(fault, (lost.get(fault) ?? 0) + 1); };
  const needs = (known: readonly { readonly id: string }[], place: string, id: string | null | undefined): void => {
    if (id !== null && id !== undefined && !known.some((one) => one.id === id)) add(`${place}: ${id} would be gone`);
  };
  const served = new Set(plan.counters.flatMap(({ ownQueues, helperQueues }) => [...ownQueues, ...helperQueues]));
  for (const { serviceId, laterServiceIds, queueId, forCounterId, parkReasonId, staff } of live) {
    for (const id of [serviceId, ...laterServiceIds]) needs(plan.services, 'services', id);
    needs(plan.queues, 'queues', queueId);
    needs(plan.counters, 'counters', forCounterId);
    needs(plan.parkReasons, 'parkReasons', parkReasonId);
    needs(plan.classes, 'classes', staff?.classId);
    const later = plan.services.filter(({ id }) => laterServiceIds.includes(id)).map((service) => service.queueId);
    for (const id of new Set([queueId, ...later])) if (!served.has(id)) add(`queues[${id}]: no counter would serve it`);
  }
  return [...lost].map(([fault, tickets]) => `${fault}, and ${tickets} ${tickets === 1 ? 'ticket needs' : 'tickets need'} it`);
}

function appointmentConflicts({ day, staff }: Readonly<Hall>, plan: Plan, from: 'now' | 'nextDay'): string[] {
  const lost = new Map<string, number>();
  for (const { serviceId, state, date } of staff.appointments.values()) {
    if (state !== 'booked' || (from === 'nextDay' && date === day?.date) || plan.services.some(({ id }) => id === serviceId)) continue;
    lost.set(serviceId, (lost.get(serviceId) ?? 0) + 1);
  }
  return [...lost].map(([serviceId, count]) => `services: ${serviceId} would be gone, and ${count} ${count === 1 ? 'appointment needs' : 'appointments need'} it`);
}
