// One answer of the forecast: how long from issue to the first call, as quantiles. Seconds.

export interface Answer {
  readonly mean: number;
  readonly p05: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
}

/** Draws in order of size, used again for every answer. */
let sorted = new Float64Array(256);

/** From draws, of which those that are NaN (not called in that draw) are left out; null when too few are left. */
export function answerOf(draws: Float64Array, leastShare = 0.2): Answer | null {
  if (sorted.length < draws.length) sorted = new Float64Array(draws.length);
  let count = 0;
  let sum = 0;
  for (let draw = 0; draw < draws.length; draw += 1) {
    const wait = draws[draw] ?? NaN;
    if (!(wait >= 0)) continue;
    sorted[count] = wait;
    sum += wait;
    count += 1;
  }
  if (count === 0 || count < leastShare * draws.length) return null;
  sorted.subarray(0, count).sort();
  const at = (share: number): number => quantileOf(sorted, count, share);
  return { mean: sum / count, p05: at(0.05), p10: at(0.1), p50: at(0.5), p90: at(0.9), p95: at(0.95) };
}

/** Quantile of the first `count` of sorted values, interpolated; 0 of none. */
export function quantileOf(sorted: Float64Array, count: number, share: number): number {
  if (count === 0) return 0;
  const place = Math.min(count - 1, Math.max(0, share * count - 0.5));
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}
