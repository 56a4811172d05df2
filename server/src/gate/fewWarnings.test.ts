// Warnings from outside do not fill the disk.
import { expect, test } from 'vitest';
import { fewWarnings } from './fewWarnings.ts';

test('given a thousand warnings of one kind in a minute, then twenty are told, and in the next minute how many were left out; another kind is told', () => {
  let at = 0;
  const told: [string, unknown][] = [];
  const warn = fewWarnings((facts, what) => told.push([what, facts]), () => at);
  for (let count = 0; count < 1_000; count += 1) warn({ count }, 'refused');
  warn({}, 'other');
  expect(told).toHaveLength(21);
  at = 60_000;
  warn({ count: 1 }, 'refused');
  warn({}, 'other');
  expect(told.slice(21)).toEqual([['refused', { count: 1, leftOut: 980 }], ['other', {}]]);
});
