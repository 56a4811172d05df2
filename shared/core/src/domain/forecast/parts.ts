// Splits the hall into parts that share no counter: each is run forward by itself, and only those somebody asked about.
import type { ForecastState } from './forecastState.ts';

export interface Part {
  /** Indices into the state. */
  readonly counters: readonly number[];
  readonly queues: readonly number[];
  readonly waiting: readonly number[];
}

/** The parts in which somebody waits; with `only`, the one where that ticket stands. */
export function partsOf({ queues, counters, waiting }: ForecastState, only: number | null): Part[] {
  const root = Array.from({ length: queues }, (_, queue) => queue);
  const find = (queue: number): number => {
    let at = queue;
    while (root[at] !== at) at = root[at] ?? at;
    return at;
  };
  for (const { own, helped } of counters) {
    const [first] = own.length > 0 ? own : helped;
    if (first !== undefined) for (const queue of [...own, ...helped]) root[find(queue)] = find(first);
  }
  const parts = new Map<number, { counters: number[]; queues: number[]; waiting: number[] }>();
  const wanted = only === null ? null : find(waiting.queue[only] ?? 0);
  const partAt = (queue: number): { counters: number[]; queues: number[]; waiting: number[] } | null => {
    const at = find(queue);
    if (wanted !== null && at !== wanted) return null;
    const part = parts.get(at) ?? { counters: [], queues: [], waiting: [] };
    parts.set(at, part);
    return part;
  };
  for (let queue = 0; queue < queues; queue += 1) partAt(queue)?.queues.push(queue);
  counters.forEach(({ own, helped }, index) => {
    const queue = own[0] ?? helped[0];
    if (queue !== undefined) partAt(queue)?.counters.push(index);
  });
  waiting.queue.forEach((queue, index) => partAt(queue)?.waiting.push(index));
  return [...parts.values()].filter((part) => part.waiting.length > 0);
}
