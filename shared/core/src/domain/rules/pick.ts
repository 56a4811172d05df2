// Calling a ticket that is not the next one, with a reason (rule C9); made by the same call as every other (C1).
import { accept, refuse, ticketAsPressed, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';
import { callableCounter, callOf, tooSoonToCall } from './call.ts';
import { servesQueue } from './counters.ts';

export function pickTicket(hall: Readonly<Hall>, data: CommandData<'pickTicket'>, { now }: Context): Decision {
  const { counterId, reasonId } = data;
  const callable = callableCounter(hall, counterId);
  if (callable.found === null) return callable.refusal;
  const { plan, counter, state } = callable.found;
  const pressed = ticketAsPressed(hall, data.ticketId, data.version);
  if (pressed.found === null) return pressed.refusal;
  const ticket = pressed.found;
  const { number, queueId, forCounterId } = ticket;
  if (ticket.state !== 'waiting') return refuse('wrongState', { number, state: ticket.state });
  if (!plan.pickReasons.some(({ id }) => id === reasonId)) return refuse('noSuchReason', { reasonId });
  if (!servesQueue(counter, queueId)) return refuse('notOurQueue', { number, queueId });
  if (forCounterId !== null && forCounterId !== counterId) return refuse('otherCounter', { number, counterId: forCounterId });
  const early = tooSoonToCall(plan, state, now);
  if (early !== null) return early;
  const helping = !counter.ownQueues.includes(queueId);
  return accept(callOf(ticket, counterId, { rule: 'picked', rank: ticket.rank, rankedInARow: state.rankedInARow, helping, reasonId }));
}
