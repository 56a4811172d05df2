// The last N observations of one quantity, also kept in order of size: draws, conditional draws and quantiles in O(log N).
import { quantileOf } from './answer.ts';
import type { Random } from '../../base/random.ts';

export class SampleRing {
  readonly most: number;
  private readonly inTime: Float64Array;
  private readonly bySize: Float64Array;
  private next = 0;
  private size = 0;
  private sum = 0;
  private sumOfSquares = 0;

  constructor(most: number) {
    this.most = most;
    this.inTime = new Float64Array(most);
    this.bySize = new Float64Array(most);
  }

  get count(): number {
    return this.size;
  }

  /** 0 before the first observation. */
  get mean(): number {
    return this.size === 0 ? 0 : this.sum / this.size;
  }

  get variance(): number {
    return this.size < 2 ? 0 : Math.max(0, this.sumOfSquares / this.size - this.mean ** 2);
  }

  add(value: number): void {
    if (this.size === this.most) this.drop(this.inTime[this.next] ?? 0);
    this.inTime[this.next] = value;
    this.next = (this.next + 1) % this.most;
    const place = this.placeOf(value);
    this.bySize.copyWithin(place + 1, place, this.size);
    this.bySize[place] = value;
    this.size += 1;
    this.sum += value;
    this.sumOfSquares += value * value;
  }

  /** One of the observations; only when there are any. */
  draw(random: Random): number {
    return this.bySize[random.below(this.size)] ?? 0;
  }

  /** One of the observations above `least`, or null when there is none. */
  drawAbove(least: number, random: Random): number | null {
    const place = this.placeOf(least);
    return place >= this.size ? null : (this.bySize[place + random.below(this.size - place)] ?? null);
  }

  countAbove(least: number): number {
    return this.size - this.placeOf(least);
  }

  /** Interpolated quantile; 0 before the first observation. */
  quantile(share: number): number {
    return quantileOf(this.bySize, this.size, share);
  }

  /** The i-th smallest. */
  at(place: number): number {
    return this.bySize[place] ?? 0;
  }

  private drop(value: number): void {
    const place = this.placeOf(value);
    this.bySize.copyWithin(place, place + 1, this.size);
    this.size -= 1;
    this.sum -= value;
    this.sumOfSquares -= value * value;
  }

  /** How many are smaller than `value`. */
  private placeOf(value: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.bySize[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
