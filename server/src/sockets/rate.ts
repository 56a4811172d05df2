// How many messages one connection may send: a bucket that fills by itself (limits.ts says how fast).
import { messageBurst, messagesPerSecond } from '@hall/core/protocol/limits';

/** True while the sender keeps to the limit; `now` in ms. */
export function createRate(now: () => number): () => boolean {
  let left = messageBurst;
  let at = now();
  return () => {
    const moment = now();
    left = Math.min(messageBurst, left + ((moment - at) * messagesPerSecond) / 1000);
    at = moment;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
