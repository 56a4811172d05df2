// The plan file of a new hall: used whole, or refused with all that is wrong in it.
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

/** What the refusal tells below its first line, or in it when there is one fault. */
function faultsOf(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    return error instanceof PlanRefused ? (error.message.includes('\n') ? error.message.split('\n').slice(1) : [error.message]) : [];
  }
  return [];
}

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
  expect(faultsOf(text)).toHaveLength(1);
  expect(faultsOf(text)[0]).toContain(why);
});

test('given several faults of form and of sense, then all are told, each with its place', () => {
  const plan = quickPlan();
  const [first, second, third, ...others] = plan.services;
  const told = faultsOf(JSON.stringify({
    ...plan, capacity: 0, extra: 1, waitLimitMs: 'long', day: { ...plan.day, lastHour: '25:00' },
    services: [{ ...first, queueId: 'Z' }, { ...second, promiseDays: -1 }, { ...third, departmentId: 'd99' }, ...others],
    counters: [...plan.counters, { ...plan.counters[0], ownQueues: ['A', 'Y'] }],
  }));
  expect(told.map((line) => line.split(': ')[0]?.trim())).toEqual(expect.arrayContaining([
    'capacity', 'waitLimitMs', 'day.lastHour', 'services[1].promiseDays', 'services[0].queueId', 'services[2].departmentId', 'counters[48].id', 'counters[48].ownQueues',
  ]));
  expect(told).toContain('  services[0].queueId: no queue Z');
  expect(told).toContain('  extra: is not known here');
  expect(told).toContain('  day.lastHour: must be a time such as 09:30');
  expect(told).toHaveLength(9);
});

test('given a list of anything, then it is told that it is no plan, and not at endless length', () => {
  expect(faultsOf(JSON.stringify({ ...quickPlan(), services: Array.from({ length: 1_000 }, () => ({})) })).length).toBe(501);
});

test('given no file, then the plan is refused', () => {
  expect(() => readPlan(join(tempFolder(), 'none.json'), { trial: false })).toThrow(PlanRefused);
});
