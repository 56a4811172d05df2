// What a kiosk remembers for the time without a server: which number is next, what is still to be told, and what is let go of.
import { expect, test } from 'vitest';
import type { BusinessDay, CommandId, QueueId, ServiceId } from '@hall/core/domain/ids';
import { batchMerged, batchRefused, forgetBefore, freshMemory, giveAlone, inLife, leftFor, nextBatch, withLease, type AloneMemory } from './aloneMemory.ts';

const [today, tomorrow] = ['2026-03-02', '2026-03-03'] as BusinessDay[] as [BusinessDay, BusinessDay];
const A = 'A' as QueueId;
const storeId = '00000000-0000-4000-8000-000000000001';
const life = { journalId: 'one', epoch: 1 };
const lent = (date: BusinessDay, from = 800, to = 802) => ({ storeId, place: 'K1', date, epoch: 1, blocks: [{ queueId: A, prefix: 'A', digits: 3, from, to }] });
const never = (): string => { throw new Error('a new store'); };
let ids = 0;
const freshId = (): CommandId => `batch ${(ids += 1)}` as CommandId;
const start = (): AloneMemory => withLease(inLife(freshMemory(storeId), life, never), lent(today));
function giving(memory: AloneMemory, count: number, date = today, from = 1_000): AloneMemory {
  let now = memory;
  for (let nth = 0; nth < count; nth += 1) now = giveAlone(now, { date, queueId: A, serviceIds: ['S' as ServiceId], now: from + nth })?.memory ?? now;
  return now;
}
const numbers = ({ given }: AloneMemory): string[] => given.map(({ number }) => number);

test('O1 N1 given three lent numbers, then they come in a row, and then none', () => {
  const memory = giving(start(), 3);
  expect([numbers(memory), leftFor(memory, today, A)]).toEqual([['A800', 'A801', 'A802'], 0]);
  expect(giveAlone(memory, { date: today, queueId: A, serviceIds: ['S' as ServiceId], now: 1 })).toBeNull();
  expect(giveAlone(start(), { date: tomorrow, queueId: A, serviceIds: ['S' as ServiceId], now: 1 })).toBeNull();
  expect(giveAlone(start(), { date: today, queueId: 'B' as QueueId, serviceIds: ['S' as ServiceId], now: 1 })).toBeNull();
});

test('O1 given a lease of another store, or of the same day once more, then nothing changes: what was given stays given', () => {
  const memory = giving(start(), 1);
  expect(withLease(memory, { ...lent(today), storeId: storeId.replace('1', '2') })).toBe(memory);
  expect(withLease(memory, lent(today, 900, 950))).toBe(memory);
});

test('O2 given tickets to tell, then a batch keeps its id until it is answered, the oldest first, each day apart', () => {
  const both = giving(giving(withLease(start(), lent(tomorrow)), 2, today, 2_000), 1, tomorrow, 1_000);
  const first = nextBatch(both, freshId);
  expect(first?.batch).toMatchObject({ date: tomorrow, tickets: [{ serial: 800, givenAt: 1_000 }] });
  // Asked once more before the answer, as after a reload: the same order.
  expect(nextBatch(first?.memory ?? both, freshId)?.batch).toEqual(first?.batch);
  const second = nextBatch(batchMerged(first?.memory ?? both, first?.batch.id as CommandId), freshId);
  expect(second?.batch).toMatchObject({ date: today, tickets: [{ serial: 800 }, { serial: 801 }] });
  const refused = batchRefused(second?.memory ?? both, second?.batch.id as CommandId);
  expect(nextBatch(refused, freshId)?.batch.id).not.toBe(second?.batch.id);
  expect(nextBatch(batchMerged(second?.memory ?? both, second?.batch.id as CommandId), freshId)).toBeNull();
});

test('J9 given a restored server, then everything is told once more; the same life changes nothing', () => {
  const told = giving(start(), 2);
  const batch = nextBatch(told, freshId);
  const merged = batchMerged(batch?.memory ?? told, batch?.batch.id as CommandId);
  expect(inLife(merged, life, never)).toBe(merged);
  expect(nextBatch(inLife(merged, { ...life, epoch: 2 }, never), freshId)?.batch.tickets.map(({ serial }) => serial)).toEqual([800, 801]);
});

test('O1 given another hall, then its kiosk has none of the first one\'s numbers', () => {
  const other = inLife(giving(start(), 2), { journalId: 'two', epoch: 1 }, () => 'another store');
  expect(other).toEqual({ storeId: 'another store', journalId: 'two', epoch: 1, leases: [], given: [] });
});

test('O2 given days that are over, then leases go with their day, and tickets when they were told or after a week', () => {
  const memory = giving(withLease(start(), lent(tomorrow)), 2);
  expect(forgetBefore(memory, today)).toBe(memory);
  expect(forgetBefore(memory, tomorrow)).toMatchObject({ leases: [{ date: tomorrow }], given: [{ number: 'A800' }, { number: 'A801' }] });
  const batch = nextBatch(memory, freshId);
  expect(forgetBefore(batchMerged(batch?.memory ?? memory, batch?.batch.id as CommandId), tomorrow).given).toEqual([]);
  expect(forgetBefore(memory, '2026-03-20' as BusinessDay).given).toEqual([]);
});
