// Who was erased by order, kept beside the keys and apart from the database: random names, no data of anybody. When an older
// copy of the database comes back to its place, these are erased in it once more, whatever the journal knows (V1).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BusinessDay, VisitorId } from '@hall/core/domain/ids';
import { writeWhole } from '../journal/folder.ts';

export interface ErasedNames {
  all(): readonly VisitorId[];
  /** `day`: the last one whose key could open this visitor. On disk when it returns. */
  add(id: VisitorId, day: BusinessDay): void;
  /** Their keys are gone. */
  dropBefore(day: BusinessDay): void;
}

const line = /^([0-9a-f]{32}) (\d{4}-\d\d-\d\d)$/u;

export function erasedNames(keyFolder: string): ErasedNames {
  const file = join(keyFolder, 'erased.txt');
  const names = new Map<VisitorId, BusinessDay>();
  // A line that cannot be read is passed over: one broken line must not bring the others back.
  for (const text of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const [, id, day] = line.exec(text) ?? [];
    if (id !== undefined && day !== undefined) names.set(id as VisitorId, day as BusinessDay);
  }
  const write = (): void => { writeWhole(file, [...names].map(([id, day]) => `${id} ${day}\n`).join('')); };
  return {
    all: () => [...names.keys()],
    add(id, day) {
      if ((names.get(id) ?? '') >= day) return;
      names.set(id, day);
      write();
    },
    dropBefore(day) {
      const before = names.size;
      for (const [id, last] of names) if (last < day) names.delete(id);
      if (names.size < before) write();
    },
  };
}
