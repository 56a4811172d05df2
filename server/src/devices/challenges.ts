// Challenges for devices that connect: good once and for half a minute, so that a proof cannot be replayed. Each carries its own
// moment under a seal of ours, so that a flood of them costs no memory and drives out nobody else's. Only those that a right
// proof has used up are remembered, for as long as they would be good.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const lifeMs = 30_000;
const [momentBytes, nonceBytes, sealBytes] = [6, 6, 12];

export interface Challenges {
  give(): string;
  /** Whether it is one of ours, not too old, and not used up. */
  isGood(challenge: string): boolean;
  /** From now on it is used up. */
  use(challenge: string): void;
  /** How many are remembered. */
  size(): number;
}

/** `now` monotonic, ms. */
export function createChallenges(now: () => number): Challenges {
  const key = randomBytes(32);
  const used = new Map<string, number>();
  const sealOf = (head: Buffer): Buffer => createHmac('sha256', key).update(head).digest().subarray(0, sealBytes);
  const isOver = (at: number): boolean => now() - at > lifeMs;

  function momentOf(challenge: string): number | null {
    const bytes = Buffer.from(challenge, 'base64url');
    // Only the one text that was given counts: decoders forgive too much.
    if (bytes.length !== momentBytes + nonceBytes + sealBytes || bytes.toString('base64url') !== challenge) return null;
    const head = bytes.subarray(0, momentBytes + nonceBytes);
    return timingSafeEqual(sealOf(head), bytes.subarray(head.length)) ? head.readUIntBE(0, momentBytes) : null;
  }

  return {
    give() {
      const head = Buffer.alloc(momentBytes + nonceBytes);
      head.writeUIntBE(Math.floor(now()), 0, momentBytes);
      randomBytes(nonceBytes).copy(head, momentBytes);
      return Buffer.concat([head, sealOf(head)]).toString('base64url');
    },
    isGood(challenge) {
      const at = momentOf(challenge);
      return at !== null && !isOver(at) && !used.has(challenge);
    },
    use(challenge) {
      const at = momentOf(challenge);
      if (at === null) return;
      // Used in about the order they were given: the first that is still good ends the sweep.
      for (const [old, moment] of used) {
        if (!isOver(moment)) break;
        used.delete(old);
      }
      used.set(challenge, at);
    },
    size: () => used.size,
  };
}
