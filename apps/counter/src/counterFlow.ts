// Which actions a counter has now, and why not the others. It asks the hall's own rules (core decide) with the very
// order a press would send, so the screen and the server cannot come to different answers.
// Not here: words, keys, and what is shown beside the actions (counterView.ts).
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import { decide } from '@hall/core/domain/decide';
import type { Hall } from '@hall/core/domain/hall';
import type { PersonId, CounterId, ReasonId } from '@hall/core/domain/ids';
import type { Plan } from '@hall/core/domain/plan';
import { activeTicket, clerkAt } from '@hall/core/domain/questions';
import type { Refusal } from '@hall/core/domain/refusals';
import type { Ticket } from '@hall/core/domain/ticket';
import { pickableTickets, undoableStep } from './ticketsAtHand.ts';

export const counterActions = [
  'callNext', 'recallTicket', 'startService', 'missTicket', 'finishService', 'finishAndCallNext',
  'parkTicket', 'transferTicket', 'pickTicket', 'putBackTicket', 'undoStep',
  'pauseCounter', 'openCounter', 'closeCounter', 'signOut',
] as const satisfies readonly CommandType[];
export type CounterAction = (typeof counterActions)[number];
/** Actions on a ticket of a list beside the ticket in hand. */
export const rowActions = ['resumeTicket', 'unparkTicket', 'returnTicket'] as const satisfies readonly CommandType[];
export type RowAction = (typeof rowActions)[number];
/** Whatever this screen can order. */
export type CounterOrder = CounterAction | RowAction | 'signIn';

/** What stands in the way: a rule's refusal, or something the screen knows before any rule is asked. */
export type Obstacle =
  | Refusal
  /** Out of touch with the server (O3). */
  | { readonly code: 'away' }
  /** The last order has no answer yet; what it changed is not known. */
  | { readonly code: 'answerAwaited' }
  | { readonly code: 'noTicket' }
  /** Finishing needs a start first. */
  | { readonly code: 'notStarted' }
  /** Recall, start, miss and putting back end with the start. */
  | { readonly code: 'alreadyStarted' }
  /** No step of this clerk is young enough to be taken back (T1). */
  | { readonly code: 'noStepToUndo' };

export type Offer<T extends CommandType> =
  | { readonly possible: true; readonly data: CommandData<T> }
  | { readonly possible: false; readonly obstacle: Obstacle };
export type CounterOffers = { readonly [A in CounterAction]: Offer<A> };

/** What the screen knows about its link. */
export interface LinkView {
  readonly isLive: boolean;
  /** The order that has no answer yet. */
  readonly awaited: CounterOrder | null;
}

/**
 * Every action of this counter at hall time `now` (ms). Without the server only the finish of the ticket in hand is
 * offered (O3): it never grows old and is sent when the server is back; the screen shows it as done only then.
 */
export function counterOffers(hall: Readonly<Hall>, counterId: CounterId, now: number, link: LinkView): CounterOffers {
  const data = orderData(hall, counterId);
  const offer = <A extends CounterAction>(action: A): Offer<A> => {
    const order = data[action];
    if (order !== null) return orderOffer(hall, counterId, now, link, action, order);
    return { possible: false, obstacle: obstacleOfLink(link, action) ?? missing(hall, counterId, now, action) };
  };
  return {
    callNext: offer('callNext'), recallTicket: offer('recallTicket'), startService: offer('startService'), missTicket: offer('missTicket'),
    finishService: offer('finishService'), finishAndCallNext: offer('finishAndCallNext'),
    parkTicket: offer('parkTicket'), transferTicket: offer('transferTicket'), pickTicket: offer('pickTicket'), putBackTicket: offer('putBackTicket'),
    undoStep: offer('undoStep'),
    pauseCounter: offer('pauseCounter'), openCounter: offer('openCounter'), closeCounter: offer('closeCounter'), signOut: offer('signOut'),
  };
}

/** This very order, as it would be sent from this counter now. */
export function orderOffer<T extends CounterOrder>(hall: Readonly<Hall>, counterId: CounterId, now: number, link: LinkView, type: T, data: CommandData<T>): Offer<T> {
  const ofLink = obstacleOfLink(link, type);
  return ofLink === null ? asked(hall, counterId, now, type, data) : { possible: false, obstacle: ofLink };
}

