// The page of plans: what an answer makes of an import, places in words, and a plan as tables.
import { expect, test } from 'vitest';
import type { Plan } from '@hall/core/domain/plan';
import { smallPlan } from './foldedDay.ts';
import { hallRequest } from '@hall/client/session/hallRequest';
import { createAsk } from './hallApi.ts';
import { exportName, importAfter, moreOf, placeText, valueText } from './planFlow.ts';
import { planTable, planTabs } from './planTables.ts';

const told = { code: 'tooOften', zh: '稍候', en: 'wait' };

test('given an answer to a check or a confirmation, then the import stands where it should', () => {
  const changes = [{ place: 'capacity', was: '50', is: '60' }];
  expect(importAfter({ kind: 'told', body: { from: 'now', adopted: false, changes, faults: [] } })).toEqual({ step: 'ready', from: 'now', changes });
  expect(importAfter({ kind: 'told', body: { from: 'nextDay', adopted: true, changes, faults: [] } })).toEqual({ step: 'taken', from: 'nextDay' });
  expect(importAfter({ kind: 'told', body: { from: 'now', adopted: false, changes, faults: [{ place: '', zh: '不是 JSON 文件', en: 'this is not JSON' }] } })).toMatchObject({ step: 'faulty' });
  expect(importAfter({ kind: 'refused', told, faults: [{ place: 'capacity', zh: '不能小于 1', en: 'must not be below 1' }] })).toMatchObject({ step: 'faulty' });
  expect(importAfter({ kind: 'refused', told, faults: [] })).toEqual({ step: 'refused', told });
  expect(importAfter({ kind: 'away' })).toEqual({ step: 'away' });
});

test.each([
  ['services[sA].quota.daily', '事项 · sA service SA（中文）', 'Service · sA service SA'],
  ['services[S099]', '事项 · S099', 'Service · S099'],
  ['exceptions[0]', '特殊日期 · 第 1 项', 'Special date · no. 1'],
  ['counters[60]', '窗口 · 60', 'Counter · 60'],
  ['counters[1].zoneId', '窗口 · 1 counter 1（中文）', 'Counter · 1 counter 1'],
  ['calling.policy.kind', '叫号规则', 'Calling'],
  ['calling.conditions[0].queueId', '叫号规则', 'Calling'],
  ['', '整个文件', 'The whole file'],
  ['somethingNew.x', 'somethingNew', 'somethingNew'],
])('given the place %s, then it is told in words', (place, zh, en) => {
  const plan = { ...smallPlan, services: smallPlan.services.map((service) => ({ ...service, name: { zh: 'service SA（中文）', en: 'service SA' } })) };
  expect([placeText(place, plan, 'zh'), placeText(place, plan, 'en')]).toEqual([zh, en]);
});

test.each([
  ['capacity', '60', '60'], ['counters[1].autoCallMs', 'null', '（无）'], ['counters[1].autoCallMs', '15000', '15 秒'], ['calling.ceilingMs', '3600000', '60 分钟'], ['calling.nextGapMs', '0', '0 秒'],
  ['hoursApply', 'true', '是'], ['name.zh', '"新大厅"', '新大厅'], ['services[S1]', null, '（无）'],
  ['services[S1]', '{"id":"S1","queueId":"A","name":{"zh":"新事项","en":"A new one"},"materials":[{"name…', '新事项'], ['day', '{"opensAt":"08:00"}', '{"opensAt":"08:00"}'],
])('given the change of %s to %s, then it reads %s', (place, json, text) => {
  expect(valueText(place, json, 'zh')).toBe(text);
});

test('given faults of a file that is no plan of ours, then items are told by their place in the list', () => {
  expect([placeText('services[12].queueId', null, 'zh'), placeText('counters[4].ownQueues', null, 'en')]).toEqual(['事项 · 第 13 项', 'Counter · no. 5']);
});

test('given more changes than are told one by one, then the last says how many', () => {
  expect([moreOf({ place: '… 17', was: null, is: null }), moreOf({ place: 'capacity', was: '1', is: '2' })]).toEqual(['17', null]);
  expect(exportName('2026-03-02')).toBe('plan-2026-03-02.json');
});

test.each(planTabs)('given a plan, then its %s are a table with one cell under each head, in both languages', (tab) => {
  for (const language of ['zh', 'en'] as const) {
    const { head, rows } = planTable(smallPlan, tab, language);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(head.length);
    expect(rows.flat().filter((cell) => /undefined|NaN|\[object/u.test(cell))).toEqual([]);
  }
});

test('given days of the week that say the same, then they are one line, and closed days are told', () => {
  expect(planTable(smallPlan, 'hours', 'en').rows).toEqual([['office hours', 'Mon–Fri', '09:00–12:00  13:30–17:00'], ['', 'Sat–Sun', 'closed']]);
});

test('given a plan of long ago that lacks what came later, then it is shown all the same', () => {
  const { hours: _hours, exceptions: _dates, appointments: _rules, slip: _slip, voice: _voice, parkAlertMs: _alert, ...old } = smallPlan;
  const counters = old.counters.map(({ autoCallMs: _ms, ...counter }) => counter);
  for (const tab of planTabs) expect(planTable({ ...old, counters } as unknown as Plan, tab, 'zh').rows.flat().filter((cell) => /undefined|NaN/u.test(cell))).toEqual([]);
});

test('given a server that answers, refuses, breaks off or is away, then each is told apart and nothing is thrown', async () => {
  const sent: unknown[] = [];
  const ask = (answer: () => Promise<Response>) => createAsk(hallRequest({ credential: () => Promise.resolve('secret'), session: () => null, send: (path, init) => { sent.push([path, init?.headers]); return answer(); } }));
  expect(await ask(() => Promise.resolve(Response.json({ a: 1 })))('GET', '/api/plan')).toEqual({ kind: 'told', body: { a: 1 } });
  expect(await ask(() => Promise.resolve(Response.json({ error: told }, { status: 429 })))('POST', '/x', { body: 'a', type: 'text/csv' })).toEqual({ kind: 'refused', told, faults: [] });
  expect(await ask(() => Promise.resolve(new Response('<html>')))('GET', '/x')).toEqual({ kind: 'away' });
  expect(await ask(() => Promise.reject(new TypeError('failed to fetch')))('GET', '/x')).toEqual({ kind: 'away' });
  const noProof = createAsk(hallRequest({ credential: () => Promise.reject(new Error('no challenge: 503')), session: () => null, send: () => { throw new Error('sent without a credential'); } }));
  expect(await noProof('GET', '/x')).toEqual({ kind: 'away' });
  expect(sent.slice(0, 2)).toEqual([['/api/plan', { authorization: 'Bearer secret' }], ['/x', { authorization: 'Bearer secret', 'content-type': 'text/csv' }]]);
});
