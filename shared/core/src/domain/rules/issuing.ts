// What stands against a ticket now: a stop, the hours, a quota, a live ticket of the same visitor (rules H1, H2, H6, T6),
// and stopping and resuming itself. The guide desk may go against each with a reason.
import { accept, fact, openHall, refuse, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';
import { issuingNow } from '../hours.ts';
import type { Plan, Queue, Service } from '../plan.ts';
import { quotaReached } from '../quota.ts';
import { covers, scopeKey } from '../scope.ts';

type Refused = Decision & { accepted: false };

/** The first obstacle to a ticket for this service, or null. */
export function obstacleToIssue(hall: Readonly<Hall>, plan: Plan, service: Service, queue: Queue, visitorKey: string | null, now: number): Refused | null {
  for (const { scope, reasonId, since } of hall.stops.values()) if (covers(scope, queue)) return refuse('issuingStopped', { reasonId, since });
  const issuing = issuingNow(plan, service, now);
  if (!issuing.open) return refuse('outOfHours', { serviceId: service.id, opensAt: issuing.opensAt });
  const full = quotaReached(hall, plan, service, now);
  if (full !== null) return refuse('quotaReached', { serviceId: service.id, ...full });
  return visitorKey === null ? null : liveTicketOf(hall, visitorKey, service);
}

/** One live ticket per known visitor and service (T6). Only known visitors are looked for, and they are few. */
function liveTicketOf(hall: Readonly<Hall>, visitorKey: string, service: Service): Refused | null {
  for (const { id, number, state, serviceId, staff } of hall.tickets.values()) {
    const live = state !== 'done' && state !== 'cancelled' && state !== 'expired';
    if (live && serviceId === service.id && staff?.visitorKey === visitorKey) return refuse('ticketAlreadyLive', { ticketId: id, number });
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
