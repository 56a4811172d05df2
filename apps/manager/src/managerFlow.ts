// The manager's figures as a pure fold of the hall: nothing is remembered here and nothing is divided by zero.
// A figure that has no value yet is null; the screen says so instead of showing 0. Definitions: docs/spec/indicators.md.
import type { Hall, Tally } from '@hall/core/domain/hall';
import type { Queue } from '@hall/core/domain/plan';
import { dayTally, longestWaitMs, openCountersOf, waitingCount, waitingTotal } from '@hall/core/domain/questions';

/** More waiting per open counter than this is an alert, as the indicators' targets ship it. */
export const tooManyPerCounter = 10;
/** Half of it deserves a look. */
export const manyPerCounter = 5;
/** Waits beyond these deserve a look, attention, action (15, 20 and 30 min). */
const waitStepsMs = [15, 20, 30].map((minutes) => minutes * 60_000);

/** A share or mean, or null when nothing was counted. */
export const divided = (sum: number, count: number): number | null => (count > 0 ? sum / count : null);

/** Step 0 to 3 of a wait. */
export const waitStep = (ms: number | null): number => waitStepsMs.filter((step) => ms !== null && ms > step).length;

export interface Tiles {
  readonly waiting: number;
  readonly longestMs: number | null;
  readonly averageMs: number | null;
  readonly onTime: number | null;
  readonly open: number;
  readonly paused: number;
  readonly counters: number;
  readonly serving: number;
  readonly calledNow: number;
  readonly issued: number;
  readonly called: number;
  readonly served: number;
  readonly rating: RatingSum;
}

export interface RatingSum {
  readonly rated: number;
  /** Ratings of level 1 to 5 at index 0 to 4. */
  readonly levels: readonly number[];
  readonly satisfaction: number | null;
}

/** Levels 3, 4 and 5 are satisfied. */
export function ratingSum({ rated, staff }: Pick<Tally, 'rated' | 'staff'>): RatingSum {
  const levels = staff?.levels ?? [0, 0, 0, 0, 0];
  const satisfied = levels.slice(2).reduce((sum, count) => sum + count, 0);
  return { rated, levels, satisfaction: staff === undefined ? null : divided(satisfied, rated) };
}

export function tiles(hall: Readonly<Hall>, now: number): Tiles {
  const day = dayTally(hall);
  const active = { called: 0, serving: 0 };
  const states = { open: 0, paused: 0, closed: 0 };
  for (const { state, activeTicketId } of hall.counters.values()) {
    states[state] += 1;
    const ticket = activeTicketId === null ? undefined : hall.tickets.get(activeTicketId);
    if (ticket?.state === 'called' || ticket?.state === 'serving') active[ticket.state] += 1;
  }
  const waits = (hall.plan?.queues ?? []).map(({ id }) => longestWaitMs(hall, id, now)).filter((wait) => wait !== null);
  return {
    waiting: waitingTotal(hall),
    longestMs: waits.length === 0 ? null : Math.max(...waits),
    averageMs: divided(day.waitMs, day.called),
    onTime: divided(day.calledInTime, day.called),
    open: states.open, paused: states.paused, counters: hall.counters.size,
    serving: active.serving, calledNow: active.called,
    issued: day.issued, called: day.called, served: day.served,
    rating: ratingSum(day),
  };
}

/** Who serves a queue now; `nobody` only matters, and is red, when people wait (X1). */
export type Service = 'own' | 'helpersOnly' | 'nobody';

export interface QueueRow {
  readonly queue: Queue;
  readonly waiting: number;
  readonly longestMs: number | null;
  readonly open: number;
  readonly helpers: number;
  readonly service: Service;
  /** People wait and no open counter serves them. */
  readonly isUnserved: boolean;
  /** Waiting ÷ open counters; null without an open counter. */
  readonly perCounter: number | null;
  readonly issued: number;
  readonly called: number;
  readonly averageMs: number | null;
  readonly missed: number;
}

export function queueRows(hall: Readonly<Hall>, now: number): QueueRow[] {
  const { plan } = hall;
  if (plan === null) return [];
  return plan.queues.map((queue) => {
    const waiting = waitingCount(hall, queue.id);
    const open = openCountersOf(hall, queue.id).length;
    const helpers = plan.counters.filter(({ id, helperQueues }) => helperQueues.includes(queue.id) && hall.counters.get(id)?.state === 'open').length;
    const service = open > 0 ? 'own' : helpers > 0 ? 'helpersOnly' : 'nobody';
    const tally = hall.queueTallies.get(queue.id);
    return {
      queue, waiting, longestMs: longestWaitMs(hall, queue.id, now), open, helpers, service,
      isUnserved: waiting > 0 && service === 'nobody', perCounter: divided(waiting, open),
      issued: tally?.issued ?? 0, called: tally?.called ?? 0, averageMs: divided(tally?.waitMs ?? 0, tally?.called ?? 0), missed: tally?.missed ?? 0,
    };
  });
}

/** Tickets that a day close would end, by where they stand (T3). */
export interface LeftOver { readonly waiting: number; readonly called: number; readonly serving: number; readonly missed: number }

export function leftOver(hall: Readonly<Hall>): LeftOver {
  const left = { waiting: 0, called: 0, serving: 0, missed: 0 };
  for (const { state } of hall.tickets.values()) {
    if (state in left) left[state as keyof LeftOver] += 1;
  }
  return left;
}

/** Business day of a moment in the hall's time zone, `YYYY-MM-DD` (N3). */
export function hallDate(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string): string => parts.find((of) => of.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
