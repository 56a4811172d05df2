// Choosing by keyboard which services are finished (T4): what a key means, and a tick put or taken away.
import type { ServiceId } from '@hall/core/domain/ids';

export type FinishKey = { readonly kind: 'leave' } | { readonly kind: 'toggle'; readonly index: number } | { readonly kind: 'finishService' } | { readonly kind: 'finishAndCallNext' };

type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** Digits tick the services as they are listed; null: the key belongs to somebody else. */
export function finishKey({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyPress, count: number): FinishKey | null {
  if (altKey || ctrlKey || metaKey) return null;
  if (key === 'Escape') return { kind: 'leave' };
  if (key === 'Enter') return { kind: shiftKey ? 'finishAndCallNext' : 'finishService' };
  const index = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
  return index < 0 || index >= count ? null : { kind: 'toggle', index };
}

/** Ticked ones stay in the order of the ticket. */
export const toggled = (ticked: readonly ServiceId[], id: ServiceId, order: readonly ServiceId[]): ServiceId[] =>
  order.filter((one) => (one === id ? !ticked.includes(one) : ticked.includes(one)));
