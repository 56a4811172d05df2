// A machine around the program whose time a test moves.
import type { Surroundings } from '../main/electronParts.ts';

export interface FakeTime {
  readonly surroundings: Surroundings;
  /** Lets time pass; whatever falls due is run in order. */
  pass(ms: number): void;
}

/** A machine whose time a test moves. */
export function fakeSurroundings(folder: string, words: readonly string[], more: Partial<Surroundings> = {}): FakeTime {
  let now = 0;
  const due: { at: number; run: () => void; everyMs: number | null }[] = [];
  return {
    surroundings: {
      words, environment: {}, platform: 'win32', program: 'C:\\hall\\Hall shell.exe', programWords: [], folder, now: () => now,
      after: (ms, run) => { due.push({ at: now + ms, run, everyMs: null }); },
      every: (ms, run) => { due.push({ at: now + ms, run, everyMs: ms }); },
      ...more,
    },
    pass(ms) {
      const until = now + ms;
      for (;;) {
        due.sort((a, b) => a.at - b.at);
        const next = due[0];
        if (next === undefined || next.at > until) break;
        now = next.at;
        if (next.everyMs === null) due.shift();
        else next.at += next.everyMs;
        next.run();
      }
      now = until;
    },
  };
}
