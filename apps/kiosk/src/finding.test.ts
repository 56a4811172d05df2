// Finding a service by letters with the real pinyin library; the QR code of a guide; the printer's words.
import { expect, test } from 'vitest';
import { planSchema } from '@hall/core/domain/plan';
import type { ServiceId, TicketId } from '@hall/core/domain/ids';
import { smallPlan } from '@hall/core/domain/testing/smallPlan';
import type { Printer } from '@hall/client/machine/machine';
import { codePicture, guideWords, mostBytes } from './guideCode.ts';
import { printId, printPortOf } from './printPort.ts';
import { findServices, loadPinyin } from './search.ts';
import { speechOf } from './speech.ts';

const small = smallPlan();
const [first] = small.services;
const named = (id: string, zh: string, en: string): object => ({ ...first, id, name: { zh, en } });
const plan = planSchema.parse({
  ...small,
  services: [named('S001', '居民身份证申领换领', 'Resident ID card'), named('S002', '临时身份证', 'Temporary ID card'), named('S003', '银行开户核准', 'Bank account approval'), named('S004', '结婚登记', 'Marriage registration')],
});
const pinyin = await loadPinyin();
const find = (typed: string): ServiceId[] => findServices(plan, typed, pinyin);

test.each([
  ['JMSFZ', ['S001']],
  ['SFZ', ['S001', 'S002']],
  ['shenfenz', ['S001', 'S002']],
  // The sign of a bank is not that of walking.
  ['YH', ['S003']],
  ['JHDJ', ['S004']],
  ['MARR', ['S004']],
  ['IDCARD', ['S001', 'S002']],
  ['身份', ['S001', 'S002']],
  ['QQXQ', []],
])('%s finds %j', (typed, ids) => {
  expect(find(typed)).toEqual(ids);
});

test('what begins with the letters comes first; nothing typed lists everything in the plan\'s order', () => {
  expect(find('LS')[0]).toBe('S002');
  expect(find('')).toEqual(plan.services.map(({ id }) => id));
});

test('a guide fits its code; what is too long ends with a word about it, whole lines at a time', () => {
  const words = guideWords(plan, 'S001' as ServiceId, 'zh', 1_763_600_000_000, '其余略。');
  expect(words).toContain('居民身份证申领换领');
  const steps = Array.from({ length: 12 }, (_one, nth) => ({ zh: `第${nth}步${'很长的说明'.repeat(8)}`, en: 'step' }));
  const longPlan = planSchema.parse({ ...plan, services: plan.services.map((service) => ({ ...service, guide: { steps, basis: [], fee: null } })) });
  const long = guideWords(longPlan, 'S001' as ServiceId, 'zh', 1_763_600_000_000, '其余略。') ?? '';
  expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(mostBytes);
  expect(long.endsWith('其余略。')).toBe(true);
  expect(guideWords(plan, 'S999' as ServiceId, 'zh', 0, '')).toBeNull();
  const { size, path } = codePicture(long);
  expect(size).toBeLessThanOrEqual(77);
  // The three corners that every reader looks for.
  for (const corner of ['M0 0h', `M${size - 1} 0h`, `M0 ${size - 1}h`]) expect(path).toContain(corner);
});

const printer = (state: () => Promise<unknown>, end: () => Promise<unknown> = () => Promise.reject(new Error('away'))): Printer => ({ state, print: end }) as unknown as Printer;
const never = (): Promise<never> => new Promise(() => undefined);
const atOnce = (_ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, 5);
  return () => clearTimeout(timer);
};

test('S4 what a printer says of itself; silence and faults are unsure, after being asked once more', async () => {
  const told = async (state: () => Promise<unknown>): Promise<string> => (await printPortOf(printer(state), atOnce).paper()).paper;
  expect(await told(() => Promise.resolve({ kind: 'ready', nearEnd: true, columns: 48 }))).toBe('fine');
  expect(await told(() => Promise.resolve({ kind: 'stopped', fault: 'coverOpen', columns: 48 }))).toBe('out');
  expect(await told(() => Promise.resolve({ kind: 'unknown', why: 'busy', columns: 48 }))).toBe('fine');
  expect(await told(() => Promise.resolve({ kind: 'none' }))).toBe('none');
  let asked = 0;
  expect(await told(() => { asked += 1; return never(); })).toBe('unsure');
  expect(asked).toBe(2);
});

test('S3 a printer that is away or silent leaves a slip unknown, never done; each printing has an id of its own', async () => {
  const slip = { language: 'zh', lines: [] } as const;
  expect(await printPortOf(printer(never), atOnce).print('1.1', slip)).toBe('unknown');
  expect(await printPortOf(printer(never, never), atOnce).print('1.1', slip)).toBe('unknown');
  expect(await printPortOf(printer(never, () => Promise.resolve({ state: 'failed', why: 'paperOut', nearEnd: false })), atOnce).print('1.1', slip)).toBe('failed');
  expect(await printPortOf(null, atOnce).print('1.1', slip)).toBe('preview');
  const ticketId = '1.9' as TicketId;
  expect([printId({ ticketId, reprint: null }), printId({ ticketId, reprint: { nth: 2, at: 0 } })]).toEqual(['1.9', '1.9.r2']);
});

test('words are spoken by a voice of their language or not at all', () => {
  const said: string[] = [];
  const synthesis = { getVoices: () => [{ lang: 'zh_CN' }], cancel: () => undefined, speak: ({ text }: { text: string }) => said.push(text) } as unknown as SpeechSynthesis;
  const speech = speechOf(synthesis, (text) => ({ text }) as SpeechSynthesisUtterance);
  expect([speech.say('请取号', 'zh'), speech.say('Take a number', 'en'), said]).toEqual([true, false, ['请取号']]);
  expect(speechOf(undefined).say('请取号', 'zh')).toBe(false);
});
