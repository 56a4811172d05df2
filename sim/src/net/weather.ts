// How the network behaves: what every message meets on its way. Cuts and silences are ordered from outside (faults.ts).
import type { Random } from '@hall/core/base/random';

export interface Weather {
  /** Usual time of a message on its way, ms. */
  readonly delayMs: number;
  /** Share of messages held up for up to `slowMs`; behind them the whole connection waits. */
  readonly slow: number;
  readonly slowMs: number;
  /** Within one connection, which no real transport does: shares lost, doubled, overtaken. */
  readonly lost: number;
  readonly doubled: number;
  readonly overtaken: number;
}

export const calm: Weather = { delayMs: 8, slow: 0, slowMs: 0, lost: 0, doubled: 0, overtaken: 0 };
export const rough: Weather = { delayMs: 25, slow: 0.02, slowMs: 4_000, lost: 0, doubled: 0, overtaken: 0 };
/** Worse than any transport: what follower and link must bear even so (laws 2, 7, 10). */
export const hostile: Weather = { delayMs: 25, slow: 0.02, slowMs: 4_000, lost: 0.03, doubled: 0.03, overtaken: 0.05 };

/** Time on its way, whole ms; never 0, so that nothing arrives in the moment it was sent. */
export function delayOf({ delayMs, slow, slowMs }: Weather, random: Random): number {
  const usual = 1 + random.below(delayMs * 2);
  return random.chance(slow) ? usual + random.below(slowMs) : usual;
}
