// The plan that is measured with: the sample hall with room for a hundred thousand numbers a queue, tickets at any hour
// and without quota, and no gaps between calls, so that the program is what limits, not the hall's rules.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planSchema, type Plan } from '@hall/core/domain/plan';

const sampleHall = join(import.meta.dirname, '../../server/plans/sampleHall.json');

export function benchPlan(): Plan {
  const plan = planSchema.parse(JSON.parse(readFileSync(sampleHall, 'utf8')));
  return {
    ...plan, hoursApply: false,
    services: plan.services.map((service) => ({ ...service, quota: { daily: null, spans: [] } })),
    queues: plan.queues.map((queue) => ({
      ...queue,
      numbering: { ...queue.numbering, digits: 5, main: { from: 1, to: 79_999 }, restored: { from: 80_000, to: 99_999 }, offline: null },
      overflow: null,
    })),
    calling: { ...plan.calling, nextGapMs: 0, recallGapMs: 0, maxCalls: 20, missAfterCalls: 1, missAfterMs: 0 },
  };
}

/** Writes the plan into `folder` and returns the file. */
export function writeBenchPlan(folder: string): string {
  const file = join(folder, 'benchPlan.json');
  writeFileSync(file, JSON.stringify(benchPlan()));
  return file;
}

/** One service per counter: load spread as the counters can bear it. */
export const servicesByCounter = ({ counters, services }: Plan): string[] =>
  counters.flatMap(({ ownQueues }) => services.find(({ queueId }) => queueId === ownQueues[0])?.id ?? []);
