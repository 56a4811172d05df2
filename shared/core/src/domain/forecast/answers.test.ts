// From draws to an answer, and the correction of its tails from errors.
import { expect, test } from 'vitest';
import { seededRandom } from '../../base/random.ts';
import { Aims } from './aims.ts';
import { answerOf, type Answer } from './answer.ts';
import { IdleWaits } from './idleWaits.ts';
import { SampleRing } from './sampleRing.ts';
import { ordered, Tails } from './tails.ts';

const answer = (p50: number, up: number): Answer => ({ mean: p50, p05: p50 - 1.3 * up, p10: p50 - up, p50, p90: p50 + up, p95: p50 + 1.3 * up });

test('draws in which the ticket was not called are left out; too few others are no answer', () => {
  expect(answerOf(Float64Array.from([NaN, 10, 20, 30, NaN]))).toMatchObject({ mean: 20, p50: 20 });
  expect(answerOf(Float64Array.from([NaN, NaN]))).toBeNull();
  expect(answerOf(Float64Array.from([1, ...Array.from({ length: 20 }, () => NaN)]))).toBeNull();
});

test('given answers whose spread was four times too narrow, then the tails are widened and the median stays', () => {
  const tails = new Tails();
  const random = seededRandom(3);
  for (let told = 0; told < 500; told += 1) tails.add(answer(600, 50), 600 + (random.next() - 0.5) * 500);
  const corrected = tails.correct(answer(600, 50));
  expect(corrected.p50).toBe(600);
  expect(corrected.p90).toBeGreaterThan(770);
  expect(corrected.p90).toBeLessThan(830);
  expect(corrected.p10).toBeGreaterThan(370);
  expect(corrected.p10).toBeLessThan(430);
});

test('errors of long waits do not widen the answers for short ones', () => {
  const tails = new Tails();
  for (let told = 0; told < 400; told += 1) {
    tails.add(answer(3_000, 300), 3_000 + (told % 2 === 0 ? 1_500 : -1_500));
    tails.add(answer(100, 50), 100 + (told % 11 - 5) * 11);
  }
  expect(tails.correct(answer(100, 50)).p90).toBeLessThan(180);
  expect(tails.correct(answer(3_000, 300)).p90).toBeGreaterThan(4_000);
});

test('given no errors yet, then the answer stays as it is', () => {
  expect(new Tails().correct(answer(600, 50))).toEqual(answer(600, 50));
});

test('an answer is finite, not negative and in order, whatever came in', () => {
  expect(ordered({ mean: NaN, p05: 50, p10: -4, p50: 10, p90: 3, p95: Infinity })).toEqual({ mean: 0, p05: 0, p10: 0, p50: 10, p90: 10, p95: 10 });
});

test('a free counter is answered from what others found who came to one, once enough are known', () => {
  const idle = new IdleWaits();
  for (let seen = 0; seen < 14; seen += 1) idle.add(3);
  expect(idle.answer()).toBeNull();
  idle.add(3);
  expect(idle.answer()).toMatchObject({ mean: 3, p50: 3, p90: 3 });
});

test('a ring forgets the oldest and draws above a bound only what is above', () => {
  const ring = new SampleRing(3);
  for (const value of [9, 1, 2, 3]) ring.add(value);
  expect([ring.count, ring.mean, ring.quantile(0.5)]).toEqual([3, 2, 2]);
  expect(ring.drawAbove(2.5, seededRandom(1))).toBe(3);
  expect(ring.drawAbove(3.5, seededRandom(1))).toBeNull();
  expect(ring.countAbove(2)).toBe(2);
});

test('given free counters whose answers always hold, then the others are aimed lower, so that all together hold nine times in ten, but not below 88%', () => {
  const aimed = (idleOfTen: number): number => {
    const aims = new Aims();
    for (let told = 0; told < 3_000; told += 1) aims.add(told % 10 < idleOfTen, told % 10 < idleOfTen || told % 3 > 0);
    return aims.upper;
  };
  expect(new Aims().upper).toBe(0.9);
  expect(aimed(0)).toBe(0.9);
  expect(aimed(1)).toBeCloseTo(0.889, 2);
  expect(aimed(5)).toBe(0.88);
});
