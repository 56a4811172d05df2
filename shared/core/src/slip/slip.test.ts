// The slip: what S1 wants on it, what may never be on it, and where its lines break.
import { expect, test } from 'vitest';
import type { ClassId, CounterId, QueueId, ServiceId } from '../domain/ids.ts';
import { planSchema, type Plan } from '../domain/plan.ts';
import { realLimits, smallPlan } from '../domain/testing/smallPlan.ts';
import { columnsOf, narrowPaperColumns, paperColumns } from './columns.ts';
import { counterRange } from './counterRange.ts';
import { guideSlip } from './guideSlip.ts';
import { plainSlip, slipRows, wrapText } from './plainSlip.ts';
import { slipDocument, type SlipFacts } from './slipDocument.ts';

const names = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
/** A small plan with the names that stand on a slip. */
function planOf(service: { zh: string; en: string }): Plan {
  const { queues: [queue], services: [one, other, third], counters: [counter], ...small } = smallPlan();
  return planSchema.parse({
    ...small, name: names('示范区政务服务中心', 'Model District Government Service Center'), calling: realLimits,
    zones: [{ id: 'A', name: names('A区', 'Zone A'), floor: names('一层', 'Floor 1') }],
    queues: [{ ...queue, zoneId: 'A' }],
    services: [
      { ...one, id: 'S001', name: service }, { ...other, id: 'S002', queueId: 'A', name: names('税务登记', 'Tax registration') },
      { ...third, id: 'S003', queueId: 'A', name: names('社保登记', 'Social insurance') },
    ],
    counters: ['1', '2', '3', '4', '5'].map((id) => ({ ...counter, id, zoneId: 'A', ownQueues: ['A'], helperQueues: [] })),
  });
}
const plan = planOf(names('企业设立登记', 'Company establishment'));
const facts: SlipFacts = {
  number: 'A012', serviceId: 'S001' as ServiceId, laterServiceIds: [], queueId: 'A' as QueueId, ahead: 12, wait: { fromMinutes: 15, toMinutes: 25 },
  issuedAt: Date.UTC(2025, 10, 19, 16, 5), slotAt: null, classId: null, reprint: null,
};
const textOf = (of: Partial<SlipFacts>, on: Plan = plan, columns = paperColumns): string => plainSlip(slipDocument(on, { ...facts, ...of }, 'zh', columns), columns);
const ids = (...list: string[]): CounterId[] => list as CounterId[];

test('S1: given a ticket, when its slip is made in Chinese, then everything a visitor needs is on it', () => {
  expect(plainSlip(slipDocument(plan, facts, 'zh'), paperColumns)).toBe([
    '               示范区政务服务中心',
    '',
    '                      A012',
    '',
    '                  企业设立登记',
    '',
    '               前面还有 12 人等候',
    '             预计等候约 15–25 分钟',
    '',
    '                    一层 A区',
    '                  1–5 号窗口',
    '',
    '         2025年11月20日 00:05  当日有效',
    '',
    '请留意叫号屏和语音播报。',
    '叫号 3 次未到即为过号；过号后 10 分钟内请到窗口',
    '或咨询引导台，约 1 位后再呼叫您，超时作废。',
    '投诉监督电话：12345',
  ].join('\n'));
});

test('S1: given a ticket, when its slip is made in English, then no Chinese is left on it', () => {
  const text = plainSlip(slipDocument(plan, facts, 'en'), paperColumns);
  expect(text).not.toMatch(/[\u4e00-\u9fff]/u);
  expect(text).toContain('12 people ahead of you');
  expect(text).toContain('Counters 1–5');
  expect(text).toContain('2025-11-20 00:05  Valid today only');
});

test('S1: given no forecast and a ticket that waits no more, then nothing is said of the wait', () => {
  const text = textOf({ ahead: null, wait: null });
  expect(text).not.toContain('等候');
  expect(text).toContain('A012');
});

test('T4: given several services on one ticket, then the first is told large and the others in their order', () => {
  const rows = textOf({ laterServiceIds: ['S003', 'S002'] as ServiceId[] }).split('\n');
  const from = rows.indexOf('之后还办理：');
  expect(rows.slice(from, from + 4)).toEqual(['之后还办理：', '2. 社保登记', '3. 税务登记', '凭本号依次办理，不必另行取号。']);
  expect(textOf({})).not.toContain('之后还办理');
});

test('H3: given an appointment in time, then its slot is told, and its begin alone when the plan has no such slot any more', () => {
  // 08:30 in the hall, a slot of the small plan; then 08:40, which is none.
  expect(textOf({ slotAt: Date.UTC(2025, 10, 20, 0, 30) })).toContain('预约 08:30–09:00');
  expect(textOf({ slotAt: Date.UTC(2025, 10, 20, 0, 40) })).toMatch(/预约 08:40$/mu);
});

test('O1: given a number of a kiosk that was alone, then the slip says what it cannot know, and nothing of the wait', () => {
  const slip = textOf({ ahead: null, wait: null, isAlone: true });
  expect(slip).toContain('离线取号：等候人数未知');
  expect(slip).not.toContain('前面还有');
  expect(textOf({})).not.toContain('离线');
});

test('S3: given a slip that is printed again, then it is marked 补打 with the time, and how often', () => {
  expect(textOf({ reprint: { nth: 1, at: Date.UTC(2025, 10, 19, 16, 30) } })).toContain('补打 00:30');
  expect(textOf({ reprint: { nth: 2, at: Date.UTC(2025, 10, 19, 16, 40) } })).toContain('补打（第 2 次） 00:40');
  expect(textOf({})).not.toContain('补打');
});

