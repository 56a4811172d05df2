// The page of appointments against a small day whose sums are done by hand (H3, H4).
import { expect, test } from 'vitest';
import type { CommandData } from '@hall/core/domain/commands';
import type { BusinessDay, VisitorId } from '@hall/core/domain/ids';
import { blockedRows, dayRows, rowsToShow, slotRows, slotTotal, templateCsv, visitorName, type Imported } from './appointmentFlow.ts';
import { FoldedDay, minute } from './foldedDay.ts';

const today = '2026-03-02';
let nth = 0;
/** Booked at half past eight, before the slots begin; `id` is the booking system's name. */
function book(day: FoldedDay, from: string, date = today, id: string | null = null): string {
  nth += 1;
  const code = String(100_000 + nth);
  day.order('bookAppointment', { serviceId: 'sA', date, from, visitorId: null, code, externalId: id, override: null } as CommandData<'bookAppointment'>);
  return code;
}
function bookedDay(): FoldedDay {
  const day = new FoldedDay();
  const { plan } = day.hall;
  if (plan === null) throw new Error('no plan');
  const slots = [{ from: '09:30', to: '10:00', most: 9 }, { from: '10:00', to: '10:30', most: 9 }];
  day.order('adoptPlan', { from: 'now', plan: { ...plan, bookings: [{ id: 'b', daysAhead: 7, slots }], hoursApply: false, services: plan.services.map((service) => ({ ...service, bookingId: 'b' })) } } as unknown as CommandData<'adoptPlan'>);
  const codes = [book(day, '09:30'), book(day, '09:30'), book(day, '10:00'), book(day, '10:00', today, 'x1')];
  book(day, '09:30', '2026-03-03', 'x2');
  book(day, '09:30', '2026-03-03', 'x3');
  book(day, '09:30', '2026-03-03');
  book(day, '10:00', '2026-03-05', 'x4');
  const at0930 = [...day.hall.staff.appointments.values()];
  day.order('cancelAppointment', { appointmentId: at0930.find(({ code }) => code === codes[2])?.id } as CommandData<'cancelAppointment'>);
  return day.pass(35 * minute).order('checkIn', { appointmentId: null, code: codes[0] ?? '', visitorId: null, priority: null, override: null } as CommandData<'checkIn'>);
}

test('H3 given appointments of today, then each slot tells who came, who is still to come and what was cancelled', () => {
  const day = bookedDay();
  expect(slotRows(day.hall, today, day.now)).toEqual([
    { from: '09:30', to: '10:00', booked: 2, checkedIn: 1, toCome: 1, late: 0, cancelled: 0 },
    { from: '10:00', to: '10:30', booked: 1, checkedIn: 0, toCome: 1, late: 0, cancelled: 1 },
  ]);
  day.pass(30 * minute);
  const rows = slotRows(day.hall, today, day.now);
  expect(rows[0]).toMatchObject({ checkedIn: 1, toCome: 0, late: 1 });
  expect(slotTotal(rows)).toMatchObject({ booked: 3, checkedIn: 1, toCome: 1, late: 1, cancelled: 1 });
  expect(slotRows(day.hall, '2026-03-04', day.now)).toEqual([]);
});

test('H3 given days to come, then what came from outside and what the hall booked are counted apart', () => {
  expect(dayRows(bookedDay().hall, today)).toEqual([{ date: '2026-03-03', imported: 2, byHand: 1 }, { date: '2026-03-05', imported: 1, byHand: 0 }]);
});

test('H4 given blocked visitors, then those whose block still holds are listed with what they missed, the longest block first', () => {
  const { hall } = new FoldedDay();
  const visitor = (sign: string): VisitorId => sign.repeat(32) as VisitorId;
  const date = (text: string): BusinessDay => text as BusinessDay;
  hall.staff.blocks.set(visitor('a'), date('2026-03-10')).set(visitor('b'), date('2026-03-01')).set(visitor('c'), date('2026-03-20'));
  hall.staff.noShows.set(visitor('a'), [date('2026-02-10'), date('2026-02-11')]);
  expect(blockedRows(hall, today)).toEqual([
    { visitorId: visitor('c'), until: '2026-03-20', missedOn: [] }, { visitorId: visitor('a'), until: '2026-03-10', missedOn: ['2026-02-10', '2026-02-11'] },
  ]);
  expect(visitorName({ visitorId: visitor('a'), name: null, phone: '138****1234', idNumber: null })).toBe('138****1234');
});

test('H3 given the result of an import, then the rows that were not taken can be looked at alone', () => {
  const result = (row: number, status: 200 | 201 | 409 | 422): Imported['results'][number] => ({ row, externalId: 'x', status, appointment: null, faults: [] });
  const imported: Imported = { booked: 1, same: 1, refused: 2, ignoredColumns: [], results: [result(2, 201), result(3, 422), result(4, 200), result(5, 409)] };
  expect(rowsToShow(imported, true).map(({ row }) => row)).toEqual([3, 5]);
  expect(rowsToShow(imported, false)).toHaveLength(4);
  expect(rowsToShow({ ...imported, results: Array.from({ length: 900 }, (_, row) => result(row, 422)) }, true)).toHaveLength(500);
});

test('given a template, then spreadsheets read it, and a comma in a name does not break it', () => {
  const text = templateCsv('a, "b"', '2026-03-03', '09:30');
  expect(text.startsWith('\uFEFF外部编号,')).toBe(true);
  expect(text).toContain('\r\nYY-0001,"a, ""b""",2026-03-03,09:30,');
});
