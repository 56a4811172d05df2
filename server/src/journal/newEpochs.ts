// What a restore must order so that no number comes again (J9): one new epoch for every day whose numbers may be on paper.
// Pure: restore.ts does it on a folder, the simulator on its memory.
import type { CommandData } from '@hall/core/domain/commands';
import type { Hall } from '@hall/core/domain/hall';
import type { BusinessDay } from '@hall/core/domain/ids';
import { restoreFloors } from '@hall/core/domain/numbering';
import { localTime } from '@hall/core/base/localTime';
import { JournalRefused } from './journalRefused.ts';

export interface NewEpochs {
  /** Hall time of the restore: later than everything any of the journals knows. */
  readonly at: number;
  readonly orders: readonly CommandData<'startEpoch'>[];
}

/** `hall` is the backup's; `halls` what other journals of this hall still tell, the newest last; `epoch` the highest known. */
export function newEpochs(hall: Hall, halls: readonly Hall[], epoch: number, now: number): NewEpochs {
  const { plan } = hall;
  if (plan === null) throw new JournalRefused('The backup holds no plan, so its numbers cannot go on safely.');
  const at = Math.max(now, hall.at, ...halls.map((old) => old.at));
  const lastOpen = halls.at(-1)?.day;
  const today = isOpen(lastOpen) ? lastOpen.date : (localTime(at, plan.timeZone).date as BusinessDay);
  // A day that the backup leaves open, and the last one known.
  const dates = new Set(isOpen(hall.day) ? [hall.day.date, today] : [today]);
  const newest = Math.max(hall.epoch, epoch);
  return { at, orders: [...dates].map((date, index) => ({ epoch: newest + index + 1, date, floors: restoreFloors(plan.queues, numbersOf(date, halls)) })) };
}

const isOpen = (day: Hall['day'] | undefined): day is NonNullable<Hall['day']> => day?.closedAt === null;

/** Next number of each prefix on that day, past everything any of these journals gave out. */
function numbersOf(date: BusinessDay, halls: readonly Hall[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { day, numbers: given } of halls) {
    if (day?.date !== date) continue;
    for (const [prefix, next] of given) numbers.set(prefix, Math.max(next, numbers.get(prefix) ?? 0));
  }
  return numbers;
}
