// The same seed gives the same day on every machine: the sequence itself is pinned.
import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';

test('the sequence of a seed never changes', () => {
  const random = seededRandom(42);
  expect(Array.from({ length: 4 }, () => random.below(1_000_000))).toMatchInlineSnapshot(`
    [
      331738,
      879756,
      855903,
      343389,
    ]
  `);
});

test('two seeds differ, the same seed does not', () => {
  const of = (seed: number): number[] => { const random = seededRandom(seed); return Array.from({ length: 8 }, random.next); };
  expect(of(1)).toEqual(of(1));
  expect(of(1)).not.toEqual(of(2));
});

test('every draw keeps its promise', () => {
  const random = seededRandom(7);
  const draws = Array.from({ length: 20_000 }, random.next);
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draws)).toBeLessThan(1);
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  expect(mean(draws)).toBeCloseTo(0.5, 1);
  expect(new Set(Array.from({ length: 500 }, () => random.below(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  expect(mean(Array.from({ length: 20_000 }, () => Number(random.chance(0.3))))).toBeCloseTo(0.3, 1);
  expect(mean(Array.from({ length: 20_000 }, () => random.exponential(60)))).toBeGreaterThan(55);
  const lognormal = Array.from({ length: 20_000 }, () => random.lognormal(600, 0.5));
  expect(Math.abs(mean(lognormal) - 600)).toBeLessThan(20);
  expect(Math.min(...lognormal)).toBeGreaterThan(0);
});

test('pick takes from the list, and an empty list is a mistake of ours', () => {
  expect(['a', 'b', 'c']).toContain(seededRandom(3).pick(['a', 'b', 'c']));
  expect(() => seededRandom(3).pick([])).toThrow('pick from an empty list');
});
