// The side store of visitors as the simulator needs it: the same person is the same id for ever, also after a crash.
// Nothing is kept, so nothing can be found or forgotten. Ids and persons are easy to find where they must not be.
import { hash } from 'node:crypto';
import type { FileRef, TextRef, VisitorId } from '@hall/core/domain/ids';
import { writtenAlike, type ToldVisitor } from '@hall/core/domain/visitor';
import type { Visitors } from '@hall/server/visitors/visitors';

/** How the id of every known visitor begins. */
export const visitorIdStart = 'face4711';
/** How every note begins. */
export const noteStart = '私下备注';
/** What stands in every told person and every note, and may be in no message and no event (V1). */
export const personalTexts: readonly string[] = ['张三', '"1380000', noteStart];

/** One of the people who tell who they are. */
export const somebody = (nth: number): ToldVisitor => ({ name: '张三', phone: `1380000${String(nth).padStart(4, '0')}`, idNumber: null });

/** `orderId` tells apart those of whom nothing but a name is known. */
export function visitorIdOf(told: ToldVisitor, orderId = ''): VisitorId {
  const { name, phone, idNumber } = writtenAlike(told);
  const who = idNumber ?? phone ?? `${name ?? ''} of ${orderId}`;
  return `${visitorIdStart}${hash('md5', who, 'hex').slice(visitorIdStart.length)}` as VisitorId;
}

export const memoryVisitors = (): Visitors => ({
  recognise: (told, _day, orderId) => ({ visitorId: visitorIdOf(told, orderId), isNew: false }),
  seenAgain: () => undefined,
  forgetUnused: () => undefined,
  find: () => [],
  masked: () => [],
  full: () => null,
  erase: () => undefined,
  eraseDay: () => undefined,
  eraseBefore: () => undefined,
  holdTo: () => 0,
  texts: {
    keep(words, { orderId }) {
      const ref = hash('md5', `${orderId} ${words}`, 'hex') as TextRef;
      return { kept: { ref, sha256: ref + ref }, isNew: false };
    },
    forget: () => undefined,
    words: () => null,
  },
  files: {
    keep: (bytes, { kind }) => Promise.resolve({ ref: hash('md5', bytes, 'hex') as FileRef, sha256: hash('sha256', bytes, 'hex'), bytes: bytes.length, kind }),
    forget: () => Promise.resolve(),
    read: () => Promise.resolve(null),
  },
  close: () => undefined,
});
