// What the four answers to DLE EOT mean (S4).
import { expect, test } from 'vitest';
import { isInOrderByte, isStatusByte, statusOf } from './status.ts';

const ok = 0x12;
test.each([
  ['nothing wrong', [ok, ok, ok, ok], { fault: null, nearEnd: false }],
  ['the roll is near its end', [ok, ok, ok, ok | 0x0c], { fault: null, nearEnd: true }],
  ['paper out by the sensor', [ok | 8, ok, ok, ok | 0x60], { fault: 'paperOut', nearEnd: true }],
  ['printing stopped for paper', [ok | 8, ok | 0x20, ok, ok], { fault: 'paperOut', nearEnd: true }],
  ['cover open', [ok | 8, ok | 4, ok, ok], { fault: 'coverOpen', nearEnd: false }],
  ['cover open and paper out', [ok | 8, ok | 4, ok, ok | 0x60], { fault: 'paperOut', nearEnd: true }],
  ['the knife is stuck', [ok | 8, ok | 0x40, ok | 8, ok], { fault: 'broken', nearEnd: false }],
  ['offline without a reason', [ok | 8, ok, ok, ok], { fault: 'offline', nearEnd: false }],
] as const)('S4 given %s, then it is understood', (_what, [printer, offline, error, paper], status) => {
  expect(statusOf(printer, offline, error, paper)).toEqual(status);
});

test('S4 noise and flow control are no answers', () => {
  expect([0x12, 0x1a, 0x7e].map(isStatusByte)).toEqual([true, true, true]);
  expect([0x00, 0x11, 0x13, 0xff, 0x92, 0x10].map(isStatusByte)).toEqual([false, false, false, false, false, false]);
  expect([0x00, 0x03, 0x0c, 0x0f].every(isInOrderByte)).toBe(true);
  expect([0x12, 0x06, 0x15].some(isInOrderByte)).toBe(false);
});
