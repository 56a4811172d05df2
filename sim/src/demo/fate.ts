// What will become of one ticket: drawn from the seed and the ticket's own id, so that every clerk, pad and
// visitor of the pretend hall knows the same without telling each other.
import { seededRandom, type Random } from '@hall/core/base/random';
import type { Service } from '@hall/core/domain/plan';

export interface Fate {
  /** Comes to the counter at this call (1, 2, …); Infinity: never, the ticket is missed. */
  readonly comesAtCall: number;
  /** From that call to the counter, hall ms. */
  readonly walkMs: number;
  readonly serviceMs: number;
  /** Null: leaves without rating. */
  readonly level: number | null;
  /** From the end of the service to the press on the pad, hall ms. */
  readonly rateAfterMs: number;
  /** The clerk ends with "finish and next" instead of two presses. */
  readonly onePress: boolean;
}

/** 8% never come (the sample hall's arrivals), as many only after they were called again. */
const neverShare = 0.08;
const lateShare = 0.08;
const ratedShare = 0.6;
const levels: readonly (readonly [level: number, share: number])[] = [[5, 0.72], [4, 0.16], [3, 0.08], [2, 0.03], [1, 0.01]];

export function randomOf(seed: number, name: string): Random {
  let mixed = seed | 0;
  for (const sign of name) mixed = Math.imul(mixed ^ sign.charCodeAt(0), 0x01000193) + 0x9e37;
  return seededRandom(mixed);
}

export function fateOf(seed: number, ticketId: string, service: Service | null): Fate {
  const random = randomOf(seed, ticketId);
  const luck = random.next();
  return {
    comesAtCall: luck < neverShare ? Infinity : luck < neverShare + lateShare ? 2 : 1,
    walkMs: random.lognormal(25_000, 0.5),
    serviceMs: random.lognormal(service?.typicalMs ?? 600_000, service?.spread ?? 0.5),
    level: random.chance(ratedShare) ? levelOf(random) : null,
    rateAfterMs: random.lognormal(15_000, 0.4),
    onePress: random.chance(0.5),
  };
}

function levelOf(random: Random): number {
  let left = random.next();
  for (const [level, share] of levels) {
    left -= share;
    if (left < 0) return level;
  }
  return 5;
}
