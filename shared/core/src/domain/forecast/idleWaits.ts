// Answers for those who find a free counter: what others who found one waited. Apart from the engine's answers,
// because a wait of seconds is a matter of pressing, not of queues.
import type { Answer } from './answer.ts';
import { SampleRing } from './sampleRing.ts';

/** Waits needed before they speak for themselves. */
const least = 15;

export class IdleWaits {
  private readonly waits = new SampleRing(300);

  add(waited: number): void {
    this.waits.add(waited);
  }

  /** Null until enough of them were seen. */
  answer(): Answer | null {
    const { waits } = this;
    if (waits.count < least) return null;
    const at = (share: number): number => waits.quantile(share);
    return { mean: waits.mean, p05: at(0.05), p10: at(0.1), p50: at(0.5), p90: at(0.9), p95: at(0.95) };
  }
}
