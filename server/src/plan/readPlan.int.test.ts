// The plan file of a new hall: used whole, or refused with one sentence that says why.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../testing/tempFolder.ts';
import { quickPlan } from '../testing/testPlan.ts';
import { PlanRefused, readPlan } from './readPlan.ts';

const file = join(tempFolder(), 'plan.json');
const read = (text: string, trial = false): unknown => {
  writeFileSync(file, text);
  return readPlan(file, { trial });
};

test('given a right plan, then it is read as it is', () => {
  expect(read(JSON.stringify(quickPlan()))).toEqual(quickPlan());
});

test('H1: given a trial, then the hours stand in the plan and refuse nobody', () => {
  const plan = { ...quickPlan(), hoursApply: true };
  expect(read(JSON.stringify(plan), true)).toEqual({ ...plan, hoursApply: false });
  expect(read(JSON.stringify(plan))).toEqual(plan);
});

test.each([
  ['nothing', '', 'JSON'],
  ['half a plan', '{"format":1', 'JSON'],
  ['a list', '[]', 'object'],
  ['another format', JSON.stringify({ ...quickPlan(), format: 2 }), 'format'],
  ['a field too many', JSON.stringify({ ...quickPlan(), extra: 1 }), 'extra'],
  ['an unknown time zone', JSON.stringify({ ...quickPlan(), timeZone: 'Mars/Olympus' }), 'Mars'],
  ['a service that leads nowhere', JSON.stringify({ ...quickPlan(), services: [{ ...quickPlan().services[0], queueId: 'Z' }] }), 'no queue Z'],
])('given %s, then the plan is refused in one line that says why', (_name, text, why) => {
  expect(() => read(text)).toThrow(PlanRefused);
  expect(() => read(text)).toThrow(why);
  expect(() => read(text)).not.toThrow('\n');
});

test('given no file, then the plan is refused', () => {
  expect(() => readPlan(join(tempFolder(), 'none.json'), { trial: false })).toThrow(PlanRefused);
});
