// Four hundred small days, each with its own people, network and crashes; every law is asked on the way.
import { describe, expect, test } from 'vitest';
import { eventTypes } from '@hall/core/domain/events';
import { pinnedSeeds, seedsOf, told } from './seeds.ts';
import { simulateDay } from './simulateDay.ts';
import { smallDay } from './smallPlan.ts';

const file = 'smallDays.sim.test.ts';
const seeds = seedsOf(400);
const perTest = 100;

async function allHold(some: readonly number[]): Promise<{ events: number; crashes: number; met: Set<string> }> {
  const sum = { events: 0, crashes: 0, met: new Set<string>() };
  for (const seed of some) {
    const report = await simulateDay(seed, smallDay);
    if (report.faults.length > 0) expect.fail(told(report, file));
    sum.events += report.events;
    sum.crashes += report.troubles.crashes;
    for (const one of report.met.keys()) sum.met.add(one);
  }
  return sum;
}

describe('laws 1–12 hold on small days', () => {
  test.runIf(process.env['SIM_SEED'] === undefined)('that once broke one', async () => {
    await allHold(pinnedSeeds);
  });

  for (let from = 0; from < seeds.length; from += perTest) {
    const some = seeds.slice(from, from + perTest);
    test(`of seeds ${some[0]} to ${some.at(-1)}`, async () => {
      const { events, crashes, met } = await allHold(some);
      // A day on which nothing happens proves nothing.
      expect(events / some.length).toBeGreaterThan(100);
      if (some.length !== perTest) return;
      expect(crashes).toBeGreaterThan(perTest);
      // An appeal is heard on few days only; everything else that can happen in a hall has happened.
      expect(eventTypes.filter((type) => !met.has(type) && type !== 'visitorExcused')).toEqual([]);
    });
  }

  test('and a seed gives the same day every time', async () => {
    const [seed] = seeds;
    if (seed === undefined) return;
    expect(await simulateDay(seed, smallDay)).toEqual(await simulateDay(seed, smallDay));
  });
});