test('S1: the class stands on the slip only when the plan says so', () => {
  const elderly = { classId: 'elderly' as ClassId };
  expect(textOf(elderly)).not.toContain('elderly');
  expect(textOf(elderly, { ...plan, slip: { ...plan.slip, showClass: true } })).toContain('类别：elderly（中文）');
  expect(textOf({}, { ...plan, slip: { ...plan.slip, showClass: true } })).not.toContain('类别');
});

test('S1: complaint phone and footer are the plan\'s', () => {
  expect(textOf({}, { ...plan, slip: { ...plan.slip, complaintPhone: null } })).not.toContain('投诉');
  expect(textOf({}, { ...plan, slip: { ...plan.slip, footer: names('感谢您的配合', 'Thank you') } }).split('\n').at(-1)?.trim()).toBe('感谢您的配合');
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

test('S1: on narrow paper the longest number a plan allows still stands in one row and is the largest thing', () => {
  for (const number of ['A012', 'AA012', 'AAA00012']) {
    const { lines } = slipDocument(plan, { ...facts, number }, 'zh', narrowPaperColumns);
    const [line] = lines.filter(({ text }) => text === number);
    expect(line === undefined ? [] : slipRows(line, narrowPaperColumns)).toEqual([number]);
    expect(line?.size).toBe(Math.max(...lines.map(({ size }) => size)));
    expect(line?.size).toBeGreaterThan(2);
  }
});

test('S1: on narrow paper the date and how long it is valid stand below each other rather than broken', () => {
  const rows = plainSlip(slipDocument(plan, facts, 'en', narrowPaperColumns), narrowPaperColumns).split('\n').map((row) => row.trim());
  expect(rows).toContain('2025-11-20 00:05');
  expect(rows).toContain('Valid today only');
});

test('the longest names a plan allows break inside the paper, 80 mm and 58 mm', () => {
  const long = planOf(names('办'.repeat(80), 'Registration '.repeat(9).trim()));
  const full: SlipFacts = { ...facts, laterServiceIds: ['S001', 'S002'] as ServiceId[], slotAt: facts.issuedAt, reprint: { nth: 12, at: facts.issuedAt } };
  for (const width of [paperColumns, narrowPaperColumns]) {
    for (const language of ['zh', 'en'] as const) {
      for (const line of slipDocument(long, full, language, width).lines) {
        for (const row of slipRows(line, width)) expect(columnsOf(row) * line.size).toBeLessThanOrEqual(width);
      }
    }
  }
});

test('Chinese characters count two columns, letters and digits one', () => {
  expect(columnsOf('A区 1–5 号窗口')).toBe(1 + 2 + 1 + 1 + 2 + 1 + 1 + 6);
});

test('rows in the middle are alike in length, and break at a space rather than in a word', () => {
  const middle = (text: string, size: number): string[] => slipRows({ text, size, bold: false, align: 'center' }, narrowPaperColumns);
  expect(middle('前面还有 12 人等候', 2)).toEqual(['前面还有', '12 人等候']);
  expect(middle('税务登记与发票领用办理', 2)).toEqual(['税务登记与发', '票领用办理']);
  expect(middle('Company establishment', 2)).toEqual(['Company', 'establishment']);
});

test('a number is not torn from what it counts, nor an opening sign from what follows', () => {
  expect(wrapText('预计等候 10 分钟以内', 13)).toEqual(['预计等候', '10 分钟以内']);
  expect(wrapText('消防验收（特殊）', 10)).toEqual(['消防验收', '（特殊）']);
});

test('what a Chinese printer draws full width counts two columns', () => {
  expect([...'①℃—…×·ДΩ（，'].map(columnsOf)).toEqual(Array.from({ length: 10 }, () => 2));
  expect([...'Aé-1'].map(columnsOf)).toEqual([1, 1, 1, 1]);
});

test('S1: given a hall whose tickets have pages, then the address stands on the slip as a QR code, and without one nothing is said of it', () => {
  const { lines } = slipDocument(plan, { ...facts, pageUrl: 'https://hall.example.lan/t/1.12' }, 'zh');
  expect(lines.filter(({ code }) => code !== undefined)).toEqual([{ text: '', size: 1, bold: false, align: 'center', code: 'https://hall.example.lan/t/1.12' }]);
  expect(lines.some(({ text }) => text.includes('扫码'))).toBe(true);
  expect(textOf({ pageUrl: null })).not.toContain('扫码');
});

test('S1: given a service with its guide, when it is printed, then what to bring, steps, time, fee and place are on it, and it is no ticket', () => {
  const given: Plan = { ...plan, services: plan.services.map((one) => ({ ...one, promiseDays: 3, guide: { steps: [names('提交材料', 'Hand in')], basis: [], fee: names('不收费', 'Free') } })) };
  const text = plainSlip(guideSlip(given, 'S001' as ServiceId, 'zh', facts.issuedAt) ?? { language: 'zh', lines: [] }, narrowPaperColumns);
  for (const part of ['办事指南', '企业设立登记', '1. identity card（中文）', '1. 提交材料', '3 个工作日', '不收费', '一层 A区', '1–5 号窗口', '不是号单', '2025-11-20']) expect(text).toContain(part);
  expect(text).not.toContain('未提供');
});

test('S1: given a guide with gaps, then what is missing is said to be missing; a service the plan does not know has none', () => {
  const bare = guideSlip(plan, 'S001' as ServiceId, 'en', facts.issuedAt);
  expect(plainSlip(bare ?? { language: 'en', lines: [] }, paperColumns).match(/Not provided/gu)).toHaveLength(2);
  expect(plainSlip(bare ?? { language: 'en', lines: [] }, paperColumns)).toContain('Done on the spot');
  expect(guideSlip(plan, 'S999' as ServiceId, 'zh', 0)).toBeNull();
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
