// Forgetting: one person, one day, all days before one, and what an order to erase had left when it was broken off (V1).
// First goes what makes everything unreadable; whatever breaks off afterwards is done again the next time.
import type { BusinessDay, VisitorId } from '@hall/core/domain/ids';
import type { DayKeys, Warn } from './dayKeys.ts';
import type { ErasedNames } from './erasedNames.ts';
import type { ErasableFiles } from './fileStore.ts';
import type { VisitorRows } from './visitorRows.ts';
import type { Visitors } from './visitors.ts';

export interface ErasingParts {
  readonly rows: VisitorRows;
  readonly keys: DayKeys;
  readonly names: ErasedNames;
  readonly files: ErasableFiles;
  readonly warn: Warn;
}

export function createErasing({ rows, keys, names, files, warn }: ErasingParts): Pick<Visitors, 'erase' | 'eraseDay' | 'eraseBefore' | 'holdTo'> {
  const { attached } = rows;

  function forget(work: () => void): void {
    rows.write(work);
    if (rows.empty().some(({ busy }) => busy !== 0)) warn({}, 'erased data of visitors may stay in the write-ahead log until the next start');
  }
  function eraseDay(day: BusinessDay): void {
    keys.erase(day);
    forget(() => {
      rows.dropDay(day);
      attached.dropDay(day);
    });
    files.removeDay(day);
  }
  function erase(id: VisitorId): void {
    // A copy of the database from before opens with the keys there are now, the newest the longest; without any it opens nobody.
    const [newest] = keys.days();
    if (newest !== undefined) names.add(id, newest);
    const theirs = attached.filesOf(id);
    forget(() => {
      rows.drop(id);
      rows.dropOrders(id);
      attached.dropOf(id);
    });
    files.remove(theirs);
  }
  const isKnown = (id: VisitorId): boolean => rows.row(id) !== null || rows.hasOrders(id) || attached.areAbout(id);
  const daysLeft = (): Set<BusinessDay> => new Set([...rows.days().map((one) => one.day), ...rows.orderDays(), ...attached.days(), ...files.filed(), ...keys.filed()]);

  return {
    erase, eraseDay,
    eraseBefore(day) {
      for (const old of daysLeft()) if (old < day) eraseDay(old);
      names.dropBefore(day);
    },
    holdTo({ visitors, days }) {
      const people = [...visitors].filter(isKnown);
      people.forEach(erase);
      const left = daysLeft();
      const over = [...days].filter((day) => left.has(day));
      over.forEach(eraseDay);
      return people.length + over.length;
    },
  };
}
