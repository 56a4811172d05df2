// How facts about a ticket change the hall: its state, its line, its counter, the day's sums.
import type { HallEvent } from '../events.ts';
import { recentCallsKept, type CounterState, type Hall } from '../hall.ts';
import type { HistoryStep, ServiceRecord, Ticket, TicketState } from '../ticket.ts';
import type { CounterId, RecordId, ServiceId, TicketId } from '../ids.ts';
import { policyOf } from '../callOrder.ts';
import { ranks } from '../line.ts';
import { joinItsLine, leaveItsLine } from '../lines.ts';
import { foldCheckedIn } from './appointmentFolds.ts';
import { count, countLevel, waitedMs } from '../tally.ts';

export function foldIssued(hall: Hall, event: HallEvent<'ticketIssued'>): void {
  const { seq, at, data, staff } = event;
  const { ticketId: id, number, prefix, serial, serviceId, alsoServiceIds, queueId, rank, dueAt } = data;
  const issuedAt = data.lonely?.givenAt ?? at;
  const ticket: Ticket = {
    id, number, prefix, serial, serviceId, laterServiceIds: alsoServiceIds, queueId, rank, dueAt, forCounterId: null, issuedAt, waitsFrom: Math.max(issuedAt, dueAt), bornSeq: seq,
    state: 'waiting', version: 1, calls: 0, firstCalledAt: null, calledAt: null, startedAt: null, endedAt: null, missedAt: null,
    parkedAt: null, parkReasonId: null, counterId: null, recordId: null, reprints: 0, paper: null, history: [],
  };
  if (staff !== undefined) ticket.staff = { ...staff.facts, place: staff.by.place, why: null };
  hall.tickets.set(id, ticket);
  // Lent numbers are apart from those that the server itself gives in a row (N2, O1).
  if (data.lonely !== undefined) hall.loneNumbers.set(number, data.lonely.storeId);
  else hall.numbers.set(prefix, serial + 1);
  for (const key of data.quotaKeys) hall.issued.set(key, (hall.issued.get(key) ?? 0) + 1);
  joinItsLine(hall, ticket);
  foldCheckedIn(hall, event);
  count(hall, ticket, null, (tally) => { tally.issued += 1; });
}

/** Moves a known ticket to its new state, out of its line and off its counter where it has to leave them. */
export function move(hall: Hall, ticketId: TicketId, state: TicketState): Ticket | undefined {
  const ticket = hall.tickets.get(ticketId);
  if (ticket === undefined) return undefined;
  if (ticket.state === 'waiting') leaveItsLine(hall, ticket);
  const counter = counterOf(hall, ticket);
  if (counter?.activeTicketId === ticketId && state !== 'called' && state !== 'serving') counter.activeTicketId = null;
  ticket.state = state;
  ticket.version += 1;
  return ticket;
}

export const remember = (ticket: Ticket, at: number, what: HistoryStep['what'], more: Pick<HistoryStep, 'finished'> = {}): void => {
  ticket.history = [...ticket.history, { at, what, queueId: ticket.queueId, counterId: ticket.counterId, ...more }];
};

/** Stands in line again: calls are counted anew (C7), and nobody serves it. */
export function waitAgain(hall: Hall, ticket: Ticket, { queueId, forCounterId, dueAt }: Pick<Ticket, 'queueId' | 'forCounterId' | 'dueAt'>): void {
  Object.assign(ticket, { queueId, forCounterId, dueAt, calls: 0, calledAt: null, startedAt: null, recordId: null, parkedAt: null, parkReasonId: null, counterId: null });
  joinItsLine(hall, ticket);
}

const counterOf = (hall: Hall, { counterId }: Ticket): CounterState | undefined => (counterId === null ? undefined : hall.counters.get(counterId));

export function foldCalled(hall: Hall, event: HallEvent<'ticketCalled'>): void {
  const { at, data: { ticketId, counterId }, staff } = event;
  const ticket = move(hall, ticketId, 'called');
  showCall(hall, event, ticket);
  const counter = hall.counters.get(counterId);
  if (counter !== undefined) {
    counter.activeTicketId = ticketId;
    counter.nextCalledAt = at;
    if (ticket !== undefined && hall.plan !== null) counter.rankedInARow = policyOf(hall.plan).rankedAfter(ranks.indexOf(ticket.rank), counter.rankedInARow);
  }
  if (ticket === undefined) return;
  ticket.counterId = counterId;
  if (event.data.picked) count(hall, ticket, counterId, (tally) => { tally.picked += 1; });
  if (ticket.firstCalledAt === null) {
    ticket.firstCalledAt = at;
    const waited = waitedMs(ticket, at);
    const inTime = waited <= (hall.plan?.waitLimitMs ?? 0);
    count(hall, ticket, counterId, (tally) => {
      tally.called += 1;
      tally.waitMs += waited;
      tally.longestWaitMs = Math.max(tally.longestWaitMs, waited);
      if (inTime) tally.calledInTime += 1;
    });
  }
  if (staff !== undefined && ticket.staff !== undefined) ticket.staff.why = staff.facts.why;
}

export function foldRecalled(hall: Hall, event: HallEvent<'ticketRecalled'>): void {
  showCall(hall, event, move(hall, event.data.ticketId, 'called'));
}

