// Words and files on a ticket (V1). They change nothing of its way, so they ask for no version (J6) and hold in every state.
import { accept, fact, openHall, refuse, type Decision } from '../decision.ts';
import { filesOfTicketAtMost, notesOfTicketAtMost } from '../attachment.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';
import type { TicketId } from '../ids.ts';
import type { Ticket } from '../ticket.ts';

/** The words were taken to the side store before; without any there is nothing to note. */
export function noteTicket(hall: Readonly<Hall>, { ticketId, text }: CommandData<'noteTicket'>): Decision {
  const ticket = ticketOf(hall, ticketId);
  if (ticket.found === null) return ticket.refusal;
  const { number, staff } = ticket.found;
  if (text === null) return refuse('noWords', {});
  if ((staff?.notes?.length ?? 0) >= notesOfTicketAtMost) return refuse('tooManyNotes', { number, most: notesOfTicketAtMost });
  return accept(fact('ticketNoted', {}, { ticketId, text }));
}

/** The file lies in the side store already. */
export function attachFile(hall: Readonly<Hall>, { ticketId, file }: CommandData<'attachFile'>): Decision {
  const ticket = ticketOf(hall, ticketId);
  if (ticket.found === null) return ticket.refusal;
  const { number, staff } = ticket.found;
  if ((staff?.files?.length ?? 0) >= filesOfTicketAtMost) return refuse('tooManyFiles', { number, most: filesOfTicketAtMost });
  return accept(fact('fileAttached', {}, { ticketId, file }));
}

type Found = { readonly found: Ticket } | { readonly found: null; readonly refusal: Decision };

/** A ticket of today, in any state. */
function ticketOf(hall: Readonly<Hall>, ticketId: TicketId): Found {
  const open = openHall(hall);
  if (open.found === null) return { found: null, refusal: open.refusal };
  const ticket = hall.tickets.get(ticketId);
  return ticket === undefined ? { found: null, refusal: refuse('noSuchTicket', { ticketId }) } : { found: ticket };
}
