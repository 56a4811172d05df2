// What stands against a ticket now: a stop, the hours, a quota, closing time, a live ticket (rules H1, H2, H5, H6, T6),
// and stopping and resuming itself. The guide desk may go against each with a reason.
import { accept, fact, openHall, refuse, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';
import { closingToday, issuingNow } from '../hours.ts';
import type { Rank } from '../events.ts';
import type { VisitorId } from '../ids.ts';
import type { Plan, Service } from '../plan.ts';
import { quotaReached } from '../quota.ts';
import { covers, scopeKey } from '../scope.ts';
import { isFinal } from '../ticket.ts';
import type { Wanted } from './newTicket.ts';

type Refused = Decision & { accepted: false };

/** The first obstacle to such a ticket, or null: every service of it must be free of them. */
export function obstacleToIssue(hall: Readonly<Hall>, wanted: Wanted, rank: Rank, visitorId: VisitorId | null, context: Context): Refused | null {
  const { plan, services } = wanted;
  const stopped = stopOf(hall, wanted);
  if (stopped !== null) return stopped;
  return obstacleOfServices(hall, plan, services, context.now) ?? startsTooLate(wanted, rank, context) ?? liveTicketOf(hall, visitorId, services);
}

/** Hours and quota of each (H1, H2). */
export function obstacleOfServices(hall: Readonly<Hall>, plan: Plan, services: readonly Service[], now: number): Refused | null {
  for (const service of services) {
    const obstacle = obstacleOfService(hall, plan, service, now);
    if (obstacle !== null) return obstacle;
  }
  return null;
}

/** A stop that covers any queue of the ticket's services (H6). */
export function stopOf(hall: Readonly<Hall>, { plan, services }: Wanted): Refused | null {
  for (const { scope, reasonId, since } of hall.stops.values()) {
    if (services.some(({ queueId }) => plan.queues.some((queue) => queue.id === queueId && covers(scope, queue)))) return refuse('issuingStopped', { reasonId, since });
  }
  return null;
}

function obstacleOfService(hall: Readonly<Hall>, plan: Plan, service: Service, now: number): Refused | null {
  const issuing = issuingNow(plan, service, now);
  if (!issuing.open) return refuse('outOfHours', { serviceId: service.id, opensAt: issuing.opensAt });
  const full = quotaReached(hall, plan, service, now);
  return full === null ? null : refuse('quotaReached', { serviceId: service.id, ...full });
}

/** The middle of the forecast lies past the last closing of the first service: half of such tickets would wait for nothing (H5). */
function startsTooLate({ plan, services: [service], queue }: Wanted, rank: Rank, { now, expected }: Context): Refused | null {
  const wait = expected?.(queue.id, rank) ?? null;
  const closesAt = wait === null ? null : closingToday(plan, service, now);
  if (wait === null || closesAt === null || now + wait.p50Ms <= closesAt) return null;
  return refuse('tooLateToday', { serviceId: service.id, startsAt: now + wait.p50Ms, closesAt });
}

/** One live ticket per known visitor and service (T6). Only known visitors are looked for, and they are few. */
export function liveTicketOf(hall: Readonly<Hall>, visitorId: VisitorId | null, services: readonly Service[]): Refused | null {
  if (visitorId === null) return null;
  for (const { id, number, state, serviceId, laterServiceIds, staff } of hall.tickets.values()) {
    if (staff?.visitorId !== visitorId || isFinal(state)) continue;
    if (services.some((service) => service.id === serviceId || laterServiceIds.includes(service.id))) return refuse('ticketAlreadyLive', { ticketId: id, number });
  }
  return null;
}

/** At once, for the hall, a zone or a queue (H6). */
export function stopIssuing(hall: Readonly<Hall>, { scope, reasonId }: CommandData<'stopIssuing'>): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const { plan } = open.found;
  if (!plan.stopReasons.some(({ id }) => id === reasonId)) return refuse('noSuchReason', { reasonId });
  if (!plan.queues.some((queue) => covers(scope, queue))) return refuse('noSuchQueue', { queueId: scopeKey(scope) });
  if (hall.stops.has(scopeKey(scope))) return refuse('alreadyStopped', {});
  return accept(fact('issuingStopped', { scope, reasonId }));
}

export function resumeIssuing(hall: Readonly<Hall>, { scope }: CommandData<'resumeIssuing'>): Decision {
  return hall.stops.has(scopeKey(scope)) ? accept(fact('issuingResumed', { scope })) : refuse('notStopped', {});
}

/** A reason the desk gives to go against a rule, or why it cannot. Null: nothing is overridden. */
export function overrideFault(plan: Plan, override: CommandData<'issueTicket'>['override'], { actor }: Context): Refused | null {
  if (override === null) return null;
  if (actor.role !== 'manager' && actor.role !== 'desk') return refuse('overrideNeedsStaff', {});
  return plan.grantReasons.some(({ id }) => id === override) ? null : refuse('noSuchReason', { reasonId: override });
}
