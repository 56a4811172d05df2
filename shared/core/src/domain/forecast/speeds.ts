// How fast each counter works, as a logarithm added to a service time: of long standing, of today, and of the whole hall today.
// Each part is shrunk by how much such parts were seen to vary.

/** What is known of one counter's deviations. */
interface Deviations {
  sum: number;
  count: number;
  todaySum: number;
  todayCount: number;
}

/** One day takes this share of what was known before: clerks change. */
const keptPerDay = 0.97;
/** First guesses of variances of logarithms: one stretch, a counter, a counter's day, the hall's day. */
const guess = { stretch: 0.25, counter: 0.02, day: 0.008, hall: 0.003 };
/** Weight of the guesses against what days show. */
const guessDays = 20;

export class Speeds {
  private readonly counters: Deviations[] = [];
  private stretchSum = 0;
  private stretchCount = 0;
  private dayVariance = guess.day * guessDays;
  private dayWeight = guessDays;
  private hallVariance = guess.hall * guessDays;
  private hallWeight = guessDays;
  private counterVariance = guess.counter;
  private hallSum = 0;
  private hallCount = 0;
  private cache: number[] = [];
  private factors: number[] = [];

  /** Logarithm of this counter's factor on a service time. */
  of(counter: number): number {
    const cached = this.cache[counter];
    if (cached !== undefined) return cached;
    const known = this.counters[counter];
    const hall = this.hallToday();
    let speed = hall;
    if (known !== undefined) {
      const standing = this.standing(known);
      const today = known.todaySum - known.todayCount * (standing + hall);
      speed = standing + hall + today / (known.todayCount + this.stretch / (this.dayVariance / this.dayWeight));
    }
    this.cache[counter] = speed;
    return speed;
  }

  /** This counter's factor on a service time. */
  factorOf(counter: number): number {
    const factor = this.factors[counter] ?? Math.exp(this.of(counter));
    this.factors[counter] = factor;
    return factor;
  }

  /** A stretch at the counter whose logarithm deviated so much from its kind's mean. */
  add(counter: number, deviation: number): void {
    const known = this.counters[counter] ?? { sum: 0, count: 0, todaySum: 0, todayCount: 0 };
    this.counters[counter] = known;
    // A pause pressed late looks like a stretch of hours; it says nothing about speed.
    const bounded = Math.max(-2, Math.min(2, deviation));
    this.stretchSum += (bounded - this.of(counter)) ** 2;
    this.stretchCount += 1;
    known.todaySum += bounded;
    known.todayCount += 1;
    this.hallSum += bounded - this.standing(known);
    this.hallCount += 1;
    this.cache = [];
    this.factors = [];
  }

  endDay(): void {
    const { stretch } = this;
    if (this.hallCount >= 20) {
      const hall = this.hallSum / this.hallCount;
      this.hallVariance += Math.max(-guess.hall, hall * hall - stretch / this.hallCount);
      this.hallWeight += 1;
      for (const known of this.counters) {
        if (known === undefined || known.todayCount < 5) continue;
        const day = known.todaySum / known.todayCount - this.standing(known) - hall;
        this.dayVariance += Math.max(-guess.day, day * day - stretch / known.todayCount);
        this.dayWeight += 1;
      }
    }
    this.dayVariance = Math.max(this.dayVariance, 1e-4 * this.dayWeight);
    this.hallVariance = Math.max(this.hallVariance, 1e-4 * this.hallWeight);
    for (const known of this.counters) {
      if (known === undefined) continue;
      known.sum = known.sum * keptPerDay + known.todaySum;
      known.count = known.count * keptPerDay + known.todayCount;
      known.todaySum = 0;
      known.todayCount = 0;
    }
    this.hallSum = 0;
    this.hallCount = 0;
    this.learnCounters();
    this.cache = [];
    this.factors = [];
  }

  private get stretch(): number {
    return (this.stretchSum + guess.stretch * 50) / (this.stretchCount + 50);
  }

  /** Deviation of long standing: its own mean, shrunk towards none. */
  private standing({ sum, count }: Deviations): number {
    return sum / (count + this.stretch / this.counterVariance);
  }

  private hallToday(): number {
    return this.hallSum / (this.hallCount + this.stretch / (this.hallVariance / this.hallWeight));
  }

  private learnCounters(): void {
    let sum = guess.counter * 5;
    let weight = 5;
    for (const known of this.counters) {
      if (known === undefined || known.count < 20) continue;
      sum += (known.sum / known.count) ** 2 - this.stretch / known.count;
      weight += 1;
    }
    this.counterVariance = Math.max(1e-4, sum / weight);
  }
}
