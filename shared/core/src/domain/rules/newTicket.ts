// The one place where a ticket is made, whoever asked for it and why (rules N1, N2, T4, S1).
import { accept, fact, refuse, type Context, type Decision } from '../decision.ts';
import type { EventData, EventPrivateFacts, Rank } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { ClassId, ServiceId, TicketId } from '../ids.ts';
import { nextNumber } from '../numbering.ts';
import type { Plan, Queue, Service } from '../plan.ts';
import { aheadOf } from '../questions.ts';
import { quotaKeys } from '../quota.ts';
import type { CommandData } from '../commands.ts';

type Refused = Decision & { accepted: false };

export interface Wanted {
  readonly plan: Plan;
  /** The first is served first, in `queue`. */
  readonly services: readonly [Service, ...Service[]];
  readonly queue: Queue;
}

/** The services of a ticket and the queue of the first; refuses what the plan does not have and what is named twice. */
export function wantedServices(plan: Plan, ids: readonly [ServiceId, ...ServiceId[]]): { readonly found: Wanted } | { readonly found: null; readonly refusal: Refused } {
  const services: Service[] = [];
  for (const serviceId of ids) {
    const service = plan.services.find(({ id }) => id === serviceId);
    if (service === undefined) return { found: null, refusal: refuse('noSuchService', { serviceId }) };
    if (services.includes(service)) return { found: null, refusal: refuse('serviceTwice', { serviceId }) };
    services.push(service);
  }
  const [first, ...more] = services;
  const queue = plan.queues.find(({ id }) => id === first?.queueId);
  if (first === undefined || queue === undefined) return { found: null, refusal: refuse('noSuchService', { serviceId: ids[0] }) };
  return { found: { plan, services: [first, ...more], queue } };
}

/** A priority class is granted from the plan's list, for a reason of the plan's list (C4). */
export function grantFault(plan: Plan, priority: CommandData<'issueTicket'>['priority']): Refused | null {
  if (priority === null) return null;
  if (!plan.classes.some(({ id }) => id === priority.classId)) return refuse('noSuchClass', { classId: priority.classId });
  return plan.grantReasons.some(({ id }) => id === priority.reason) ? null : refuse('noSuchReason', { reasonId: priority.reason });
}

/** Class and appointment are separate: whichever stands higher gives the rank (C4). */
export function rankOf(plan: Plan, classId: ClassId | null, hasAppointment: boolean): Rank {
  const granted = classId === null ? undefined : plan.classes.find(({ id }) => id === classId);
  if (granted?.tier === 'green') return 'green';
  if (hasAppointment) return 'appointment';
  return granted === undefined ? 'ordinary' : 'priority';
}

interface Standing {
  readonly rank: Rank;
  readonly dueAt: number;
  readonly channel: EventData<'ticketIssued'>['channel'];
}

/** The next number of the queue, and what the visitor is told. Refuses `numbersExhausted` (N4). */
export function newTicket(hall: Readonly<Hall>, { plan, services, queue }: Wanted, standing: Standing, facts: EventPrivateFacts<'ticketIssued'>, { now, expected }: Context): Decision {
  const next = nextNumber(hall, queue);
  if (next === null) return refuse('numbersExhausted', { queueId: queue.id });
  const [first, ...also] = services;
  return accept(fact('ticketIssued', {
    ticketId: `${hall.epoch}.${hall.seq + 1}` as TicketId, ...next,
    serviceId: first.id, alsoServiceIds: also.map(({ id }) => id), queueId: queue.id, ...standing,
    ahead: aheadOf(hall, queue.id, standing.rank, standing.dueAt, now),
    expected: expected?.(queue.id, standing.rank) ?? null,
    quotaKeys: services.flatMap((service) => quotaKeys(plan, service, now)),
  }, facts));
}
