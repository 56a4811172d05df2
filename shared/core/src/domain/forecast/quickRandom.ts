// Randomness for the draws of one pass, of which there are some hundred thousand: Mulberry32 (Tommy Ettinger), seeded
// from the caller's randomness. One whole number of state in a class, so that it is inlined where it is drawn from.
import type { Random } from '../../base/random.ts';

export class QuickRandom implements Random {
  private state: number;

  constructor(source: Random) {
    this.state = (source.next() * 4_294_967_296) | 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) * 2.3283064365386963e-10;
  }

  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new Error('pick from an empty list');
    return chosen;
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  lognormal(mean: number, sigma: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return mean * Math.exp(sigma * normal - (sigma * sigma) / 2);
  }
}
