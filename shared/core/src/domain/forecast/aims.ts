// How often the answers for those who wait have to hold. Who finds a free counter waits for nothing and is told so, which
// holds nearly always; the others are aimed a little lower, so that all answers together hold nine times in ten.

/** All answers together, and the least for those who wait. */
const together = 0.9;
const least = 0.88;
/** An older answer counts less by this factor. */
const memory = 0.999;

export class Aims {
  private answers = 0;
  private idle = 0;
  private idleHeld = 0;

  /** An answer whose wait is known now; `held`: the wait was no longer than its 90%. */
  add(isIdle: boolean, held: boolean): void {
    this.answers = this.answers * memory + 1;
    this.idle = this.idle * memory + (isIdle ? 1 : 0);
    this.idleHeld = this.idleHeld * memory + (isIdle && held ? 1 : 0);
  }

  /** Share of waits that the 90% of a simulated answer should hold. */
  get upper(): number {
    const others = this.answers - this.idle;
    if (others < 100) return together;
    return Math.min(together, Math.max(least, (together * this.answers - this.idleHeld) / others));
  }
}
