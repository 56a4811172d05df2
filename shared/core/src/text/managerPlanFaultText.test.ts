// What has the wrong form in a plan, in plain words. That every fault of sense has Chinese words is held where files can be
// read: server/src/plan/planFaultWords.test.ts.
import { expect, test } from 'vitest';
import { planSchema } from '../domain/plan.ts';
import { smallPlan } from '../domain/testing/smallPlan.ts';
import { formFaultText, planFaultText } from './managerPlanFaultText.ts';

test('given what nobody knows, then it is told as it is', () => {
  expect(planFaultText('something else')).toEqual({ place: '', zh: 'something else', en: 'something else' });
});

test.each([
  ['a time', { day: { opensAt: 'early', lastHour: '20:00' } }, '应为时间，如 09:30'],
  ['a date', { exceptions: [{ ...{ date: 'soon', name: { zh: 'x', en: 'x' }, kind: 'closed', hoursIds: [], spans: [] } }] }, '应为日期，如 2026-03-02'],
  ['an id', { zones: [{ id: 'a b', name: { zh: 'x', en: 'x' }, floor: { zh: 'x', en: 'x' } }] }, '只能用字母、数字、- 和 _，最多 32 位'],
  ['a number too small', { capacity: 0 }, '不能小于 1'],
  ['a number too large', { parkAlertMs: 1e9 }, '不能大于 86400000'],
  ['half a number', { capacity: 1.5 }, '应为整数'],
  ['a text for a number', { capacity: 'x' }, '应为数字'],
  ['nothing', { capacity: undefined }, '缺少这一项'],
  ['null', { zones: null }, '应为列表'],
  ['an empty list', { zones: [] }, '至少 1 项'],
  ['too long a text', { timeZone: 'x'.repeat(65) }, '最多 64 个字'],
  ['a word for yes or no', { hoursApply: 'yes' }, '应为true 或 false'],
  ['a word nobody knows', { voice: { languages: ['fr'], times: 1 } }, '应为：zh、en'],
  ['a policy nobody knows', { calling: { ...smallPlan().calling, policy: { kind: 'luck' } } }, '种类不对'],
])('given %s, then its form is told in plain words of both languages', (_name, change, zh) => {
  const told = (planSchema.safeParse({ ...smallPlan(), ...change }, { reportInput: true }).error?.issues ?? []).map(formFaultText);
  expect(told.map((words) => words.zh)).toEqual([zh]);
  expect(told[0]?.en).toMatch(/^(?:must|is|may|has) [^\u4e00-\u9fff]+$/u);
});
