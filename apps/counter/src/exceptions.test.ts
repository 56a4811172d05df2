// What the clerk sees and is offered when something does not go straight: park, transfer, pick, put back, undo, return.
import { describe, expect, test } from 'vitest';
import type { CounterId, QueueId } from '@hall/core/domain/ids';
import { counterOffers, orderOffer, rowOffer, type LinkView } from './counterFlow.ts';
import { counterChoices, queueChoices } from './destinationView.ts';
import { fitsNumber, missedRows, parkedRows, waitingRows } from './listView.ts';
import { openPractice, type Practice } from './practiceHall.ts';
import { undoableStep } from './ticketsAtHand.ts';
import { currentView } from './ticketView.ts';

const one = '1' as CounterId;
const live: LinkView = { isLive: true, awaited: null };
const offers = ({ hall, now }: Practice) => counterOffers(hall, one, now, live);
const rowOf = ({ hall, now }: Practice, type: Parameters<typeof rowOffer>[4], number: string, practice: Practice) => rowOffer(hall, one, now, live, type, practice.ticket(number));

/** A001 is being served at counter 1; A002 and A003 wait. */
function serving(): Practice {
  const practice = openPractice(3);
  practice.done('callNext', { counterId: '1' });
  practice.onTicket('startService', 'A001');
  practice.pass(5_000);
  return practice;
}

describe('parked tickets', () => {
  test('C10: given a ticket is parked, then it is listed with its reason and length, and marked after the plan\'s limit', () => {
    const practice = serving();
    practice.onTicket('parkTicket', 'A001', '1', { reasonId: 'payment' });
    practice.pass(60_000);
    expect(parkedRows(practice.hall, one, practice.now)).toMatchObject([{ number: 'A001', reason: { en: 'payment' }, parkedMs: 60_000, isLate: false, counterId: '1' }]);
    expect(parkedRows(practice.hall, one, practice.now + 1_800_000)).toMatchObject([{ isLate: true }]);
    expect(parkedRows(practice.hall, '2' as CounterId, practice.now)).toHaveLength(1);
    expect(parkedRows(practice.hall, '3' as CounterId, practice.now)).toEqual([]);
  });

  test('C10: given my counter is free, then it can be resumed here or sent back; with a ticket in hand only sent back', () => {
    const practice = serving();
    practice.onTicket('parkTicket', 'A001', '1', { reasonId: 'payment' });
    expect(rowOf(practice, 'resumeTicket', 'A001', practice)).toMatchObject({ possible: true });
    practice.done('callNext', { counterId: '1' });
    expect(rowOf(practice, 'resumeTicket', 'A001', practice)).toMatchObject({ obstacle: { code: 'ticketActive', facts: { number: 'A002' } } });
    expect(rowOf(practice, 'unparkTicket', 'A001', practice)).toMatchObject({ possible: true });
  });
});

describe('missed tickets', () => {
  test('C8: given the queue allows it, then a missed ticket can be returned; too late says how late', () => {
    const practice = openPractice(1);
    practice.miss('A001');
    expect(missedRows(practice.hall, ['A' as QueueId])).toMatchObject([{ number: 'A001', counterId: '1' }]);
    expect(rowOf(practice, 'returnTicket', 'A001', practice)).toMatchObject({ possible: true, data: { override: null } });
    practice.pass(600_001);
    expect(rowOf(practice, 'returnTicket', 'A001', practice)).toMatchObject({ obstacle: { code: 'returnTooLate' } });
  });

  test('C8: given the queue does not allow it, then the row says so', () => {
    const practice = openPractice(0);
    practice.issue('SH');
    practice.miss('H001');
    expect(rowOf(practice, 'returnTicket', 'H001', practice)).toMatchObject({ obstacle: { code: 'returnNotAllowed' } });
  });
});

