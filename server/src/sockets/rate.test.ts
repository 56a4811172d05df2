// How many messages a connection may send.
import { messageBurst, messagesPerSecond } from '@hall/core/protocol/limits';
import { expect, test } from 'vitest';
import { createRate } from './rate.ts';

const passed = (within: () => boolean, tries: number): number => Array.from({ length: tries }, within).filter(Boolean).length;

test('given a fresh connection, when it sends a burst, then the burst passes and the next message does not', () => {
  const within = createRate(() => 1_000);
  expect(passed(within, messageBurst)).toBe(messageBurst);
  expect(within()).toBe(false);
});

test('given an empty bucket, when a second passes, then the messages of one second pass', () => {
  let now = 0;
  const within = createRate(() => now);
  passed(within, messageBurst + 50);
  now += 1_000;
  expect(passed(within, 1_000)).toBe(messagesPerSecond);
  now += 5;
  expect(passed(within, 10)).toBe(1);
});

test('given a long silence, then no more than one burst is saved up', () => {
  let now = 0;
  const within = createRate(() => now);
  now += 86_400_000;
  expect(passed(within, messageBurst * 2)).toBe(messageBurst);
});

test('given 10,000 messages a second for ten seconds, then about the average passes', () => {
  let now = 0;
  const within = createRate(() => now);
  let count = 0;
  for (let ms = 0; ms < 10_000; ms += 1) {
    now += 1;
    count += passed(within, 10);
  }
  expect(count).toBeLessThanOrEqual(messageBurst + messagesPerSecond * 10);
  expect(count).toBeGreaterThan(messageBurst + messagesPerSecond * 9);
});
