// The delay after wrong passwords: none at first, then doubling, per person and per address, forgotten in time.
import { expect, test } from 'vitest';
import { createSignInDelays } from './signInDelays.ts';

function watched(): { delays: ReturnType<typeof createSignInDelays>; pass: (ms: number) => void } {
  let now = 1_000_000;
  return { delays: createSignInDelays(() => now), pass: (ms) => { now += ms; } };
}

test('U3 given wrong passwords, then two are free, and from the third on each waits twice as long, five minutes at most', () => {
  const { delays, pass } = watched();
  const waits: number[] = [];
  for (let nth = 0; nth < 14; nth += 1) {
    delays.begin(['1001']);
    const waitMs = delays.waitMs(['1001']);
    waits.push(waitMs / 1_000);
    pass(waitMs);
  }
  expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300]);
});

test('given a hundred tries in one moment, then all but the first few must wait', () => {
  const { delays } = watched();
  let allowed = 0;
  for (let nth = 0; nth < 100; nth += 1) {
    if (delays.waitMs(['1001', 'at 10.0.0.9']) > 0) continue;
    allowed += 1;
    delays.begin(['1001', 'at 10.0.0.9']);
  }
  expect(allowed).toBe(3);
});

test('given one address that tries many names, then the address waits, and others of these names elsewhere do not', () => {
  const { delays } = watched();
  for (const name of ['1001', '1002', '1003', '1004']) delays.begin([name, 'at 10.0.0.9']);
  expect(delays.waitMs(['1005', 'at 10.0.0.9'])).toBeGreaterThan(0);
  expect(delays.waitMs(['1001', 'at 10.0.0.8'])).toBe(0);
});

test('given the right password, or an hour of peace, then everything is forgotten', () => {
  const { delays, pass } = watched();
  for (let nth = 0; nth < 5; nth += 1) delays.begin(['1001']);
  delays.right(['1001']);
  expect(delays.waitMs(['1001'])).toBe(0);
  for (let nth = 0; nth < 12; nth += 1) delays.begin(['1002']);
  pass(3_600_001);
  delays.begin(['1002']);
  expect(delays.waitMs(['1002'])).toBe(0);
});

test('given more names than can be remembered, then the oldest are forgotten and memory stays bounded', () => {
  const { delays } = watched();
  for (let nth = 0; nth < 5; nth += 1) delays.begin(['victim']);
  for (let nth = 0; nth < 10_000; nth += 1) delays.begin([`name ${nth}`]);
  expect(delays.waitMs(['victim'])).toBe(0);
});
