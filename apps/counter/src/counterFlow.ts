// Which actions a counter has now, and why not the others. It asks the hall's own rules (core decide) with the very
// order a press would send, so the screen and the server cannot come to different answers.
// Not here: words, keys, and what is shown beside the actions (counterView.ts).
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import { decide } from '@hall/core/domain/decide';
import type { Hall } from '@hall/core/domain/hall';
import type { ClerkId, CounterId } from '@hall/core/domain/ids';
import { activeTicket, clerkAt } from '@hall/core/domain/questions';
import type { Refusal } from '@hall/core/domain/refusals';

export const counterActions = [
  'callNext', 'recallTicket', 'startService', 'missTicket', 'finishService', 'finishAndCallNext',
  'pauseCounter', 'openCounter', 'closeCounter', 'signOut',
] as const satisfies readonly CommandType[];
export type CounterAction = (typeof counterActions)[number];

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
  /** Recall, start and miss end with the start. */
  | { readonly code: 'alreadyStarted' };

export type Offer<T extends CommandType> =
  | { readonly possible: true; readonly data: CommandData<T> }
  | { readonly possible: false; readonly obstacle: Obstacle };
export type CounterOffers = { readonly [A in CounterAction]: Offer<A> };

/** What the screen knows about its link. */
export interface LinkView {
  readonly isLive: boolean;
  /** The order that has no answer yet. */
  readonly awaited: CounterAction | 'signIn' | null;
}

/**
 * Every action of this counter at hall time `now` (ms). Without the server only the finish of the ticket in hand is
 * offered (O3): it never grows old and is sent when the server is back; the screen shows it as done only then.
 */
export function counterOffers(hall: Readonly<Hall>, counterId: CounterId, now: number, link: LinkView): CounterOffers {
  const data = orderData(hall, counterId);
  const offer = <A extends CounterAction>(action: A): Offer<A> => {
    const order = data[action];
    if (!link.isLive && action !== 'finishService') return { possible: false, obstacle: { code: 'away' } };
    if (link.awaited !== null) return { possible: false, obstacle: { code: 'answerAwaited' } };
    if (order === null) return { possible: false, obstacle: { code: 'noTicket' } };
    return asked(hall, counterId, now, action, order);
  };
  return {
    callNext: offer('callNext'),
    recallTicket: offer('recallTicket'),
    startService: offer('startService'),
    missTicket: offer('missTicket'),
    finishService: offer('finishService'),
    finishAndCallNext: offer('finishAndCallNext'),
    pauseCounter: offer('pauseCounter'),
    openCounter: offer('openCounter'),
    closeCounter: offer('closeCounter'),
    signOut: offer('signOut'),
  };
}

/** May this clerk sign in here (C13)? */
export function signInOffer(hall: Readonly<Hall>, counterId: CounterId, clerkId: ClerkId, now: number, link: LinkView): Offer<'signIn'> {
  if (!link.isLive) return { possible: false, obstacle: { code: 'away' } };
  if (link.awaited !== null) return { possible: false, obstacle: { code: 'answerAwaited' } };
  return asked(hall, counterId, now, 'signIn', { counterId, clerkId });
}

function asked<T extends CommandType>(hall: Readonly<Hall>, counterId: CounterId, now: number, type: T, data: CommandData<T>): Offer<T> {
  const actor = { role: 'counter', place: counterId, clerkId: clerkAt(hall, counterId) } as const;
  const decision = decide(hall, { type, data } as Parameters<typeof decide>[1], { now, actor });
  return decision.accepted ? { possible: true, data } : { possible: false, obstacle: obstacleOf(decision.refusal) };
}

/** The ticket in hand is called or being served, so `wrongState` has just two meanings here. */
function obstacleOf(refusal: Refusal): Obstacle {
  if (refusal.code !== 'wrongState') return refusal;
  return { code: refusal.facts.state === 'called' ? 'notStarted' : 'alreadyStarted' };
}

/** The orders as a press would send them now; null where there is no ticket in hand to order about (J6). */
function orderData(hall: Readonly<Hall>, counterId: CounterId): { readonly [A in CounterAction]: CommandData<A> | null } {
  const ticket = activeTicket(hall, counterId);
  const onTicket = ticket === null ? null : { counterId, ticketId: ticket.id, version: ticket.version };
  // Any reason of the plan will do to ask whether a pause is possible; the clerk's own is put in at the press (C12).
  const reasonId = hall.plan?.pauseReasons[0]?.id;
  return {
    callNext: { counterId },
    recallTicket: onTicket,
    startService: onTicket,
    missTicket: onTicket,
    finishService: onTicket,
    finishAndCallNext: onTicket,
    pauseCounter: reasonId === undefined ? null : { counterId, reasonId },
    openCounter: { counterId },
    closeCounter: { counterId },
    signOut: { counterId },
  };
}
