// The choice among heads by itself: credits and strict ranks (C5); the default policy is tested through callOrder.test.ts.
import { expect, test } from 'vitest';
import { accumulatingCredit, rankWithCap, type Head } from './callPolicy.ts';

const minute = 60;
const now = 100 * minute;
const head = (rank: number, waited: number, bornSeq = 0): Head => ({ rank, dueAt: now - waited, bornSeq });
const nobody = undefined;

const strict = rankWithCap({ standing: [0, 1, 2], outsideCap: [], bySlot: [true], earlyBy: 5 * minute, cap: Infinity, ceiling: 60 * minute });

test('C5 strict ranks: the higher rank goes first however many were called before', () => {
  expect(strict.chooseDue([nobody, head(1, 1), head(2, 50 * minute)], 99, now)?.head.rank).toBe(1);
});

test('C5 given somebody beyond the ceiling, then the earliest due goes first in strict ranks too', () => {
  expect(strict.chooseDue([nobody, head(1, 1), head(2, 61 * minute)], 0, now)).toMatchObject({ head: { rank: 2 }, rule: 'pastCeiling' });
});

test('C4 an appointment counts as due as much before its slot as the policy says', () => {
  expect(strict.chooseDue([head(0, -5 * minute), nobody, head(2, 1)], 0, now)?.head.rank).toBe(0);
  expect(strict.chooseDue([head(0, -5.1 * minute), nobody, head(2, 1)], 0, now)?.head.rank).toBe(2);
  expect(strict.chooseDue([head(0, -5.1 * minute), nobody, nobody], 0, now)).toBeNull();
  expect(strict.chooseEarly([head(0, -5.1 * minute), nobody, nobody])).toMatchObject({ head: { rank: 0 }, rule: 'earlyAppointment' });
});

const credits = accumulatingCredit({ credit: [90, 0], rate: [1, 1], bySlot: [], earlyBy: 0, ceiling: Infinity });

test('C5 first come first served with credits: 90 s of credit are worth 90 s of waiting', () => {
  expect(credits.chooseDue([head(0, 60), head(1, 149)], 0, now)?.head.rank).toBe(0);
  expect(credits.chooseDue([head(0, 60), head(1, 151)], 0, now)?.head.rank).toBe(1);
});

test('C5 of equal credit the earlier due goes first, then the one issued first', () => {
  expect(credits.chooseDue([head(0, 60), head(1, 150)], 0, now)?.head.rank).toBe(1);
  const alike = accumulatingCredit({ credit: [0, 0], rate: [1, 1], bySlot: [], earlyBy: 0, ceiling: Infinity });
  expect(alike.chooseDue([head(0, 60, 8), head(1, 60, 7)], 0, now)?.head.rank).toBe(1);
});

test('C5 accumulating priority: a class that gains credit twice as fast overtakes who waited up to twice as long', () => {
  const faster = accumulatingCredit({ credit: [0, 0], rate: [2, 1], bySlot: [], earlyBy: 0, ceiling: 60 * minute });
  expect(faster.chooseDue([head(0, 10 * minute), head(1, 19 * minute)], 0, now)?.head.rank).toBe(0);
  expect(faster.chooseDue([head(0, 10 * minute), head(1, 21 * minute)], 0, now)?.head.rank).toBe(1);
  expect(faster.chooseDue([head(0, 50 * minute), head(1, 61 * minute)], 0, now)).toMatchObject({ head: { rank: 1 }, rule: 'pastCeiling' });
});

test('C5 who comes later can overtake only in ranks that stand above the lowest', () => {
  expect([0, 1, 2].map(strict.overtakes)).toEqual([true, true, false]);
  expect([0, 1].map(credits.overtakes)).toEqual([true, false]);
});
