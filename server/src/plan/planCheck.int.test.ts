// `hall plan check` as people type it: everything that is wrong, a line for each, and an exit code.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHall } from '../testing/hallProcess.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { quickPlan } from '../testing/testPlan.ts';

function fileOf(text: string): string {
  const file = join(tempFolder(), 'plan.json');
  writeFileSync(file, text);
  return file;
}

test('given a right plan, with or without a mark in front, then it says so and ends with 0', async () => {
  for (const mark of ['', '\uFEFF']) {
    expect(await runHall('plan', 'check', fileOf(`${mark}${JSON.stringify(quickPlan())}`))).toMatchObject({ code: 0, err: '', out: 'The plan can be used: 16 queues, 68 services, 48 counters.\n' });
  }
});

test('given faults, then every one is a line with its place, and it ends with 2', async () => {
  const plan = quickPlan();
  const [first, ...others] = plan.services;
  const { code, err } = await runHall('plan', 'check', fileOf(JSON.stringify({ ...plan, capacity: 0, services: [{ ...first, queueId: 'Z' }, ...others] })));
  expect([code, err]).toEqual([2, 'The plan cannot be used: 2 faults\n  capacity: must not be below 1\n  services[0].queueId: no queue Z\n']);
});

test('given no such file, then one sentence says it', async () => {
  const { code, err } = await runHall('plan', 'check', join(tempFolder(), 'none.json'));
  expect(code).toBe(2);
  expect(err).toMatch(/^The plan .*none\.json cannot be used: ENOENT.*\n$/u);
});
