// One screen's link: when it is live, when it says that it is away, what becomes of orders and of its timers.
// How it keeps up with the hall is in linkFollows.test.ts.
import { expect, test } from 'vitest';
import { redactEvent } from '@hall/core/domain/redact';
import { issue } from '@hall/core/domain/testing/orders';
import { pulseEveryMs, silentAfterMs } from '@hall/core/protocol/limits';
import type { Answer, CommandMessage } from '@hall/core/protocol/messages';
import { protocolVersion } from '@hall/core/protocol/version';
import { pretendScreen } from './testing/pretendScreen.ts';

const orderOf1 = { id: '01890000-0000-7000-8000-000000000001', pressedAt: 1, type: 'callNext', data: { counterId: '1' } } as unknown as CommandMessage;

test('D2 before the first welcome a screen is connecting and knows nothing', () => {
  const { link, wire } = pretendScreen();
  expect([link.status, link.you, link.hall.seq]).toEqual([{ kind: 'connecting' }, null, 0]);
  expect(wire.hellos).toEqual([{ protocol: protocolVersion, credential: 'mine', session: null, journalId: null, epoch: null, seq: null }]);
});

test('a welcome makes it live, tells who it is, and gives it hall time', () => {
  const { link, timers, welcome, told, scenario } = pretendScreen();
  welcome();
  expect([link.status, link.you, told]).toEqual([{ kind: 'live' }, { role: 'display', place: 'hall', personId: null, isLocked: false, mustSignIn: false }, ['all']]);
  timers.pass(250);
  expect(link.serverNow()).toBe(scenario.now() + 250);
});

test('D2 a screen that hears nothing says within 5 s since when, keeps its picture, and connects anew from where it stands', () => {
  const { link, wire, timers, welcome, told, scenario, at } = pretendScreen();
  welcome();
  timers.pass(silentAfterMs - 1);
  expect(link.status.kind).toBe('live');
  timers.pass(1);
  expect(link.status).toEqual({ kind: 'away', since: scenario.now() });
  expect([told.at(-1), link.hall.seq, wire.reopened]).toEqual([[], at, 1]);
  expect(wire.hellos.at(-1)).toMatchObject({ journalId: scenario.hall.journalId, epoch: 1, seq: at });
});

test('D2 pulses alone keep a screen live', () => {
  const { link, timers, welcome, pulse } = pretendScreen();
  welcome();
  for (let second = 0; second < 30; second += 1) {
    timers.pass(pulseEveryMs);
    pulse();
  }
  expect(link.status.kind).toBe('live');
});

test('D2 after a cut it resumes by sequence and is live again', () => {
  const { link, wire, welcome, told, scenario, at } = pretendScreen();
  welcome();
  wire.toScreen().closed();
  expect(link.status.kind).toBe('away');
  scenario.and(issue('SA'));
  welcome({ kind: 'events', events: scenario.events.slice(at).map(redactEvent) });
  expect([link.status.kind, told]).toEqual(['live', ['all', [], [at + 1]]]);
});

test('N6 an order pressed while away is sent with the next welcome and answered then', async () => {
  const { link, wire, welcome } = pretendScreen();
  const answered = link.order(orderOf1);
  expect(wire.commands).toEqual([]);
  welcome();
  expect(wire.commands).toEqual([orderOf1]);
  const answer: Answer = { ok: false, id: orderOf1.id, journalId: '22222222-2222-4222-8222-222222222222', epoch: 1, refusal: { code: 'nobodyWaiting', facts: { counterId: '1' } } };
  wire.toScreen().answer(answer);
  await expect(answered).resolves.toBe(answer);
});

test('a screen that is not let in says so, and is live when it is let in later', () => {
  const { link, wire, welcome } = pretendScreen();
  wire.toScreen().rejected({ code: 'badCredential', facts: {} });
  expect(link.status).toEqual({ kind: 'rejected', refusal: { code: 'badCredential', facts: {} } });
  wire.toScreen().closed();
  expect(link.status.kind).toBe('rejected');
  welcome();
  expect(link.status.kind).toBe('live');
});

test('it tells the server how far it has come, at once and every five seconds, and not while away', () => {
  const { wire, timers, welcome, pulse, link, at } = pretendScreen();
  welcome();
  for (let second = 0; second < 10; second += 1) {
    timers.pass(pulseEveryMs);
    pulse();
  }
  expect(wire.presences).toEqual([{ seq: at }, { seq: at }, { seq: at }]);
  wire.toScreen().closed();
  timers.pass(60_000);
  expect(wire.presences).toHaveLength(3);
  link.close();
  expect(wire.isClosed).toBe(true);
});

test('a closed link rings no more timers and nobody is told anything after leaving', () => {
  const { link, timers, welcome, told } = pretendScreen();
  const leave = link.onChange(() => { told.push('never'); });
  leave();
  welcome();
  link.close();
  expect(timers.waiting()).toBe(0);
  expect(told).toEqual(['all']);
});

test('a closed link that hears the wire close stays closed: no timer, no reconnect', () => {
  const { link, wire, timers, welcome, pulse } = pretendScreen();
  welcome();
  link.close();
  pulse();
  wire.toScreen().closed();
  timers.pass(60_000);
  expect(wire.reopened).toBe(0);
});

test('an errand of the hall is heard once the hall has let the screen in, and never one of another life of the journal', () => {
  const { wire, welcome, errands, scenario } = pretendScreen();
  const { journalId, epoch } = scenario.hall;
  wire.toScreen().errand({ journalId, epoch, errand: 'restart' });
  expect(errands).toEqual([]);
  welcome();
  wire.toScreen().errand({ journalId, epoch: epoch + 1, errand: 'restart' });
  wire.toScreen().errand({ journalId, epoch, errand: 'testPrint' });
  expect(errands).toEqual(['testPrint']);
});
