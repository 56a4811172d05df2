// The simulator against queueing theory: M/M/c, and two classes at one counter (non-preemptive M/G/1).
// One long day without pauses, misses or gaps; mean service 1 s.
import { expect, test } from 'vitest';
import { seededRandom, type Random } from '@hall/core/base/random';
import { simulateHall } from './simulateHall.ts';
import type { World } from './worlds/world.ts';

function world(counters: number, rate: number, arrivals: number, classes: World['classes'], serviceSeconds: (rank: number, random: Random) => number): World {
  const end = arrivals / rate;
  return {
    name: 'formula', queues: [{ id: 'q' }], counters: Array.from({ length: counters }, (_, index) => ({ id: String(index + 1), own: [0], helped: [] })),
    classes, weekdays: [1],
    policy: { kind: 'class-rank', rank: { high: 0, low: 1 }, appointmentEarlyS: 0, maxConsecutiveRanked: Infinity },
    arrivals(_queue, _day, random) {
      const moments: number[] = [];
      for (let at = random.exponential(1 / rate); at < end; at += random.exponential(1 / rate)) moments.push(at);
      return moments;
    },
    serviceSeconds: (_queue, rank, random) => serviceSeconds(rank, random),
    counterPlan: () => ({ open: [{ from: 0, to: end * 2 }], away: [], speed: 1 }),
    slotOf: (at) => at, missedShare: () => 0, patience: () => Infinity, transferredShare: 0, gap: () => 0, missedSeconds: () => 0, overtime: Infinity,
  };
}

/** Mean wait of each class. */
function meanWaits(simulated: World, seed: number): Map<string, number> {
  const issued = new Map<string, { at: number; className: string }>();
  const sums = new Map<string, { sum: number; count: number }>();
  simulateHall(simulated, { index: 0, weekday: 1, volume: 1, standing: [] }, seededRandom(seed), (event) => {
    if (event.type === 'ticket.issued') issued.set(event.ticket, { at: event.t, className: event.class });
    if (event.type !== 'ticket.called') return;
    const ticket = issued.get(event.ticket);
    issued.delete(event.ticket);
    const of = sums.get(ticket?.className ?? '') ?? { sum: 0, count: 0 };
    of.sum += event.t - (ticket?.at ?? 0);
    of.count += 1;
    sums.set(ticket?.className ?? '', of);
  });
  return new Map([...sums].map(([name, { sum, count }]) => [name, sum / count]));
}

/** Mean wait of M/M/c with mean service 1: Erlang's C formula. */
function erlangWait(c: number, load: number): number {
  const offered = c * load;
  let term = 1;
  let sum = 0;
  for (let busy = 0; busy < c; busy += 1) {
    sum += term;
    term *= offered / (busy + 1);
  }
  const last = term / (1 - load);
  return last / (sum + last) / (c * (1 - load));
}

test('the formula gives the known values', () => {
  expect([[1, 0.9], [2, 0.8], [5, 0.9], [10, 0.9], [20, 0.95]].map(([c = 0, load = 0]) => Number(erlangWait(c, load).toFixed(4)))).toEqual([9, 1.7778, 1.525, 0.6687, 0.7554]);
});

test.each([
  { c: 1, load: 0.9, arrivals: 150_000 }, { c: 2, load: 0.8, arrivals: 100_000 }, { c: 5, load: 0.9, arrivals: 150_000 },
  { c: 10, load: 0.9, arrivals: 150_000 }, { c: 20, load: 0.95, arrivals: 400_000 },
])('M/M/$c at load $load waits as Erlang says', ({ c, load, arrivals }) => {
  const simulated = world(c, c * load, arrivals, [{ name: 'low', share: 1 }], (_rank, random) => random.exponential(1));
  const found = meanWaits(simulated, 11).get('low') ?? 0;
  expect(Math.abs(found / erlangWait(c, load) - 1)).toBeLessThan(0.1);
}, 60_000);

test('two classes at one counter, non-preemptive, wait as Cobham says', () => {
  const sigma = Math.sqrt(Math.log(1 + 0.7 ** 2));
  const simulated = world(1, 0.4, 100_000, [{ name: 'high', share: 0.25 }, { name: 'low', share: 0.75 }], (rank, random) => random.lognormal(rank === 0 ? 1 : 1.5, sigma));
  const found = meanWaits(simulated, 5);
  expect(Math.abs((found.get('high') ?? 0) - 0.64153) / 0.64153).toBeLessThan(0.03);
  expect(Math.abs((found.get('low') ?? 0) - 1.42562) / 1.42562).toBeLessThan(0.03);
});
