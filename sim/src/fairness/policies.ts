// The calling policies of C5 with values a hall could choose, all under the ceiling of its plan.
import type { Plan } from '@hall/core/domain/plan';
import type { QueueId } from '@hall/core/domain/ids';

type Calling = Plan['calling'];

const minutes = 60_000;

export function policies(calling: Calling): readonly { readonly name: string; readonly calling: Calling }[] {
  const creditMs = { green: 30 * minutes, appointment: 20 * minutes, priority: 10 * minutes, ordinary: 0 };
  const of = (name: string, policy: Calling['policy'], more: Partial<Calling> = {}): { name: string; calling: Calling } => ({ name, calling: { ...calling, ...more, policy } });
  const ceiling = `${calling.ceilingMs / minutes} min`;
  return [
    of(`rank with a cap of 2, ${ceiling}`, { kind: 'rankWithCap', rankedInARow: 2 }),
    of('strict ranks', { kind: 'strictRanks' }),
    of('ratio 2:1', { kind: 'ratio', ranked: 2, ordinary: 1 }),
    of('ratio 1:2', { kind: 'ratio', ranked: 1, ordinary: 2 }),
    of('first come, credits 30/20/10 min', { kind: 'firstCome', creditMs }),
    of('accumulating, rates 4/3/2/1', { kind: 'accumulating', creditMs: { ...creditMs, green: 0, appointment: 0, priority: 0 }, rate: { green: 4, appointment: 3, priority: 2, ordinary: 1 } }),
    of('cap 2, condition A over 20 min', { kind: 'rankWithCap', rankedInARow: 2 }, { conditions: [{ queueId: 'A' as QueueId, waitedMs: 20 * minutes }] }),
    of('cap 2, ceiling 20 min', { kind: 'rankWithCap', rankedInARow: 2 }, { ceilingMs: 20 * minutes }),
  ];
}
