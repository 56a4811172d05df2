// The appointments of a day at the guide desk: found, sorted, told how they stand, checked in; and one visitor in full.
import { describe, expect, test } from 'vitest';
import type { AppointmentId, VisitorId } from '@hall/core/domain/ids';
import { maskedVisitor } from '@hall/core/domain/masked';
import { checkInData, checkInOffer, mayCancel } from './appointmentFlow.ts';
import { appointmentRows, datesBooked, filterCounts, fitsSearch, visitorsOn, type AppointmentSearch, type MaskedOf } from './appointmentView.ts';
import { dateLabel } from './dateLabel.ts';
import { personView } from './personView.ts';
import { openPractice, visitorA, visitorB, type Practice } from './practiceHall.ts';

const today = '2026-01-05';
const minute = 60_000;
const zhang = maskedVisitor(visitorA, { name: '张三丰', phone: '13800001234', idNumber: null });
const masked: MaskedOf = new Map([[visitorA, zhang], [visitorB, null]]);
const rowsOf = ({ hall, now }: Practice, search: Partial<AppointmentSearch> = {}) => appointmentRows(hall, { date: today, filter: 'all', serviceId: null, typed: '', ...search }, masked, now);
const whenOf = (practice: Practice, id: AppointmentId) => rowsOf(practice).find((row) => row.id === id)?.when;

describe('the list of a day', () => {
  test('by slot, with masked names where they are known and nothing where they are not (V2)', () => {
    const practice = openPractice(0);
    practice.book('09:00', '333333', visitorB);
    practice.book('08:30', '111111', visitorA);
    practice.book('08:30', '222222');
    expect(rowsOf(practice).map(({ from, code, who }) => [from, code, who])).toEqual([['08:30', '111111', '张*丰 138****1234'], ['08:30', '222222', ''], ['09:00', '333333', '']]);
    expect(visitorsOn(practice.hall, today)).toEqual([visitorB, visitorA]);
    expect(rowsOf(practice)[0]).toMatchObject({ serviceName: { en: 'service SA' }, number: null });
  });

  test('H3: given the time of day, then each says how its coming would count', () => {
    const practice = openPractice(0);
    const id = practice.book('08:30', '111111');
    expect(whenOf(practice, id)).toBe('early');
    practice.pass(15 * minute);
    expect(whenOf(practice, id)).toBe('open');
    practice.pass(45 * minute);
    expect(whenOf(practice, id)).toBe('late');
    practice.pass(15 * minute);
    expect(whenOf(practice, id)).toBe('overdue');
    practice.checkIn(id);
    expect(rowsOf(practice)).toMatchObject([{ when: 'checkedIn', number: 'A001' }]);
  });

  test('filters count what they show; one who is too late is expected still and not come', () => {
    const practice = openPractice(0);
    const [first] = [practice.book('08:30', '111111'), practice.book('08:30', '222222'), practice.book('09:00', '333333')];
    practice.pass(20 * minute);
    practice.checkIn(first);
    practice.pass(56 * minute);
    expect(filterCounts(practice.hall, today, null, practice.now)).toEqual({ booked: 2, checkedIn: 1, missed: 1, all: 3 });
    expect(rowsOf(practice, { filter: 'missed' }).map(({ code }) => code)).toEqual(['222222']);
    expect(rowsOf(practice, { filter: 'checkedIn' }).map(({ code }) => code)).toEqual(['111111']);
    expect(rowsOf(practice, { serviceId: 'SB' as AppointmentSearch['serviceId'] })).toEqual([]);
  });

  test('other days are there to be looked at, and nobody is checked in on them', () => {
    const practice = openPractice(0);
    practice.done('bookAppointment', { serviceId: 'SA', date: '2026-01-07', from: '08:30', visitorId: null, code: '444444', externalId: null, override: null });
    expect(datesBooked(practice.hall, today)).toEqual([today, '2026-01-07']);
    expect(rowsOf(practice, { date: '2026-01-07' })).toMatchObject([{ when: 'otherDay' }]);
    // Not every version of the names puts the comma.
    expect(dateLabel('2026-01-07', 'en').replace(',', '')).toBe('Wed 7 Jan');
    expect(dateLabel('2026-01-07', 'zh')).toBe('1月7日周三');
  });
});

