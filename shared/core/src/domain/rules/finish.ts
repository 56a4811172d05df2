// What a finish means for a ticket with several services (rule T4): it is done, or it goes on to its next service.
import { fact, refuse, type Decision } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { CounterId, ServiceId } from '../ids.ts';
import type { Counter, Plan } from '../plan.ts';
import { dueAfterTransfer } from '../place.ts';
import type { Ticket } from '../ticket.ts';
import { must } from '../../base/assert.ts';
import { servesQueue } from './counters.ts';

type Finish = { readonly found: NewEvent } | { readonly found: null; readonly refusal: Decision & { accepted: false } };

interface Parts { readonly plan: Plan; readonly counter: Counter; readonly ticket: Ticket }

/** `chosen`: what the clerk says is finished; without it all that this counter serves, and at least what it was served for. */
export function finishOf(hall: Readonly<Hall>, { plan, counter, ticket }: Parts, chosen: readonly ServiceId[] | undefined, now: number): Finish {
  const open = [ticket.serviceId, ...ticket.laterServiceIds];
  const wrong = chosen?.find((serviceId) => !open.includes(serviceId));
  if (wrong !== undefined) return { found: null, refusal: refuse('notItsService', { number: ticket.number, serviceId: wrong }) };
  const finished = open.filter((serviceId) => chosen?.includes(serviceId) ?? (serviceId === ticket.serviceId || isServedAt(plan, counter, serviceId)));
  const [next] = open.filter((serviceId) => !finished.includes(serviceId));
  const stretch = { ticketId: ticket.id, counterId: counter.id, recordId: must(ticket.recordId, 'record of a ticket that is served') };
  if (next === undefined) return { found: fact('serviceFinished', { ...stretch, outcome: 'finished', finished }) };
  return { found: fact('ticketWentOn', { ...stretch, finished, serviceId: next, ...standingFor(hall, plan, ticket, next, now) }) };
}

const isServedAt = (plan: Plan, counter: Counter, serviceId: ServiceId): boolean => {
  const service = plan.services.find(({ id }) => id === serviceId);
  return service !== undefined && servesQueue(counter, service.queueId);
};

/** In the next service's queue, where that queue puts who is transferred to it (C11). */
function standingFor(hall: Readonly<Hall>, plan: Plan, ticket: Ticket, serviceId: ServiceId, now: number): { queueId: Ticket['queueId']; forCounterId: CounterId | null; dueAt: number } {
  const queueId = must(plan.services.find(({ id }) => id === serviceId), `service ${serviceId} of a live ticket`).queueId;
  const queue = must(plan.queues.find(({ id }) => id === queueId), `queue ${queueId} of the plan`);
  return { queueId, forCounterId: null, dueAt: dueAfterTransfer(hall, ticket, queue, { queueId, counterId: null, place: 'byRule' }, now) };
}
