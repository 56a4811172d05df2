// When tickets are given: weekly spans, lunch, holidays, days that are swapped, long evenings, midnight, changed clocks.
import { expect, test } from 'vitest';
import { issuingNow, spansOn } from './hours.ts';
import type { Plan, Span } from './plan.ts';
import { smallPlan } from './testing/smallPlan.ts';
import { must } from '../base/assert.ts';

const span = (opensAt: string, closesAt: string, issuesFrom = opensAt): Span => ({ opensAt, closesAt, issuesFrom });
type Exception = Plan['exceptions'][number];
const exception = (date: string, kind: Exception['kind'], spans: Span[] = [], hoursIds: string[] = []): Exception =>
  ({ date, kind, spans, hoursIds, name: { zh: '例外', en: 'exception' } }) as unknown as Exception;

/** The small plan (Monday to Friday 9–12 from 8:40, 13:30–17 from 13:20) with exceptions, in a zone. */
const planWith = (exceptions: Exception[], timeZone = 'Asia/Shanghai'): Plan => ({ ...smallPlan(), exceptions, timeZone });
const service = { ...must(smallPlan().services[0], 'a service'), hoursId: 'office' as never };
/** Local wall clock of Shanghai, which has no summer time. */
const shanghai = (text: string): number => Date.parse(`${text}:00+08:00`);
/** Open until, or closed until; as local time of Shanghai, or null. */
function at(text: string, ...exceptions: Exception[]): [boolean, string | null] {
  const issuing = issuingNow(planWith(exceptions), service, shanghai(text));
  const moment = issuing.open ? issuing.closesAt : issuing.opensAt;
  return [issuing.open, moment === null ? null : new Date(moment + 8 * 3_600_000).toISOString().slice(11, 16)];
}

test.each([
  ['2026-01-05T08:39', false, '08:40'], ['2026-01-05T08:40', true, '12:00'], ['2026-01-05T11:59', true, '12:00'],
  ['2026-01-05T12:00', false, '13:20'], ['2026-01-05T13:20', true, '17:00'], ['2026-01-05T16:59', true, '17:00'], ['2026-01-05T17:00', false, null],
  ['2026-01-09T10:00', true, '12:00'], ['2026-01-10T10:00', false, null], ['2026-01-11T10:00', false, null],
])('H1 the week: at %s issuing is open: %s, until %s', (moment, open, until) => {
  expect(at(moment)).toEqual([open, until]);
});

test('H1 a holiday is closed', () => {
  expect(at('2026-01-05T10:00', exception('2026-01-05', 'closed'))).toEqual([false, null]);
  expect(at('2026-01-06T10:00', exception('2026-01-05', 'closed'))).toEqual([true, '12:00']);
});

test('H1 a Saturday that is worked instead, and a Saturday with hours of its own besides none', () => {
  expect(at('2026-01-10T10:00', exception('2026-01-10', 'instead', [span('09:00', '17:00')]))).toEqual([true, '17:00']);
  expect(at('2026-01-10T10:30', exception('2026-01-10', 'extended', [span('09:30', '11:30', '09:00')]))).toEqual([true, '11:30']);
  expect(at('2026-01-10T08:59', exception('2026-01-10', 'extended', [span('09:30', '11:30', '09:00')]))).toEqual([false, '09:00']);
});

test('H1 a day with other hours has these and no others', () => {
  const short = exception('2026-01-05', 'instead', [span('10:00', '11:00')]);
  expect([at('2026-01-05T09:30', short), at('2026-01-05T10:30', short), at('2026-01-05T14:00', short)]).toEqual([[false, '10:00'], [true, '11:00'], [false, null]]);
});

test('H1 a long evening comes besides the usual hours, and joins them where they meet', () => {
  const evening = exception('2026-01-05', 'extended', [span('17:30', '20:00', '17:20')]);
  expect([at('2026-01-05T10:00', evening), at('2026-01-05T17:10', evening), at('2026-01-05T19:00', evening)]).toEqual([[true, '12:00'], [false, '17:20'], [true, '20:00']]);
  expect(at('2026-01-05T16:00', exception('2026-01-05', 'extended', [span('17:00', '20:00')]))).toEqual([true, '20:00']);
  expect(at('2026-01-05T16:45', exception('2026-01-05', 'extended', [span('16:30', '19:00')]))).toEqual([true, '19:00']);
  const noon = exception('2026-01-05', 'extended', [span('12:00', '13:30')]);
  expect([at('2026-01-05T09:00', noon), at('2026-01-05T12:30', noon)]).toEqual([[true, '17:00'], [true, '17:00']]);
});

test('H1 an exception for certain hours goes before one for all, and leaves other hours alone', () => {
  const all = exception('2026-01-05', 'closed');
  const office = exception('2026-01-05', 'instead', [span('09:00', '10:00')], ['office']);
  expect(at('2026-01-05T09:30', all, office)).toEqual([true, '10:00']);
  const other = exception('2026-01-05', 'closed', [], ['night']);
  expect(at('2026-01-05T09:30', other)).toEqual([true, '12:00']);
});

test('H1 a service without hours is limited by none', () => {
  const plan = planWith([exception('2026-01-05', 'closed')]);
  expect(spansOn(plan, { hoursId: null }, { date: '2026-01-05', weekday: 0 })).toBeNull();
  expect(issuingNow(plan, { ...service, hoursId: null }, shanghai('2026-01-05T03:00'))).toEqual({ open: true, closesAt: null });
});

test('H1 midnight belongs to the new date', () => {
  const until = exception('2026-01-05', 'instead', [span('20:00', '23:59')]);
  const from = exception('2026-01-06', 'instead', [span('00:00', '01:00')]);
  expect([at('2026-01-05T23:58', until, from), at('2026-01-05T23:59', until, from), at('2026-01-06T00:00', until, from)]).toEqual([[true, '23:59'], [false, null], [true, '01:00']]);
});

test('H1 in a zone with summer time the opening is told right, also on the night the clocks change', () => {
  // Berlin goes from 02:00 to 03:00 on 29 March 2026, a Sunday, and back at 03:00 on 25 October.
  const plan = planWith([exception('2026-03-29', 'instead', [span('09:00', '12:00')]), exception('2026-10-25', 'instead', [span('09:00', '12:00')])], 'Europe/Berlin');
  const opening = (now: string): string | null => {
    const issuing = issuingNow(plan, service, Date.parse(now));
    const moment = issuing.open ? issuing.closesAt : issuing.opensAt;
    return moment === null ? null : new Date(moment).toISOString();
  };
  expect(opening('2026-03-29T00:30:00Z')).toBe('2026-03-29T07:00:00.000Z');
  expect(opening('2026-10-24T23:30:00Z')).toBe('2026-10-25T08:00:00.000Z');
  expect(opening('2026-07-06T06:00:00Z')).toBe('2026-07-06T06:40:00.000Z');
  expect(opening('2026-07-06T08:00:20Z')).toBe('2026-07-06T10:00:00.000Z');
  expect(opening('2026-12-07T08:00:20Z')).toBe('2026-12-07T11:00:00.000Z');
});
