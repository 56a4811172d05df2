// Who does not come when called, by how long they waited, and who leaves before; both in bins of the wait.

const binEnds = [180, 360, 600, 900, 1_200, 1_800, 2_400, 3_000, 3_600, 4_800, 6_000, 7_200];
const bins = binEnds.length + 1;
/** Smoothed shares are kept by the minute of the wait, up to six hours. */
const minutes = 361;
const minuteOf = (waited: number): number => (waited <= 0 ? 0 : waited >= 21_600 ? minutes - 1 : Math.floor(waited / 60));
/** Weight of all bins together in each one, calls. */
const lean = 15;

const binOf = (waited: number): number => {
  let bin = 0;
  while (bin < binEnds.length && waited >= (binEnds[bin] ?? Infinity)) bin += 1;
  return bin;
};

export class Patience {
  private readonly calls = new Float64Array(bins);
  private readonly missed = new Float64Array(bins);
  private readonly leaves = new Float64Array(bins);
  private readonly exposure = new Float64Array(bins);
  private readonly share = new Float64Array(minutes);
  /** Share of those still there by minute. */
  private readonly there = new Float64Array(minutes).fill(1);
  private nobodyLeaves = true;
  private isStale = true;

  addOutcome(waited: number, isMissed: boolean): void {
    const bin = binOf(waited);
    this.calls[bin] = (this.calls[bin] ?? 0) + 1;
    if (isMissed) this.missed[bin] = (this.missed[bin] ?? 0) + 1;
    this.isStale = true;
  }

  /** Somebody waited so long and then was called or left. */
  addWait(waited: number, left: boolean): void {
    const last = binOf(waited);
    for (let bin = 0; bin <= last; bin += 1) {
      const start = bin === 0 ? 0 : (binEnds[bin - 1] ?? 0);
      const end = binEnds[bin] ?? Infinity;
      this.exposure[bin] = (this.exposure[bin] ?? 0) + Math.min(waited, end) - start;
    }
    if (left) this.leaves[last] = (this.leaves[last] ?? 0) + 1;
    this.isStale = true;
  }

  missedShare(waited: number): number {
    if (this.isStale) this.smooth();
    return this.share[minuteOf(waited)] ?? 0;
  }

  staysShare(waited: number, then: number): number {
    if (this.isStale) this.smooth();
    if (this.nobodyLeaves || then <= waited) return 1;
    return (this.there[minuteOf(then)] ?? 1) / (this.there[minuteOf(waited)] ?? 1);
  }

  private smooth(): void {
    this.isStale = false;
    const total = sumOf(this.calls);
    const all = total === 0 ? 0 : sumOf(this.missed) / total;
    const exposed = sumOf(this.exposure);
    const left = sumOf(this.leaves);
    this.nobodyLeaves = left === 0;
    const rate = exposed === 0 ? 0 : left / exposed;
    const least = exposed === 0 ? 1 : exposed * 0.02;
    let summed = 0;
    for (let minute = 0; minute < minutes; minute += 1) {
      const bin = binOf(minute * 60);
      this.share[minute] = (around(this.missed, bin) + lean * all) / (around(this.calls, bin) + lean);
      this.there[minute] = Math.exp(-summed);
      summed += (60 * (around(this.leaves, bin) + rate * least)) / (around(this.exposure, bin) + least);
    }
  }
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
/** The bin and a quarter of each neighbour. */
const around = (values: Float64Array, bin: number): number =>
  (values[bin] ?? 0) + 0.25 * ((values[bin - 1] ?? 0) + (values[bin + 1] ?? 0));
