// An online mixture of the simple views: weighted by how well each did lately for predictions of that size, plus one
// that combines them linearly (recursive least squares). Fallback where the hall cannot be run forward.
import type { Answer } from './answer.ts';
import { viewNames, type Views } from './simpleViews.ts';

const inputs = viewNames.length + 2;
const experts = viewNames.length + 1;
/** Older errors count less by this factor per call. */
const memory = 0.9997;
/** Errors are remembered for days: which view is good is a matter of the hall, not of the hour. */
const errorMemory = 0.9993;
/** How strongly better experts are preferred. */
const sharpness = 25;
const sizes = [120, 600, 1_800, Infinity];

export interface Guess {
  readonly inputs: Float64Array;
  readonly byExpert: Float64Array;
  readonly size: number;
  readonly p50: number;
}

export class Mixture {
  private readonly weights = new Float64Array(inputs);
  private readonly inverse = Array.from({ length: inputs }, (_, row) => Float64Array.from({ length: inputs }, (__, column) => (row === column ? 4 : 0)));
  private readonly errors = sizes.map(() => new Float64Array(experts));
  private learned = 0;

  constructor() {
    this.weights.fill(1 / viewNames.length, 0, viewNames.length);
  }

  guess({ ahead, values }: Views): Guess {
    const row = Float64Array.from([...values, Math.min(ahead, 60) * 10, 60]);
    let linear = 0;
    for (let index = 0; index < inputs; index += 1) linear += (this.weights[index] ?? 0) * (row[index] ?? 0);
    const most = Math.max(...values) * 1.5 + 300;
    const byExpert = Float64Array.from([...values, Math.min(most, Math.max(0, linear))]);
    const middle = Float64Array.from(byExpert).sort()[Math.floor(experts / 2)] ?? 0;
    const size = sizes.findIndex((end) => middle < end);
    const errors = this.errors[size];
    let least = Infinity;
    for (const error of errors ?? []) least = Math.min(least, error);
    let sum = 0;
    let total = 0;
    for (let expert = 0; expert < experts; expert += 1) {
      const weight = Math.exp((-sharpness * ((errors?.[expert] ?? 0) - least)) / (least + 20));
      sum += weight * (byExpert[expert] ?? 0);
      total += weight;
    }
    return { inputs: row, byExpert, size, p50: sum / total };
  }

  learn({ inputs: row, byExpert, size, p50 }: Guess, waited: number): void {
    const errors = this.errors[size];
    if (errors !== undefined) {
      for (let expert = 0; expert < experts; expert += 1) {
        errors[expert] = errorMemory * (errors[expert] ?? 0) + (1 - errorMemory) * Math.abs((byExpert[expert] ?? 0) - waited);
      }
    }
    this.leastSquares(row, waited, 1 / (60 + p50));
  }

  private leastSquares(row: Float64Array, waited: number, scale: number): void {
    const scaled = row.map((value) => value * scale);
    const gain = new Float64Array(inputs);
    let denominator = memory;
    for (let index = 0; index < inputs; index += 1) {
      let sum = 0;
      for (let other = 0; other < inputs; other += 1) sum += (this.inverse[index]?.[other] ?? 0) * (scaled[other] ?? 0);
      gain[index] = sum;
    }
    for (let index = 0; index < inputs; index += 1) denominator += (gain[index] ?? 0) * (scaled[index] ?? 0);
    let error = waited * scale;
    for (let index = 0; index < inputs; index += 1) error -= (this.weights[index] ?? 0) * (scaled[index] ?? 0);
    // One wild wait must not turn the weights over.
    error = Math.max(-1.5, Math.min(1.5, error));
    for (let index = 0; index < inputs; index += 1) {
      const step = (gain[index] ?? 0) / denominator;
      this.weights[index] = (this.weights[index] ?? 0) + step * error;
      const line = this.inverse[index];
      if (line === undefined) continue;
      for (let other = 0; other < inputs; other += 1) line[other] = Math.min(1e4, ((line[other] ?? 0) - step * (gain[other] ?? 0)) / memory);
    }
    this.learned += 1;
  }
}

/** A first guess of the spread around a mixture's median; the tails' correction does the rest. */
export function spreadAround(p50: number): Answer {
  return { mean: p50 * 1.05, p50, p05: p50 * 0.35, p10: p50 * 0.5, p90: p50 * 1.5 + 120, p95: p50 * 1.75 + 200 };
}