describe('searching', () => {
  const fits = (typed: string) => fitsSearch('482913', zhang, typed);

  test('by the beginning of the code, the last four digits of a phone or all of it, or a name through its mask', () => {
    expect(['482', '482 913', '1234', '13800001234', '张', '张三丰', '张五丰', ''].map(fits)).toEqual([true, true, true, true, true, true, true, true]);
    expect(['913', '234', '12345', '13900001234', '李', '张三', '三丰', '张三丰丰'].map(fits)).toEqual([false, false, false, false, false, true, false, false]);
  });

  test('who is not known is found by code alone; a wholly hidden name by nothing', () => {
    expect([fitsSearch('482913', null, '482'), fitsSearch('482913', null, '张')]).toEqual([true, false]);
    expect(fitsSearch('482913', { name: '*', phone: null, idNumber: null }, '王')).toBe(false);
  });
});

describe('what can be done', () => {
  test('H3: given it is too early, then a reason is asked; in time and late it is possible; a second time it names the ticket', () => {
    const practice = openPractice(0);
    const id = practice.book('08:30', '111111');
    const offer = () => checkInOffer(practice.hall, id, 'D1', practice.now);
    expect(offer()).toMatchObject({ kind: 'withReason', refusal: { code: 'appointmentTooEarly' } });
    practice.pass(70 * minute);
    expect(offer()).toEqual({ kind: 'possible' });
    expect(practice.order('checkIn', checkInData(id))).toMatchObject({ accepted: true });
    expect(offer()).toMatchObject({ kind: 'refused', refusal: { code: 'alreadyCheckedIn', facts: { number: 'A001' } } });
    expect(mayCancel(practice.hall, id, 'D1', practice.now)).toBe(false);
  });

  test('T6: given the visitor has a ticket for it, then the first one is named and the desk may go against it', () => {
    const practice = openPractice(0);
    practice.done('issueTicket', { serviceId: 'SA', alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: visitorA });
    const id = practice.book('08:30', '111111', visitorA);
    practice.pass(20 * minute);
    expect(checkInOffer(practice.hall, id, 'D1', practice.now)).toMatchObject({ kind: 'withReason', refusal: { code: 'ticketAlreadyLive', facts: { number: 'A001' } } });
  });

  test('a booked one can be cancelled, once', () => {
    const practice = openPractice(0);
    const id = practice.book('08:30', '111111');
    expect(mayCancel(practice.hall, id, 'D1', practice.now)).toBe(true);
    practice.done('cancelAppointment', { appointmentId: id });
    expect(mayCancel(practice.hall, id, 'D1', practice.now)).toBe(false);
    expect(rowsOf(practice)).toMatchObject([{ when: 'cancelled' }]);
  });
});

describe('one visitor', () => {
  const person = ({ hall, now }: Practice, visitorId: VisitorId) => personView(hall, visitorId, masked, now);

  test('has the tickets of today, the latest first, and the appointments by time', () => {
    const practice = openPractice(1);
    for (const serviceId of ['SA', 'SB']) practice.done('issueTicket', { serviceId, alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: visitorA });
    practice.book('09:00', '111111', visitorA);
    practice.book('08:30', '222222', visitorB);
    expect(person(practice, visitorA)).toMatchObject({ tickets: [{ number: 'B001' }, { number: 'A002' }], appointments: [{ code: '111111' }], blockedUntil: null, missedOn: [] });
  });

  test('H4: given an appointment was missed, then the block says until when, and a plan without blocks has none', () => {
    const practice = openPractice(0);
    practice.book('08:30', '111111', visitorA);
    practice.pass(120 * minute);
    practice.done('closeDay', { date: today });
    expect(person(practice, visitorA)).toMatchObject({ blockedUntil: '2026-02-04', missedOn: [today] });
    expect(person(practice, visitorB).blockedUntil).toBeNull();
    const { plan } = practice.hall;
    if (plan !== null) practice.done('adoptPlan', { plan: { ...plan, appointments: { ...plan.appointments, block: null } }, from: 'now' });
    expect(person(practice, visitorA).blockedUntil).toBeNull();
  });
});
