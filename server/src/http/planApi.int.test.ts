// The plan as a file over real HTTP, on a real journal: taken whole or refused with everything that is wrong, and remembered.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '@hall/core/domain/plan';
import { desk, inDays, manager, startHttpHall, type HttpHall } from '../testing/httpHall.ts';

let hall: HttpHall;
let plan: Plan;
beforeAll(async () => {
  hall = await startHttpHall();
  plan = (await hall.ask('GET', '/api/plan')).body as Plan;
});
afterAll(() => hall.stop());

const present = async (): Promise<unknown> => (await hall.ask('GET', '/api/plan')).body;
const post = (body: unknown, query = 'from=now') => hall.ask('POST', `/api/plan?${query}`, { body });
interface Faulty { error: { code: string; zh: string; en: string }; faults: { place: string; zh: string; en: string }[] }
const renamed = (zh: string): Plan => ({ ...plan, name: { ...plan.name, zh } });

describe('who may', () => {
  test.each([['GET', '/api/plan'], ['GET', '/api/plan/history'], ['POST', '/api/plan?from=now'], ['DELETE', '/api/plan/next']])('given %s %s without a credential, then 401; of the desk, then 403', async (method, path) => {
    const body = method === 'POST' ? { body: plan } : {};
    expect(await hall.ask(method, path, { who: null, ...body })).toMatchObject({ status: 401, body: { error: { code: 'noCredential' } } });
    expect(await hall.ask(method, path, { who: desk, ...body })).toMatchObject({ status: 403, body: { error: { code: 'wrongRole' } } });
    expect(await hall.ask(method, path, { who: null, headers: { authorization: 'Bearer manager.M1.wrong' }, ...body })).toMatchObject({ status: 401 });
    expect(await hall.ask(method, path, { who: null, headers: { authorization: 'Basic bWFuYWdlcjp4' }, ...body })).toMatchObject({ status: 401 });
  });

  test('given a credential that asks without end, then it is slowed down, and others are not', async () => {
    const busy = { role: 'manager', place: 'M9' } as const;
    const answers = await Promise.all(Array.from({ length: 160 }, () => hall.ask('GET', '/api/plan/history', { who: busy })));
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed.length).toBeGreaterThan(20);
    expect(slowed[0]).toMatchObject({ body: { error: { code: 'tooOften' } } });
    expect(Number(slowed[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await hall.ask('GET', '/api/plan/history', { who: manager })).status).toBe(200);
  });
});

test('given faults of form and of sense, then the plan is refused whole with all of them, and the old one stays', async () => {
  const [first, second, ...others] = plan.services;
  const before = hall.events().length;
  const { status, body } = await post({ ...plan, capacity: 0, unknown: 1, services: [{ ...first, queueId: 'Z' }, { ...second, promiseDays: 'soon' }, ...others] });
  const { error, faults } = body as Faulty;
  expect([status, error.code]).toEqual([422, 'planFaulty']);
  expect(faults.map(({ place }) => place)).toEqual(['capacity', 'services[1].promiseDays', 'unknown', 'services[0].queueId']);
  expect(faults.at(-1)).toEqual({ place: 'services[0].queueId', en: 'no queue Z', zh: '没有队列 Z' });
  for (const { zh, en } of faults) {
    expect(zh).toMatch(/[\u4e00-\u9fff]/u);
    expect(en).not.toMatch(/[\u4e00-\u9fff]/u);
  }
  expect(await present()).toEqual(plan);
  expect(hall.events()).toHaveLength(before);
});

test.each([
  ['nothing', '', 'JSON'],
  ['half a plan', '{"format":1,\n "name":', 'JSON'],
  ['a list', '[]', 'object'],
  ['null', 'null', 'object'],
  ['a plan of another format', JSON.stringify({ format: 2 }), 'must be 1'],
  ['a prototype', '{"__proto__":{"format":1}}', 'is missing'],
])('given %s, then it is refused as faulty and nothing changes', async (_name, text, why) => {
  const { status, body } = await post(text);
  expect(status).toBe(422);
  expect((body as Faulty).faults.some(({ en }) => en.includes(why))).toBe(true);
  expect(await present()).toEqual(plan);
});

