// What the wire makes of an answer that could not name its order.
import { expect, test } from 'vitest';
import type { Answer, CommandMessage } from '@hall/core/protocol/messages';
import { answerTo } from './socketWire.ts';

const message = { id: '01890000-0000-7000-8000-000000000001' } as CommandMessage;
const journal = { journalId: '22222222-2222-4222-8222-222222222222', epoch: 1 };

test('N6 a refusal of a message that the server could not read belongs to the order it answers', () => {
  const unread: Answer = { ok: false, id: null, ...journal, refusal: { code: 'unknownCommand', facts: { type: 'callNext' } } };
  expect(answerTo(message, unread)).toEqual({ ...unread, id: message.id });
});

test('an answer that names its order is left as it is', () => {
  const read: Answer = { ok: false, id: message.id, ...journal, refusal: { code: 'tooLate', facts: { lifeMs: 10_000 } } };
  const done: Answer = { ok: true, id: message.id, ...journal, events: [] };
  expect(answerTo(message, read)).toBe(read);
  expect(answerTo(message, done)).toBe(done);
});
