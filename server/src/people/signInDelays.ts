// Growing delay instead of lock-out: after a few wrong passwords each further try must wait longer, per person and per
// address. Nobody can lock a clerk out of the hall for the day by typing nonsense, and nobody can try a list.

/** Wrong tries that cost nothing: fingers slip. */
const freeTries = 3;
const firstDelayMs = 2_000;
const longestDelayMs = 300_000;
/** Wrong tries are forgotten after so long without another. */
const forgottenAfterMs = 3_600_000;
/** Names and addresses remembered at most; the oldest go first. */
const remembered = 10_000;

interface Tries {
  wrong: number;
  lastAt: number;
}

export interface SignInDelays {
  /** Ms until the next try under any of these names is allowed; 0: now. */
  waitMs(names: readonly string[]): number;
  /** Counted from the moment a try begins, so that a hundred at once are not all free. */
  begin(names: readonly string[]): void;
  /** The try was right: its names are clean again. */
  right(names: readonly string[]): void;
}

export function createSignInDelays(now: () => number): SignInDelays {
  const tries = new Map<string, Tries>();
  const of = (name: string): Tries | undefined => {
    const found = tries.get(name);
    if (found !== undefined && now() - found.lastAt > forgottenAfterMs) tries.delete(name);
    return tries.get(name);
  };
  return {
    waitMs: (names) => Math.max(0, ...names.map((name) => {
      const found = of(name);
      return found === undefined ? 0 : found.lastAt + delayAfter(found.wrong) - now();
    })),
    begin(names) {
      for (const name of names) {
        const wrong = (of(name)?.wrong ?? 0) + 1;
        // Set anew, so that the order of the map is the order of the last try.
        tries.delete(name);
        tries.set(name, { wrong, lastAt: now() });
        const [oldest] = tries.keys();
        if (tries.size > remembered && oldest !== undefined) tries.delete(oldest);
      }
    },
    right(names) {
      for (const name of names) tries.delete(name);
    },
  };
}

/** 0, 0, 0, 2 s, 4 s, 8 s … five minutes. */
const delayAfter = (wrong: number): number => (wrong < freeTries ? 0 : Math.min(longestDelayMs, firstDelayMs * 2 ** (wrong - freeTries)));
