// Readers: what a card's text means, a burst told from fingers, and a bridge that is asked without end or haste.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerWithinMs, askAgainMs, askEveryMs, followReader } from './bridge.ts';
import { isIdNumber, readingOf } from './reading.ts';
import { burstGapMs, createWedge } from './wedge.ts';

const idNumber = '110000199001010005';
const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test.each([
  [idNumber, { kind: 'card', visitor: { name: null, phone: null, idNumber } }],
  [`测试,男,汉,19900101,${idNumber}`, { kind: 'card', visitor: { name: '测试', phone: null, idNumber } }],
  [`男|汉族|测试·名|${idNumber}`, { kind: 'card', visitor: { name: '测试·名', phone: null, idNumber } }],
  ['24681357', { kind: 'code', code: '24681357' }],
  ['a012', { kind: 'number', number: 'A012' }],
  ['110000199001010009', { kind: 'nonsense' }],
  ['<script>alert(1)</script>', { kind: 'nonsense' }],
  ['', { kind: 'nonsense' }],
  ['9'.repeat(500), { kind: 'nonsense' }],
])('V1 given a reader that says %s, then it means that and nothing else', (text, meaning) => {
  expect(readingOf(text)).toEqual(meaning);
});

test('a number whose last sign does not fit is nobody\'s', () => {
  expect(isIdNumber(idNumber)).toBe(true);
  for (const sign of '12346789X') expect(isIdNumber(idNumber.slice(0, 17) + sign)).toBe(false);
});

function wedge(): { keys(text: string, gapMs: number): void; told: unknown[]; press(key: string): boolean } {
  const told: unknown[] = [];
  const one = createWedge({ typed: (key) => told.push(key), burst: (text, ended) => told.push([text, ended]) }, after);
  const press = (key: string): boolean => one.press({ key, at: Date.now() });
  return {
    told, press,
    keys(text, gapMs) {
      for (const key of text) {
        press(key);
        vi.advanceTimersByTime(gapMs);
      }
    },
  };
}

test('V1 V4 given keys as quick as a reader\'s and Enter, then they are one reading and not one of them is typed', () => {
  const { keys, told, press } = wedge();
  keys(idNumber, 8);
  expect(press('Enter')).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([[idNumber, true]]);
});

test('given keys as slow as fingers, then each is typed and Enter is a key like any other', () => {
  const { keys, told, press } = wedge();
  keys('1380', 120);
  expect(press('Enter')).toBe(false);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual(['1', '3', '8', '0']);
});

test('given a reading that breaks off, then it is told as such and never typed; two quick fingers are fingers', () => {
  const broken = wedge();
  broken.keys('1100001990', 5);
  vi.advanceTimersByTime(burstGapMs * 3);
  expect(broken.told).toEqual([['1100001990', false]]);
  const quick = wedge();
  quick.keys('12', 10);
  vi.advanceTimersByTime(1_000);
  expect(quick.told).toEqual(['1', '2']);
});

test('given a card that lies on a bridged reader, then it is told once, and again when it was taken away meanwhile', async () => {
  const answers = ['', idNumber, idNumber, '', idNumber].map((text) => (text === '' ? null : text));
  const told: string[] = [];
  const stop = followReader(() => Promise.resolve(answers.shift() ?? null), (text) => told.push(text), after);
  for (let nth = 0; nth < 6; nth += 1) await vi.advanceTimersByTimeAsync(askEveryMs);
  expect(told).toEqual([idNumber, idNumber]);
  stop();
});

test('given a bridge that is silent or away, then it is asked again later, never twice at a time, and not after the end', async () => {
  let asked = 0;
  let isSilent = true;
  const told: string[] = [];
  const stop = followReader(() => {
    asked += 1;
    return isSilent ? new Promise(() => undefined) : Promise.resolve(idNumber);
  }, (text) => told.push(text), after);
  await vi.advanceTimersByTimeAsync(answerWithinMs - 1);
  expect(asked).toBe(1);
  isSilent = false;
  await vi.advanceTimersByTimeAsync(askAgainMs + 1);
  expect([asked, told]).toEqual([2, [idNumber]]);
  stop();
  await vi.advanceTimersByTimeAsync(askAgainMs * 3);
  expect(asked).toBe(2);
});
