// Holds that the ledger sees a lost, a doubled and a changed ticket; a soak that cannot fail proves nothing.
import type { HallEvent } from '@hall/core/domain/events';
import type { Answer, CommandMessage } from '@hall/core/protocol/messages';
import { expect, test } from 'vitest';
import { createLedger } from './ledger.ts';

const issued = (seq: number, number: string, commandId: string): HallEvent =>
  ({ seq, at: seq, day: '2026-03-02', type: 'ticketIssued', v: 1, data: { number }, staff: { by: {}, commandId, facts: {} } }) as unknown as HallEvent;
const ordered = (id: string): CommandMessage => ({ id, type: 'issueTicket' }) as unknown as CommandMessage;
const told = (id: string, ...events: HallEvent[]): Answer =>
  ({ ok: true, id, events: events.map(({ staff: _private, ...open }) => open) }) as unknown as Answer;

function ledgerOfTwo(): ReturnType<typeof createLedger> {
  const ledger = createLedger();
  ledger.heard(ordered('a'), told('a', issued(4, 'A001', 'a')));
  ledger.heard(ordered('b'), told('b', issued(5, 'A002', 'b')));
  return ledger;
}

test('J3: given a journal with every acknowledged ticket, then there is no fault', () => {
  const ledger = ledgerOfTwo();
  expect(ledger.faults([issued(4, 'A001', 'a'), issued(5, 'A002', 'b'), issued(6, 'A003', 'never heard')])).toEqual([]);
  expect(ledger.tickets()).toBe(2);
});

test('J3: given a journal without an acknowledged ticket, then that is a fault', () => {
  expect(ledgerOfTwo().faults([issued(4, 'A001', 'a')])).toHaveLength(1);
});

test('J6: given a journal in which an order took effect twice, then that is a fault', () => {
  expect(ledgerOfTwo().faults([issued(4, 'A001', 'a'), issued(5, 'A002', 'b'), issued(6, 'A003', 'b')])).toHaveLength(1);
});

test('N1: given a number that was given out twice, then that is a fault', () => {
  expect(ledgerOfTwo().faults([issued(4, 'A001', 'a'), issued(5, 'A002', 'b'), issued(6, 'A002', 'other')])).toHaveLength(1);
});

test('given a refusal, then it is counted and expects nothing of the journal', () => {
  const ledger = createLedger();
  ledger.heard(ordered('a'), { ok: false, id: 'a', refusal: { code: 'tooLate', facts: { lifeMs: 1 } } } as unknown as Answer);
  expect(ledger.faults([])).toEqual([]);
  expect(ledger.refusals.get('tooLate')).toBe(1);
});
