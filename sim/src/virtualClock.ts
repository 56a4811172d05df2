// Virtual time: what is due next happens next, and nothing in between costs any time.
// Of two things due in the same moment the one that was asked for first happens first, so a seed gives one day.

export interface VirtualClock {
  /** Whole ms since 1970. */
  now(): number;
  /** Runs once after `ms`; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
  /** Lets the next thing happen; false when nothing is due any more. */
  step(): boolean;
}

interface Due {
  readonly at: number;
  readonly order: number;
  run: (() => void) | null;
}

const before = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

export function createVirtualClock(start: number): VirtualClock {
  let now = start;
  let orders = 0;
  /** A binary heap: the earliest is first. */
  const heap: Due[] = [];

  function push(due: Due): void {
    let place = heap.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above] as Due;
      if (!before(due, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = due;
  }

  function pop(): Due | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || first === last) return first;
    let place = 0;
    for (;;) {
      let below = place * 2 + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && before(heap[below + 1] as Due, heap[below] as Due)) below += 1;
      const child = heap[below] as Due;
      if (!before(child, last)) break;
      heap[place] = child;
      place = below;
    }
    heap[place] = last;
    return first;
  }

  return {
    now: () => now,
    after(ms, run) {
      const due: Due = { at: now + Math.max(0, Math.round(ms)), order: orders, run };
      orders += 1;
      push(due);
      return () => { due.run = null; };
    },
    step() {
      for (let due = pop(); due !== undefined; due = pop()) {
        if (due.run === null) continue;
        now = due.at;
        due.run();
        return true;
      }
      return false;
    },
  };
}
