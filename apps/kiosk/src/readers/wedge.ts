// A reader that types like a keyboard: a burst of keys ended by Enter, told from fingers by its speed. Keys are held back
// for a moment, so that nothing of a card is typed into a page; a finger's key is given on after it. Pure, with the
// clock and the timer passed in.

/** Readers type a key every 1 to 30 ms; practised fingers need 60 and more. */
export const burstGapMs = 40;
/** Two quick keys can be fingers. */
const leastSigns = 4;

export interface WedgeKey {
  readonly key: string;
  readonly at: number;
}
export interface WedgeTold {
  /** A finger's key, a little later than pressed. */
  typed(key: string): void;
  /** A whole burst; `ended`: its Enter came. */
  burst(text: string, ended: boolean): void;
}

export interface Wedge {
  /** True: the key is taken and must go no further. */
  press(key: WedgeKey): boolean;
  /** Nothing of a burst stays. */
  forget(): void;
}

export function createWedge(told: WedgeTold, after: (ms: number, run: () => void) => () => void): Wedge {
  let held = '';
  let lastAt = -Infinity;
  let cancel = (): void => undefined;

  function forget(): void {
    cancel();
    held = '';
  }
  function settle(): void {
    const text = held;
    forget();
    if ([...text].length >= leastSigns) told.burst(text, false);
    else for (const sign of text) told.typed(sign);
  }
  return {
    forget,
    press({ key, at }) {
      const isQuick = at - lastAt <= burstGapMs;
      if (held !== '' && !isQuick) settle();
      if (key === 'Enter') {
        if (held === '' || !isQuick) return false;
        const text = held;
        if ([...text].length < leastSigns) {
          settle();
          return false;
        }
        forget();
        told.burst(text, true);
        return true;
      }
      if ([...key].length !== 1) return false;
      cancel();
      held += key;
      lastAt = at;
      cancel = after(burstGapMs * 2, settle);
      return true;
    },
  };
}
