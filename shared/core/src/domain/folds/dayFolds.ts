// How the journal's, the plan's and the day's facts change the hall (rules N3, J9, T3).
import type { HallEvent } from '../events.ts';
import type { CounterState, Hall } from '../hall.ts';
import type { CounterId } from '../ids.ts';
import { buildLines } from '../lines.ts';
import { emptyTally } from '../tally.ts';
import { giveBackLeases } from './offlineFolds.ts';
import { forgetErasureOf, forgetOldErasures } from './privacyFolds.ts';
import { dateAfter } from '../rules/noShows.ts';
import { forgetDaysBefore, forgetWhatIsOver } from './appointmentFolds.ts';

export function foldEpochStarted(hall: Hall, { data }: HallEvent<'epochStarted'>): void {
  hall.epoch = data.epoch;
  const before = hall.restored?.date === data.date ? hall.restored.floors : {};
  const floors = { ...before };
  for (const [prefix, floor] of Object.entries(data.floors)) floors[prefix] = Math.max(floor, floors[prefix] ?? 0);
  const known = hall.restored?.date === data.date ? hall.restored.known : hall.day?.date === data.date ? Object.fromEntries(hall.numbers) : {};
  hall.restored = { date: data.date, floors, known };
  if (hall.day?.date !== data.date) return;
  hall.day.restored = true;
  raiseNumbers(hall, floors);
}

function raiseNumbers(hall: Hall, floors: Record<string, number>): void {
  for (const [prefix, floor] of Object.entries(floors)) hall.numbers.set(prefix, Math.max(floor, hall.numbers.get(prefix) ?? 0));
}

export function foldPlanAdopted(hall: Hall, { at, data, staff }: HallEvent<'planAdopted'>): void {
  const secret = staff?.facts.staff;
  hall.plan = secret === undefined ? data.plan : { ...data.plan, staff: secret };
  const counters = new Map<CounterId, CounterState>();
  for (const { id } of data.plan.counters) counters.set(id, hall.counters.get(id) ?? freshCounter(id, at));
  hall.counters = counters;
  // What was counted today stays, also of a queue or counter that is gone now (N3).
  for (const { id } of data.plan.queues) if (!hall.queueTallies.has(id)) hall.queueTallies.set(id, emptyTally());
  for (const { id } of data.plan.counters) if (!hall.counterTallies.has(id)) hall.counterTallies.set(id, emptyTally());
  hall.staff.nextPlan = null;
  buildLines(hall);
}

export function foldPlanScheduled(hall: Hall, { at, staff }: HallEvent<'planScheduled'>): void {
  if (staff !== undefined) hall.staff.nextPlan = { plan: staff.facts.plan, scheduledAt: at };
}

export function foldPlanWithdrawn(hall: Hall): void {
  hall.staff.nextPlan = null;
}

const freshCounter = (id: CounterId, since: number): CounterState => ({
  id, state: 'closed', signedIn: false, signedInAt: null, pauseReasonId: null, since, activeTicketId: null, nextCalledAt: null, rankedInARow: 0, lastRecord: null,
});

function resetTallies(hall: Hall): void {
  hall.queueTallies = new Map(hall.plan?.queues.map(({ id }) => [id, emptyTally()]));
  hall.counterTallies = new Map(hall.plan?.counters.map(({ id }) => [id, emptyTally()]));
}

/** A new day starts its numbers and sums anew; the same day opened again goes on with both. */
export function foldDayOpened(hall: Hall, { at, data: { date, again } }: HallEvent<'dayOpened'>): void {
  forgetErasureOf(hall, date);
  const restored = again ? hall.day?.restored === true : hall.restored?.date === date;
  hall.day = { date, openedAt: at, closedAt: null, ...(restored ? { restored } : {}) };
  if (again) return;
  forgetDaysBefore(hall, date);
  hall.numbers = new Map();
  hall.issued = new Map();
  hall.loneNumbers = new Map();
  hall.staff.mergeConflicts = [];
  giveBackLeases(hall, dateAfter(date, -1));
  if (restored) raiseNumbers(hall, hall.restored?.floors ?? {});
  resetTallies(hall);
}

/** Everybody has left: what is kept of the day are its sums. */
export function foldDayClosed(hall: Hall, { at, data: { date } }: HallEvent<'dayClosed'>): void {
  forgetWhatIsOver(hall, date);
  forgetOldErasures(hall, date);
  giveBackLeases(hall, date);
  if (hall.day !== null) hall.day.closedAt = at;
  hall.tickets.clear();
  hall.records.clear();
  hall.recentCalls = [];
  buildLines(hall);
  for (const counter of hall.counters.values()) {
    counter.lastRecord = null;
    counter.activeTicketId = null;
    counter.nextCalledAt = null;
    counter.rankedInARow = 0;
  }
}
