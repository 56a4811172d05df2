// What the pad remembers of a visitor, and that nothing of it stays.
import { expect, test } from 'vitest';
import type { CommandId, RecordId } from '@hall/core/domain/ids';
import type { Refusal } from '@hall/core/domain/refusals';
import type { Answer } from '@hall/core/protocol/messages';
import { FoldedHall } from './foldedHall.ts';
import { padView } from './padFlow.ts';
import {
  answered, asTimePasses, chooseAgain, decline, freshMemory, showAllCodes, submitted, tidy, touchCode, touchLevel, type PadMemory,
} from './padMemory.ts';

const id = '1.9' as RecordId;
const life = { journalId: 'j', epoch: 1, id: 'c' as CommandId };
const yes = { ok: true, ...life, events: [] } as unknown as Answer;
const no = (refusal: Refusal): Answer => ({ ok: false, ...life, refusal });
const sent = (now = 1_000): PadMemory => submitted(touchLevel(freshMemory, id, 2), now);

function afterService() {
  const hall = new FoldedHall().served();
  const record = hall.hall.counters.get('1' as never)?.lastRecord;
  if (record === undefined || record === null) throw new Error('no record');
  return { hall, record };
}

test('R3 given nothing touched, then no level is chosen and nothing can be submitted', () => {
  expect(freshMemory.choice).toBeNull();
  expect(submitted(freshMemory, 1)).toBe(freshMemory);
});

test('R1 given a level, then codes are put on and off, and another level begins without codes', () => {
  let memory = touchCode(touchCode(touchCode(touchLevel(freshMemory, id, 2), '207'), '208'), '207');
  expect(memory.choice).toMatchObject({ level: 2, codes: ['208'], showsAll: false });
  expect(showAllCodes(memory).choice?.showsAll).toBe(true);
  memory = touchLevel(chooseAgain(memory), id, 4);
  expect(memory.choice).toMatchObject({ level: 4, codes: [], showsAll: false });
});

test('given a rating on its way, then it cannot be changed', () => {
  expect(touchCode(sent(), '207').choice?.codes).toEqual([]);
});

test('R3 given "do not rate", then nothing is remembered but that the record is settled', () => {
  expect(decline(touchLevel(freshMemory, id, 5), id)).toEqual({ choice: null, thanks: null, settled: id });
});

test('given the server received it, then thanks; rated before, then kindly so', () => {
  expect(answered(sent(), id, yes, 1_050)).toEqual({ choice: null, thanks: { recordId: id, outcome: 'given', since: 1_050 }, settled: id });
  expect(answered(sent(), id, no({ code: 'alreadyRated', facts: { recordId: id } }), 1_050).thanks?.outcome).toBe('already');
});

test('given another refusal, then the page stays and can be submitted again', () => {
  const memory = answered(sent(), id, no({ code: 'dayNotOpen', facts: {} }), 1_050);
  expect(memory.settled).toBeNull();
  expect(submitted(memory, 2_000).choice?.sentAt).toBe(2_000);
});

test('O4 given the server away or slow, then the pad says that it keeps the rating, and "received" when the answer comes', () => {
  const { hall } = afterService();
  const memory = sent(hall.now);
  expect(asTimePasses(memory, hall.hall, '1', true, hall.now + 500)).toBe(memory);
  expect(asTimePasses(memory, hall.hall, '1', true, hall.now + 2_001).thanks?.outcome).toBe('kept');
  const kept = asTimePasses(memory, hall.hall, '1', false, hall.now + 10);
  expect(kept.thanks).toMatchObject({ outcome: 'kept', since: hall.now + 10 });
  expect(kept.settled).toBe(id);
  expect(answered(kept, id, yes, hall.now + 900).thanks).toMatchObject({ outcome: 'given', since: hall.now + 10 });
});

test('O4 given a late answer when the visitor has left, then the next visitor\'s page is untouched', () => {
  const other = '1.20' as RecordId;
  const memory = touchLevel({ ...freshMemory, settled: id }, other, 5);
  expect(answered(memory, id, yes, 9_000)).toBe(memory);
  expect(answered({ choice: null, thanks: null, settled: id }, id, yes, 9_000)).toEqual({ choice: null, thanks: null, settled: id });
});

test('R2 given a record rated elsewhere while its codes are open, then it is kindly said', () => {
  const { hall, record } = afterService();
  const memory = touchLevel(freshMemory, record.id, 3);
  hall.rate({ counterId: record.counterId, recordId: record.id });
  expect(asTimePasses(memory, hall.hall, '1', true, hall.now).thanks?.outcome).toBe('already');
  // Our own rating, whose event came before its answer: the page waits.
  const own = submitted(memory, hall.now);
  expect(asTimePasses(own, hall.hall, '1', true, hall.now)).toBe(own);
  expect(padView(hall.hall, '1', own, hall.now).kind).toBe('rate');
});

test('V4 given the page has gone on, then nothing of the visitor stays', () => {
  const { hall, record } = afterService();
  const memory = touchCode(touchLevel(freshMemory, record.id, 1), '110');
  expect(tidy(memory, padView(hall.hall, '1', memory, hall.now))).toBe(memory);
  hall.pass(60_000);
  expect(tidy(memory, padView(hall.hall, '1', memory, hall.now))).toEqual(freshMemory);
});
