// The sample plan made quick for tests: no waiting between calls, tickets at any hour and without quota, all else as it
// ships. Small ranges can be asked for where a test wants to see them run out.
import { planSchema, type Numbering, type Plan } from '@hall/core/domain/plan';
import sampleHall from '../../plans/sampleHall.json' with { type: 'json' };

const sample = planSchema.parse(sampleHall);

export const quickPlan = (): Plan => ({
  ...sample, hoursApply: false,
  services: sample.services.map((service) => ({ ...service, quota: { daily: null, spans: [] } })),
  calling: { ...sample.calling, nextGapMs: 0, recallGapMs: 0, missAfterMs: 0 },
});

/** Queue A holds `main` numbers and then `overflow` more (null: none). */
export function smallPlan(main: number, overflow: number | null): Plan {
  const plan = quickPlan();
  const small = (of: Numbering, count: number): Numbering => ({ ...of, main: { from: 1, to: count }, restored: { from: 600, to: 605 } });
  return {
    ...plan,
    queues: plan.queues.map((queue) => queue.id !== 'A' ? queue : {
      ...queue,
      numbering: small(queue.numbering, main),
      overflow: overflow === null || queue.overflow === null ? null : small(queue.overflow, overflow),
    }),
  };
}

/** A service that feeds this queue. */
export function serviceOf(queueId: string): string {
  const service = sample.services.find((one) => one.queueId === queueId);
  if (service === undefined) throw new Error(`no service feeds ${queueId}`);
  return service.id;
}
