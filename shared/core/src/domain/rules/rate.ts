// Rating a service record (rules R1, R2, R3): once, by the pad of the counter that served, until the day ends.
// The single-use token, further channels and cases come with the pad's own issue.
import { accept, fact, openHall, refuse, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';

export function rateService(hall: Readonly<Hall>, data: CommandData<'rateService'>, { now }: Context): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const { recordId, counterId, level, codes } = data;
  const record = hall.records.get(recordId);
  if (record === undefined || record.counterId !== counterId) return refuse('noSuchRecord', { recordId });
  if (record.endedAt === null) return refuse('notYetFinished', { recordId });
  if (record.rated) return refuse('alreadyRated', { recordId });
  const known = open.found.plan.rating.levels.find((of) => of.level === level)?.codes ?? [];
  const strange = codes.find((code) => !known.some((of) => of.code === code));
  if (strange !== undefined) return refuse('noSuchCode', { code: strange });
  const givenAt = Math.min(Math.max(data.givenAt, record.endedAt), now);
  return accept(fact('recordRated', { recordId, counterId }, { level, codes: [...new Set(codes)], givenAt }));
}
