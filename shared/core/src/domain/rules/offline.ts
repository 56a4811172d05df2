// Numbers for kiosks that may be alone, and their tickets when the server is back (rules O1, O2, N1, N4, T5, J9).
import { accept, fact, refuse, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { BusinessDay, ServiceId, TicketId } from '../ids.ts';
import { leaseKey, type Lease, type LeasedBlock, type LonelyTicket, type MergeFault } from '../lease.ts';
import { numberText } from '../numbering.ts';
import type { Numbering, Plan, Queue } from '../plan.ts';
import { aheadOf } from '../questions.ts';
import { quotaKeys } from '../quota.ts';
import { obstacleOfServices, stopOf } from './issuing.ts';
import { wantedServices, type Wanted } from './newTicket.ts';
import { dateAfter } from './noShows.ts';

/** Days ahead that numbers are lent for: tomorrow's, and those behind a long holiday. */
const daysAhead = 10;

/**
 * One block of each queue's offline range for that kiosk and day, behind what others were lent; a range shared out lends
 * nothing more (N4). After a restore nobody knows what was lent for that day and the next: nothing is lent for them (J9).
 */
export function leaseNumbers(hall: Readonly<Hall>, { storeId, date }: CommandData<'leaseNumbers'>, { actor: { place } }: Context): Decision {
  const { plan, day, leases, restored, epoch } = hall;
  if (plan === null) return refuse('noPlan', {});
  const known = leases.get(leaseKey({ date, storeId }));
  if (known !== undefined) return refuse('alreadyLeased', { lease: bare(known) });
  const today = day?.date ?? date;
  const isOver = date < today || (date === day?.date && day.closedAt !== null);
  if (isOver || date > dateAfter(today, daysAhead)) return refuse('noLeaseForDay', { date });
  if (restored !== null && date >= restored.date && date < dateAfter(restored.date, 2)) return refuse('noLeaseForDay', { date });
  const lent = [...leases.values()].filter((lease) => lease.date === date).flatMap(({ blocks }) => blocks);
  const blocks = plan.queues.flatMap((queue): LeasedBlock[] => blockOf(queue, plan, lent) ?? []);
  const [first, ...more] = blocks;
  return first === undefined ? refuse('noLeaseForDay', { date }) : accept(fact('numbersLeased', { storeId, place, date, epoch, blocks: [first, ...more] }));
}

function blockOf({ id, numbering: { prefix, digits, offline } }: Queue, { kiosksAlone }: Plan, lent: readonly LeasedBlock[]): [LeasedBlock] | null {
  if (offline === null) return null;
  const size = Math.max(1, Math.floor((offline.to - offline.from + 1) / kiosksAlone));
  const from = Math.max(offline.from, ...lent.filter((block) => block.prefix === prefix).map(({ to }) => to + 1));
  return from > offline.to ? null : [{ queueId: id, prefix, digits, from, to: Math.min(offline.to, from + size - 1) }];
}

/** In order of their giving, each once; what stands against one is told to staff, and a person who holds a number is served all the same. */
export function mergeTickets(hall: Readonly<Hall>, { storeId, date, tickets }: CommandData<'mergeTickets'>, { now, actor: { place } }: Context): Decision {
  const { plan, day } = hall;
  if (plan === null || day === null) return refuse('dayNotOpen', {});
  // The clock opens the day in a moment; the kiosk asks again.
  if (date > day.date) return refuse('dayNotOpen', {});
  const isToday = date === day.date && day.closedAt === null;
  const lease = hall.leases.get(leaseKey({ date, storeId }));
  const taken = new Set(hall.loneNumbers.keys());
  const merged: NewEvent<'ticketIssued'>[] = [];
  /** Quotas as they stand after each of these. */
  const issued = new Map(hall.issued);
  const conflicts: { number: string; serviceId: string; givenAt: number; fault: MergeFault }[] = [];
  for (const ticket of [...tickets].sort((one, other) => one.givenAt - other.givenAt)) {
    const of = numberingOf(hall, plan, ticket);
    const number = numberText(of?.numbering ?? { prefix: ticket.prefix, digits: 3 }, ticket.serial);
    const tell = (fault: MergeFault): void => { conflicts.push({ number, serviceId: ticket.serviceId, givenAt: ticket.givenAt, fault }); };
    if (!isToday) {
      tell('dayOver');
      continue;
    }
    // Told once more, as after a restore a kiosk tells its whole day: it is in line already.
    if (hall.loneNumbers.get(number) === storeId) continue;
    const wanted = wantedOf(plan, ticket, of?.queue);
    if (taken.has(number) || isIssued(hall, number)) tell('numberTaken');
    else if (of === null || (of.isLent && !mayGive(hall, lease, date, of.numbering, ticket))) tell('notLeased');
    else if (wanted === null) tell('noService');
    else {
      taken.add(number);
      const givenAt = Math.min(now, Math.max(ticket.givenAt, day.openedAt, lease?.leasedAt ?? 0));
      for (const fault of ignored({ ...hall, issued }, wanted, givenAt)) tell(fault);
      const event = ticketOf(hall, wanted, { ...ticket, number, givenAt, storeId }, merged.length, now);
      for (const key of event.data.quotaKeys) issued.set(key, (issued.get(key) ?? 0) + 1);
      merged.push(event);
    }
  }
  const told = fact('ticketsMerged', { place, date, count: merged.length }, { conflicts });
  const [first, ...more]: NewEvent[] = [...merged, told];
  return first === undefined ? refuse('dayNotOpen', {}) : accept(first, ...more);
}

/**
 * The plan's queue and range that this number belongs to: the offline one, or on the day of a restore the ordinary one, of
 * which the kiosk gave out what the backup had not seen (J9: the server itself goes on in the kept range).
 */
function numberingOf({ day, restored }: Readonly<Hall>, { queues }: Plan, { prefix, serial }: LonelyTicket): { readonly queue: Queue; readonly numbering: Numbering; readonly isLent: boolean } | null {
  const queue = queues.find(({ numbering }) => numbering.prefix === prefix);
  if (queue === undefined) return null;
  const { numbering } = queue;
  const isIn = (range: { readonly from: number; readonly to: number } | null): boolean => range !== null && serial >= range.from && serial <= range.to;
  if (isIn(numbering.offline)) return { queue, numbering, isLent: true };
  // Between what the backup knew and where the server went on: nobody but the life that was lost gave these.
  const isLost = day?.restored === true && restored !== null && serial >= (restored.known[prefix] ?? 0) && serial < (restored.floors[prefix] ?? 0);
  return isLost && isIn(numbering.main) ? { queue, numbering, isLent: false } : null;
}

/** From its own lease; one of before a restore is not known here (J9), and counts for what was lent to no other store since (N1). */
function mayGive({ leases }: Readonly<Hall>, lease: Lease | undefined, date: BusinessDay, { prefix }: Numbering, { serial }: LonelyTicket): boolean {
  const has = ({ blocks }: Lease): boolean => blocks.some((block) => block.prefix === prefix && serial >= block.from && serial <= block.to);
  return lease === undefined ? ![...leases.values()].some((other) => other.date === date && has(other)) : has(lease);
}

const isIssued = ({ tickets }: Readonly<Hall>, number: string): boolean => {
  for (const ticket of tickets.values()) if (ticket.number === number) return true;
  return false;
};

/** The plan may have changed meanwhile: a ticket whose first service is gone waits in its number's queue for another one of it. */
function wantedOf(plan: Plan, { serviceId, alsoServiceIds }: LonelyTicket, queue: Queue | undefined): Wanted | null {
  const known = [...new Set([serviceId, ...alsoServiceIds])].filter((id) => plan.services.some((service) => service.id === id)) as ServiceId[];
  const [first, ...more] = known;
  const stands = first ?? plan.services.find(({ queueId }) => queueId === queue?.id)?.id;
  return stands === undefined ? null : wantedServices(plan, [stands, ...more]).found;
}

/** What a kiosk with a server would have refused: told to staff, not to who has waited since (O1). */
function ignored(hall: Readonly<Hall>, wanted: Wanted, givenAt: number): MergeFault[] {
  const code = obstacleOfServices(hall, wanted.plan, wanted.services, givenAt)?.refusal.code;
  return [...(code === 'quotaReached' ? ['quota' as const] : code === 'outOfHours' ? ['hours' as const] : []), ...(stopOf(hall, wanted) === null ? [] : ['stopped' as const])];
}

function ticketOf(hall: Readonly<Hall>, { plan, services: [first, ...also], queue }: Wanted, given: { number: string; prefix: string; serial: number; givenAt: number; storeId: string }, nth: number, now: number): NewEvent<'ticketIssued'> {
  const { number, prefix, serial, givenAt, storeId } = given;
  const facts = { classId: null, reason: null, override: null, visitorId: null, appointmentId: null };
  return { type: 'ticketIssued', facts, data: {
    ticketId: `${hall.epoch}.${hall.seq + 1 + nth}` as TicketId, number, prefix, serial, serviceId: first.id, alsoServiceIds: also.map(({ id }) => id), queueId: queue.id,
    rank: 'ordinary', dueAt: givenAt, channel: 'offline', lonely: { givenAt, storeId }, ahead: aheadOf(hall, queue.id, 'ordinary', givenAt, now), expected: null,
    quotaKeys: [first, ...also].flatMap((service) => quotaKeys(plan, service, givenAt)),
  } };
}

const bare = ({ storeId, place, date, epoch, blocks }: Lease): Omit<Lease, 'leasedAt'> => ({ storeId, place, date, epoch, blocks });

/** The first date whose numbers a kiosk may still be lent now: today while it is open, else tomorrow. */
export function leaseDate({ day }: Readonly<Hall>, today: BusinessDay): BusinessDay {
  if (day === null || day.date < today) return today;
  return day.closedAt === null ? day.date : dateAfter(day.date, 1);
}
