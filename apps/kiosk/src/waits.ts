// What the forecast lets the kiosk say of waits: a range to show, and the figures that the rule of H5 asks for.
import type { Expectation } from '@hall/core/domain/expected';
import type { ShownRange } from '@hall/core/domain/forecast/shownRange';
import type { QueueId } from '@hall/core/domain/ids';
import type { Forecast } from '@hall/core/protocol/messages';
import { shownMs } from '@hall/client/store/heldForecast';

export interface Waits {
  /** For somebody who takes an ordinary ticket now; null: only people ahead can be told. */
  readonly rangeOf: (queueId: QueueId) => ShownRange | null;
  readonly expected: Expectation;
}

export const noWaits: Waits = { rangeOf: () => null, expected: () => null };

/** The public hears of ordinary tickets alone; figures too old to be shown stop nobody either. */
export function expectationOf(forecast: Forecast | null, now: number): Expectation {
  const queues = forecast === null || now - forecast.at > shownMs ? [] : forecast.queues;
  return (queueId, rank) => {
    const found = rank === 'ordinary' ? queues.find((one) => one.queueId === queueId) : undefined;
    return found === undefined ? null : { p50Ms: found.p50Ms, p90Ms: found.p90Ms };
  };
}
