// The harder hall: 5 queues, 20 counters that share skills, 1,500 tickets a day with a morning peak, staggered lunch,
// pauses nobody planned, absences, and visitors who come to their call the less the longer they waited.
import type { Random } from '@hall/core/base/random';
import { arrivalsOver, clock, type Span } from './profile.ts';
import type { CounterPlan, World, WorldDay } from './world.ts';

const spans: readonly Span[] = [
  { from: clock(8, 20), to: clock(9), weight: 1 },
  { from: clock(9), to: clock(11), weight: 2 },
  { from: clock(11), to: clock(13, 30), weight: 0.75 },
  { from: clock(13, 30), to: clock(15, 30), weight: 1.1 },
  { from: clock(15, 30), to: clock(16, 45), weight: 0.7 },
];
const minutes = [4, 6, 5, 7.5, 5.5];
const shares = [0.28, 0.22, 0.22, 0.13, 0.15];
const ticketsPerDay = 1_500;
/** Queues of each counter: most know two, some three, a few all. */
const skills = [
  [0], [0, 1], [0, 1], [0, 2], [0, 2], [1], [1, 2], [1, 2, 3], [1, 3], [2],
  [2, 3], [2, 4], [2, 4, 0], [3], [3, 4], [3, 1], [4], [4, 0], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4],
];

export const hardHallWorld: World = {
  name: 'hard hall',
  queues: minutes.map((_, queue) => ({ id: `q${queue + 1}` })),
  counters: skills.map((own, counter) => ({ id: String(counter + 1), own, helped: [] })),
  classes: [{ name: 'appointment', share: 0.12 }, { name: 'priority', share: 0.1 }, { name: 'normal', share: 0.78 }],
  policy: { kind: 'class-rank', rank: { appointment: 0, priority: 1, normal: 2 }, appointmentEarlyS: 300, maxConsecutiveRanked: 2 },
  weekdays: [1, 2, 3, 4, 5],
  arrivals: (queue, day, random) => arrivalsOver(spans, ticketsPerDay * (shares[queue] ?? 0) * day.volume, random),
  serviceSeconds: (queue, _rank, random) => random.lognormal((minutes[queue] ?? 5) * 60, 0.65),
  counterPlan,
  slotOf: (at, random) => Math.round((at - 300 + random.next() * 1_500) / 900) * 900,
  missedShare: (waited) => Math.min(0.35, 0.03 + 0.005 * (waited / 60)),
  patience: (random) => (random.chance(0.06) ? 1_200 + random.exponential(2_400) : Infinity),
  transferredShare: 0.03,
  gap: (random) => 3 + random.exponential(8),
  missedSeconds: (random) => 40 + random.next() * 50,
  overtime: 3_600,
};

function counterPlan(counter: number, day: WorldDay, random: Random): CounterPlan {
  const speed = (day.standing[counter] ?? 1) * random.lognormal(1, 0.1);
  if (random.chance(0.06)) return { open: [], away: [], speed };
  const lunchAt = clock(11, 30) + (counter % 4) * 1_800 + random.next() * 600;
  const away = [{ from: lunchAt, seconds: 1_800 + random.next() * 900 }];
  for (let at = clock(8, 45) + random.exponential(7_200); at < clock(16, 30); at += 1_500 + random.exponential(7_200)) {
    away.push({ from: at, seconds: 180 + random.exponential(540) });
  }
  const from = clock(8, 30) + (random.chance(0.2) ? random.exponential(900) : random.next() * 180);
  // Some go home in the middle of the day.
  const to = random.chance(0.04) ? clock(13) + random.next() * 10_800 : clock(17);
  return { open: [{ from, to }], away, speed };
}
