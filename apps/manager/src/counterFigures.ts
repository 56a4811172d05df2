// Every counter as the manager sees it: state, ticket in hand, clerk, what was done and how it was rated today.
// Zone by zone, in the order of the plan.
import type { CounterState, Hall } from '@hall/core/domain/hall';
import type { CounterId } from '@hall/core/domain/ids';
import type { Counter, Names, Plan } from '@hall/core/domain/plan';
import { activeTicket, clerkAt } from '@hall/core/domain/questions';
import type { Ticket } from '@hall/core/domain/ticket';
import { ratingSum, type RatingSum } from './managerFlow.ts';

export interface CounterCell {
  readonly counter: Counter;
  readonly state: CounterState['state'];
  readonly pauseReason: Names | null;
  readonly ticket: Ticket | null;
  /** Name of the clerk, or the staff number when the plan no longer knows it. */
  readonly clerk: string | null;
  readonly served: number;
  readonly missed: number;
  /** Transferred away, and picked out of turn, today (C9, C11). */
  readonly transferred: number;
  readonly picked: number;
  readonly signedIn: boolean;
  readonly rating: RatingSum;
}

export interface ZoneOfCounters {
  readonly zone: Plan['zones'][number];
  readonly cells: readonly CounterCell[];
  readonly open: number;
}

export function counterZones(hall: Readonly<Hall>): ZoneOfCounters[] {
  const { plan } = hall;
  if (plan === null) return [];
  return plan.zones.map((zone) => {
    const cells = plan.counters.filter(({ zoneId }) => zoneId === zone.id).map((counter) => cellOf(hall, plan, counter));
    return { zone, cells, open: cells.filter(({ state }) => state === 'open').length };
  });
}

function cellOf(hall: Readonly<Hall>, plan: Plan, counter: Counter): CounterCell {
  const state = hall.counters.get(counter.id);
  const tally = hall.counterTallies.get(counter.id);
  return {
    counter,
    state: state?.state ?? 'closed',
    pauseReason: plan.pauseReasons.find(({ id }) => id === state?.pauseReasonId)?.name ?? null,
    ticket: activeTicket(hall, counter.id),
    clerk: clerkName(hall, counter.id),
    served: tally?.served ?? 0, missed: tally?.missed ?? 0, transferred: tally?.transferred ?? 0, picked: tally?.picked ?? 0,
    signedIn: state?.signedIn ?? false,
    rating: ratingSum(tally ?? { rated: 0 }),
  };
}

function clerkName(hall: Readonly<Hall>, counterId: CounterId): string | null {
  const clerkId = clerkAt(hall, counterId);
  return clerkId === null ? null : (hall.staff.people.get(clerkId)?.name ?? clerkId);
}

/** Counters where something was done today, in the order of the plan. */
export const workedCounters = (zones: readonly ZoneOfCounters[]): CounterCell[] =>
  zones.flatMap(({ cells }) => cells).filter(({ served, missed, transferred, picked }) => served + missed + transferred + picked > 0);

/** Counters that were rated today, in the order of the plan. */
export const ratedCounters = (zones: readonly ZoneOfCounters[]): CounterCell[] =>
  zones.flatMap(({ cells }) => cells).filter(({ rating }) => rating.rated > 0);
