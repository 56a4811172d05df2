// (f) Choosing the next ticket when 5,000 wait: the one function behind every call, on the sample hall's own lines.
import { decide } from '@hall/core/domain/decide';
import { chooseNext } from '@hall/core/domain/callOrder';
import { evolve } from '@hall/core/domain/evolve';
import { emptyHall } from '@hall/core/domain/hall';
import type { Command } from '@hall/core/domain/commands';
import type { HallEvent } from '@hall/core/domain/events';
import { must } from '@hall/core/base/assert';
import { seededRandom } from '@hall/core/base/random';
import { benchPlan } from '../benchPlan.ts';
import { median, share, type Result } from '../results.ts';

const waiting = 5_000;
/** Choices timed together: one alone is too short for the clock. */
const perRound = 480;

export function measureNextTicket({ rounds }: { readonly rounds: number }): Promise<Result[]> {
  const plan = benchPlan();
  const random = seededRandom(1);
  const hall = emptyHall();
  let now = Date.UTC(2026, 2, 2, 1);
  const order = (type: Command['type'], data: unknown): void => {
    const decision = decide(hall, { type, data } as Command, { now, actor: { role: 'system', place: 'bench', personId: null } });
    if (!decision.accepted) throw new Error(decision.refusal.code);
    for (const { facts, ...fact } of decision.events) evolve(hall, { ...fact, seq: hall.seq + 1, at: now, day: null, v: 1, staff: { by: {}, commandId: '', facts } } as unknown as HallEvent);
  };
  order('adoptPlan', { plan, from: 'now' });
  order('openDay', { date: '2026-03-02' });
  const reason = must(plan.grantReasons[0], 'reason').id;
  for (let nth = 0; nth < waiting; nth += 1) {
    now += 200;
    const luck = random.next();
    const priority = luck < 0.09 ? { classId: random.pick(plan.classes).id, reason } : null;
    order('issueTicket', { serviceId: random.pick(plan.services).id, alsoServiceIds: [], priority, slotAt: luck > 0.88 ? now + random.below(600_000) : null, override: null, visitorId: null });
  }
  const micros: number[] = [];
  for (let round = 0; round < rounds * 40; round += 1) {
    const startedAt = performance.now();
    for (let nth = 0; nth < perRound; nth += 1) {
      const counter = must(plan.counters[nth % plan.counters.length], 'counter');
      chooseNext(hall, plan, counter, must(hall.counters.get(counter.id), 'state'), now);
    }
    micros.push(((performance.now() - startedAt) / perRound) * 1_000);
  }
  return Promise.resolve([
    { part: 'g', name: 'next ticket of 5,000 waiting', value: median(micros), unit: 'µs', target: { atMost: 100 } },
    { part: 'g', name: 'the slowest 1% of rounds', value: share(micros, 0.99), unit: 'µs', target: { atMost: 100 } },
  ]);
}