describe('taking a step back', () => {
  test('T1: a start, then a finish, then a miss can be taken back, the latest first', () => {
    const practice = serving();
    expect(undoableStep(practice.hall, one)).toMatchObject({ step: 'start', ticket: { number: 'A001' } });
    practice.onTicket('finishService', 'A001');
    expect(undoableStep(practice.hall, one)).toMatchObject({ step: 'finish', ticket: { number: 'A001' } });
    practice.miss('A002');
    expect(undoableStep(practice.hall, one)).toMatchObject({ step: 'miss', ticket: { number: 'A002' } });
    expect(offers(practice).undoStep).toMatchObject({ possible: true, data: { ticketId: practice.ticket('A002').id } });
  });

  test('T1: after 60 s, or while another ticket is in hand, there is nothing to take back', () => {
    const practice = serving();
    practice.onTicket('finishService', 'A001');
    practice.pass(60_001);
    expect(offers(practice).undoStep).toEqual({ possible: false, obstacle: { code: 'noStepToUndo' } });
    practice.done('callNext', { counterId: '1' });
    expect(offers(practice).undoStep).toEqual({ possible: false, obstacle: { code: 'noStepToUndo' } });
  });

  test('T1: a parked ticket that was resumed was not called here: its start is not taken back', () => {
    const practice = serving();
    practice.onTicket('parkTicket', 'A001', '1', { reasonId: 'payment' });
    practice.onTicket('resumeTicket', 'A001');
    expect(offers(practice).undoStep).toEqual({ possible: false, obstacle: { code: 'noStepToUndo' } });
  });
});

describe('picking and sending on', () => {
  test('C9: those who wait for this counter can be picked, found by number', () => {
    const practice = openPractice(12);
    practice.issue('SB', 'elderly');
    practice.issue('SH');
    const numbers = (typed: string) => waitingRows(practice.hall, one, typed, practice.now).map(({ number }) => number);
    expect(numbers('')).toHaveLength(14);
    expect(numbers('12')).toEqual(['A012']);
    expect(numbers('1')).toEqual(['A001', 'B001', 'H001']);
    expect(numbers(' b 001')).toEqual(['B001']);
    expect(waitingRows(practice.hall, one, 'B', practice.now)).toMatchObject([{ number: 'B001', rank: 'priority', className: { en: 'elderly' } }]);
    expect(fitsNumber({ prefix: 'A', serial: 1 }, 'not a number!')).toBe(false);
  });

  test('C11: queues are found by letter or name; only counters at work can be sent to', () => {
    const practice = serving();
    expect(queueChoices(practice.hall, 'a')).toMatchObject([{ id: 'A', waiting: 2, openCounters: 1 }]);
    expect(queueChoices(practice.hall, 'queue')).toHaveLength(3);
    expect(queueChoices(practice.hall, 'h').map(({ id }) => id)).toEqual(['H']);
    expect(queueChoices(practice.hall, 'e').map(({ id }) => id)).toEqual(['A', 'B', 'H']);
    expect(counterChoices(practice.hall, 'A' as QueueId)).toMatchObject([{ id: '1', state: 'open', alone: 0 }]);
    expect(counterChoices(practice.hall, 'H' as QueueId).map(({ id }) => id)).toEqual(['1']);
  });

  test('C11: given a transfer to a counter that has closed meanwhile, then the press says so', () => {
    const practice = serving();
    const { id: ticketId, version } = practice.ticket('A001');
    const to = { queueId: 'H' as QueueId, counterId: '3' as CounterId, place: 'byRule' as const };
    expect(orderOffer(practice.hall, one, practice.now, live, 'transferTicket', { counterId: one, ticketId, version, to })).toMatchObject({ obstacle: { code: 'counterNotOpen' } });
  });

  test('N5, C11: the next counter sees where the ticket comes from', () => {
    const practice = serving();
    practice.onTicket('transferTicket', 'A001', '1', { to: { queueId: 'B', counterId: null, place: 'byRule' } });
    practice.done('callNext', { counterId: '1' });
    const { number, history } = currentView(practice.hall, one) ?? {};
    expect({ number, history }).toMatchObject({ number: 'A001', history: [{ what: 'transferred', queueName: { en: 'queue A' }, counterId: '1' }] });
  });

  test('C9: a picked ticket says so with the clerk\'s reason', () => {
    const practice = openPractice(3);
    practice.onTicket('pickTicket', 'A003', '1', { reasonId: 'urgent' });
    expect(currentView(practice.hall, one)).toMatchObject({ number: 'A003', why: { rule: 'picked' }, pickReason: { en: 'urgent' } });
  });
});
