// What is told to have changed between two plans.
import { expect, test } from 'vitest';
import { planChanges } from './planChanges.ts';
import type { Plan } from './plan.ts';
import { smallPlan } from './testing/smallPlan.ts';

const changed = (change: (plan: Record<string, unknown>) => void): unknown[] => {
  const plan = smallPlan();
  change(plan as never);
  return planChanges(smallPlan(), plan).map(({ place, was, is }) => [place, was, is]);
};
const at = (list: unknown, index: number): Record<string, unknown> => (list as Record<string, unknown>[])[index] ?? {};

test('a plan that says the same has not changed, and the first one has nothing before it', () => {
  expect(planChanges(smallPlan(), smallPlan())).toEqual([]);
  expect(planChanges(null, smallPlan())).toEqual([]);
});

test('what has an id is told by it, down to the value', () => {
  expect(changed((plan) => { at(plan.services, 1).quota = { daily: 5, spans: [] }; })).toEqual([['services[SA2].quota.daily', 'null', '5']]);
  expect(changed((plan) => { (at(plan.counters, 0).ownQueues as string[]).reverse(); })).toEqual([['counters[1].ownQueues[0]', '"A"', '"B"'], ['counters[1].ownQueues[1]', '"B"', '"A"']]);
  expect(changed((plan) => { (plan.calling as Record<string, unknown>).policy = { kind: 'strictRanks' }; })).toEqual([['calling.policy.kind', '"rankWithCap"', '"strictRanks"'], ['calling.policy.rankedInARow', '2', null]]);
});

test('what is new was nothing, what is gone is nothing', () => {
  expect(changed((plan) => { (plan.pauseReasons as { id: string }[]).splice(0, 1); })).toEqual([['pauseReasons[lunch]', expect.stringContaining('"id":"lunch"'), null]]);
  expect(changed((plan) => { (plan.boards as object[]).push({ id: 'east', name: { zh: '东', en: 'east' }, zoneIds: ['Z'] }); })).toEqual([['boards[east]', null, expect.stringContaining('"zoneIds":["Z"]')]]);
});

test('an order that is another one is told, since visitors see it', () => {
  expect(changed((plan) => { (plan.services as object[]).reverse(); })).toEqual([['services', '["SA","SA2","SB","SC"]', '["SC","SB","SA2","SA"]']]);
});

test('long texts are cut, and after two hundred places the rest is counted', () => {
  const long: Plan = { ...smallPlan(), name: { zh: '长'.repeat(80), en: 'x'.repeat(300) as never } };
  expect(planChanges(smallPlan(), long).map(({ is }) => is?.length)).toEqual([82, 161]);
  const many = { ...smallPlan(), exceptions: Array.from({ length: 230 }, (_none, nth) => ({ nth })) } as never;
  const changes = planChanges({ ...smallPlan(), exceptions: [] }, many);
  expect([changes.length, changes.at(-1)]).toEqual([201, { place: '… 30', was: null, is: null }]);
});
