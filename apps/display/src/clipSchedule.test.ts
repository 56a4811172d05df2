// Clips stand one after another without the silence an encoder pads, and never two at a time.
import { expect, test } from 'vitest';
import { audibleSpan, scheduleClips } from './clipSchedule.ts';

const rate = 1_000;
const clip = (...parts: [seconds: number, level: number][]): Float32Array =>
  Float32Array.from(parts.flatMap(([seconds, level]) => Array.from({ length: seconds * rate }, (_, index) => (index % 2 === 0 ? level : -level))));

test('padding is cut to 30 ms at both ends', () => {
  const { offset, duration } = audibleSpan(clip([0.1, 0.001], [0.4, 0.5], [0.2, 0]), rate);
  expect(offset).toBeCloseTo(0.07, 3);
  expect(offset + duration).toBeCloseTo(0.53, 3);
});

test('a clip without padding is played whole', () => {
  expect(audibleSpan(clip([0.4, 0.5]), rate)).toEqual({ offset: 0, duration: 0.4 });
});

test('silence inside a word stays; a silent clip takes no time', () => {
  expect(audibleSpan(clip([0.1, 0.5], [0.3, 0], [0.1, 0.5]), rate).duration).toBeCloseTo(0.5, 3);
  expect(audibleSpan(clip([0.5, 0]), rate)).toEqual({ offset: 0, duration: 0 });
});

test('D3 each clip begins where the one before ends', () => {
  const { clips, endsAt } = scheduleClips([{ offset: 0.1, duration: 0.5 }, { offset: 0, duration: 0.25 }], 2);
  expect(clips.map(({ at, offset }) => [at, offset])).toEqual([[2, 0.1], [2.5, 0]]);
  expect(endsAt).toBe(2.75);
});
