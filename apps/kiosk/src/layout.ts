// How the pages are laid out: by the room there is, not by the device. Low mode gives them the lower half of the screen, so
// that everything touched lies within reach of somebody who sits. Pure.

export interface Room {
  readonly width: number;
  readonly height: number;
}
export interface Layout {
  readonly shape: 'tall' | 'wide';
  /** Little height: titles give way. */
  readonly isShort: boolean;
  /** One rem in CSS pixels; every size of the kiosk hangs on it. */
  readonly rem: number;
}

/** Below it a wide page has no room for titles. */
const shortBelow = 820;

export function layoutOf({ width, height }: Room, isElder: boolean, isLow: boolean): Layout {
  const high = isLow ? height / 2 : height;
  const shape = high > width * 1.1 ? 'tall' : 'wide';
  const isShort = shape === 'wide' && high < shortBelow;
  const even = shape === 'tall' ? width / 38.5 : isShort ? Math.min(width / 60, high / 33) : isLow ? Math.min(width / 52, high / 42) : Math.min(width / 64, high / 46);
  // Wide pages have the number and its place one above the other: large letters need the height.
  const largest = shape === 'wide' && !isShort ? high / 40 : 60;
  const rem = isElder ? Math.min(Math.max(even * 1.36, 24), Math.max(24, largest)) : Math.min(Math.max(even, 16), 44);
  return { shape, isShort, rem: Math.round(rem * 10) / 10 };
}
