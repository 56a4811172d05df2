// Seeded randomness for simulated days and tests: the same seed gives the same day on every machine.
// The hall's rules use no randomness; nothing secret may ever be made here.

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** True with the given chance, 0 to 1. */
  chance(share: number): boolean;
  /** One element; the list must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** Exponentially distributed with the given mean. */
  exponential(mean: number): number;
  /** Lognormal with the given mean and the sigma of its logarithm. */
  lognormal(mean: number, sigma: number): number;
}

/** sfc32 (small fast counter generator by Chris Doty-Humphrey), seeded from one 32-bit number. */
export function seededRandom(seed: number): Random {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;
  const step = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 15; warm += 1) step();
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - step())) * Math.cos(2 * Math.PI * step());
  return {
    next: step,
    below: (below) => Math.floor(step() * below),
    chance: (share) => step() < share,
    pick: (list) => {
      const chosen = list[Math.floor(step() * list.length)];
      if (chosen === undefined) throw new Error('pick from an empty list');
      return chosen;
    },
    exponential: (mean) => -mean * Math.log(1 - step()),
    lognormal: (mean, sigma) => mean * Math.exp(sigma * normal() - (sigma * sigma) / 2),
  };
}
