// How facts about a ticket that leaves service for a while, or comes back to a line, change the hall:
// returned, parked, unparked, transferred, put back (rules C8, C10, C11, N5).
import type { HallEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import { count } from '../tally.ts';
import type { ServiceRecord } from '../ticket.ts';
import { move, remember, waitAgain } from './ticketFolds.ts';

export function foldReturned(hall: Hall, { at, data }: HallEvent<'ticketReturned'>): void {
  const ticket = move(hall, data.ticketId, 'waiting');
  if (ticket === undefined) return;
  remember(ticket, at, 'returned');
  waitAgain(hall, ticket, data);
}

export function foldParked(hall: Hall, { at, data: { ticketId, recordId, reasonId } }: HallEvent<'ticketParked'>): void {
  const ticket = move(hall, ticketId, 'parked');
  if (ticket === undefined) return;
  remember(ticket, at, 'parked');
  endRecord(hall, recordId, at);
  // Taken up again it is served without a call, so there is none to go back to (T1).
  ticket.calledAt = null;
  ticket.parkedAt = at;
  ticket.parkReasonId = reasonId;
}

export function foldUnparked(hall: Hall, { data }: HallEvent<'ticketUnparked'>): void {
  const ticket = move(hall, data.ticketId, 'waiting');
  if (ticket !== undefined) waitAgain(hall, ticket, data);
}

export function foldTransferred(hall: Hall, { at, data }: HallEvent<'ticketTransferred'>): void {
  const { ticketId, fromCounterId, recordId } = data;
  const ticket = move(hall, ticketId, 'waiting');
  if (ticket === undefined) return;
  remember(ticket, at, 'transferred');
  if (recordId !== null) endRecord(hall, recordId, at);
  if (fromCounterId !== null) count(hall, ticket, fromCounterId, (tally) => { tally.transferred += 1; });
  waitAgain(hall, ticket, data);
}

export function foldPutBack(hall: Hall, { at, data }: HallEvent<'ticketPutBack'>): void {
  const ticket = move(hall, data.ticketId, 'waiting');
  if (ticket === undefined) return;
  remember(ticket, at, 'putBack');
  waitAgain(hall, ticket, data);
}

/** A stretch that did not finish: parked or transferred. Nobody is asked to rate it. */
function endRecord(hall: Hall, recordId: ServiceRecord['id'], at: number): void {
  const record = hall.records.get(recordId);
  if (record !== undefined) record.endedAt = at;
}
