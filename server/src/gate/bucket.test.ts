// Buckets by key: bursts, filling, and a bound on the keys that are kept.
import { expect, test } from 'vitest';
import { createBuckets } from './bucket.ts';

const taken = (take: (key: string) => boolean, key: string, tries: number): number => Array.from({ length: tries }, () => take(key)).filter(Boolean).length;

test('given a bucket, then a burst passes, afterwards what time has filled in; each key has its own', () => {
  let at = 0;
  const take = createBuckets({ perSecond: 10, burst: 5, keys: 9 }, () => at);
  expect([taken(take, 'a', 9), taken(take, 'b', 9), taken(take, 'a', 9)]).toEqual([5, 5, 0]);
  at = 200;
  expect(taken(take, 'a', 9)).toBe(2);
  at = 100;
  expect(taken(take, 'a', 9)).toBe(0);
});

test('given more keys than are kept, then the one unused for longest is forgotten', () => {
  const take = createBuckets({ perSecond: 0, burst: 1, keys: 2 }, () => 0);
  expect([take('a'), take('b'), take('a'), take('c'), take('a'), take('b')]).toEqual([true, true, false, true, false, true]);
});
