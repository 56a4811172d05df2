// What the guide desk sees and may do.
import { describe, expect, test } from 'vitest';
import type { TicketId } from '@hall/core/domain/ids';
import { deskRefusalText } from './deskRefusal.ts';
import { deskActions, deskOffers, firstTicketOf } from './guideFlow.ts';
import { asideRows, foundRows, serviceRows, ticketDetail } from './guideView.ts';
import { openPractice, type Practice } from './practiceHall.ts';
import { counterCells, queueLines, stopRows } from './wholeHallView.ts';

const offersOf = (practice: Practice, number: string) => deskOffers(practice.hall, practice.ticket(number).id, 'D1', practice.now);
const kinds = (practice: Practice, number: string) => {
  const offers = offersOf(practice, number);
  return deskActions.flatMap((action) => (offers[action] === null ? [] : [`${action} ${offers[action].kind}`]));
};

describe('finding', () => {
  test('a number is found by its digits or in full, open tickets first; nothing typed finds nothing', () => {
    const practice = openPractice(2);
    practice.issue('SB');
    practice.onTicket('cancelTicket', 'B001');
    expect(foundRows(practice.hall, '1', 9).map(({ number, state }) => `${number} ${state}`)).toEqual(['A001 waiting', 'B001 cancelled']);
    expect(foundRows(practice.hall, 'a002', 9)).toMatchObject([{ number: 'A002' }]);
    expect(foundRows(practice.hall, ' ', 9)).toEqual([]);
    expect(foundRows(practice.hall, '77', 9)).toEqual([]);
  });

  test('a ticket in detail has its place, class with reason, and its way', () => {
    const practice = openPractice(2);
    practice.issue('SA', 'elderly');
    expect(ticketDetail(practice.hall, practice.ticket('A003').id, practice.hall.at)).toMatchObject({ className: { en: 'elderly' }, reason: { en: 'desk' }, ahead: 0, state: 'waiting' });
    expect(ticketDetail(practice.hall, practice.ticket('A002').id, practice.hall.at)).toMatchObject({ ahead: 2, className: null, override: null });
    practice.miss('A003');
    expect(ticketDetail(practice.hall, practice.ticket('A003').id, practice.hall.at)).toMatchObject({ ahead: null, history: [{ what: 'missed', counterId: '1' }] });
    expect(asideRows(practice.hall, 'missed')).toMatchObject([{ number: 'A003', state: 'missed' }]);
    expect(asideRows(practice.hall, 'parked')).toEqual([]);
    expect(ticketDetail(practice.hall, '9.9' as TicketId, practice.hall.at)).toBeNull();
  });
});

describe('what can be done', () => {
  test('T1, S3: by the state of the ticket; a slip as long as it lives', () => {
    const practice = openPractice(2);
    expect(kinds(practice, 'A001')).toEqual(['moveTicket possible', 'reprintSlip possible', 'cancelTicket possible']);
    practice.done('callNext', { counterId: '1' });
    expect(kinds(practice, 'A001')).toEqual(['reprintSlip possible', 'cancelTicket possible']);
    practice.onTicket('startService', 'A001');
    expect(kinds(practice, 'A001')).toEqual(['reprintSlip possible']);
    practice.onTicket('parkTicket', 'A001', '1', { reasonId: 'payment' });
    expect(kinds(practice, 'A001')).toEqual(['unparkTicket possible', 'reprintSlip possible', 'cancelTicket possible']);
  });

  test('C8: a return against the policy needs a reason', () => {
    const practice = openPractice(1);
    practice.miss('A001');
    expect(kinds(practice, 'A001')).toEqual(['returnTicket possible', 'reprintSlip possible', 'cancelTicket possible']);
    practice.pass(600_001);
    expect(offersOf(practice, 'A001').returnTicket).toMatchObject({ kind: 'withReason', refusal: { code: 'returnTooLate' } });
    expect(deskRefusalText({ code: 'returnTooLate', facts: { number: 'A001', withinMs: 600_000 } }, 'en')).toBe('A001 was missed more than 10 minutes ago.');
    expect(deskRefusalText({ code: 'noSuchReason', facts: { reasonId: 'x' } }, 'zh')).toBe('请选择列表中的原因。');
  });
});

