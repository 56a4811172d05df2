// The waiting-time forecast as Vue sees it: ranges for people to read, or null when nothing fresh is known.
import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { ShownRange } from '@hall/core/domain/forecast/shownRange';
import type { QueueId, TicketId } from '@hall/core/domain/ids';
import type { Forecast } from '@hall/core/protocol/messages';
import { createHeldForecast } from './heldForecast.ts';
import { useHall } from './hallStore.ts';

export const useForecast = defineStore('forecast', () => {
  const store = useHall();
  const held = createHeldForecast();
  /** Read wherever a range is, so that the next forecast makes screens look again. */
  const taken = ref(0);

  function take(forecast: Forecast): void {
    held.take(forecast);
    taken.value += 1;
  }
  const link = store.theLink();
  if (link.forecast !== null) take(link.forecast);
  link.onForecast(take);

  const fresh = (): boolean => taken.value > 0 && store.isLive;
  /** For somebody who takes an ordinary ticket now. Null while the link is down, and for a queue of which nothing can be said. */
  const rangeOf = (queueId: QueueId): ShownRange | null => (fresh() ? held.rangeOf(queueId, store.now) : null);
  /** From now to the call of somebody who waits; staff only, and of very many waiting only the next. */
  const rangeOfTicket = (ticketId: TicketId): ShownRange | null => (fresh() ? held.rangeOfTicket(ticketId, store.now) : null);

  return { rangeOf, rangeOfTicket };
});
