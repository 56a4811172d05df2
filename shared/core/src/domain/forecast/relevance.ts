// Which counters can still change when those are called who wait now: those that serve their queue, and those that own a
// queue which a helper prefers to it. What the helpers of such a queue do is left out: it changes next to nothing, unless
// people wait so long that helpers leave their own queues for them. Then all that share counters, by any number of steps,
// are one pool.
import type { CounterAhead } from './forecastState.ts';

/** For each queue of the list, which counters of the list matter while somebody waits there: 1 or 0 at place of the queue × counters + place. */
export function relevanceOf(queues: readonly number[], counters: readonly CounterAhead[], isPressed: boolean): Uint8Array {
  // A part of the hall is what shares counters: all of it.
  if (isPressed) return new Uint8Array(queues.length * counters.length).fill(1);
  return Uint8Array.from(queues.flatMap((queue) => {
    const preferred = new Set([queue]);
    for (const { own, helped } of counters) {
      // Among own queues the policy decides: those owned together belong together.
      if (own.includes(queue) || helped.includes(queue)) for (const of of own) preferred.add(of);
    }
    return counters.map(({ own, helped }) => (helped.includes(queue) || own.some((of) => preferred.has(of)) ? 1 : 0));
  }));
}
