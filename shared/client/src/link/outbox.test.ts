// Orders on their way: the same id until there is an answer, through any reconnect.
import { expect, test } from 'vitest';
import type { RefusalCode } from '@hall/core/domain/refusals';
import { answerWithinMs } from '@hall/core/protocol/limits';
import type { Answer, CommandMessage } from '@hall/core/protocol/messages';
import { createOutbox } from './outbox.ts';
import { pretendTimers } from './testing/pretendWire.ts';

const journal = { journalId: '22222222-2222-4222-8222-222222222222', epoch: 1 };
const orderOf = (nth: number): CommandMessage => ({ id: `01890000-0000-7000-8000-00000000000${nth}`, pressedAt: 1, type: 'callNext', data: { counterId: '1' } }) as unknown as CommandMessage;
const accepted = ({ id }: CommandMessage): Answer => ({ ok: true, id, ...journal, events: [] });
const refused = ({ id }: CommandMessage, code: RefusalCode): Answer => ({ ok: false, id, ...journal, refusal: { code, facts: {} } as never });

function outboxOnline(online = true) {
  const sent: CommandMessage[] = [];
  const timers = pretendTimers();
  const outbox = createOutbox((message) => { sent.push(message); }, timers);
  if (online) outbox.connected();
  return { sent, timers, outbox };
}

test('N6 an order without an answer is sent again, the same message with the same id', async () => {
  const { sent, timers, outbox } = outboxOnline();
  const answer = outbox.order(orderOf(1));
  timers.pass(answerWithinMs * 2);
  expect(sent).toEqual([orderOf(1), orderOf(1), orderOf(1)]);
  outbox.answered(accepted(orderOf(1)));
  await expect(answer).resolves.toEqual(accepted(orderOf(1)));
  timers.pass(answerWithinMs * 3);
  expect(sent).toHaveLength(3);
  expect([outbox.waiting(), timers.waiting()]).toEqual([0, 0]);
});

test('N6 any number of presses of one id is one order with one promise', () => {
  const { sent, outbox } = outboxOnline();
  const first = outbox.order(orderOf(1));
  expect(outbox.order(orderOf(1))).toBe(first);
  expect(sent).toHaveLength(1);
  expect(outbox.waiting()).toBe(1);
});

test('N6 given no connection, then an order waits and is sent once there is one, in the order of the presses', () => {
  const { sent, timers, outbox } = outboxOnline(false);
  void outbox.order(orderOf(1));
  void outbox.order(orderOf(2));
  timers.pass(60_000);
  expect(sent).toEqual([]);
  outbox.connected();
  expect(sent).toEqual([orderOf(1), orderOf(2)]);
});

test('N6 through a reconnect everything unanswered is sent again, and nothing while there is no connection', () => {
  const { sent, timers, outbox } = outboxOnline();
  void outbox.order(orderOf(1));
  void outbox.order(orderOf(2));
  outbox.answered(accepted(orderOf(1)));
  outbox.disconnected();
  timers.pass(60_000);
  expect(sent).toHaveLength(2);
  outbox.connected();
  expect(sent.slice(2)).toEqual([orderOf(2)]);
});

test('N6 an order that a stopping server refuses is kept and goes to the next one', async () => {
  const { sent, outbox } = outboxOnline();
  const answer = outbox.order(orderOf(1));
  outbox.answered(refused(orderOf(1), 'stopping'));
  expect(outbox.waiting()).toBe(1);
  outbox.disconnected();
  outbox.connected();
  expect(sent).toHaveLength(2);
  outbox.answered(accepted(orderOf(1)));
  await expect(answer).resolves.toMatchObject({ ok: true });
});

test('N6 an order that came too fast is kept too: an earlier sending of it may have been carried out', async () => {
  const { sent, timers, outbox } = outboxOnline();
  const answer = outbox.order(orderOf(1));
  timers.pass(answerWithinMs);
  outbox.answered(refused(orderOf(1), 'tooFast'));
  expect(outbox.waiting()).toBe(1);
  timers.pass(answerWithinMs);
  expect(sent).toHaveLength(3);
  outbox.answered(accepted(orderOf(1)));
  await expect(answer).resolves.toMatchObject({ ok: true });
});

test('a refusal settles the order like any answer', async () => {
  const { outbox } = outboxOnline();
  const answer = outbox.order(orderOf(1));
  outbox.answered(refused(orderOf(1), 'nobodyWaiting'));
  await expect(answer).resolves.toMatchObject({ ok: false, refusal: { code: 'nobodyWaiting' } });
});

test('answers that nobody waits for are passed over: a second one, a strange one, one without an id', () => {
  const { outbox } = outboxOnline();
  void outbox.order(orderOf(1));
  outbox.answered(accepted(orderOf(2)));
  outbox.answered({ ok: false, id: null, ...journal, refusal: { code: 'tooFast', facts: { limitPerSecond: 200 } } });
  expect(outbox.waiting()).toBe(1);
  outbox.answered(accepted(orderOf(1)));
  outbox.answered(accepted(orderOf(1)));
  expect(outbox.waiting()).toBe(0);
});
