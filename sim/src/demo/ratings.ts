// Visitors at the pad: some rate the service they just had, with the codes of that level.
import type { CounterId } from '@hall/core/domain/ids';
import { isDayOpen } from '@hall/core/domain/questions';
import { fateOf, randomOf } from './fate.ts';
import type { Person, World } from './person.ts';

export async function liveAsPad(world: World, me: Person): Promise<void> {
  const counterId = me.place as CounterId;
  const random = randomOf(world.seed, `pad ${me.place}`);
  await me.awake();
  while (!world.over.aborted) {
    await me.nap(200);
    const hall = me.hall();
    const record = hall.counters.get(counterId)?.lastRecord ?? null;
    if (!isDayOpen(hall) || record === null || record.rated || record.endedAt === null) continue;
    const { level, rateAfterMs } = fateOf(world.seed, record.ticketId, null);
    if (level === null || me.link.serverNow() < record.endedAt + rateAfterMs / world.speed) continue;
    const codes = hall.plan?.rating.levels.find((one) => one.level === level)?.codes.map(({ code }) => code) ?? [];
    const given = codes.filter(() => random.chance(0.25)).slice(0, 4);
    await me.press('rateService', { counterId, recordId: record.id, level, codes: given, givenAt: Math.round(me.link.serverNow()) });
  }
}
