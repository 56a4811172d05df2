// Corrects the tails of answers from the last errors, by the size of the prediction; the median is left alone
// (moving it costs accuracy). An error is measured in units of the answer's own distance from median to quantile.
import type { Answer } from './answer.ts';
import { quantileOf } from './answer.ts';

/** Errors kept per size of prediction, so that a quiet afternoon does not push the morning's peak out. */
const kept = 500;
/** Upper ends of the sizes, seconds of the median. */
const sizes = [60, 180, 360, 720, 1_200, 1_800, 2_700, 4_500, Infinity];
/** How many errors of similar size decide. */
const alike = 400;
/** So many errors weigh as much as no correction. */
const lean = 25;
/** Least distance an error is measured in: seconds, and share of the median. */
const leastSpread = 10;
const leastShare = 0.05;

interface Told {
  readonly answer: Answer;
  readonly waited: number;
}

export class Tails {
  private readonly told = sizes.map((): { readonly ring: Told[]; next: number } => ({ ring: [], next: 0 }));

  add(answer: Answer, waited: number): void {
    const size = this.told[sizeOf(answer.p50)];
    if (size === undefined) return;
    size.ring[size.next] = { answer, waited };
    size.next = (size.next + 1) % kept;
  }

  /** `upper`: share of waits the 90% should hold; the 10% and the waits below it likewise. */
  correct(raw: Answer, upper = 0.9): Answer {
    const near = this.nearest(raw.p50);
    if (near.length === 0) return ordered(raw);
    const stretch = (share: number, of: (answer: Answer) => number): number => {
      const up = share > 0.5;
      const errors = Float64Array.from(near, ({ answer, waited }) => {
        const distance = spreadOf(answer, of(answer));
        return up ? (waited - answer.p50) / distance : (answer.p50 - waited) / distance;
      }).sort();
      const seen = quantileOf(errors, errors.length, up ? share : 1 - share);
      const factor = (near.length * Math.max(0, seen) + lean) / (near.length + lean);
      return raw.p50 + (up ? 1 : -1) * factor * spreadOf(raw, of(raw));
    };
    let waited = 0;
    let meant = 0;
    for (const { answer, waited: seen } of near) {
      waited += seen;
      meant += answer.mean;
    }
    const ratio = meant <= 0 ? 1 : (near.length * Math.min(1.5, Math.max(0.6, waited / meant)) + lean) / (near.length + lean);
    return ordered({
      mean: raw.mean * ratio, p50: raw.p50,
      p05: stretch(0.05, ({ p05 }) => p05), p10: stretch(1 - upper, ({ p10 }) => p10),
      p90: stretch(upper, ({ p90 }) => p90), p95: stretch(0.95, ({ p95 }) => p95),
    });
  }

  /** The errors of predictions closest in size. */
  private nearest(p50: number): Told[] {
    const own = sizeOf(p50);
    const near = [own - 1, own, own + 1].flatMap((size) => this.told[size]?.ring ?? []);
    if (near.length <= alike) return near;
    const distances = Float64Array.from(near, ({ answer }) => Math.abs(answer.p50 - p50)).sort();
    const within = distances[alike - 1] ?? Infinity;
    return near.filter(({ answer }) => Math.abs(answer.p50 - p50) <= within).slice(0, 2 * alike);
  }
}

const sizeOf = (p50: number): number => sizes.findIndex((end) => p50 < end);

const spreadOf = ({ p50 }: Answer, quantile: number): number => Math.max(Math.abs(quantile - p50), leastSpread, leastShare * p50);

/** Finite, not negative, in order. */
export function ordered({ mean, p05, p10, p50, p90, p95 }: Answer): Answer {
  const sane = (value: number): number => (Number.isFinite(value) && value > 0 ? value : 0);
  const median = sane(p50);
  const low = Math.min(sane(p10), median);
  const high = Math.max(sane(p90), median);
  return { mean: sane(mean), p05: Math.min(sane(p05), low), p10: low, p50: median, p90: high, p95: Math.max(sane(p95), high) };
}
