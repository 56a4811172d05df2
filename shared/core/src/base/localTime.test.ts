// Date, time and weekday in the hall's own zone.
import { expect, test } from 'vitest';
import { localTime, minutesBetween } from './localTime.ts';

test('N3 H1 the date, time and weekday are those of the zone, not of the machine', () => {
  const moment = Date.UTC(2026, 0, 4, 16, 30);
  expect(localTime(moment, 'Asia/Shanghai')).toEqual({ date: '2026-01-05', time: '00:30', weekday: 0 });
  expect(localTime(moment, 'Europe/Berlin')).toEqual({ date: '2026-01-04', time: '17:30', weekday: 6 });
  expect(localTime(moment - 60_000 * 30, 'Asia/Shanghai')).toEqual({ date: '2026-01-05', time: '00:00', weekday: 0 });
  expect(localTime(moment - 60_000 * 31, 'Asia/Shanghai')).toEqual({ date: '2026-01-04', time: '23:59', weekday: 6 });
});

test('H1 summer time is followed', () => {
  expect(localTime(Date.UTC(2026, 2, 29, 0, 59), 'Europe/Berlin').time).toBe('01:59');
  expect(localTime(Date.UTC(2026, 2, 29, 1, 0), 'Europe/Berlin').time).toBe('03:00');
});

test('minutes from one time to another, and back', () => {
  expect([minutesBetween('08:40', '12:00'), minutesBetween('12:00', '08:40'), minutesBetween('00:00', '23:59')]).toEqual([200, -200, 1_439]);
});
