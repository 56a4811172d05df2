// Questions that screens and rules ask of the hall; answers are derived, never stored.
import type { Rank } from './events.ts';
import type { CounterState, Hall, Tally } from './hall.ts';
import type { Ticket } from './ticket.ts';
import type { ClerkId, CounterId, QueueId, TicketId } from './ids.ts';
import { ranks, standingBefore, waitingIn, type Line } from './line.ts';
import type { Counter, Queue, Service } from './plan.ts';
import { chooseNext } from './callOrder.ts';
import { emptyTally } from './tally.ts';

export const isDayOpen = (hall: Readonly<Hall>): boolean => hall.day !== null && hall.day.closedAt === null;

export function waitingCount(hall: Readonly<Hall>, queueId: QueueId): number {
  const line = hall.lines.get(queueId);
  return line === undefined ? 0 : waitingIn(line);
}

export function waitingTotal(hall: Readonly<Hall>): number {
  let total = 0;
  for (const line of hall.lines.values()) total += waitingIn(line);
  return total;
}

/** People of the same queue who stand before a ticket of this rank and due moment. */
export function aheadOf(hall: Readonly<Hall>, queueId: QueueId, rank: Rank, dueAt: number): number {
  const line = hall.lines.get(queueId);
  return line === undefined ? 0 : standingBefore(line, { rank, dueAt, bornSeq: hall.seq + 1 } as Ticket);
}

/** How long the first of the queue has waited, ms; null when nobody waits. */
export function longestWaitMs(hall: Readonly<Hall>, queueId: QueueId, now: number): number | null {
  const line = hall.lines.get(queueId);
  if (line === undefined) return null;
  const heads = ranks.map((rank) => line[rank][0]).filter((head) => head !== undefined);
  if (heads.length === 0) return null;
  return Math.max(0, ...heads.map((head) => now - Math.max(head.issuedAt, head.dueAt)));
}

export const activeTicket = (hall: Readonly<Hall>, counterId: CounterId): Ticket | null => {
  const ticketId = hall.counters.get(counterId)?.activeTicketId ?? null;
  return ticketId === null ? null : (hall.tickets.get(ticketId) ?? null);
};

/** The next tickets a counter would call, in order, if nobody came meanwhile. Asks the calling function itself. */
export function nextTickets(hall: Readonly<Hall>, counterId: CounterId, now: number, most: number): Ticket[] {
  const { plan } = hall;
  const counter = plan?.counters.find(({ id }) => id === counterId);
  const state = hall.counters.get(counterId);
  if (plan === null || counter === undefined || state === undefined) return [];
  const lines = new Map<QueueId, Line>();
  for (const id of [...counter.ownQueues, ...counter.helperQueues]) {
    const line = hall.lines.get(id);
    // Nobody further back than `most` can be among the next `most`.
    if (line !== undefined) lines.set(id, { green: line.green.slice(0, most), appointment: line.appointment.slice(0, most), priority: line.priority.slice(0, most), ordinary: line.ordinary.slice(0, most) });
  }
  const future = { ...state };
  const next: Ticket[] = [];
  while (next.length < most) {
    const choice = chooseNext({ ...hall, lines }, plan, counter, future, now);
    if (choice === null) break;
    lines.get(choice.ticket.queueId)?.[choice.ticket.rank].shift();
    if (choice.ticket.rank === 'ordinary') future.rankedInARow = 0;
    else if (choice.ticket.rank !== 'green') future.rankedInARow += 1;
    next.push(choice.ticket);
  }
  return next;
}

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

export const clerkAt = (hall: Readonly<Hall>, counterId: CounterId): ClerkId | null => hall.counters.get(counterId)?.staff?.clerkId ?? null;

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
  total.cancelled += more.cancelled;
  total.expired += more.expired;
  total.rated += more.rated;
  if (more.staff === undefined) return;
  const levels = total.staff?.levels ?? [0, 0, 0, 0, 0];
  total.staff = { levels: levels.map((value, index) => value + (more.staff?.levels[index] ?? 0)) };
}
