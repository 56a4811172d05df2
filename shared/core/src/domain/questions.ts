// Questions that screens and rules ask of the hall; answers are derived, never stored.
import { aheadIn, type Standing } from './ahead.ts';
import type { Rank } from './events.ts';
import type { CounterState, Hall, Tally } from './hall.ts';
import type { Ticket } from './ticket.ts';
import type { PersonId, CounterId, QueueId, TicketId } from './ids.ts';
import { ranks, waitingIn, type Line } from './line.ts';
import type { Counter, Queue, Service } from './plan.ts';
import { chooseNext, policyOf, type Choice } from './callOrder.ts';
import { lineOf, waitingInAll } from './lines.ts';
import { emptyTally, waitedMs } from './tally.ts';

export const isDayOpen = (hall: Readonly<Hall>): boolean => hall.day !== null && hall.day.closedAt === null;

export function waitingCount(hall: Readonly<Hall>, queueId: QueueId): number {
  const line = hall.lines.get(queueId);
  return (line === undefined ? 0 : waitingIn(line)) + waitingForOneCounter(hall, queueId).length;
}

/** Who waits in this queue for one counter alone (C11): seldom more than a few. */
const waitingForOneCounter = (hall: Readonly<Hall>, queueId: QueueId): Ticket[] =>
  [...hall.counterLines.values()].flatMap((line) => ranks.flatMap((rank) => line[rank].filter((ticket) => ticket.queueId === queueId)));

export function waitingTotal(hall: Readonly<Hall>): number {
  return waitingInAll(hall);
}

/**
 * People of the same queue who would be called before somebody who took a ticket of this rank and due moment at `now`,
 * under the plan's policy (C4, C5). Exact for this moment (ahead.ts); who waits for one counter alone does not count.
 */
export function aheadOf(hall: Readonly<Hall>, queueId: QueueId, rank: Rank, dueAt: number, now: number): number {
  return aheadInLine(hall, hall.lines.get(queueId), queueId, { rank, dueAt, bornSeq: hall.seq + 1 }, now);
}

/** The same of a ticket that waits, in the line it waits in: its queue's, or that of its counter alone (C11). */
export const aheadOfTicket = (hall: Readonly<Hall>, ticket: Ticket, now: number): number => aheadInLine(hall, lineOf(hall, ticket), ticket.queueId, ticket, now);

const aheadInLine = ({ plan }: Readonly<Hall>, line: Line | undefined, queueId: QueueId, one: Standing, now: number): number =>
  line === undefined || plan === null ? 0 : aheadIn(line, plan.calling, queueId, one, now);

/** How long the first of the queue has waited since it came, ms; null when nobody waits. */
export function longestWaitMs(hall: Readonly<Hall>, queueId: QueueId, now: number): number | null {
  const line = hall.lines.get(queueId);
  if (line === undefined) return null;
  const heads = [...ranks.map((rank) => line[rank][0]).filter((head) => head !== undefined), ...waitingForOneCounter(hall, queueId)];
  return heads.length === 0 ? null : Math.max(...heads.map((head) => waitedMs(head, now)));
}

export const activeTicket = (hall: Readonly<Hall>, counterId: CounterId): Ticket | null => {
  const ticketId = hall.counters.get(counterId)?.activeTicketId ?? null;
  return ticketId === null ? null : (hall.tickets.get(ticketId) ?? null);
};

/** The next calls a counter would make, in order and why, if nobody came meanwhile. Asks the calling function itself. */
export function nextChoices(hall: Readonly<Hall>, counterId: CounterId, now: number, most: number): Choice[] {
  const { plan } = hall;
  const counter = plan?.counters.find(({ id }) => id === counterId);
  const state = hall.counters.get(counterId);
  if (plan === null || counter === undefined || state === undefined) return [];
  const policy = policyOf(plan);
  const lines = new Map<QueueId, Line>();
  for (const id of [...counter.ownQueues, ...counter.helperQueues]) lines.set(id, firstOf(hall.lines.get(id), most + counter.helpAbove));
  const counterLines = new Map([[counterId, firstOf(hall.counterLines.get(counterId), most)]]);
  const future = { ...state };
  const next: Choice[] = [];
  while (next.length < most) {
    const choice = chooseNext({ ...hall, lines, counterLines }, plan, counter, future, now);
    if (choice === null) break;
    const { rank, queueId, forCounterId } = choice.ticket;
    (forCounterId === null ? lines.get(queueId) : counterLines.get(counterId))?.[rank].shift();
    future.rankedInARow = policy.rankedAfter(ranks.indexOf(rank), future.rankedInARow);
    next.push(choice);
  }
  return next;
}

/** Nobody further back than this can be among the next. */
const firstOf = (line: Line | undefined, most: number): Line => ({
  green: line?.green.slice(0, most) ?? [], appointment: line?.appointment.slice(0, most) ?? [],
  priority: line?.priority.slice(0, most) ?? [], ordinary: line?.ordinary.slice(0, most) ?? [],
});

/** Counters that serve this queue as their own. */
export const countersOf = (hall: Readonly<Hall>, queueId: QueueId): Counter[] =>
  hall.plan?.counters.filter(({ ownQueues }) => ownQueues.includes(queueId)) ?? [];

export const openCountersOf = (hall: Readonly<Hall>, queueId: QueueId): CounterState[] =>
  countersOf(hall, queueId).map(({ id }) => hall.counters.get(id)).filter((counter) => counter?.state === 'open') as CounterState[];

export const serviceOf = (hall: Readonly<Hall>, ticket: Pick<Ticket, 'serviceId'>): Service | null =>
  hall.plan?.services.find(({ id }) => id === ticket.serviceId) ?? null;

export const queueOf = (hall: Readonly<Hall>, queueId: QueueId): Queue | null =>
  hall.plan?.queues.find(({ id }) => id === queueId) ?? null;

export const ticketsIn = (hall: Readonly<Hall>, state: Ticket['state']): Ticket[] =>
  [...hall.tickets.values()].filter((ticket) => ticket.state === state);

export const clerkAt = (hall: Readonly<Hall>, counterId: CounterId): PersonId | null => hall.counters.get(counterId)?.staff?.clerkId ?? null;

export const ticketById = (hall: Readonly<Hall>, ticketId: TicketId): Ticket | null => hall.tickets.get(ticketId) ?? null;

/** The day's sums over all queues; ratings are summed over counters, where they are counted. */
export function dayTally(hall: Readonly<Hall>): Tally {
  const total = emptyTally();
  for (const tally of hall.queueTallies.values()) addTally(total, { ...tally, rated: 0 });
  for (const { rated, staff } of hall.counterTallies.values()) addTally(total, { ...emptyTally(), rated, ...(staff === undefined ? {} : { staff }) });
  return total;
}

function addTally(total: Tally, more: Tally): void {
  total.issued += more.issued;
  total.called += more.called;
  total.waitMs += more.waitMs;
  total.longestWaitMs = Math.max(total.longestWaitMs, more.longestWaitMs);
  total.calledInTime += more.calledInTime;
  total.served += more.served;
  total.serviceMs += more.serviceMs;
  total.missed += more.missed;
  total.transferred += more.transferred;
  total.picked += more.picked;
  total.cancelled += more.cancelled;
  total.expired += more.expired;
  total.rated += more.rated;
  if (more.staff === undefined) return;
  const levels = total.staff?.levels ?? [0, 0, 0, 0, 0];
  total.staff = { levels: levels.map((value, index) => value + (more.staff?.levels[index] ?? 0)) };
}