/** What a row of a list offers for its ticket; `returnTicket` by the queue's own policy (C8, C10). */
export function rowOffer(hall: Readonly<Hall>, counterId: CounterId, now: number, link: LinkView, type: RowAction, { id: ticketId, version }: Pick<Ticket, 'id' | 'version'>): Offer<RowAction> {
  const onTicket = { ticketId, version };
  if (type === 'resumeTicket') return orderOffer(hall, counterId, now, link, type, { counterId, ...onTicket });
  return type === 'unparkTicket' ? orderOffer(hall, counterId, now, link, type, onTicket) : orderOffer(hall, counterId, now, link, type, { ...onTicket, override: null });
}

/** May this clerk sign in here (C13)? */
export const signInOffer = (hall: Readonly<Hall>, counterId: CounterId, clerkId: PersonId, now: number, link: LinkView): Offer<'signIn'> =>
  orderOffer(hall, counterId, now, link, 'signIn', { counterId, clerkId });

function obstacleOfLink({ isLive, awaited }: LinkView, type: CounterOrder): Obstacle | null {
  if (!isLive && type !== 'finishService') return { code: 'away' };
  return awaited === null ? null : { code: 'answerAwaited' };
}

/** Why there is nothing to give this order about. A pick is refused for the counter first, like any call. */
function missing(hall: Readonly<Hall>, counterId: CounterId, now: number, action: CounterAction): Obstacle {
  if (action === 'undoStep') return { code: 'noStepToUndo' };
  if (action !== 'pickTicket') return { code: 'noTicket' };
  const call = asked(hall, counterId, now, 'callNext', { counterId });
  return call.possible ? { code: 'noTicket' } : call.obstacle;
}

function asked<T extends CounterOrder>(hall: Readonly<Hall>, counterId: CounterId, now: number, type: T, data: CommandData<T>): Offer<T> {
  const actor = { role: 'counter', place: counterId, personId: clerkAt(hall, counterId) } as const;
  const decision = decide(hall, { type, data } as Parameters<typeof decide>[1], { now, actor });
  return decision.accepted ? { possible: true, data } : { possible: false, obstacle: obstacleOf(decision.refusal) };
}

/** The ticket in hand is called or being served, so `wrongState` has just two meanings here. */
function obstacleOf(refusal: Refusal): Obstacle {
  if (refusal.code === 'nothingToUndo' || refusal.code === 'undoTooLate') return { code: 'noStepToUndo' };
  if (refusal.code !== 'wrongState' || (refusal.facts.state !== 'called' && refusal.facts.state !== 'serving')) return refusal;
  return { code: refusal.facts.state === 'called' ? 'notStarted' : 'alreadyStarted' };
}

/** The orders as a press would send them now; null where there is no ticket in hand to order about (J6). */
function orderData(hall: Readonly<Hall>, counterId: CounterId): { readonly [A in CounterAction]: CommandData<A> | null } {
  const ticket = activeTicket(hall, counterId);
  const onTicket = ticket === null ? null : { counterId, ticketId: ticket.id, version: ticket.version };
  // Any reason, destination or waiting ticket will do to ask whether the action is possible; the clerk's own choice is put in
  // at the press and asked about again (C9, C10, C11, C12).
  const { plan } = hall;
  const reasonId = plan?.pauseReasons[0]?.id;
  const picked = pickableTickets(hall, counterId)[0];
  const undone = undoableStep(hall, counterId);
  const withReason = (list: Plan['parkReasons'] | undefined): (typeof onTicket & { reasonId: ReasonId }) | null =>
    (onTicket === null || list?.[0] === undefined ? null : { ...onTicket, reasonId: list[0].id });
  return {
    callNext: { counterId },
    recallTicket: onTicket,
    startService: onTicket,
    missTicket: onTicket,
    finishService: onTicket,
    finishAndCallNext: onTicket,
    parkTicket: withReason(plan?.parkReasons),
    transferTicket: ticket === null || onTicket === null ? null : { ...onTicket, to: { queueId: ticket.queueId, counterId: null, place: 'byRule' } },
    pickTicket: picked === undefined || plan?.pickReasons[0] === undefined ? null : { counterId, ticketId: picked.id, version: picked.version, reasonId: plan.pickReasons[0].id },
    putBackTicket: withReason(plan?.putBackReasons),
    undoStep: undone === null ? null : { counterId, ticketId: undone.ticket.id, version: undone.ticket.version },
    pauseCounter: reasonId === undefined ? null : { counterId, reasonId },
    openCounter: { counterId },
    closeCounter: { counterId },
    signOut: { counterId },
  };
}