test('given depth without end, more than 4 MB, another type or a wrong query, then it is refused and the hall goes on', async () => {
  expect((await post('['.repeat(1_000_000) + ']'.repeat(1_000_000))).status).toBe(422);
  expect(await post(`{"a":"${'x'.repeat(4_300_000)}"}`)).toMatchObject({ status: 413, body: { error: { code: 'tooLarge' } } });
  expect(await hall.ask('POST', '/api/plan?from=now', { body: 'x', type: 'text/xml' })).toMatchObject({ status: 415 });
  for (const query of ['', 'from=yesterday', 'from=now&from=nextDay', 'from=now&more=1']) expect(await post(plan, query)).toMatchObject({ status: 400, body: { error: { code: 'malformed' } } });
  expect((await hall.ask('GET', '/api/health', { who: null })).status).toBe(200);
  expect(await present()).toEqual(plan);
});

test('given a plan that is only checked, then it is told what would change and what would break, and nothing changes', async () => {
  expect(await post(renamed('改名大厅'), 'from=now&check=true')).toMatchObject({ status: 200, body: { adopted: false, changes: [{ place: 'name.zh', is: '"改名大厅"' }] } });
  const { status, body } = await post({ ...plan, timeZone: 'Asia/Tokyo' }, 'from=now&check=true');
  expect(status).toBe(200);
  expect((body as Faulty).faults).toEqual([{ place: 'timeZone', en: 'cannot change while a day is open', zh: '业务日进行中不能更改，请选择“下一业务日起”' }]);
  expect(await post('{', 'from=now&check=true')).toMatchObject({ status: 200, body: { adopted: false, changes: [], faults: [{ place: '' }] } });
  expect(await present()).toEqual(plan);
});

test('given a right plan, then it holds at once, the history says who changed what, and yesterday is not invented', async () => {
  expect(await post(renamed('新名大厅'))).toMatchObject({ status: 200, body: { from: 'now', adopted: true } });
  expect(await present()).toEqual(renamed('新名大厅'));
  const { body } = await hall.ask('GET', '/api/plan/history');
  expect((body as { entries: unknown[] }).entries).toMatchObject([
    { by: { role: 'manager', place: 'M1' }, step: 'adopted', changes: [{ place: 'name.zh', was: `"${plan.name.zh}"`, is: '"新名大厅"' }] },
    { by: { role: 'system', place: 'install' }, step: 'adopted', changes: [] },
  ]);
  expect((await hall.ask('GET', `/api/plan?date=${inDays(0)}`)).body).toEqual(renamed('新名大厅'));
  expect(await hall.ask('GET', `/api/plan?date=${inDays(-1)}`)).toMatchObject({ status: 404, body: { error: { code: 'notThatDay' } } });
  expect(await hall.ask('GET', '/api/plan?date=2026-02-30')).toMatchObject({ status: 400 });
});

test('given a plan for the next day, then it waits, can be withdrawn once, and a second one takes its place', async () => {
  const before = await present();
  expect(await post(renamed('明日大厅'), 'from=nextDay')).toMatchObject({ status: 200, body: { from: 'nextDay', adopted: true } });
  expect(await present()).toEqual(before);
  expect(await hall.ask('DELETE', '/api/plan/next')).toMatchObject({ status: 200, body: { withdrawn: true } });
  expect(await hall.ask('DELETE', '/api/plan/next')).toMatchObject({ status: 404, body: { error: { code: 'noNextPlan' } } });
  const { body } = await hall.ask('GET', '/api/plan/history');
  expect((body as { entries: { step: string }[] }).entries.map(({ step }) => step).slice(0, 3)).toEqual(['withdrawn', 'scheduled', 'adopted']);
});

test('given the description of the interface, then every route stands in it with its form', async () => {
  const { body } = await hall.ask('GET', '/api/openapi.json', { who: null });
  const { paths } = body as { paths: Record<string, Record<string, { responses: object; description?: string }>> };
  expect(Object.keys(paths).sort()).toEqual(expect.arrayContaining(['/api/appointments', '/api/appointments/import', '/api/appointments/{externalId}', '/api/health', '/api/plan', '/api/plan/history', '/api/plan/next']));
  for (const [path, methods] of Object.entries(paths)) for (const route of Object.values(methods)) expect(`${path}: ${route.description ?? ''}`.length).toBeGreaterThan(path.length + 20);
  expect(await hall.ask('GET', '/api/nothing')).toMatchObject({ status: 404, body: { error: { code: 'notFound' } } });
});
