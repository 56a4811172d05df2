// Tickets that come back to a line: returned after a miss, put back, unparked (rules C8, T1).
import { accept, fact, openHall, refuse, ticketAsPressed, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';
import { dueAfterReturn } from '../place.ts';
import { queueOf } from '../questions.ts';
import { must } from '../../base/assert.ts';
import { ticketAtCounter } from './call.ts';
import { overrideFault } from './issuing.ts';

/** By the policy of its queue; the desk may do it against the policy, with a reason (C8). */
export function returnTicket(hall: Readonly<Hall>, data: CommandData<'returnTicket'>, context: Context): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const pressed = ticketAsPressed(hall, data.ticketId, data.version);
  if (pressed.found === null) return pressed.refusal;
  const ticket = pressed.found;
  const { number, state, queueId } = ticket;
  if (state !== 'missed') return refuse('wrongState', { number, state });
  const fault = overrideFault(open.found.plan, data.override, context);
  if (fault !== null) return fault;
  const policy = must(queueOf(hall, queueId), `queue ${queueId}`).returnPolicy;
  if (data.override === null) {
    if (policy.kind === 'notAllowed') return refuse('returnNotAllowed', { number });
    if (policy.withinMs !== null && context.now - (ticket.missedAt ?? 0) > policy.withinMs) return refuse('returnTooLate', { number, withinMs: policy.withinMs });
  }
  const dueAt = dueAfterReturn(hall, ticket, policy, context.now);
  return accept(fact('ticketReturned', { ticketId: ticket.id, queueId, forCounterId: null, dueAt }, { override: data.override }));
}

/** A called ticket waits again where it stood, with a reason (T1). */
export function putBackTicket(hall: Readonly<Hall>, data: CommandData<'putBackTicket'>): Decision {
  const called = ticketAtCounter(hall, data, 'called');
  if (called.found === null) return called.refusal;
  const { ticket, plan } = called.found;
  if (!plan.putBackReasons.some(({ id }) => id === data.reasonId)) return refuse('noSuchReason', { reasonId: data.reasonId });
  const { id: ticketId, queueId, forCounterId, dueAt } = ticket;
  return accept(fact('ticketPutBack', { ticketId, counterId: data.counterId, queueId, forCounterId, dueAt }, { reasonId: data.reasonId }));
}

/** A parked ticket waits again at its old place in its queue (T1). */
export function unparkTicket(hall: Readonly<Hall>, data: CommandData<'unparkTicket'>): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const pressed = ticketAsPressed(hall, data.ticketId, data.version);
  if (pressed.found === null) return pressed.refusal;
  const { id: ticketId, number, state, queueId, dueAt } = pressed.found;
  if (state !== 'parked') return refuse('wrongState', { number, state });
  return accept(fact('ticketUnparked', { ticketId, queueId, forCounterId: null, dueAt }));
}
