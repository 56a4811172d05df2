// Runs the present hall forward many times and notes when each who waits is called. Pure: randomness is passed in.
// Who is called is asked of the plan's own policy (callPolicy.ts); what may happen is drawn from an `Outlook`.
import type { Random } from '../../base/random.ts';
import type { ForecastState, Outlook } from './forecastState.ts';
import { Run } from './run.ts';
import { partsOf } from './parts.ts';
import { QuickRandom } from './quickRandom.ts';

export interface Draws {
  readonly draws: number;
  /** Index of the one ticket asked about; null: all who wait, in one pass. */
  readonly only: number | null;
}

/**
 * Seconds from issue to call, for ticket i in draw d at `i * draws + d`; NaN where it was not called in that draw
 * (it left, or the day ended before). With `only` there is one row.
 */
export function callsAhead(state: ForecastState, outlook: Outlook, random: Random, { draws, only }: Draws): Float64Array {
  const waits = new Float64Array((only === null ? state.waiting.queue.length : 1) * draws).fill(NaN);
  const quick = new QuickRandom(random);
  for (const part of partsOf(state, only)) {
    const run = new Run(state, part, outlook, quick, only);
    for (let draw = 0; draw < draws; draw += 1) run.draw(waits, draws, draw);
  }
  return waits;
}
