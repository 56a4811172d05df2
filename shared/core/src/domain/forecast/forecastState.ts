// What the forecast's engine is given: the hall at one moment as plain numbers, and what is known of the hours to come.
// Moments are seconds whose remainder by 86,400 is the hall's local time of day; ids have become indices.
import type { Random } from '../../base/random.ts';
import type { CallPolicy } from '../callPolicy.ts';

/** Who waits, in order of issue (the index is the order among equals). */
export interface Waiting {
  readonly queue: Int32Array;
  readonly rank: Int32Array;
  /** Index of the distribution its service time is drawn from. */
  readonly kind: Int32Array;
  /** In the future: somebody who only asks (askers.ts), who is not counted among those who wait. */
  readonly issuedAt: Float64Array;
  /** Moment that decides its place inside its rank. */
  readonly dueAt: Float64Array;
}

export interface CounterAhead {
  readonly own: readonly number[];
  readonly helped: readonly number[];
  /** It helps a queue only when more than so many wait there. */
  readonly helpAbove: number;
  /** Queues it serves or helps from which it calls first once somebody there has waited for longer, seconds. */
  readonly conditions: readonly { readonly queue: number; readonly waited: number }[];
  readonly rankedInARow: number;
  /** Who is served there, or null. */
  readonly active: { readonly kind: number; readonly calledAt: number; readonly waited: number } | null;
  /** When the last one ended there; no later than now. */
  readonly freeSince: number;
}

export interface ForecastState {
  readonly now: number;
  readonly queues: number;
  readonly ranks: number;
  readonly waiting: Waiting;
  readonly counters: readonly CounterAhead[];
  readonly policy: CallPolicy;
}

/** A stretch in which a counter will not call; an `end` of Infinity is the end of its day. */
export interface Absence {
  readonly start: number;
  readonly end: number;
  /** The end is a moment of the day (afternoon opening), not a length. */
  readonly endIsMoment: boolean;
  /** It begins only when nobody waits for the counter any more (closing) … */
  readonly untilEmpty: boolean;
  /** … and at the latest then, whoever waits. */
  readonly latest: number;
}

/** What a run draws of the future; `Habits` learns it, tests invent it. `line` is queue × ranks + rank. */
export interface Outlook {
  serviceSeconds(kind: number, counter: number, random: Random): number;
  /** Rest of a stretch that has lasted for `elapsed` after a wait of `waited`; a miss is possible. */
  remainingSeconds(kind: number, counter: number, elapsed: number, waited: number, random: Random): number;
  missedShare(waited: number): number;
  missedSeconds(random: Random): number;
  /** Chance that somebody who waits since `waited` is still there when the wait has become `then`. */
  staysShare(waited: number, then: number): number;
  /** From the end of one to the call of the next when somebody waits. */
  gapSeconds(counter: number, random: Random): number;
  /** Moment of the next arrival in the line after `after`; Infinity: none on this day. */
  nextArrival(line: number, after: number, random: Random): number;
  arrivalKind(line: number, random: Random): number;
  /** Whoever arrives in the line is due at once: nobody there waits for a slot. */
  isDueOnArrival(line: number): boolean;
  /** Due moment of somebody who arrives in the line at `at`. */
  arrivalDue(line: number, at: number, random: Random): number;
  /** The counter's absences to come, in order of start. */
  absences(counter: number, random: Random): readonly Absence[];
}
