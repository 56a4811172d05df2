// Booking a slot at the guide desk, and what a ticket or slot needs before it can be ordered.
import { describe, expect, test } from 'vitest';
import type { BusinessDay, ClassId, ReasonId, ServiceId } from '@hall/core/domain/ids';
import type { Answer } from '@hall/core/protocol/messages';
import { bookableDates, bookableRows, bookWithCode, codeText, freshCode, slotChoices } from './bookingFlow.ts';
import { chosenWith, mostServices, takeObstacle } from './issueFlow.ts';
import { issuedBy } from './issued.ts';
import { openPractice, practicePlan, visitorA } from './practiceHall.ts';
import { mayBePerson, maskedText, noVisitor, toldBy } from './visitorFlow.ts';

const sa = 'SA' as ServiceId;
const monday = '2026-01-05' as BusinessDay;

describe('H3: slots', () => {
  test('only services that take appointments can be booked, on dates the service is open', () => {
    const practice = openPractice(0);
    expect(bookableRows(practice.hall, '', practice.now).map(({ id }) => id)).toEqual(['SA']);
    expect(bookableDates(practice.hall, sa, practice.now)).toHaveLength(8);
    expect(bookableDates(practice.hall, sa, practice.now)[0]).toBe(monday);
    expect(bookableDates(practice.hall, 'SB' as ServiceId, practice.now)).toEqual([]);
    const week = [[{ opensAt: '08:00', closesAt: '18:00', issuesFrom: '08:00' }], [], [], [], [], [], []];
    practice.done('adoptPlan', { plan: { ...practicePlan, hours: [{ id: 'mondays', name: { zh: 'm', en: 'm' }, week }], services: practicePlan.services.map((one) => ({ ...one, hoursId: 'mondays' })) }, from: 'now' });
    expect(bookableDates(practice.hall, sa, practice.now)).toEqual([monday, '2026-01-12']);
  });

  test('each slot says how many places are left, and why it cannot be had', () => {
    const practice = openPractice(0);
    const slots = () => slotChoices(practice.hall, sa, monday, 'D1', practice.now).map(({ from, left, obstacle }) => [from, left, obstacle]);
    expect(slots()).toEqual([['08:30', 2, null], ['09:00', 1, null]]);
    practice.book('08:30', '111111');
    practice.book('09:00', '222222');
    expect(slots()).toEqual([['08:30', 1, null], ['09:00', 0, 'full']]);
    practice.pass(60 * 60_000);
    expect(slots()).toEqual([['08:30', 1, 'over'], ['09:00', 0, 'full']]);
    expect(slotChoices(practice.hall, sa, '2026-03-01' as BusinessDay, 'D1', practice.now).map(({ obstacle }) => obstacle)).toEqual(['shut', 'shut']);
  });

  test('H4: a block is told by the rule itself, until when', () => {
    const practice = openPractice(0);
    practice.book('08:30', '111111', visitorA);
    practice.pass(120 * 60_000);
    practice.done('closeDay', { date: monday });
    const again = practice.order('bookAppointment', { serviceId: 'SA', date: '2026-01-06', from: '08:30', visitorId: visitorA, code: '333333', externalId: null, override: null });
    expect(again).toMatchObject({ refusal: { code: 'appointmentsBlocked', facts: { until: '2026-02-04' } } });
  });
});

describe('codes', () => {
  test('six digits, zeros in front kept, and numbers that would make small codes likelier are drawn again', () => {
    expect(freshCode(() => 7)).toBe('000007');
    expect(freshCode(() => 3_482_913)).toBe('482913');
    const drawn = [4_294_967_295, 4_294_000_000, 5_000_012];
    expect(freshCode(() => drawn.shift() ?? 0)).toBe('000012');
    expect([codeText('482913'), codeText('AB12')]).toEqual(['482 913', 'AB12']);
  });

  test('given a code is in use on the day, then another one is tried with the next order', async () => {
    const codes = ['111111', '222222', '333333'];
    const tried: string[] = [];
    const given = await bookWithCode(() => codes.shift() ?? '', (code) => { tried.push(code); return Promise.resolve({ ok: code === '222222' }); }, ({ ok }) => !ok);
    expect(given).toEqual({ answer: { ok: true }, code: '222222' });
    expect(tried).toEqual(['111111', '222222']);
  });

  test('given every code is in use, then the refusal is told after a few tries', async () => {
    let tries = 0;
    const given = await bookWithCode(() => '111111', () => { tries += 1; return Promise.resolve({ ok: false }); }, () => true);
    expect([given.answer.ok, tries]).toEqual([false, 8]);
  });
});

