// The forms of the wire: real messages are taken, anything else is not.
import { expect, test } from 'vitest';
import { given } from '../domain/testing/hallSpec.ts';
import { finish, issue, issueTo, next, open, rate, signIn, start } from '../domain/testing/orders.ts';
import { redactEvent } from '../domain/redact.ts';
import { answerSchema, batchSchema, commandSchema, eventSchema, helloSchema, welcomeSchema } from './messages.ts';

const id = '01890000-0000-7000-8000-000000000000';
const journal = { journalId: '22222222-2222-4222-8222-222222222222', epoch: 1 };
const issueOrder = { id, pressedAt: 1, type: 'issueTicket', data: { serviceId: 'SA', alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null } };

test('every event of a day has the form of the wire, private part or not, and comes back as it was', () => {
  const { events } = given(signIn('1', '1001'), open('1'), issue('SA'), issueTo('green', 'SA'), next('1'), start('1', 'A002'), finish('1', 'A002'), rate('1', 3));
  for (const event of events.flatMap((one) => [one, redactEvent(one)])) expect(eventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(JSON.parse(JSON.stringify(event)));
});

test('an order is taken in its own form only: no field more, none less, none of another order', () => {
  expect(commandSchema.safeParse(issueOrder).success).toBe(true);
  for (const wrong of [
    { ...issueOrder, extra: 1 }, { ...issueOrder, data: { ...issueOrder.data, number: 'A001' } }, { ...issueOrder, data: { serviceId: 'SA' } }, { ...issueOrder, id: 'x' },
    { ...issueOrder, pressedAt: -1 }, { ...issueOrder, pressedAt: 1.5 }, { ...issueOrder, type: 'callNext' }, { ...issueOrder, type: 'unknown' }, null, [], 'issueTicket', 7,
  ]) expect(commandSchema.safeParse(wrong).success).toBe(false);
});

test('names of places and things are short and plain: nothing else passes', () => {
  const withService = (serviceId: string) => commandSchema.safeParse({ ...issueOrder, data: { ...issueOrder.data, serviceId } }).success;
  expect(['S1', 'a-b_c', 'x'.repeat(32)].map(withService)).toEqual([true, true, true]);
  expect(['', ' S1', 'S 1', 'x'.repeat(33), '中', '../x', '__proto__', 'a\u0000'].map(withService)).toEqual([false, false, false, false, false, false, false, false]);
});

test('a hello names its protocol and how far it has come, or nothing at the first visit', () => {
  const hello = { protocol: 1, credential: 'c', session: null, journalId: null, epoch: null, seq: null };
  expect(helloSchema.safeParse(hello).success).toBe(true);
  expect(helloSchema.safeParse({ ...hello, ...journal, seq: 5 }).success).toBe(true);
  for (const wrong of [{ ...hello, credential: '' }, { ...hello, seq: -1 }, { ...hello, journalId: 'x' }, { protocol: 1 }]) expect(helloSchema.safeParse(wrong).success).toBe(false);
});

test('answers, batches and welcomes have one form each', () => {
  expect(answerSchema.safeParse({ ok: false, id: null, ...journal, refusal: { code: 'tooFast', facts: { limitPerSecond: 200 } } }).success).toBe(true);
  expect(answerSchema.safeParse({ ok: false, id, ...journal, refusal: { code: 'tooFast', facts: {} } }).success).toBe(false);
  expect(answerSchema.safeParse({ ok: true, id, ...journal, events: [] }).success).toBe(false);
  expect(batchSchema.safeParse({ ...journal, from: 1, to: 1, at: 1, events: [] }).success).toBe(false);
  expect(welcomeSchema.safeParse({ protocol: 1, ...journal, seq: 0, at: 1, you: { role: 'kiosk', place: 'K1', personId: null, isLocked: false, mustSignIn: false }, resume: { kind: 'events', events: [] } }).success).toBe(true);
});
