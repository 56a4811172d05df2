// What a pretend hall of the forecast's measure consists of. Times are seconds; moments within a day are seconds of the day.
import type { Random } from '@hall/core/base/random';

export interface WorldQueue {
  readonly id: string;
}

export interface WorldCounter {
  readonly id: string;
  readonly own: readonly number[];
  readonly helped: readonly number[];
}

export interface WorldClass {
  readonly name: string;
  readonly share: number;
}

/** One counter's plan for one day, drawn by the world. `away` is meant, not exact: a service is finished first. */
export interface CounterPlan {
  /** Spans in which it is open; none: absent. */
  readonly open: readonly { readonly from: number; readonly to: number }[];
  readonly away: readonly { readonly from: number; readonly seconds: number }[];
  /** Factor on service times. */
  readonly speed: number;
}

export interface World {
  readonly name: string;
  readonly queues: readonly WorldQueue[];
  readonly counters: readonly WorldCounter[];
  /** In order of standing: appointment, priority, normal. */
  readonly classes: readonly WorldClass[];
  readonly policy: { readonly kind: 'class-rank'; readonly rank: Readonly<Record<string, number>>; readonly appointmentEarlyS: number; readonly maxConsecutiveRanked: number };
  readonly weekdays: readonly number[];
  /** Moments of arrival in a queue on a day. */
  arrivals(queue: number, day: WorldDay, random: Random): number[];
  /** At a counter of ordinary speed. */
  serviceSeconds(queue: number, rank: number, random: Random): number;
  counterPlan(counter: number, day: WorldDay, random: Random): CounterPlan;
  /** Slot of an appointment that arrives at `at`. */
  slotOf(at: number, random: Random): number;
  missedShare(waited: number): number;
  /** How long somebody waits at most; Infinity: for ever. */
  patience(random: Random): number;
  readonly transferredShare: number;
  /** From the end of one to the next call. */
  gap(random: Random): number;
  missedSeconds(random: Random): number;
  /** Who is still waiting when a span ends: served by those counters for so long. */
  readonly overtime: number;
}

export interface WorldDay {
  readonly index: number;
  readonly weekday: number;
  /** Factor on arrivals. */
  readonly volume: number;
  /** Speeds of long standing of the counters' clerks. */
  readonly standing: readonly number[];
}
