// The figures a screen goes on showing: each falls at once and rises only in steps worth telling, per queue and per
// ticket (forecast/shownRange.ts). Plain; forecastStore.ts makes it reactive.
import { liveFigures, shownRange, type LiveFigures, type ShownRange } from '@hall/core/domain/forecast/shownRange';
import type { QueueId, TicketId } from '@hall/core/domain/ids';
import type { Forecast } from '@hall/core/protocol/messages';

/** Older figures are shown to nobody. */
export const shownMs = 90_000;

/** What is held of one queue or ticket; the range is made once, so that nothing is drawn again while it stands. */
interface Held {
  readonly figures: LiveFigures;
  readonly range: ShownRange;
}

export interface HeldForecast {
  take(forecast: Forecast): void;
  /** Null: nothing can be said, or nothing fresh at `now` (ms, hall time). */
  rangeOf(queueId: QueueId, now: number): ShownRange | null;
  rangeOfTicket(ticketId: TicketId, now: number): ShownRange | null;
}

export function createHeldForecast(): HeldForecast {
  let at = -Infinity;
  let queues: ReadonlyMap<QueueId, Held> = new Map();
  let tickets: ReadonlyMap<TicketId, Held> = new Map();
  const isShown = (now: number): boolean => now - at <= shownMs;

  return {
    take(forecast) {
      // After a silence nothing stands on the screen that a new figure could flicker against.
      const goesOn = forecast.at - at <= shownMs;
      queues = new Map(forecast.queues.map(({ queueId, p50Ms, p90Ms }) => [queueId, next(goesOn ? queues.get(queueId) : undefined, p50Ms, p90Ms)]));
      tickets = new Map(forecast.tickets?.map(([id, p50Ms, p90Ms]) => [id, next(goesOn ? tickets.get(id) : undefined, p50Ms, p90Ms)]));
      at = forecast.at;
    },
    rangeOf: (queueId, now) => (isShown(now) ? (queues.get(queueId)?.range ?? null) : null),
    rangeOfTicket: (ticketId, now) => (isShown(now) ? (tickets.get(ticketId)?.range ?? null) : null),
  };
}

function next(before: Held | undefined, p50Ms: number, p90Ms: number): Held {
  const figures = liveFigures(before?.figures ?? null, { p50: p50Ms / 1_000, p90: p90Ms / 1_000 });
  const range = shownRange(figures.p50, figures.p90);
  const isSame = before !== undefined && before.range.fromMinutes === range.fromMinutes && before.range.toMinutes === range.toMinutes;
  return { figures, range: isSame ? before.range : range };
}
