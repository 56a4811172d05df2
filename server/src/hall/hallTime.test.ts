// Hall time under a wall clock that drifts, jumps and runs back.
import { expect, test } from 'vitest';
import { createHallTime } from './hallTime.ts';

const start = 1_780_000_000_000;
const halfDay = 12 * 3_600_000;

function clocks(): { wall: number; monotonic: number; pass(ms: number): void } {
  return {
    wall: start, monotonic: 50,
    pass(ms) {
      this.wall += ms;
      this.monotonic += ms;
    },
  };
}

test.each([halfDay, -halfDay, 2_000, -2_000])('N3/T5: given a wall clock that jumps by %i ms, then hall time goes on as if nothing had happened and says how far off the wall is', (jump) => {
  const both = clocks();
  const time = createHallTime(0, () => both.wall, () => both.monotonic);
  expect(time.now()).toBe(start);
  both.pass(1_000);
  both.wall += jump;
  expect(time.now()).toBe(start + 1_000);
  both.pass(500);
  expect(time.now()).toBe(start + 1_500);
  expect(time.offMs()).toBe(jump);
});

test('N3: given a wall clock that jumped and was set right again, then hall time follows its drift again', () => {
  const both = clocks();
  const time = createHallTime(0, () => both.wall, () => both.monotonic);
  both.wall += halfDay;
  both.pass(10_000);
  expect(time.now()).toBe(start + 10_000);
  both.wall -= halfDay - 40;
  expect(time.now()).toBe(start + 10_040);
  expect(time.offMs()).toBe(0);
});

test('T5: given small drift, when the wall clock runs ahead, then hall time follows it', () => {
  const both = clocks();
  const time = createHallTime(0, () => both.wall, () => both.monotonic);
  for (let minute = 0; minute < 600; minute += 1) {
    both.pass(60_000);
    both.wall += 60;
    expect(time.now()).toBe(both.wall);
  }
});

test('T5: given a wall clock that is slewed back, then hall time stands still instead of running back', () => {
  const both = clocks();
  const time = createHallTime(0, () => both.wall, () => both.monotonic);
  both.pass(5_000);
  const before = time.now();
  both.wall -= 1_900;
  expect(time.now()).toBe(before);
  both.pass(1_000);
  expect(time.now()).toBe(before);
  both.pass(1_000);
  expect(time.now()).toBe(before + 100);
});

test('T5: given a journal newer than the wall clock, when the hall starts, then time begins at the journal and goes on', () => {
  const both = clocks();
  const time = createHallTime(start + halfDay, () => both.wall, () => both.monotonic);
  expect(time.now()).toBe(start + halfDay);
  both.pass(700);
  expect(time.now()).toBe(start + halfDay + 700);
});

test('T5: whatever the wall clock does, hall time is a whole number and never less than before', () => {
  const both = clocks();
  const time = createHallTime(0, () => both.wall, () => both.monotonic);
  let last = 0;
  for (let step = 0; step < 5_000; step += 1) {
    both.monotonic += (step % 7) * 0.37;
    both.wall += [13.5, -1_999, 1_999, 0, halfDay, -halfDay, -700][step % 7] ?? 0;
    const now = time.now();
    expect(Number.isInteger(now) && now >= last).toBe(true);
    last = now;
  }
  expect(last - start).toBeLessThan(60_000);
});
