// Learned service times: the shape per kind (logarithms, clerks' speeds taken out), the speed per counter.
// A kind seen rarely leans on all kinds, a counter seen rarely on all counters (shrinkage).
import type { Random } from '../../base/random.ts';
import { SampleRing } from './sampleRing.ts';
import { Speeds } from './speeds.ts';

/** Observations kept per kind: some weeks of an ordinary queue. */
const kept = 600;
/** So many observations of its own weigh as much as the mean of all kinds. */
const leanMean = 4;
/** So many weigh as much as the shape of all kinds. */
const leanShape = 12;
/** Before anything is known: ten minutes, spread 0.6. */
const firstGuess = { mean: Math.log(540), spread: 0.6 };
/** A stretch below this is an error of pressing. */
const leastSeconds = 1;

export class ServiceTimes {
  readonly speeds = new Speeds();
  private readonly kinds: SampleRing[] = [];
  /** The kinds' observations in seconds; made when drawn from, dropped when one is added. */
  private readonly seconds: (Float64Array | null)[] = [];
  private readonly expected: { mean: number; spread: number; weight: number }[] = [];
  /** Logarithms around the mean of their kind, over all kinds. */
  private readonly shape = new SampleRing(1_500);
  private readonly levels = new SampleRing(1_500);

  /** What the plan says of a kind before its history is known. */
  expect(kind: number, meanSeconds: number, spread: number): void {
    this.expected[kind] = { mean: Math.log(Math.max(leastSeconds, meanSeconds)) - (spread * spread) / 2, spread, weight: leanMean };
  }

  add(kind: number, counter: number | null, seconds: number): void {
    const log = Math.log(Math.max(leastSeconds, seconds));
    const speed = counter === null ? 0 : this.speeds.of(counter);
    const mean = this.meanOf(kind);
    const known = this.kinds[kind]?.count ?? 0;
    if (counter !== null && known >= 5) this.speeds.add(counter, log - mean);
    this.ring(kind).add(log - speed);
    this.seconds[kind] = null;
    this.levels.add(log - speed);
    if (known >= 5) this.shape.add(log - speed - mean);
  }

  draw(kind: number, counter: number, random: Random): number {
    const factor = this.speeds.factorOf(counter);
    const known = this.seconds[kind] ?? this.secondsOf(kind);
    const place = Math.floor(random.next() * (known.length + leanShape));
    if (place < known.length) return (known[place] ?? 0) * factor;
    return Math.exp(this.drawFromAll(kind, random)) * factor;
  }

  /** Rest of a stretch that has lasted for `elapsed`: from past ones that were longer, beyond them from the tail's mean. */
  drawRest(kind: number, counter: number, elapsed: number, random: Random): number {
    const speed = this.speeds.of(counter);
    const least = Math.log(Math.max(leastSeconds, elapsed)) - speed;
    const ring = this.kinds[kind];
    const mean = this.meanOf(kind);
    const useOwn = ring !== undefined && random.next() < ring.count / (ring.count + leanShape);
    const above = useOwn ? ring.drawAbove(least, random) : this.shapeAbove(least - mean, random, mean);
    if (above !== null) return Math.exp(above + speed) - elapsed;
    return random.exponential(Math.max(60, 0.35 * elapsed));
  }

  /** Share of stretches longer than `elapsed`. */
  shareAbove(kind: number, counter: number, elapsed: number): number {
    const ring = this.kinds[kind];
    const least = Math.log(Math.max(leastSeconds, elapsed)) - this.speeds.of(counter);
    if (ring !== undefined && ring.count >= leanShape) return ring.countAbove(least) / ring.count;
    if (this.shape.count >= leanShape) return this.shape.countAbove(least - this.meanOf(kind)) / this.shape.count;
    return 1;
  }

  /** Mean seconds of a kind at an ordinary counter. */
  meanSeconds(kind: number): number {
    const spread = this.spreadOf(kind);
    return Math.exp(this.meanOf(kind) + (spread * spread) / 2);
  }

  /** A logarithm from the shape of all kinds, around this one's mean. */
  private drawFromAll(kind: number, random: Random): number {
    const mean = this.meanOf(kind);
    if (this.shape.count >= leanShape) return mean + this.shape.draw(random);
    const uniform = Math.max(1e-9, random.next());
    return mean + this.spreadOf(kind) * Math.sqrt(-2 * Math.log(uniform)) * Math.cos(2 * Math.PI * random.next());
  }

  private shapeAbove(least: number, random: Random, mean: number): number | null {
    if (this.shape.count < leanShape) return null;
    const drawn = this.shape.drawAbove(least, random);
    return drawn === null ? null : drawn + mean;
  }

  private meanOf(kind: number): number {
    const ring = this.kinds[kind];
    const expected = this.expected[kind];
    const prior = expected?.mean ?? (this.levels.count > 0 ? this.levels.mean : firstGuess.mean);
    const count = ring?.count ?? 0;
    return (count * (ring?.mean ?? 0) + leanMean * prior) / (count + leanMean);
  }

  private spreadOf(kind: number): number {
    const ring = this.kinds[kind];
    if (ring !== undefined && ring.count >= leanShape) return Math.sqrt(ring.variance);
    return this.expected[kind]?.spread ?? (this.shape.count >= leanShape ? Math.sqrt(this.shape.variance) : firstGuess.spread);
  }

  private secondsOf(kind: number): Float64Array {
    const ring = this.kinds[kind];
    const seconds = Float64Array.from({ length: ring?.count ?? 0 }, (_, place) => Math.exp(ring?.at(place) ?? 0));
    this.seconds[kind] = seconds;
    return seconds;
  }

  private ring(kind: number): SampleRing {
    const ring = this.kinds[kind] ?? new SampleRing(kept);
    this.kinds[kind] = ring;
    return ring;
  }
}
