// Taking back the last step of a ticket: the hall is as it was before that step, and the sums too (T1).
import type { HallEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import { count } from '../tally.ts';

export function foldUndone(hall: Hall, { data: { ticketId, counterId, step } }: HallEvent<'stepUndone'>): void {
  const counter = hall.counters.get(counterId);
  const ticket = hall.tickets.get(ticketId);
  if (counter === undefined || ticket === undefined) return;
  ticket.version += 1;
  counter.activeTicketId = ticketId;
  if (step === 'miss') {
    ticket.state = 'called';
    ticket.missedAt = null;
    ticket.history = ticket.history.slice(0, -1);
    count(hall, ticket, counterId, (tally) => { tally.missed -= 1; });
  } else if (step === 'finish') {
    const servedMs = (ticket.endedAt ?? 0) - (ticket.startedAt ?? 0);
    ticket.state = 'serving';
    ticket.endedAt = null;
    counter.lastRecord = null;
    const record = ticket.recordId === null ? undefined : hall.records.get(ticket.recordId);
    if (record !== undefined) Object.assign(record, { endedAt: null, serviceIds: [ticket.serviceId] });
    count(hall, ticket, counterId, (tally) => {
      tally.served -= 1;
      tally.serviceMs -= servedMs;
    });
  } else {
    ticket.state = 'called';
    if (ticket.recordId !== null) hall.records.delete(ticket.recordId);
    ticket.startedAt = null;
    ticket.recordId = null;
  }
}
