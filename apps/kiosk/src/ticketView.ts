// A ticket that was looked for by its number, as its owner may see it: what a board tells everybody, where to go, and
// what can be done here (reprint, give back). Pure.
import type { Hall } from '@hall/core/domain/hall';
import type { CounterId, TicketId } from '@hall/core/domain/ids';
import { aheadOfTicket, countersOf, queueOf, serviceOf } from '@hall/core/domain/questions';
import { isFinal, type TicketState } from '@hall/core/domain/ticket';
import type { Service, Zone } from './planParts.ts';

export interface TicketView {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly state: TicketState;
  readonly service: Service | null;
  readonly zone: Zone | null;
  /** Where it may be called, or is. */
  readonly counters: readonly CounterId[];
  /** Null: it does not wait. */
  readonly ahead: number | null;
  readonly issuedAt: number;
  readonly isOver: boolean;
}

export function ticketView(hall: Readonly<Hall>, ticketId: TicketId, now: number): TicketView | null {
  const ticket = hall.tickets.get(ticketId);
  if (ticket === undefined || hall.plan === null) return null;
  const { number, state, queueId, counterId, issuedAt } = ticket;
  const isAtCounter = counterId !== null && (state === 'called' || state === 'serving' || state === 'missed' || state === 'parked');
  return {
    ticketId, number, state, issuedAt,
    service: serviceOf(hall, ticket),
    zone: hall.plan.zones.find(({ id }) => id === queueOf(hall, queueId)?.zoneId) ?? null,
    counters: isAtCounter ? [counterId] : countersOf(hall, queueId).map(({ id }) => id),
    ahead: state === 'waiting' ? aheadOfTicket(hall, ticket, now) : null,
    isOver: isFinal(state),
  };
}

/** The ticket of today that has this number. */
export function ticketOf(hall: Readonly<Hall>, number: string): TicketId | null {
  for (const [ticketId, ticket] of hall.tickets) if (ticket.number === number) return ticketId;
  return null;
}

/** Prefixes of the numbers that are given today: the letters worth showing on the keys. */
export function prefixesOf(hall: Readonly<Hall>): string[] {
  return [...new Set([...hall.tickets.values()].map(({ prefix }) => prefix))].sort();
}
