// Deaths and silences: helped soon, then with longer pauses, then by a new start, and never twice for one.
import { expect, test } from 'vitest';
import { createWatchdog, type Remedy } from './watchdog.ts';

const told = (remedy: Remedy): string => (remedy === null ? '-' : `${remedy.kind} ${remedy.afterMs}`);

test('given a page that lives, then nothing is done, for a day', () => {
  const dog = createWatchdog(0);
  dog.loading(0);
  for (let now = 0; now < 86_400_000; now += 2_000) {
    dog.alive(now);
    expect(dog.look(now + 1_999)).toBeNull();
  }
});

test('given a page that falls silent, then it is loaded anew within ten seconds, once', () => {
  const dog = createWatchdog(0);
  dog.loading(0);
  dog.alive(5_000);
  const looks = Array.from({ length: 20 }, (_none, second) => told(dog.look(5_000 + second * 1_000)));
  expect(looks.findIndex((one) => one !== '-')).toBeLessThanOrEqual(10);
  expect(looks.filter((one) => one !== '-')).toEqual(['reload 500']);
});

test('given a slow machine, then its first page has half a minute to draw', () => {
  const dog = createWatchdog(0);
  dog.loading(0);
  expect([dog.look(30_000), told(dog.look(30_001))]).toEqual([null, 'reload 500']);
});

test('given one death told twice, then it is helped once', () => {
  const dog = createWatchdog(0);
  dog.loading(0);
  expect([told(dog.died(10)), told(dog.died(11)), told(dog.look(60_000))]).toEqual(['reload 500', '-', '-']);
});

test('given a page that dies again and again, then pauses grow, and the sixth time the program starts anew', () => {
  const dog = createWatchdog(0);
  const deaths = Array.from({ length: 6 }, (_none, nth) => { dog.loading(nth * 20_000); return told(dog.died(nth * 20_000 + 1)); });
  expect(deaths).toEqual(['reload 500', 'reload 1000', 'reload 2000', 'reload 4000', 'reload 8000', 'relaunch 1000']);
});

test('given a death each quarter of an hour, then each is the first', () => {
  const dog = createWatchdog(0);
  expect(Array.from({ length: 10 }, (_none, nth) => { dog.loading(nth * 900_000); return told(dog.died(nth * 900_000 + 1)); })).toEqual(Array.from({ length: 10 }, () => 'reload 500'));
});

test.each([[0, 1_000], [1, 2_000], [4, 16_000], [6, 60_000], [1_000, 60_000]])('given %i new starts in a row, then the next waits %i ms', (relaunches, afterMs) => {
  const dog = createWatchdog(relaunches);
  const deaths = Array.from({ length: 6 }, (_none, nth) => { dog.loading(nth); return dog.died(nth); });
  expect(deaths.at(-1)).toEqual({ kind: 'relaunch', afterMs });
});
