// What the screen above one counter says, from its cell: a number, or why there is none. Pure.
import type { Names } from '@hall/core/domain/plan';
import type { CounterCell } from './boardFlow.ts';

export type CounterSays =
  | { readonly kind: 'called'; readonly number: string; readonly nth: number }
  | { readonly kind: 'serving'; readonly number: string }
  | { readonly kind: 'free' }
  | { readonly kind: 'paused'; readonly reason: Names | null }
  | { readonly kind: 'closed' };

/** A ticket at the counter comes before the counter's state: whoever is served there stays until the end. */
export function counterSays({ ticket, calls, state, pauseReason }: CounterCell): CounterSays {
  if (ticket?.state === 'called') return { kind: 'called', number: ticket.number, nth: calls };
  if (ticket?.state === 'serving') return { kind: 'serving', number: ticket.number };
  if (state === 'open') return { kind: 'free' };
  return state === 'paused' ? { kind: 'paused', reason: pauseReason } : { kind: 'closed' };
}
