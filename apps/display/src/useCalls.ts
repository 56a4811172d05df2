// Ties the queue of calls to the hall and to a clock: the component shows `rows`, the speaker gets what arrived.
import { onScopeDispose, shallowRef } from 'vue';
import { useHall } from '@hall/client/store/hallStore';
import type { HallEvent } from '@hall/core/domain/events';
import type { CallShown } from '@hall/core/domain/hall';
import { arrive, dueInMs, emptyQueue, isNew, momentMs, step, type CallRow } from './callQueue.ts';

export interface BoardRow extends CallRow {
  /** In its moment: it flashes and carries a sign. */
  readonly flashing: boolean;
}

/** `arrived` is called with calls not known before, in order of their sequence. */
export function useCalls(concerns: (call: CallShown) => boolean, arrived: (calls: readonly CallShown[], now: number) => void) {
  const store = useHall();
  const rows = shallowRef<readonly BoardRow[]>([]);
  let queue = emptyQueue;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function advance(): void {
    clearTimeout(timer);
    const clock = performance.now();
    queue = step(queue, clock);
    rows.value = queue.rows.map((row) => ({ ...row, flashing: isNew(row, clock) }));
    // Wakes for the next call, or for the end of the youngest row's moment.
    const ends = queue.rows.filter((row) => isNew(row, clock)).map((row) => (row.enteredAt ?? 0) + momentMs - clock);
    const next = Math.min(dueInMs(queue, clock) ?? Infinity, ...ends);
    if (next !== Infinity) timer = setTimeout(advance, Math.max(10, next));
  }

  function take(events: readonly HallEvent[] | null): void {
    const taken = arrive(queue, { hall: store.hall, events, now: store.now, concerns });
    queue = taken.queue;
    if (taken.arrived.length > 0) arrived(taken.arrived, store.now);
    advance();
  }

  // This board is shown only after the first welcome: what came with it is taken here.
  take(null);
  store.onEvents(take);
  onScopeDispose(() => clearTimeout(timer));
  return { rows };
}
