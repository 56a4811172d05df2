// The ticket of an answer as the kiosk shows and prints it, and what becomes of it while its page stands.
// Everything told stands in the event or in the hall: nothing is guessed.
import type { HallEvent } from '@hall/core/domain/events';
import { shownRange } from '@hall/core/domain/forecast/shownRange';
import type { Hall } from '@hall/core/domain/hall';
import type { CounterId, QueueId, ServiceId, TicketId } from '@hall/core/domain/ids';
import { aheadOfTicket } from '@hall/core/domain/questions';
import { isFinal } from '@hall/core/domain/ticket';
import type { GivenAlone } from '@hall/client/alone/aloneMemory';
import type { Answer } from '@hall/core/protocol/messages';
import type { Answered, IssuedTicket } from './kioskPages.ts';

export function answered(answer: Answer, hall: Readonly<Hall>): Answered {
  if (!answer.ok) return { refusal: answer.refusal };
  for (const event of answer.events) {
    if (event.type === 'ticketIssued') return { ticket: ofIssue(event) };
    if (event.type === 'slipReprinted') return ofReprint(event, hall);
  }
  throw new Error('an answer to the kiosk without a ticket');
}

function ofIssue({ at, data }: HallEvent<'ticketIssued'>): IssuedTicket {
  const { ticketId, number, serviceId, alsoServiceIds, queueId, ahead, expected, channel, rank, dueAt } = data;
  const booked = channel === 'appointment';
  // In time an appointment is due at its slot, a late one at its check-in (C4).
  const appointment = !booked ? null : rank === 'ordinary' ? 'tooLate' : dueAt === at ? 'late' : 'inTime';
  return {
    ticketId, number, serviceId, laterServiceIds: alsoServiceIds, queueId, ahead, issuedAt: at, appointment, reprint: null,
    wait: expected === null ? null : shownRange(expected.p50Ms / 1_000, expected.p90Ms / 1_000),
    slotAt: appointment === 'inTime' ? dueAt : null,
  };
}

/** Given without the server: who waits and how long is not known here (O1). Its name is no ticket's of the hall. */
export const aloneTicket = ({ date, number, serviceId, alsoServiceIds, givenAt }: GivenAlone, queueId: QueueId): IssuedTicket => ({
  ticketId: `alone.${date}.${number}` as TicketId, number, serviceId: serviceId as ServiceId, laterServiceIds: alsoServiceIds as ServiceId[], queueId,
  ahead: null, wait: null, issuedAt: givenAt, appointment: null, slotAt: null, reprint: null, isAlone: true,
});

/** As it stands now; the wait that was told at its issue is not told a second time. */
function ofReprint({ at, data: { ticketId, nth } }: HallEvent<'slipReprinted'>, hall: Readonly<Hall>): Answered {
  const ticket = hall.tickets.get(ticketId);
  // It ended in the very moment, and this copy of the hall has let go of it.
  if (ticket === undefined) return { refusal: { code: 'noSuchTicket', facts: { ticketId } } };
  const { number, serviceId, laterServiceIds, queueId, issuedAt, rank, dueAt, state, history } = ticket;
  const hasSlot = rank === 'appointment' && dueAt !== issuedAt && history.length === 0;
  return {
    ticket: {
      ticketId, number, serviceId, laterServiceIds, queueId, issuedAt, wait: null, appointment: null, reprint: { nth, at },
      ahead: state === 'waiting' ? aheadOfTicket(hall, ticket, at) : null,
      slotAt: hasSlot ? dueAt : null,
    },
  };
}

/** True while its slip can be printed again. */
export function isLive(hall: Readonly<Hall>, ticketId: string): boolean {
  const ticket = hall.tickets.get(ticketId as TicketId);
  return ticket !== undefined && !isFinal(ticket.state);
}

/** What the visitor must hear at once of a ticket whose page stands: it is called, or was missed. */
export function calledMeanwhile(hall: Readonly<Hall>, ticketId: TicketId): { readonly what: 'called'; readonly counterId: CounterId } | { readonly what: 'missed' } | null {
  const ticket = hall.tickets.get(ticketId);
  if (ticket?.state === 'missed') return { what: 'missed' };
  return ticket?.state === 'called' && ticket.counterId !== null ? { what: 'called', counterId: ticket.counterId } : null;
}
