// The spoken form of a call (D4). That the shipped clips hold every word of it is tested beside them, in the display's room.
import { expect, test } from 'vitest';
import { spokenCall } from './spokenCall.ts';

const zh = ['zh/qing', 'zh/A', 'zh/0', 'zh/0', 'zh/1', 'zh/hao-dao', 'zh/n3', 'zh/haochuangkou'];
const en = ['en/ticket', 'en/A', 'en/0', 'en/0', 'en/1', 'en/please-go-to-counter', 'en/n3'];
const both = { languages: ['zh', 'en'], times: 2 } as const;
const a001 = { number: 'A001', counterId: '3' };

test('D4 a call: chime, Chinese, English, and both once more without chime', () => {
  expect(spokenCall(a001, { ...both, backlog: false })).toEqual([
    { language: 'zh', clips: ['chime', ...zh] },
    { language: 'en', clips: en },
    { language: 'zh', clips: zh },
    { language: 'en', clips: en },
  ]);
});

test('D4 with a backlog: once and in the first language only', () => {
  expect(spokenCall(a001, { ...both, backlog: true })).toEqual([{ language: 'zh', clips: ['chime', ...zh] }]);
});

test('D4 languages, their order and how often are the plan\'s', () => {
  expect(spokenCall(a001, { languages: ['en', 'zh'], times: 1, backlog: false }).map(({ clips }) => clips)).toEqual([['chime', ...en], zh]);
  expect(spokenCall(a001, { languages: ['en', 'zh'], times: 3, backlog: true }).map(({ clips }) => clips)).toEqual([['chime', ...en]]);
  expect(spokenCall(a001, { languages: ['zh'], times: 3, backlog: false })).toHaveLength(3);
});

test('D4 a hall of one language hears that one, twice', () => {
  expect(spokenCall(a001, { languages: ['en'], times: 2, backlog: false }).map(({ clips }) => clips)).toEqual([['chime', ...en], en]);
});

test('D4 counters up to 99 are whole numbers, from 100 digit by digit', () => {
  const first = (counterId: string): readonly string[] => spokenCall({ number: 'AA12', counterId }, { ...both, backlog: true })[0]?.clips ?? [];
  expect(first('48').slice(-2)).toEqual(['zh/n48', 'zh/haochuangkou']);
  expect(first('105').slice(-4)).toEqual(['zh/1', 'zh/0', 'zh/5', 'zh/haochuangkou']);
  expect(first('48').slice(2, 6)).toEqual(['zh/A', 'zh/A', 'zh/1', 'zh/2']);
});
