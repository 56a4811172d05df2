// How long an order is worth carrying out.
import { expect, test } from 'vitest';
import { commandTypes } from '../domain/commands.ts';
import { commandLifeMs } from './commandLife.ts';
import { answerWithinMs, maxCommandBytes, maxMessageBytes, pulseEveryMs, silentAfterMs } from './limits.ts';

test('J6 calls live 10 s, what a visitor waits for a minute, everything else for ever', () => {
  const lives = commandTypes.map((type) => [type, commandLifeMs(type)] as const).filter(([, life]) => life !== null);
  expect(Object.fromEntries(lives)).toEqual({ issueTicket: 60_000, checkIn: 60_000, reprintSlip: 60_000, callNext: 10_000, finishAndCallNext: 10_000, recallTicket: 10_000, pickTicket: 10_000 });
});

test('J6 an order can be sent again while it still lives', () => {
  expect(answerWithinMs * 3).toBeLessThan(10_000);
});

test('D2 a screen notices within 5 s that the server is silent, and not because of one lost pulse', () => {
  expect(silentAfterMs).toBeLessThan(5_000);
  expect(silentAfterMs).toBeGreaterThan(pulseEveryMs * 3);
  expect(maxCommandBytes).toBeLessThan(maxMessageBytes);
});
