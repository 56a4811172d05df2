// Issuing and cancelling tickets (rules N1, N2, N4, N6; T1's edges to cancelled).
import { accept, fact, openHall, refuse, ticketAsPressed, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Rank } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { ClassId, TicketId } from '../ids.ts';
import { nextNumber } from '../numbering.ts';
import type { Plan } from '../plan.ts';
import { aheadOf } from '../questions.ts';
import { quotaKeys } from '../quota.ts';
import { obstacleToIssue, overrideFault } from './issuing.ts';

/** One ticket with the next number of the service's queue. */
export function issueTicket(hall: Readonly<Hall>, data: CommandData<'issueTicket'>, context: Context): Decision {
  const { now, actor } = context;
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const { plan } = open.found;
  const service = plan.services.find(({ id }) => id === data.serviceId);
  const queue = plan.queues.find(({ id }) => id === service?.queueId);
  if (service === undefined || queue === undefined) return refuse('noSuchService', { serviceId: data.serviceId });
  const { priority, slotAt, override, visitorKey } = data;
  if ((priority !== null || slotAt !== null) && actor.role === 'kiosk') return refuse('priorityNeedsStaff', {});
  const fault = overrideFault(plan, override, context) ?? grantFault(plan, priority);
  if (fault !== null) return fault;
  const rank = rankOf(plan, priority?.classId ?? null, slotAt);
  const obstacle = override === null ? obstacleToIssue(hall, plan, service, queue, visitorKey, now) : null;
  if (obstacle !== null) return obstacle;
  const next = nextNumber(hall, queue);
  if (next === null) return refuse('numbersExhausted', { queueId: queue.id });
  const ticketId = `${hall.epoch}.${hall.seq + 1}` as TicketId;
  // An appointment in time is due at its slot, a late one at its check-in (C4).
  const dueAt = slotAt === null ? now : Math.max(slotAt, now);
  const ahead = aheadOf(hall, queue.id, rank, dueAt);
  return accept(fact('ticketIssued', {
    ticketId, ...next, serviceId: service.id, queueId: queue.id, rank, dueAt,
    channel: slotAt !== null ? 'appointment' : actor.role === 'kiosk' ? 'kiosk' : 'desk',
    ahead, quotaKeys: quotaKeys(plan, service, now),
  }, { classId: priority?.classId ?? null, reason: priority?.reason ?? null, override, visitorKey }));
}

/** A priority class is granted from the plan's list, for a reason of the plan's list (C4). */
function grantFault(plan: Plan, priority: CommandData<'issueTicket'>['priority']): (Decision & { accepted: false }) | null {
  if (priority === null) return null;
  if (!plan.classes.some(({ id }) => id === priority.classId)) return refuse('noSuchClass', { classId: priority.classId });
  return plan.grantReasons.some(({ id }) => id === priority.reason) ? null : refuse('noSuchReason', { reasonId: priority.reason });
}

/** Class and appointment are separate: whichever stands higher gives the rank (C4). */
function rankOf(plan: Plan, classId: ClassId | null, slotAt: number | null): Rank {
  const granted = classId === null ? undefined : plan.classes.find(({ id }) => id === classId);
  if (granted?.tier === 'green') return 'green';
  if (slotAt !== null) return 'appointment';
  return granted === undefined ? 'ordinary' : 'priority';
}

/** The visitor goes: from waiting, called, missed or parked (T1). */
export function cancelTicket(hall: Readonly<Hall>, data: CommandData<'cancelTicket'>): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const pressed = ticketAsPressed(hall, data.ticketId, data.version);
  if (pressed.found === null) return pressed.refusal;
  const { number, state } = pressed.found;
  if (state !== 'waiting' && state !== 'called' && state !== 'missed' && state !== 'parked') return refuse('wrongState', { number, state });
  return accept(fact('ticketCancelled', { ticketId: data.ticketId, from: state }));
}
