// The manager: on some days closes the day too early and opens it again, or goes on to the next one; stops issuing for
// a while (H6), frees a counter whose clerk has gone (C13), and hears who was blocked (H4). The hall's own clock opens and
// closes the day by itself. Changes of the plan are in planner.ts.
import type { BusinessDay } from '@hall/core/domain/ids';
import type { Scope } from '@hall/core/domain/scope';
import { somebody, visitorIdOf } from '../memoryVisitors.ts';
import type { Screen } from '../screens.ts';
import type { Stage } from './stage.ts';

const dayMs = 86_400_000;
export const dateAfter = (date: string): BusinessDay => new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10) as BusinessDay;

export function liveAsManager({ clock, random, plan }: Stage, desk: Screen, lengthMs: number): void {
  const day = (): BusinessDay | null => desk.hall.day?.date ?? null;
  const close = (): void => { if (day() !== null) desk.order('closeDay', { date: day() as BusinessDay }); };
  const stops = random.below(3);
  for (let nth = 0; nth < stops; nth += 1) {
    const queueId = random.pick(plan.queues).id;
    const scope = random.pick<Scope>([{ kind: 'hall' }, { kind: 'zone', zoneId: random.pick(plan.zones).id }, { kind: 'queue', queueId }, { kind: 'queue', queueId }]);
    const from = random.below(lengthMs);
    clock.after(from, () => desk.order('stopIssuing', { scope, reasonId: random.pick(plan.stopReasons).id }));
    clock.after(from + random.below(lengthMs / 8), () => desk.order('resumeIssuing', { scope }));
  }
  const releases = 1 + random.below(4);
  for (let nth = 0; nth < releases; nth += 1) {
    const counterId = random.pick(plan.counters).id;
    clock.after(random.below(lengthMs), () => desk.order('releaseCounter', { counterId, then: random.pick(['putBack', 'park', 'finish'] as const) }));
  }
  if (random.chance(0.3)) {
    clock.after(lengthMs * (0.5 + random.next()), () => {
      const { blocks, noShows } = desk.hall.staff;
      const known = [...blocks.keys(), ...noShows.keys()];
      desk.order('excuseVisitor', { visitorId: known.length > 0 ? random.pick(known) : visitorIdOf(somebody(0)), reasonId: random.pick(plan.grantReasons).id });
    });
  }
  const luck = random.next();
  const at = lengthMs * (0.3 + random.next() * 0.5);
  if (luck < 0.15) {
    clock.after(at, close);
    clock.after(at + 4_000 + random.below(10_000), () => { if (day() !== null) desk.order('openDay', { date: day() as BusinessDay }); });
  } else if (luck < 0.3) {
    clock.after(at, close);
    clock.after(at + 4_000 + random.below(10_000), () => { if (day() !== null) desk.order('openDay', { date: dateAfter(day() as BusinessDay) }); });
  } else if (luck < 0.35) {
    // One order too many: yesterday, and a day that is open.
    clock.after(at, () => { if (day() !== null) desk.order('openDay', { date: '2020-01-01' as BusinessDay }); });
  }
}
