// How far a machine is locked down, by what it is for: `sealed` stands in public hands (kiosk, pad, and whatever was never let
// in), `wall` is only looked at, `desk` is a clerk's own PC. And the keys that each may press.
import type { Input } from 'electron';
import type { Placed } from './placeFile.ts';

export type LockDown = 'sealed' | 'wall' | 'desk';

export function lockDownOf(placed: Placed | null): LockDown {
  switch (placed?.role) {
    case 'counter':
    case 'desk':
    case 'manager':
      return 'desk';
    case 'display':
      return 'wall';
    case 'kiosk':
    case 'pad':
    case undefined:
      return 'sealed';
  }
}

/** What somebody needs who types a phone number or uses a kiosk by its keyboard, and what card readers and scanners type. */
const named: ReadonlySet<string> = new Set(['Tab', 'Enter', 'Backspace', 'Delete', 'Escape', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Shift', 'CapsLock']);

/** Everything that does not type a sign or move about is a shortcut of the browser, the system or a keyboard's maker. */
export function mayPress(lock: LockDown, { key, control, alt, meta }: Pick<Input, 'key' | 'control' | 'alt' | 'meta'>): boolean {
  if (lock === 'desk') return true;
  if (lock === 'wall' || control || alt || meta) return false;
  return named.has(key) || [...key].length === 1;
}
