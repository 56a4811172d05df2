// The sample hall's day: the shipped plan's 16 queues and 48 counters with helpers, closed over noon, two peaks,
// late openings, short pauses, absences; clerks differ, and differ from day to day.
import { readFileSync } from 'node:fs';
import type { Random } from '@hall/core/base/random';
import { planSchema } from '@hall/core/domain/plan';
import { arrivalsOver, clock, type Span } from './profile.ts';
import type { CounterPlan, World, WorldDay } from './world.ts';

const plan = planSchema.parse(JSON.parse(readFileSync(new URL('../../../server/plans/sampleHall.json', import.meta.url), 'utf8')));
const indexOf = (id: string): number => plan.queues.findIndex((queue) => queue.id === id);

/** Peaks of the sample hall's reports: 2.2 times the mean in the morning, 1.5 times in the afternoon. */
const spans: readonly Span[] = [
  { from: clock(8, 40), to: clock(9, 15), weight: 0.9 },
  { from: clock(9, 15), to: clock(10, 45), weight: 2.2 },
  { from: clock(10, 45), to: clock(11, 45), weight: 0.9 },
  { from: clock(13, 20), to: clock(14, 15), weight: 0.7 },
  { from: clock(14, 15), to: clock(15, 15), weight: 1.5 },
  { from: clock(15, 15), to: clock(16, 40), weight: 0.5 },
];
/** Share of the counters' time that a full day asks for. */
const load = 0.74;
const workSeconds = 6.5 * 3_600;

const queues = plan.queues.map(({ id }) => ({ id }));
/** Service times of what people come for, by queue, drawn with equal chance. */
const services = plan.queues.map(({ id }) => (plan.services.filter(({ queueId }) => queueId === id).map(({ typicalMs, spread }) => ({ mean: typicalMs / 1_000, sigma: spread }))));
const counters = plan.counters.map(({ id, ownQueues, helperQueues }) => ({ id, own: ownQueues.map(indexOf), helped: helperQueues.map(indexOf) }));
const perDay = services.map((ofQueue, queue) => {
  const mean = ofQueue.reduce((sum, service) => sum + service.mean, 0) / ofQueue.length;
  return (load * workSeconds * counters.filter(({ own }) => own.includes(queue)).length) / mean;
});

export const sampleHallWorld: World = {
  name: 'sample hall',
  queues, counters,
  classes: [{ name: 'appointment', share: 0.12 }, { name: 'priority', share: 0.09 }, { name: 'normal', share: 0.79 }],
  policy: { kind: 'class-rank', rank: { appointment: 0, priority: 1, normal: 2 }, appointmentEarlyS: 300, maxConsecutiveRanked: 2 },
  weekdays: [1, 2, 3, 4, 5],
  arrivals: (queue, day, random) => arrivalsOver(spans, (perDay[queue] ?? 0) * day.volume * random.lognormal(1, 0.12), random),
  serviceSeconds(queue, _rank, random) {
    const { mean, sigma } = random.pick(services[queue] ?? []);
    return random.lognormal(mean, sigma);
  },
  counterPlan,
  slotOf: (at, random) => Math.round((at - 300 + random.next() * 1_500) / 900) * 900,
  missedShare: (waited) => 0.05 + 0.03 * Math.min(1, waited / 3_600),
  patience: (random) => (random.chance(0.05) ? 1_200 + random.exponential(1_800) : Infinity),
  transferredShare: 0.04,
  gap: (random) => 5 + random.exponential(12),
  missedSeconds: (random) => 45 + random.next() * 40,
  overtime: 2_700,
};

function counterPlan(counter: number, day: WorldDay, random: Random): CounterPlan {
  const speed = (day.standing[counter] ?? 1) * random.lognormal(1, 0.08);
  if (random.chance(0.03)) return { open: [], away: [], speed };
  const late = (chance: number): number => (random.chance(chance) ? random.exponential(600) : random.next() * 120);
  const open = [
    { from: clock(9) + late(0.15), to: clock(12) - random.next() * 300 },
    { from: clock(13, 30) + late(0.1), to: clock(17) - random.next() * 300 },
  ];
  const away: { from: number; seconds: number }[] = [];
  for (let at = clock(9, 20) + random.exponential(9_000); at < clock(16, 40); at += 1_800 + random.exponential(9_000)) {
    away.push({ from: at, seconds: 240 + random.exponential(360) });
  }
  return { open, away, speed };
}
