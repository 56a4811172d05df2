// One answer of the forecast: how long from issue to the first call, as quantiles. Seconds.

export interface Answer {
  readonly mean: number;
  readonly p05: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
}

/** From draws, of which those that are NaN (not called in that draw) are left out; null when too few are left. */
export function answerOf(draws: Float64Array, leastShare = 0.2): Answer | null {
  const called = draws.filter((wait) => wait >= 0).sort();
  if (called.length === 0 || called.length < leastShare * draws.length) return null;
  let sum = 0;
  for (const wait of called) sum += wait;
  const at = (share: number): number => quantileOf(called, called.length, share);
  return { mean: sum / called.length, p05: at(0.05), p10: at(0.1), p50: at(0.5), p90: at(0.9), p95: at(0.95) };
}

/** Quantile of the first `count` of sorted values, interpolated; 0 of none. */
export function quantileOf(sorted: Float64Array, count: number, share: number): number {
  if (count === 0) return 0;
  const place = Math.min(count - 1, Math.max(0, share * count - 0.5));
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}
