// Whether memory grows is judged after the warm-up, and a slow leak is found.
import { expect, test } from 'vitest';
import { growthOf, mostGrowth, slopeOf, type Held } from './heapOf.ts';

const held = (...heaps: number[]): Held[] => heaps.map((heap) => ({ heap, outside: 11, resident: 200 }));

test('given values on a line, then the slope is that of the line', () => {
  expect([slopeOf([3, 5, 7, 9]), slopeOf([4, 4, 4]), slopeOf([1])]).toEqual([2, 0, 0]);
});

test('given a heap that finds its size and stays, then it has not grown; one that goes on has, by what it comes to', () => {
  expect(growthOf(held(39, 44, 45, 46, 42, 39.5, 39.6, 39.4, 39.5, 39.6))?.growth).toBeLessThan(mostGrowth);
  const leak = growthOf(held(39, 44, 45, 46, 46, 46.8, 47.5, 48.4, 49, 49.9));
  expect(leak?.growth).toBeGreaterThan(mostGrowth);
  expect(leak?.slope).toBeCloseTo(0.77, 1);
});

test('given a run that is too short, then nothing is said', () => {
  expect(growthOf(held(1, 2, 3, 4, 5, 6, 7))).toBeNull();
});
