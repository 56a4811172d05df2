// Words of staff in the side store, each sealed under the key of the day it was written on (V1). What the hall knows of them,
// a reference and a hash, is made with that key: once it is gone, nobody can try out which words they were.
import { createHash } from 'node:crypto';
import type { KeptText } from '@hall/core/domain/attachment';
import type { BusinessDay, TextRef } from '@hall/core/domain/ids';
import type { DayKey, DayKeys } from './dayKeys.ts';
import { markOf, sealBytes, unsealBytes } from './sealed.ts';
import type { VisitorRows } from './visitorRows.ts';
import type { TextStore } from './visitors.ts';

export const textStore = (rows: VisitorRows, keys: DayKeys): TextStore => {
  const { attached } = rows;
  return {
    keep(words, { orderId, day, visitorId }) {
      // A retry of the day after is still the same order.
      const under = attached.dayOfOrder(orderId) ?? day;
      const key = keys.make(under);
      const kept = keptText(key, orderId, words);
      const isNew = attached.text(kept.ref) === null;
      if (isNew) rows.write(() => attached.putText({ ref: kept.ref, orderId, day: under, visitorId, sealed: sealBytes(key.sealing, 'text', { id: kept.ref, day: under }, Buffer.from(words)) }));
      return { kept, isNew };
    },
    forget(ref) {
      rows.write(() => attached.dropText(ref));
    },
    words(ref) {
      const row = attached.text(ref);
      const key = row === null ? null : keys.of(row.day);
      return row === null || key === null ? null : wordsIn(key, ref, row.day, row.sealed);
    },
  };
};

/** The same order telling the same gets the same, also when it was refused and let go of before (J6). */
function keptText(key: DayKey, orderId: string, words: string): KeptText {
  const ref = markOf(key, 'text', `${orderId} ${words}`).subarray(0, 16).toString('hex') as TextRef;
  return { ref, sha256: createHash('sha256').update(markOf(key, 'salt', ref)).update(words).digest('hex') };
}

const wordsIn = (key: DayKey, id: TextRef, day: BusinessDay, sealed: Buffer): string | null => unsealBytes(key.sealing, 'text', { id, day }, sealed)?.toString('utf8') ?? null;
