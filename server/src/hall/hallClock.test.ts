// Which order time itself gives, at every hour that matters.
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import type { BusinessDay } from '@hall/core/domain/ids';
import { expect, test } from 'vitest';
import { quickPlan } from '../testing/testPlan.ts';
import { dueOrder } from './hallClock.ts';
import { localTime } from '@hall/core/base/localTime';

/** A moment in Shanghai (UTC+8, no summer time). */
const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`);
const hallWith = (day: Hall['day']): Hall => ({ ...emptyHall(), plan: quickPlan(), day });
const closed = (date: string): Hall['day'] => ({ date: date as BusinessDay, openedAt: at(date, '08:00'), closedAt: at(date, '20:00') });
const open = (date: string, time = '08:00'): Hall['day'] => ({ date: date as BusinessDay, openedAt: at(date, time), closedAt: null });
const says = (day: Hall['day'], date: string, time: string, trial = false): string => {
  const due = dueOrder(hallWith(day), at(date, time), trial);
  return due === null ? 'nothing' : `${due.type} ${due.data.date}`;
};

test.each([
  ['before the first day, early', null, '2026-03-02', '07:59', 'nothing'],
  ['before the first day, at opening', null, '2026-03-02', '08:00', 'openDay 2026-03-02'],
  ['yesterday is closed, early', closed('2026-03-01'), '2026-03-02', '07:59', 'nothing'],
  ['yesterday is closed, in the morning', closed('2026-03-01'), '2026-03-02', '08:00', 'openDay 2026-03-02'],
  ['yesterday is closed, a start in the afternoon', closed('2026-03-01'), '2026-03-02', '19:59', 'openDay 2026-03-02'],
  ['yesterday is closed, a start after the last hour', closed('2026-03-01'), '2026-03-02', '20:00', 'nothing'],
  ['today was closed early', closed('2026-03-02'), '2026-03-02', '15:00', 'nothing'],
  ['in service', open('2026-03-02'), '2026-03-02', '19:59', 'nothing'],
  ['H7: at the last hour', open('2026-03-02'), '2026-03-02', '20:00', 'closeDay 2026-03-02'],
  ['opened by hand after the last hour', open('2026-03-02', '21:00'), '2026-03-02', '23:59', 'nothing'],
  ['N3: midnight during service', open('2026-03-02', '21:00'), '2026-03-03', '00:00', 'nothing'],
  ['N3: the night after', open('2026-03-02', '21:00'), '2026-03-03', '07:59', 'nothing'],
  ['a forgotten day, in the morning', open('2026-03-02'), '2026-03-03', '08:00', 'closeDay 2026-03-02'],
  ['a day forgotten for a month', open('2026-02-01'), '2026-03-03', '21:00', 'closeDay 2026-02-01'],
  ['the clock was set back before the open day', open('2026-03-02'), '2026-03-01', '21:00', 'nothing'],
  ['the clock was set back before the closed day', closed('2026-03-02'), '2026-03-01', '10:00', 'nothing'],
])('N3/H7: given %s, then the due order is as expected', (_name, day, date, time, expected) => {
  expect(says(day, date, time)).toBe(expected);
});

test.each([
  ['at night', null, '2026-03-02', '03:00', 'openDay 2026-03-02'],
  ['after the last hour', open('2026-03-02'), '2026-03-02', '22:00', 'nothing'],
  ['midnight', open('2026-03-02'), '2026-03-03', '00:00', 'nothing'],
  ['the next morning', open('2026-03-02'), '2026-03-03', '08:00', 'closeDay 2026-03-02'],
  ['closed by hand today', closed('2026-03-02'), '2026-03-02', '22:00', 'nothing'],
])('N3: given a trial, %s, then it is open whenever someone wants to try it', (_name, day, date, time, expected) => {
  expect(says(day, date, time, true)).toBe(expected);
});

test('N3: given a hall without a plan, then time orders nothing', () => {
  expect(dueOrder(emptyHall(), at('2026-03-02', '10:00'), true)).toBeNull();
});

test('N3: the day is that of the hall\'s own time zone, also where the machine and UTC have another date', () => {
  expect(localTime(at('2026-03-02', '00:00'), 'Asia/Shanghai')).toMatchObject({ date: '2026-03-02', time: '00:00' });
  expect(localTime(at('2026-03-02', '00:00'), 'America/New_York')).toMatchObject({ date: '2026-03-01', time: '11:00' });
  expect(localTime(Date.UTC(2026, 2, 8, 7), 'America/New_York')).toMatchObject({ date: '2026-03-08', time: '03:00' });
});
