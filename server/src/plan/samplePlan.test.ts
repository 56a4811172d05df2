// Holds that the plan the hall is shipped with can be adopted, and that it is still the whole sample hall.
import { planSchema } from '@hall/core/domain/plan';
import { planFaults } from '@hall/core/domain/planFaults';
import { expect, test } from 'vitest';
import sampleHall from '../../plans/sampleHall.json' with { type: 'json' };

test('the sample plan has the shape of a plan', () => {
  expect(planSchema.safeParse(sampleHall).error?.issues ?? []).toEqual([]);
});

test('the sample plan has no faults', () => {
  expect(planFaults(planSchema.parse(sampleHall))).toEqual([]);
});

test('the sample plan is the whole sample hall', () => {
  const plan = planSchema.parse(sampleHall);
  expect(plan.queues).toHaveLength(16);
  expect(plan.services).toHaveLength(68);
  expect(plan.counters).toHaveLength(48);
  expect(plan.rating.levels.map(({ codes }) => codes.length)).toEqual([8, 8, 8, 8, 8]);
});
