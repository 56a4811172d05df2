// Hall time: one clock that never runs backwards and never jumps (rules N3, T5).
// It goes by the machine's monotonic clock; small drift of the wall clock is followed, a jump is reported and not followed.

/** A wall clock further off than this has been set by hand or by a fault, not by drift. */
const jumpMs = 2_000;

export interface HallTime {
  /** Whole ms since 1970; never less than before. */
  now(): number;
  /** How far the wall clock stands from hall time, ms; for /api/health. */
  offMs(): number;
}

/** `lastAt`: the newest moment in the journal; hall time begins there at the earliest. */
export function createHallTime(lastAt: number, wall: () => number = Date.now, monotonic: () => number = () => performance.now()): HallTime {
  let base = Math.max(wall(), lastAt);
  let since = monotonic();
  let last = base;
  const offMs = (): number => wall() - (base + monotonic() - since);
  return {
    offMs,
    now() {
      const off = offMs();
      if (off !== 0 && Math.abs(off) < jumpMs) {
        base = wall();
        since = monotonic();
      }
      last = Math.max(last, Math.floor(base + monotonic() - since));
      return last;
    },
  };
}
