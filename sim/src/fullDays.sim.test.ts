// A full day of the sample hall under the same laws: 48 counters, about 1,150 tickets.
import { expect, test } from 'vitest';
import { fullDay } from './fullDay.ts';
import { seedsOf, told } from './seeds.ts';
import { simulateDay } from './simulateDay.ts';

test('laws 1–12 hold on a full day of the sample hall', async () => {
  for (const seed of seedsOf(1)) {
    const report = await simulateDay(seed, fullDay());
    if (report.faults.length > 0) expect.fail(told(report, 'fullDays.sim.test.ts'));
    expect(report.tickets).toBeGreaterThan(1_000);
  }
});
