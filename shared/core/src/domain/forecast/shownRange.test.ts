// What a visitor is told of a wait.
import { expect, test } from 'vitest';
import { liveFigures, shownRange } from './shownRange.ts';

const minutes = (count: number): number => count * 60;

test('S1 given a median of 12 and a 90% of 21 minutes, then 10–25 minutes are shown: rounded outward to five', () => {
  expect(shownRange(minutes(12), minutes(21))).toEqual({ fromMinutes: 10, toMinutes: 25 });
});

test('S1 given figures that are multiples of five, then they stay', () => {
  expect(shownRange(minutes(10), minutes(20))).toEqual({ fromMinutes: 10, toMinutes: 20 });
});

test('S1 given no spread, then the range is still five minutes wide', () => {
  expect(shownRange(0, 0)).toEqual({ fromMinutes: 0, toMinutes: 5 });
  expect(shownRange(minutes(10), minutes(10))).toEqual({ fromMinutes: 10, toMinutes: 15 });
});

test('S1 given a 90% below the median, then the range still holds the median', () => {
  expect(shownRange(minutes(14), minutes(9))).toEqual({ fromMinutes: 10, toMinutes: 15 });
});

test('given a rise of less than three minutes, when a screen shows again, then it keeps its figures', () => {
  expect(liveFigures({ p50: minutes(10), p90: minutes(20) }, { p50: minutes(12), p90: minutes(22.9) })).toEqual({ p50: minutes(10), p90: minutes(20) });
});

test('given a rise of three minutes or more, then it is shown', () => {
  expect(liveFigures({ p50: minutes(10), p90: minutes(20) }, { p50: minutes(13), p90: minutes(23) })).toEqual({ p50: minutes(13), p90: minutes(23) });
});

test('given a fall, then it is shown at once', () => {
  expect(liveFigures({ p50: minutes(10), p90: minutes(20) }, { p50: minutes(9.9), p90: minutes(19) })).toEqual({ p50: minutes(9.9), p90: minutes(19) });
});

test('given small rises one after another, then they are shown once they add up to three minutes', () => {
  let shown = liveFigures(null, { p50: minutes(10), p90: minutes(20) });
  for (const more of [1, 2, 2.9]) shown = liveFigures(shown, { p50: minutes(10 + more), p90: minutes(20 + more) });
  expect(shown.p50).toBe(minutes(10));
  expect(liveFigures(shown, { p50: minutes(13.1), p90: minutes(23.1) }).p50).toBe(minutes(13.1));
});
