// Masked names are asked for once each, in questions as large as allowed, and again only when there was no answer.
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, test } from 'vitest';
import { emptyHall } from '@hall/core/domain/hall';
import type { VisitorId } from '@hall/core/domain/ids';
import type { Link } from '@hall/client/link/link';
import { useHall } from '@hall/client/store/hallStore';
import { useMasked } from './maskedStore.ts';

const idOf = (nth: number): VisitorId => String(nth).padStart(32, '0') as VisitorId;
const asked: (readonly VisitorId[])[] = [];
let isAway = false;

/** A link that answers every question at once: everybody is known but number 7, who was erased. */
const link = {
  hall: emptyHall(), status: { kind: 'live' }, you: null, serverNow: () => 0, onChange: () => () => undefined,
  ask: (_type: string, { visitorIds }: { visitorIds: readonly VisitorId[] }) => {
    asked.push(visitorIds);
    return Promise.resolve(isAway ? { kind: 'away' } : { kind: 'told', result: visitorIds.filter((id) => id !== idOf(7)).map((visitorId) => ({ visitorId, name: '张*', phone: null, idNumber: null })) });
  },
} as unknown as Link;

beforeEach(() => {
  asked.length = 0;
  isAway = false;
  setActivePinia(createPinia());
  useHall().attach(link);
});

test('V2: given names are wanted twice, then they are asked for once; who was erased is known to be nobody', async () => {
  const masked = useMasked();
  await Promise.all([masked.want([idOf(1), idOf(7), idOf(1)]), masked.want([idOf(1)])]);
  await masked.want([idOf(7), idOf(1)]);
  expect(asked).toEqual([[idOf(1), idOf(7)]]);
  expect([masked.known.get(idOf(1))?.name, masked.known.get(idOf(7)), masked.known.get(idOf(2))]).toEqual(['张*', null, undefined]);
});

test('given more are wanted than one question may name, then there are several questions', async () => {
  const masked = useMasked();
  await masked.want(Array.from({ length: 450 }, (_one, nth) => idOf(nth)));
  expect(asked.map((ids) => ids.length)).toEqual([200, 200, 50]);
  expect(masked.known.size).toBe(450);
});

test('given the server is away, then nobody is taken to be nobody, and the names are asked for again', async () => {
  const masked = useMasked();
  isAway = true;
  await masked.want([idOf(1)]);
  expect(masked.known.size).toBe(0);
  isAway = false;
  await masked.want([idOf(1)]);
  expect(masked.known.get(idOf(1))?.name).toBe('张*');
});

test('given somebody was found by a search, then he is not asked for once more', async () => {
  const masked = useMasked();
  masked.learn([{ visitorId: idOf(3), name: '李*', phone: null, idNumber: null }]);
  await masked.want([idOf(3)]);
  expect(asked).toEqual([]);
});
