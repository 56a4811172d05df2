// The slip: what S1 wants on it, what may never be on it, and where its lines break.
import { expect, test } from 'vitest';
import type { CounterId, QueueId, ServiceId } from '../domain/ids.ts';
import { planSchema, type Plan } from '../domain/plan.ts';
import { realLimits, smallPlan } from '../domain/testing/smallPlan.ts';
import { counterRange } from './counterRange.ts';
import { columnsOf, paperColumns, plainSlip, slipRows, wrapText } from './plainSlip.ts';
import { slipDocument, type SlipFacts } from './slipDocument.ts';

const names = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
/** A small plan with the names that stand on a slip. */
function planOf(service: { zh: string; en: string }): Plan {
  const { queues: [queue], services: [one], counters: [counter], ...small } = smallPlan();
  return planSchema.parse({
    ...small, name: names('示范区政务服务中心', 'Model District Government Service Center'), calling: realLimits,
    zones: [{ id: 'A', name: names('A区', 'Zone A'), floor: names('一层', 'Floor 1') }],
    queues: [{ ...queue, zoneId: 'A' }],
    services: [{ ...one, id: 'S001', name: service }],
    counters: ['1', '2', '3', '4', '5'].map((id) => ({ ...counter, id, zoneId: 'A', ownQueues: ['A'], helperQueues: [] })),
  });
}
const plan = planOf(names('企业设立登记', 'Company establishment'));
const facts: SlipFacts = {
  number: 'A012', serviceId: 'S001' as ServiceId, queueId: 'A' as QueueId, ahead: 12, issuedAt: Date.UTC(2025, 10, 19, 16, 5),
};
const ids = (...list: string[]): CounterId[] => list as CounterId[];

test('S1: given a ticket, when its slip is made in Chinese, then everything a visitor needs is on it', () => {
  expect(plainSlip(slipDocument(plan, facts, 'zh'), paperColumns)).toBe([
    '               示范区政务服务中心',
    '',
    '                      A012',
    '',
    '                  企业设立登记',
    '               前面还有 12 人等候',
    '',
    '                    一层 A区',
    '                  1–5 号窗口',
    '',
    '         2025年11月20日 00:05  当日有效',
    '请留意叫号屏和语音播报。',
    '叫号 3 次未到即为过号；过号后 10 分钟内请到窗口',
    '或咨询引导台，约 1 位后再呼叫您，超时作废。',
  ].join('\n'));
});

test('S1: given a ticket, when its slip is made in English, then no Chinese is left on it', () => {
  const text = plainSlip(slipDocument(plan, facts, 'en'), paperColumns);
  expect(text).not.toMatch(/[\u4e00-\u9fff]/u);
  expect(text).toContain('12 people ahead of you');
  expect(text).toContain('Counters 1–5');
  expect(text).toContain('2025-11-20 00:05  Valid today only');
});

test('S1: the number is the largest thing on the slip', () => {
  const { lines } = slipDocument(plan, facts, 'zh');
  const largest = Math.max(...lines.map(({ size }) => size));
  expect(lines.filter(({ size }) => size === largest).map(({ text }) => text)).toEqual(['A012']);
});

test('S1: the moment is that of the hall, not of the machine', () => {
  expect(plainSlip(slipDocument({ ...plan, timeZone: 'Asia/Urumqi' }, facts, 'zh'), 48)).toContain('2025年11月19日 22:05');
});

test('S1: given a service and queue the plan no longer knows, then the number still gets its slip', () => {
  const lost = slipDocument(plan, { ...facts, serviceId: 'S999' as ServiceId, queueId: 'Z' as QueueId }, 'zh');
  expect(plainSlip(lost, 48)).toContain('A012');
});

test('the longest names a plan allows break inside the paper, 80 mm and 58 mm', () => {
  const long = planOf(names('办'.repeat(80), 'Registration '.repeat(9).trim()));
  for (const width of [paperColumns, 32]) {
    for (const language of ['zh', 'en'] as const) {
      for (const line of slipDocument(long, facts, language).lines) {
        for (const row of slipRows(line, width)) expect(columnsOf(row) * line.size).toBeLessThanOrEqual(width);
      }
    }
  }
});

test('Chinese characters count two columns, letters and digits one', () => {
  expect(columnsOf('A区 1–5 号窗口')).toBe(1 + 2 + 1 + 1 + 2 + 1 + 1 + 6);
});

test('lines break between Chinese characters and between words, never before a closing sign', () => {
  expect(wrapText('请留意叫号屏。', 12)).toEqual(['请留意叫号', '屏。']);
  expect(wrapText('Please watch the screens', 13)).toEqual(['Please watch', 'the screens']);
  expect(wrapText('ABCDEFGH', 3)).toEqual(['ABC', 'DEF', 'GH']);
  expect(wrapText('', 10)).toEqual(['']);
});

test('counters are told as ranges, in the order of their numbers', () => {
  expect(counterRange(ids('5', '1', '2', '3', '4'), 'zh')).toBe('1–5');
  expect(counterRange(ids('10', '9', '20', '18', '12', '19'), 'zh')).toBe('9、10、12、18–20');
  expect(counterRange(ids('47', '48'), 'en')).toBe('47, 48');
  expect(counterRange([], 'zh')).toBe('');
});

test.each([
  [{ kind: 'notAllowed', places: 0, withinMs: null }, '过号作废，请重新取号。', 'no longer valid'],
  [{ kind: 'toTheEnd', places: 0, withinMs: null }, '排到队尾。', 'after all who wait'],
  [{ kind: 'afterPlaces', places: 3, withinMs: null }, '约 3 位后再呼叫您。', 'after about 3 others'],
  [{ kind: 'afterPlaces', places: 0, withinMs: 600_000 }, '过号后 10 分钟内', 'within 10 min'],
] as const)('C8, S1: given a queue whose missed tickets %j, then the slip says so in plain words', (returnPolicy, zh, en) => {
  const of = { ...plan, queues: plan.queues.map((queue) => ({ ...queue, returnPolicy })) };
  expect(plainSlip(slipDocument(of, facts, 'zh'), 200)).toContain(zh);
  expect(plainSlip(slipDocument(of, facts, 'en'), 200)).toContain(en);
});
