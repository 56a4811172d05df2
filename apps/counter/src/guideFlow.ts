// What the guide desk can do with a ticket, and which refusals it may go against with a reason (C8, H1, H2, H3, H5, H6, T6).
// The hall's own rules are asked with the very order a press would send.
import type { CommandData } from '@hall/core/domain/commands';
import { decide } from '@hall/core/domain/decide';
import type { Hall } from '@hall/core/domain/hall';
import type { TicketId } from '@hall/core/domain/ids';
import { ticketById } from '@hall/core/domain/questions';
import type { Refusal, RefusalCode } from '@hall/core/domain/refusals';

export const deskActions = ['returnTicket', 'unparkTicket', 'moveTicket', 'reprintSlip', 'cancelTicket'] as const;
export type DeskAction = (typeof deskActions)[number];

/** What the desk may override with a reason. */
const overridable: readonly RefusalCode[] = ['outOfHours', 'quotaReached', 'issuingStopped', 'ticketAlreadyLive', 'returnNotAllowed', 'returnTooLate',
  'tooLateToday', 'slotFull', 'appointmentTooEarly'];
export const mayOverride = ({ code }: Refusal): boolean => overridable.includes(code);

/** The ticket a refusal says the visitor has already: its slip can be printed again (T6, H3). */
export const firstTicketOf = (refusal: Refusal): { readonly id: TicketId; readonly number: string } | null =>
  (refusal.code === 'ticketAlreadyLive' || refusal.code === 'alreadyCheckedIn' ? { id: refusal.facts.ticketId as TicketId, number: refusal.facts.number } : null);

export type DeskOffer<A extends DeskAction> =
  | { readonly kind: 'possible'; readonly data: CommandData<A> }
  /** Refused by a rule that the desk may go against. */
  | { readonly kind: 'withReason'; readonly data: CommandData<A>; readonly refusal: Refusal };
export type DeskOffers = { readonly [A in DeskAction]: DeskOffer<A> | null };

/** What can be done with this ticket now; null: not in this state. */
export function deskOffers(hall: Readonly<Hall>, ticketId: TicketId, place: string, now: number): DeskOffers {
  const none: DeskOffers = { returnTicket: null, unparkTicket: null, moveTicket: null, reprintSlip: null, cancelTicket: null };
  const ticket = ticketById(hall, ticketId);
  if (ticket === null) return none;
  const onTicket = { ticketId, version: ticket.version };
  function offer<A extends DeskAction>(type: A, data: CommandData<A>): DeskOffer<A> | null {
    const decision = decide(hall, { type, data } as Parameters<typeof decide>[1], { now, actor: { role: 'desk', place, personId: null } });
    if (decision.accepted) return { kind: 'possible', data };
    return mayOverride(decision.refusal) ? { kind: 'withReason', data, refusal: decision.refusal } : null;
  }
  return {
    returnTicket: offer('returnTicket', { ...onTicket, override: null }),
    unparkTicket: offer('unparkTicket', onTicket),
    // Its own queue will do to ask; the desk's choice is put in at the press.
    moveTicket: offer('moveTicket', { ...onTicket, to: { queueId: ticket.queueId, counterId: null, place: 'byRule' } }),
    reprintSlip: offer('reprintSlip', { ticketId }),
    cancelTicket: offer('cancelTicket', onTicket),
  };
}
