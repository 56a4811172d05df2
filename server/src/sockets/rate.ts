// How many messages one connection may send: a bucket that fills by itself (limits.ts says how fast).
import { messageBurst, messagesPerSecond } from '@hall/core/protocol/limits';

/** True while the sender keeps to the limit; `now` in ms. */
export function createRate(now: () => number, { perSecond, burst }: { perSecond: number; burst: number } = { perSecond: messagesPerSecond, burst: messageBurst }): () => boolean {
  let left = burst;
  let at = now();
  return () => {
    const moment = now();
    left = Math.min(burst, left + ((moment - at) * perSecond) / 1000);
    at = moment;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
