// Which days the manager may erase, and how a masked visitor is called.
import { expect, test } from 'vitest';
import type { BusinessDay, VisitorId } from '@hall/core/domain/ids';
import { erasableDay, shortName } from './visitorFlow.ts';

const day = (date: string, closedAt: number | null) => ({ day: { date: date as BusinessDay, openedAt: 1, closedAt } });

test('V1 given the day that is open, then only days before it may be erased; once it is closed, it too', () => {
  const may = (hall: Parameters<typeof erasableDay>[0]) => ['2026-03-01', '2026-03-02', '2026-03-03'].map((typed) => erasableDay(hall, typed));
  expect(may(day('2026-03-02', null))).toEqual(['2026-03-01', null, null]);
  expect(may(day('2026-03-02', 5))).toEqual(['2026-03-01', '2026-03-02', null]);
});

test('V1 given no day, or what is none, then there is nothing to erase', () => {
  expect(erasableDay({ day: null }, '2026-03-01')).toBeNull();
  for (const typed of ['', '2026-3-1', '2026-02-30', 'yesterday']) expect(erasableDay(day('2026-03-02', null), typed)).toBeNull();
});

test('V2 given a masked visitor, then he is called by what is known, or as nameless', () => {
  const visitorId = 'a'.repeat(32) as VisitorId;
  expect(shortName({ visitorId, name: '张*三', phone: '138****1234', idNumber: '1***0000' }, '未留姓名')).toBe('张*三 138****1234');
  expect(shortName({ visitorId, name: null, phone: null, idNumber: '1***0000' }, '未留姓名')).toBe('未留姓名 1***0000');
});
