// Random plans for the laws: the small plan with everything drawn that the rules read, so that no law holds by the luck
// of one plan. Numbers of B and C run further than in the small plan; else a random day would soon be about A alone.
import type { Random } from '../../base/random.ts';
import { planFaults } from '../planFaults.ts';
import { planSchema, type Plan, type Policy } from '../plan.ts';
import { realLimits, smallPlan, zeroLimits } from './smallPlan.ts';

const minute = 60_000;
const perRank = (random: Random, values: readonly number[]): Extract<Policy, { kind: 'firstCome' }>['creditMs'] => ({
  green: random.pick(values), appointment: random.pick(values), priority: random.pick(values), ordinary: random.pick(values),
});

/** One policy of each kind, with random numbers (C4, C5). */
export function randomPolicy(random: Random): Policy {
  const credits = [0, 5 * minute, 30 * minute];
  switch (random.below(5)) {
    case 0: return { kind: 'rankWithCap', rankedInARow: 1 + random.below(3) };
    case 1: return { kind: 'strictRanks' };
    case 2: return { kind: 'ratio', ranked: 1 + random.below(3), ordinary: 1 + random.below(3) };
    case 3: return { kind: 'firstCome', creditMs: perRank(random, credits) };
    default: return { kind: 'accumulating', creditMs: perRank(random, credits), rate: perRank(random, [0, 0.5, 1, 3]) };
  }
}

/** So many slots of so many minutes, one after the other. */
function slotsFrom(start: number, length: number, count: number, random: Random): Plan['bookings'][number]['slots'] {
  const time = (at: number): string => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const slots = Array.from({ length: count }, (_none, nth) => ({ from: time(start + nth * length), to: time(start + (nth + 1) * length), most: 1 + random.below(3) }));
  return slots.filter(({ to }) => to < '23:00');
}

/** A plan without faults; of two random sources alike, alike. */
export function randomPlan(random: Random): Plan {
  const plain = smallPlan(random.chance(0.5) ? zeroLimits : realLimits);
  const plan = planSchema.parse({
    ...plain,
    hoursApply: random.chance(0.7),
    exceptions: [{ date: '2026-01-07', name: plain.name, kind: 'closed', hoursIds: [], spans: [] }, { date: '2026-01-10', name: plain.name, kind: 'instead', hoursIds: ['office'], spans: [{ opensAt: '10:00', closesAt: '14:00', issuesFrom: '09:00' }] }],
    queues: plain.queues.map((queue) => ({
      ...queue,
      numbering: queue.id === 'A' ? queue.numbering : { ...queue.numbering, digits: 3, main: { from: 1, to: 60 }, restored: { from: 61, to: 120 } },
      returnPolicy: { kind: random.pick(['notAllowed', 'toTheEnd', 'afterPlaces']), places: random.below(4), withinMs: random.pick([null, 10 * minute]) },
      transferPlace: random.pick(['dueKept', 'toTheEnd']),
    })),
    bookings: [
      { id: 'early', slots: slotsFrom(8 * 60, random.pick([5, 15, 30]), 24, random), daysAhead: random.below(4) },
      { id: 'late', slots: slotsFrom(9 * 60, random.pick([10, 20]), 30, random), daysAhead: 3 },
    ],
    appointments: {
      earlyMs: random.pick([0, 15, 60]) * minute, lateMs: random.pick([0, 15]) * minute,
      block: random.chance(0.2) ? null : { after: 1 + random.below(2), withinDays: 1 + random.below(30), forDays: 1 + random.below(3) },
    },
    services: plain.services.map((service) => ({
      ...service,
      bookingId: random.pick([null, 'early', 'early', 'late']),
      hoursId: random.chance(0.3) ? 'office' : null,
      quota: { daily: random.chance(0.3) ? 12 : null, spans: random.chance(0.3) ? [{ from: '08:00', to: '10:00', most: random.below(6) }] : [] },
    })),
    counters: plain.counters.map((counter) => ({ ...counter, helpAbove: random.pick([0, 0, 1, 3]) })),
    calling: {
      ...plain.calling,
      policy: randomPolicy(random),
      ceilingMs: random.pick([20, 60, 240]) * minute,
      conditions: random.chance(0.5) ? [{ queueId: random.pick(['A', 'B', 'C']), waitedMs: random.pick([2, 30]) * minute }] : [],
    },
  });
  const faults = planFaults(plan);
  if (faults.length > 0) throw new Error(`a random plan with faults: ${faults.join('; ')}`);
  return plan;
}
