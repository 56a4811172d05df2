// The forecast beside the running hall: a fold of its own that follows the journal, and figures when they are worth
// making anew. No thread and no clock here; forecastWorker.ts gives both.
import { seededRandom } from '@hall/core/base/random';
import type { HallEvent } from '@hall/core/domain/events';
import { evolve } from '@hall/core/domain/evolve';
import { HallForecast } from '@hall/core/domain/forecast/hallForecast';
import type { Hall } from '@hall/core/domain/hall';
import { isDayOpen, waitingTotal } from '@hall/core/domain/questions';
import { figuresOf, type HallFigures } from './hallFigures.ts';

/** How old figures may become when nothing happens: while somebody waits, and else. */
const oldMs = 10_000;
const quietMs = 30_000;
/** Of past days so many tickets are foretold in all, evenly spread: the last few hundred of each size correct the tails. */
const foretold = 3_000;

export class LiveForecast {
  private readonly hall: Hall;
  private forecast: HallForecast | null = null;
  private readonly random = seededRandom(1);
  private madeAt = -Infinity;
  private madeOf = 0;

  /** `hall` is followed from here on. */
  constructor(hall: Hall) {
    this.hall = hall;
  }

  /** How far the journal was followed. */
  get seq(): number {
    return this.hall.seq;
  }

  /** Events from before the present hall, in order; `tickets` of them are issues. */
  learn(events: Iterable<HallEvent>, tickets: number): void {
    const every = Math.max(1, Math.ceil(tickets / foretold));
    let issues = 0;
    for (const event of events) {
      if (event.type === 'ticketIssued') issues += 1;
      this.under(event)?.learn(event, { predicts: event.type === 'ticketIssued' && issues % every === 0 });
    }
    // Plans of past days have told their names; from here on it is the present one.
    if (this.hall.plan !== null) this.forecast?.adopt(this.hall.plan);
  }

  /** The next events of the journal. Only the last ticket issued among them is foretold: a pass is not worth more often. */
  follow(events: readonly HallEvent[]): void {
    const last = events.findLast(({ type }) => type === 'ticketIssued');
    for (const event of events) {
      if (event.seq <= this.hall.seq) continue;
      if (event.seq !== this.hall.seq + 1) throw new Error(`event ${event.seq} does not follow ${this.hall.seq}`);
      evolve(this.hall, event);
      this.under(event)?.learn(event, { predicts: event === last });
    }
  }

  /** Figures for `now` (ms), or null when those of before still hold. */
  look(now: number): HallFigures | null {
    const { hall, forecast } = this;
    const at = Math.max(now, hall.at);
    const age = at - this.madeAt;
    if (hall.seq === this.madeOf && age < (waitingTotal(hall) > 0 ? oldMs : quietMs)) return null;
    this.madeAt = at;
    this.madeOf = hall.seq;
    return figuresOf(hall, isDayOpen(hall) && forecast !== null ? forecast.answers(hall, at) : null, at);
  }

  /** Before the first plan there is nothing to learn. */
  private under(event: HallEvent): HallForecast | null {
    const plan = event.type === 'planAdopted' ? event.data.plan : this.hall.plan;
    if (this.forecast === null && plan !== null) this.forecast = new HallForecast(plan, this.random);
    return this.forecast;
  }
}
