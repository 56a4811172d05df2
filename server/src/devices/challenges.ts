// Challenges for devices that connect: random, good once and for half a minute, so that a proof cannot be replayed.
import { randomBytes } from 'node:crypto';

const lifeMs = 30_000;
/** Outstanding at most; a flood drives out its own oldest ones. */
const kept = 4_096;

export interface Challenges {
  give(): string;
  /** True once for each that was given and is not too old. */
  take(challenge: string): boolean;
}

export function createChallenges(now: () => number): Challenges {
  const given = new Map<string, number>();
  return {
    give() {
      const challenge = randomBytes(24).toString('base64url');
      given.set(challenge, now());
      const [oldest] = given.keys();
      if (given.size > kept && oldest !== undefined) given.delete(oldest);
      return challenge;
    },
    take(challenge) {
      const at = given.get(challenge);
      given.delete(challenge);
      return at !== undefined && now() - at <= lifeMs;
    },
  };
}
