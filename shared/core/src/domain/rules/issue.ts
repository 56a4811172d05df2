// Issuing and cancelling tickets, and printing a slip again (rules N1, N4, N6, T4, S3; T1's edges to cancelled).
import { accept, fact, openHall, refuse, ticketAsPressed, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';
import { isFinal } from '../ticket.ts';
import { appointmentOf, checkInTo } from './checkIn.ts';
import { obstacleToIssue, overrideFault } from './issuing.ts';
import { grantFault, newTicket, rankOf, wantedServices } from './newTicket.ts';

/** One ticket with the next number of the first service's queue. A known visitor with an appointment today is checked in instead, and what he has booked goes first (H3). */
export function issueTicket(hall: Readonly<Hall>, data: CommandData<'issueTicket'>, context: Context): Decision {
  const { now, actor } = context;
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const { plan } = open.found;
  const { serviceId, alsoServiceIds, priority, slotAt, override, visitorId } = data;
  const serviceIds = [serviceId, ...alsoServiceIds] as const;
  const wanted = wantedServices(plan, serviceIds);
  if (wanted.found === null) return wanted.refusal;
  if ((priority !== null || slotAt !== null) && actor.role === 'kiosk') return refuse('priorityNeedsStaff', {});
  const fault = overrideFault(plan, override, context) ?? grantFault(plan, priority);
  if (fault !== null) return fault;
  const booked = visitorId === null ? null : appointmentOf(hall, visitorId, serviceIds, context);
  if (booked !== null) return checkInTo(hall, plan, booked, { priority, override, alsoServiceIds: serviceIds.filter((id) => id !== booked.serviceId), visitorId }, context);
  const rank = rankOf(plan, priority?.classId ?? null, slotAt !== null);
  const obstacle = override === null ? obstacleToIssue(hall, wanted.found, rank, visitorId, context) : null;
  if (obstacle !== null) return obstacle;
  // An appointment in time is due at its slot, a late one at its check-in (C4).
  const dueAt = slotAt === null ? now : Math.max(slotAt, now);
  const channel = slotAt !== null ? 'appointment' : actor.role === 'kiosk' ? 'kiosk' : 'desk';
  return newTicket(hall, wanted.found, { rank, dueAt, channel },
    { classId: priority?.classId ?? null, reason: priority?.reason ?? null, override, visitorId, appointmentId: null }, context);
}

/** The slip of a live ticket once more; every further one is counted and marked (S3). */
export function reprintSlip(hall: Readonly<Hall>, { ticketId }: CommandData<'reprintSlip'>): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const ticket = hall.tickets.get(ticketId);
  if (ticket === undefined) return refuse('noSuchTicket', { ticketId });
  const { number, state, reprints } = ticket;
  return isFinal(state) ? refuse('wrongState', { number, state }) : accept(fact('slipReprinted', { ticketId, nth: reprints + 1 }));
}

/** What became of a slip, once for each printing: at a kiosk of the tickets that it gave, elsewhere of any (S2, S3). A paper that came out stays out. */
export function noteSlip(hall: Readonly<Hall>, { ticketId, nth, paper }: CommandData<'noteSlip'>, { actor }: Context): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const ticket = hall.tickets.get(ticketId);
  if (ticket === undefined) return refuse('noSuchTicket', { ticketId });
  if (actor.role === 'kiosk' && ticket.reprints === 0 && ticket.staff?.place !== actor.place) return refuse('noSuchTicket', { ticketId });
  // An earlier printing says nothing about the last one; and one certain end is told once.
  if (nth !== ticket.reprints || (ticket.paper !== null && ticket.paper !== 'unknown') || ticket.paper === paper) return refuse('nothingChanged', {});
  return accept(fact('slipNoted', { ticketId, nth, paper }));
}

/** So long a visitor may give back at the kiosk what it has just given: afterwards somebody else may stand there. */
export const giveBackMs = 120_000;

/** The visitor goes: from waiting, called, missed or parked (T1). At a kiosk only the ticket that it gave, soon after, while it waits. */
export function cancelTicket(hall: Readonly<Hall>, data: CommandData<'cancelTicket'>, { now, actor }: Context): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const pressed = ticketAsPressed(hall, data.ticketId, data.version);
  if (pressed.found === null) return pressed.refusal;
  const { number, state, issuedAt, staff } = pressed.found;
  if (actor.role === 'kiosk' && (state !== 'waiting' || staff?.place !== actor.place || now - issuedAt > giveBackMs)) return refuse('overrideNeedsStaff', {});
  if (state !== 'waiting' && state !== 'called' && state !== 'missed' && state !== 'parked') return refuse('wrongState', { number, state });
  return accept(fact('ticketCancelled', { ticketId: data.ticketId, from: state }));
}
