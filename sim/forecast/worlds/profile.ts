// Arrivals over a day: a rate by time of day, drawn by thinning.
import type { Random } from '@hall/core/base/random';

export interface Span {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

export const clock = (hours: number, minutes = 0): number => hours * 3_600 + minutes * 60;

/** Moments of about `count` arrivals, spread over the spans by their weights per second. */
export function arrivalsOver(spans: readonly Span[], count: number, random: Random): number[] {
  const mass = spans.reduce((sum, { from, to, weight }) => sum + (to - from) * weight, 0);
  const moments: number[] = [];
  for (const { from, to, weight } of spans) {
    const rate = (count * weight) / mass;
    for (let at = from + random.exponential(1 / rate); at < to; at += random.exponential(1 / rate)) moments.push(at);
  }
  return moments;
}
