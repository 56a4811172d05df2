// Issuing and cancelling tickets (rules N1, N2, N4, N6; T1's edges to cancelled).
import { accept, fact, openHall, refuse, ticketAsPressed, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Rank } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { ClassId, TicketId } from '../ids.ts';
import { nextNumber } from '../numbering.ts';
import type { Plan } from '../plan.ts';
import { aheadOf } from '../questions.ts';

/** One ticket with the next number of the service's queue. */
export function issueTicket(hall: Readonly<Hall>, data: CommandData<'issueTicket'>, { now, actor }: Context): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const { plan } = open.found;
  const service = plan.services.find(({ id }) => id === data.serviceId);
  const queue = plan.queues.find(({ id }) => id === service?.queueId);
  if (service === undefined || queue === undefined) return refuse('noSuchService', { serviceId: data.serviceId });
  const { priority, slotAt } = data;
  if ((priority !== null || slotAt !== null) && actor.role === 'kiosk') return refuse('priorityNeedsStaff', {});
  const rank = rankOf(plan, priority?.classId ?? null, slotAt);
  if (rank === null) return refuse('noSuchClass', { classId: priority?.classId ?? '' });
  const next = nextNumber(hall, queue);
  if (next === null) return refuse('numbersExhausted', { queueId: queue.id });
  const ticketId = `${hall.epoch}.${hall.seq + 1}` as TicketId;
  // An appointment in time is due at its slot, a late one at its check-in (C4).
  const dueAt = slotAt === null ? now : Math.max(slotAt, now);
  const ahead = aheadOf(hall, queue.id, rank, dueAt);
  return accept(fact('ticketIssued', {
    ticketId, ...next, serviceId: service.id, queueId: queue.id, rank, dueAt,
    channel: slotAt !== null ? 'appointment' : actor.role === 'kiosk' ? 'kiosk' : 'desk',
    ahead,
  }, { classId: priority?.classId ?? null, reason: priority?.reason ?? null }));
}

/** Class and appointment are separate: whichever stands higher gives the rank (C4). Null: no such class. */
function rankOf(plan: Plan, classId: ClassId | null, slotAt: number | null): Rank | null {
  const granted = classId === null ? undefined : plan.classes.find(({ id }) => id === classId);
  if (classId !== null && granted === undefined) return null;
  if (granted?.tier === 'green') return 'green';
  if (slotAt !== null) return 'appointment';
  return granted === undefined ? 'ordinary' : 'priority';
}

/** The visitor goes: from waiting, called or missed (T1). */
export function cancelTicket(hall: Readonly<Hall>, data: CommandData<'cancelTicket'>): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const pressed = ticketAsPressed(hall, data.ticketId, data.version);
  if (pressed.found === null) return pressed.refusal;
  const { number, state } = pressed.found;
  if (state !== 'waiting' && state !== 'called' && state !== 'missed') return refuse('wrongState', { number, state });
  return accept(fact('ticketCancelled', { ticketId: data.ticketId, from: state }));
}
