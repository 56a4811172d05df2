// A question is answered once: by the server, or as "away" at once or within five seconds.
import { expect, test } from 'vitest';
import { queryAnswerWithinMs } from '@hall/core/protocol/limits';
import type { QueryAnswer } from '@hall/core/protocol/messages';
import { pretendScreen } from './testing/pretendScreen.ts';

const life = { journalId: '22222222-2222-4222-8222-222222222222', epoch: 1 };
const nobody: QueryAnswer = { ok: true, ...life, result: [] };
const text = (some: string) => ({ text: some });

test('given a live screen, when it asks, then the question goes out once and its answer comes back', async () => {
  const { link, wire, welcome, timers } = pretendScreen();
  welcome();
  const told = link.ask('findVisitors', text('张'));
  expect(wire.queries.map(({ message }) => message)).toEqual([{ type: 'findVisitors', data: { text: '张' } }]);
  const before = timers.waiting();
  wire.queries[0]?.answer(nobody);
  expect(timers.waiting()).toBe(before - 1);
  await expect(told).resolves.toEqual({ kind: 'told', result: [] });
});

test('given a refusal, then it is told with code and facts', async () => {
  const { link, wire, welcome } = pretendScreen();
  welcome();
  const told = link.ask('findVisitors', text('张'));
  const refusal = { code: 'notAllowed', facts: { role: 'kiosk', type: 'findVisitors' } } as const;
  wire.queries[0]?.answer({ ok: false, id: null, ...life, refusal });
  await expect(told).resolves.toEqual({ kind: 'refused', refusal });
});

test('D2 given a screen that is not connected, then a question is "away" at once and is never sent', async () => {
  const { link, wire, welcome } = pretendScreen();
  await expect(link.ask('findVisitors', text('张'))).resolves.toEqual({ kind: 'away' });
  welcome();
  expect(wire.queries).toEqual([]);
  wire.toScreen().closed();
  await expect(link.ask('findVisitors', text('张'))).resolves.toEqual({ kind: 'away' });
  expect(wire.queries).toEqual([]);
});

test.each(['a cut', 'a close'])('D2 given %s while a question waits, then it is "away", and a late answer changes nothing', async (what) => {
  const { link, wire, welcome, timers } = pretendScreen();
  welcome();
  const told = link.ask('findVisitors', text('张'));
  if (what === 'a cut') wire.toScreen().closed();
  else link.close();
  wire.queries[0]?.answer(nobody);
  await expect(told).resolves.toEqual({ kind: 'away' });
  expect(timers.waiting()).toBe(0);
});

test('given no answer, then it is "away" after five seconds, and pulses meanwhile do not help', async () => {
  const { link, welcome, timers, pulse } = pretendScreen();
  welcome();
  let kind = 'waiting';
  const told = link.ask('findVisitors', text('张')).then((one) => { kind = one.kind; });
  for (let passed = 1_000; passed < queryAnswerWithinMs; passed += 1_000) {
    timers.pass(1_000);
    pulse();
  }
  timers.pass(999);
  await Promise.resolve();
  expect(kind).toBe('waiting');
  timers.pass(1);
  await told;
  expect([kind, link.status.kind]).toEqual(['away', 'live']);
});