describe('V1: who the visitor is', () => {
  test('nothing typed is nobody; whatever tells somebody is written alike', () => {
    expect(toldBy(noVisitor)).toEqual({ kind: 'nobody' });
    expect(toldBy({ phone: ' ', idNumber: '', name: ' ' })).toEqual({ kind: 'nobody' });
    expect(toldBy({ phone: '138 0000 1234', idNumber: '', name: ' 张三 ' })).toEqual({ kind: 'told', visitor: { phone: '13800001234', idNumber: null, name: '张三' } });
    expect(toldBy({ phone: '', idNumber: '11000019900101001x', name: '' })).toMatchObject({ visitor: { idNumber: '11000019900101001X' } });
    expect(toldBy({ phone: '010-12345678', idNumber: '', name: '' })).toMatchObject({ kind: 'told' });
  });

  test('a part that tells nobody is named, so that no order leaves without it', () => {
    expect(toldBy({ phone: '138', idNumber: '', name: '张三' })).toEqual({ kind: 'unclear', part: 'phone' });
    expect(toldBy({ phone: '1380000', idNumber: '', name: '' })).toEqual({ kind: 'unclear', part: 'phone' });
    expect(toldBy({ phone: '1380000123', idNumber: '', name: '' })).toEqual({ kind: 'unclear', part: 'phone' });
    expect(toldBy({ phone: '138000012345', idNumber: '', name: '' })).toEqual({ kind: 'unclear', part: 'phone' });
    expect(toldBy({ phone: '', idNumber: '12', name: '' })).toEqual({ kind: 'unclear', part: 'idNumber' });
    expect(toldBy({ phone: '', idNumber: '', name: '张'.repeat(41) })).toEqual({ kind: 'unclear', part: 'name' });
  });

  test('what may be a person is looked for; a ticket number is not', () => {
    expect(['13800001234', '1234', '11000019900101001X', 'E12345678', '张三', 'Sample', '138 0000 1234'].map(mayBePerson)).toEqual([true, true, true, true, true, true, true]);
    expect(['12', 'A012', 'A', '', 'a-12', '???'].map(mayBePerson)).toEqual([false, false, false, false, false, false]);
    expect(maskedText({ name: null, phone: null, idNumber: '1***0000' })).toBe('1***0000');
  });
});

describe('T4: what a ticket needs', () => {
  test('services are chosen in order, taken away again, five at most', () => {
    const all = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'].reduce<ServiceId[]>((services, id) => chosenWith(services, id as ServiceId), []);
    expect(all).toEqual(['S1', 'S2', 'S3', 'S4', 'S5']);
    expect(all).toHaveLength(mostServices);
    expect(chosenWith(all, 'S2' as ServiceId)).toEqual(['S1', 'S3', 'S4', 'S5']);
  });

  test('what is missing first is said: a service, a reason for the class, a part that tells nobody', () => {
    const nobody = { kind: 'nobody' } as const;
    const draft = { services: [sa], classId: null, reasonId: null, told: nobody };
    expect(takeObstacle({ ...draft, services: [] })).toBe('noService');
    expect(takeObstacle({ ...draft, classId: 'elderly' as ClassId })).toBe('noReason');
    expect(takeObstacle({ ...draft, classId: 'elderly' as ClassId, reasonId: 'desk' as ReasonId })).toBeNull();
    expect(takeObstacle({ ...draft, told: { kind: 'unclear', part: 'name' } })).toBe('name');
    expect(takeObstacle(draft)).toBeNull();
  });

  test('an answer tells the ticket with all its services and the wait as it was told; a refusal tells none', () => {
    const data = { ticketId: '1.9', number: 'A001', ahead: 3, queueId: 'A', serviceId: 'SA', alsoServiceIds: ['SB'], channel: 'desk', expected: { p50Ms: 600_000, p90Ms: 1_100_000 } };
    const answer = { ok: true, events: [{ type: 'ticketIssued', at: 5, data }] } as unknown as Answer;
    expect(issuedBy(answer)).toEqual({ id: '1.9', number: 'A001', ahead: 3, queueId: 'A', serviceIds: ['SA', 'SB'], channel: 'desk', at: 5, range: { fromMinutes: 10, toMinutes: 20 } });
    expect(issuedBy({ ok: false, refusal: { code: 'codeTaken', facts: {} } } as unknown as Answer)).toBeNull();
  });
});