function showCall(hall: Hall, { seq, at, data: { ticketId, number, counterId, nth } }: HallEvent<'ticketCalled' | 'ticketRecalled'>, ticket: Ticket | undefined): void {
  hall.recentCalls.push({ seq, at, ticketId, number, queueId: ticket?.queueId ?? null, counterId, nth });
  if (hall.recentCalls.length > recentCallsKept) hall.recentCalls.shift();
  if (ticket === undefined) return;
  ticket.calls = nth;
  ticket.calledAt = at;
}

export function foldStarted(hall: Hall, { at, data: { ticketId, counterId, recordId } }: HallEvent<'serviceStarted'>): void {
  const ticket = move(hall, ticketId, 'serving');
  if (ticket === undefined) return;
  ticket.startedAt = at;
  ticket.recordId = recordId;
  ticket.counterId = counterId;
  ticket.parkedAt = null;
  ticket.parkReasonId = null;
  // A parked ticket comes back without a call.
  const counter = hall.counters.get(counterId);
  if (counter !== undefined) counter.activeTicketId = ticketId;
  const { number, serviceId } = ticket;
  hall.records.set(recordId, { id: recordId, ticketId, number, serviceIds: [serviceId], counterId, startedAt: at, endedAt: null, rated: false });
}

export function foldFinished(hall: Hall, { at, data: { ticketId, counterId, recordId, outcome, finished } }: HallEvent<'serviceFinished'>): void {
  const ticket = move(hall, ticketId, 'done');
  if (ticket === undefined) return;
  ticket.endedAt = at;
  endStretch(hall, ticket, counterId, recordId, finished, at);
  if (outcome === 'finished') countServed(hall, ticket, counterId, at);
}

/** Some services are finished here; the ticket waits for its next one in that one's queue (T4). */
export function foldWentOn(hall: Hall, { at, data }: HallEvent<'ticketWentOn'>): void {
  const { ticketId, counterId, recordId, finished, serviceId } = data;
  const ticket = move(hall, ticketId, 'waiting');
  if (ticket === undefined) return;
  remember(ticket, at, 'wentOn', { finished });
  endStretch(hall, ticket, counterId, recordId, finished, at);
  countServed(hall, ticket, counterId, at);
  const open = [ticket.serviceId, ...ticket.laterServiceIds];
  ticket.serviceId = serviceId;
  ticket.laterServiceIds = open.filter((id) => id !== serviceId && !finished.includes(id));
  waitAgain(hall, ticket, data);
}

/** The stretch has its end and its services, and the pad may ask about it. */
function endStretch(hall: Hall, ticket: Ticket, counterId: CounterId, recordId: RecordId, finished: readonly ServiceId[], at: number): void {
  const record = hall.records.get(recordId) ?? recordOf(ticket, at);
  if (record === null) return;
  record.endedAt = at;
  if (finished.length > 0) record.serviceIds = finished;
  const counter = hall.counters.get(counterId);
  if (counter !== undefined) counter.lastRecord = record;
}

function countServed(hall: Hall, ticket: Ticket, counterId: CounterId, at: number): void {
  const servedMs = at - (ticket.startedAt ?? at);
  count(hall, ticket, counterId, (tally) => {
    tally.served += 1;
    tally.serviceMs += servedMs;
  });
}

/** The record of a service that began before this follower's snapshot: it follows from the ticket. */
function recordOf({ id: ticketId, number, serviceId, counterId, recordId, startedAt }: Ticket, at: number): ServiceRecord | null {
  if (recordId === null || counterId === null) return null;
  return { id: recordId, ticketId, number, serviceIds: [serviceId], counterId, startedAt: startedAt ?? at, endedAt: null, rated: false };
}

export function foldReprinted(hall: Hall, { data: { ticketId, nth } }: HallEvent<'slipReprinted'>): void {
  const ticket = hall.tickets.get(ticketId);
  if (ticket === undefined) return;
  ticket.reprints = nth;
  ticket.paper = null;
}

export function foldSlipNoted(hall: Hall, { data: { ticketId, paper } }: HallEvent<'slipNoted'>): void {
  const ticket = hall.tickets.get(ticketId);
  if (ticket !== undefined) ticket.paper = paper;
}

export function foldMissed(hall: Hall, { at, data }: HallEvent<'ticketMissed'>): void {
  const ticket = move(hall, data.ticketId, 'missed');
  if (ticket === undefined) return;
  ticket.missedAt = at;
  remember(ticket, at, 'missed');
  count(hall, ticket, data.counterId, (tally) => { tally.missed += 1; });
}

export function foldCancelled(hall: Hall, { at, data }: HallEvent<'ticketCancelled'>): void {
  const ticket = move(hall, data.ticketId, 'cancelled');
  if (ticket === undefined) return;
  ticket.endedAt = at;
  count(hall, ticket, null, (tally) => { tally.cancelled += 1; });
}

export function foldExpired(hall: Hall, { at, data }: HallEvent<'ticketExpired'>): void {
  const ticket = move(hall, data.ticketId, 'expired');
  if (ticket === undefined) return;
  ticket.endedAt = at;
  count(hall, ticket, null, (tally) => { tally.expired += 1; });
}

export function foldRated(hall: Hall, { data: { recordId, counterId }, staff }: HallEvent<'recordRated'>): void {
  const counter = hall.counters.get(counterId);
  if (counter?.lastRecord?.id === recordId) counter.lastRecord.rated = true;
  const record = hall.records.get(recordId);
  if (record !== undefined) record.rated = true;
  const tally = hall.counterTallies.get(counterId);
  if (tally === undefined) return;
  tally.rated += 1;
  if (staff !== undefined) countLevel(tally, staff.facts.level);
}
