// What a counter shows to a person who is signed in with a password: the desk, the start, or who is in the way. Pure.
import type { Hall } from '@hall/core/domain/hall';
import type { CounterId, PersonId } from '@hall/core/domain/ids';
import { clerkAt } from '@hall/core/domain/questions';
import { clerkNameAt } from './clerkView.ts';
import { signInOffer, type LinkView, type Obstacle } from './counterFlow.ts';

export type Start =
  /** Free, and this person may sit there. */
  | { readonly kind: 'free' }
  /** Another clerk has not signed out (C13). */
  | { readonly kind: 'held'; readonly clerk: string }
  | { readonly kind: 'cannot'; readonly obstacle: Obstacle };

/** `personId` null: nobody signs in with a password here, and the page of numbers is used. */
export function screenAt(hall: Readonly<Hall>, counterId: CounterId, personId: PersonId | null): 'desk' | 'start' | 'numbers' {
  const isHeld = hall.counters.get(counterId)?.signedIn === true;
  if (personId === null) return isHeld ? 'desk' : 'numbers';
  return isHeld && clerkAt(hall, counterId) === personId ? 'desk' : 'start';
}

/** Why this person can or cannot start work at this counter at hall time `now` (ms). */
export function startAt(hall: Readonly<Hall>, counterId: CounterId, personId: PersonId, now: number, link: LinkView): Start {
  const clerk = clerkNameAt(hall, counterId);
  if (clerk !== null) return { kind: 'held', clerk };
  const offer = signInOffer(hall, counterId, personId, now, link);
  return offer.possible ? { kind: 'free' } : { kind: 'cannot', obstacle: offer.obstacle };
}