describe('S3: a slip printed again', () => {
  test('given a waiting ticket, then its slip is marked, says who is ahead now, and every printing is counted', () => {
    const practice = openPractice(2);
    practice.issueSeveral('SB', 'SA');
    const slipOf = (number: string) => ticketDetail(practice.hall, practice.ticket(number).id, practice.now);
    expect(slipOf('A002')).toMatchObject({ reprints: 0, slip: { number: 'A002', ahead: 1, reprint: { nth: 1, at: practice.now }, slotAt: null, classId: null, laterServiceIds: [] } });
    practice.done('noteSlip', { ticketId: practice.ticket('A002').id, nth: 0, paper: 'failed' });
    expect(slipOf('A002')).toMatchObject({ paper: 'failed' });
    practice.done('reprintSlip', { ticketId: practice.ticket('A002').id });
    expect(slipOf('A002')).toMatchObject({ paper: null });
    expect(slipOf('A002')).toMatchObject({ reprints: 1, slip: { reprint: { nth: 2 } } });
    expect(slipOf('B001')).toMatchObject({ slip: { laterServiceIds: ['SA'] } });
    practice.done('callNext', { counterId: '1' });
    expect(slipOf('A001')).toMatchObject({ slip: { ahead: null } });
  });

  test('H3: an appointment in time has its slot on the slip, a late one has not', () => {
    const practice = openPractice(0);
    const [early, late] = [practice.book('08:30', '111111'), practice.book('08:30', '222222')];
    practice.pass(20 * 60_000);
    practice.checkIn(early);
    practice.pass(45 * 60_000);
    practice.checkIn(late);
    const detail = (number: string) => ticketDetail(practice.hall, practice.ticket(number).id, practice.now);
    expect(detail('A001')).toMatchObject({ slip: { slotAt: practice.hall.staff.appointments.get(early)?.fromAt }, appointment: { came: 'inTime' } });
    expect(detail('A002')).toMatchObject({ slip: { slotAt: null }, appointment: { came: 'late' } });
  });

  test('T6: a refusal that names the first ticket offers it, others name none', () => {
    expect(firstTicketOf({ code: 'ticketAlreadyLive', facts: { ticketId: '1.5', number: 'A001' } })).toEqual({ id: '1.5', number: 'A001' });
    expect(firstTicketOf({ code: 'alreadyCheckedIn', facts: { ticketId: '1.6', number: 'A002' } })).toEqual({ id: '1.6', number: 'A002' });
    expect(firstTicketOf({ code: 'codeTaken', facts: {} })).toBeNull();
  });
});

describe('the whole hall', () => {
  test('H2, H6: services say what keeps them from being given, a stop before a quota', () => {
    const practice = openPractice(0);
    practice.issue('SH');
    practice.issue('SH');
    const marks = () => Object.fromEntries(serviceRows(practice.hall, '', practice.now).map(({ id, obstacle }) => [id, obstacle]));
    expect(marks()).toEqual({ SA: null, SB: null, SH: 'full' });
    practice.done('stopIssuing', { scope: { kind: 'queue', queueId: 'B' }, reasonId: 'power' });
    expect(marks()).toEqual({ SA: null, SB: 'stopped', SH: 'full' });
    expect(stopRows(practice.hall)).toMatchObject([{ where: { en: 'queue B' }, reason: { en: 'power' }, since: practice.now }]);
    practice.done('stopIssuing', { scope: { kind: 'hall' }, reasonId: 'power' });
    expect(marks()).toMatchObject({ SH: 'stopped' });
    expect(stopRows(practice.hall)[1]).toMatchObject({ where: null });
    expect(serviceRows(practice.hall, 'h', practice.now).map(({ id }) => id)).toEqual(['SH']);
    expect(serviceRows(practice.hall, 'service SB', practice.now).map(({ id }) => id)).toEqual(['SB']);
  });

  test('every queue and every counter, with who is there', () => {
    const practice = openPractice(3);
    practice.done('callNext', { counterId: '1' });
    expect(queueLines(practice.hall, practice.now)).toMatchObject([{ prefix: 'A', waiting: 2, longestMs: 60_000, open: 1, isLate: false }, { waiting: 0, longestMs: null, open: 1 }, { open: 0 }]);
    expect(counterCells(practice.hall)).toMatchObject([{ id: '1', state: 'open', number: 'A001' }, { id: '2', state: 'closed', number: null }, { id: '3' }]);
  });
});
