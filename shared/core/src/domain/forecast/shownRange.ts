// The range a visitor is told: from the median to the corrected 90%, rounded outward to five minutes.
// On a screen that stands for minutes the range may only rise in steps worth telling.

export interface ShownRange {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

const step = 5;
/** A screen's range rises only by this much or more. */
const leastRise = 3;

/** Whole multiples of five minutes; at least five wide, so that it never reads "10–10". */
export function shownRange(p50Seconds: number, p90Seconds: number): ShownRange {
  const fromMinutes = Math.floor(p50Seconds / 60 / step) * step;
  const toMinutes = Math.ceil(Math.max(p50Seconds, p90Seconds) / 60 / step) * step;
  return { fromMinutes, toMinutes: Math.max(toMinutes, fromMinutes + step) };
}

/** What a live screen keeps between two showings: seconds, before rounding. */
export interface LiveFigures {
  readonly p50: number;
  readonly p90: number;
}

/** The next figures of a live screen: falling at once, rising only by three minutes or more. */
export function liveFigures(shown: LiveFigures | null, next: LiveFigures): LiveFigures {
  if (shown === null) return next;
  const hold = (before: number, after: number): number => (after > before && after - before < leastRise * 60 ? before : after);
  const p50 = hold(shown.p50, next.p50);
  return { p50, p90: Math.max(p50, hold(shown.p90, next.p90)) };
}
