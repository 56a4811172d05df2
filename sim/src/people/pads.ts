// A rating pad: when a service at its counter has ended, the visitor rates, or not; sometimes late, sometimes twice.
import type { CounterId, RecordId } from '@hall/core/domain/ids';
import type { Screen } from '../screens.ts';
import type { Stage } from './stage.ts';

export function liveAsPad({ clock, random, plan, pace }: Stage, screen: Screen): () => void {
  const counterId = screen.place as CounterId;
  let asked: RecordId | null = null;

  function rate(recordId: RecordId): void {
    const level = 5 - Math.floor(random.next() ** 3 * 5);
    const codes = plan.rating.levels.find((of) => of.level === level)?.codes ?? [];
    const chosen = codes.length > 0 && random.chance(0.5) ? [random.pick(codes).code] : [];
    const press = (): void => screen.order('rateService', { counterId, recordId, level, codes: chosen, givenAt: screen.hall.at });
    press();
    if (random.chance(0.1)) clock.after(random.below(3_000), press);
  }

  /** Called after every change of the pad's hall. */
  return () => {
    const record = screen.hall.counters.get(counterId)?.lastRecord ?? null;
    if (record === null || record.rated || record.endedAt === null || record.id === asked) return;
    asked = record.id;
    if (random.chance(0.6)) clock.after(pace.thinkMs * (1 + random.next() * (random.chance(0.1) ? 60 : 4)), () => rate(record.id));
  };
}
