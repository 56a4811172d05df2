// Moving through a list by keyboard alone: which entry is marked, and what a key means for it.
// Lists that are searched by typing leave digits to the search; the others take 1 to 9 as a choice at once.

export type ListKey =
  | { readonly kind: 'mark'; readonly index: number }
  | { readonly kind: 'choose'; readonly index: number }
  | { readonly kind: 'leave' };

export interface ListView {
  readonly marked: number;
  readonly length: number;
  /** How many entries stand side by side. */
  readonly columns: number;
  readonly isSearched: boolean;
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** What the key does, or null when it belongs to somebody else. */
export function listKey({ key, altKey, ctrlKey, metaKey }: KeyPress, { marked, length, columns, isSearched }: ListView): ListKey | null {
  if (altKey || ctrlKey || metaKey) return null;
  if (key === 'Escape') return { kind: 'leave' };
  if (length === 0) return null;
  const last = length - 1;
  const steps: Readonly<Record<string, number>> = { ArrowDown: columns, ArrowUp: -columns, ArrowRight: 1, ArrowLeft: -1, PageDown: 4 * columns, PageUp: -4 * columns };
  const step = steps[key];
  if (step !== undefined) return { kind: 'mark', index: Math.max(0, Math.min(last, marked + step)) };
  if (key === 'Enter') return { kind: 'choose', index: Math.min(marked, last) };
  const digit = !isSearched && /^[1-9]$/.test(key) ? Number(key) - 1 : null;
  return digit === null || digit > last ? null : { kind: 'choose', index: digit };
}
