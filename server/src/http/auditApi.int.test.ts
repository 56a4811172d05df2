// The audit trail over HTTP: who may read it, what it tells and what it never tells, and the trace of taking it away.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditPage } from '@hall/core/protocol/audit';
import { startHttpHall, type HttpHall } from '../testing/httpHall.ts';
import { askOwner, personWith, staffScreen, type StaffScreen } from '../testing/staffScreens.ts';

let hall: HttpHall;
let office: StaffScreen;
let counter: StaffScreen;
beforeAll(async () => {
  hall = await startHttpHall();
  [office, counter] = await Promise.all([staffScreen(hall, 'manager', 'M1'), staffScreen(hall, 'counter', '12')]);
});
afterAll(() => hall.stop());

const codeIn = ({ body }: { body: unknown }): string => (body as { error: { code: string } }).error.code;
const ownPage = async (query = ''): Promise<AuditPage> => (await askOwner(hall, 'GET', `/api/audit${query}`)).body as AuditPage;

test('U6 given people of several duties, then managers and auditors read it, and nobody else does', async () => {
  const other = await staffScreen(hall, 'manager', 'M3');
  for (const [duty, code] of [['manager', 200], ['audit', 200], ['system', 403]] as const) {
    const token = await personWith(hall, other, `75-${duty}`, [duty]);
    expect([(await other.ask('GET', '/api/audit', undefined, token)).status, (await other.ask('POST', '/api/audit/file?language=zh', undefined, token)).status], duty).toEqual([code, code]);
  }
  expect(codeIn(await other.ask('GET', '/api/audit', undefined, await personWith(hall, other, '75-none', ['system'])))).toBe('notYourDuty');
  expect(codeIn(await office.ask('GET', '/api/audit'))).toBe('signInFirst');
  const clerk = await personWith(hall, counter, '7501', ['clerk']);
  expect(codeIn(await counter.ask('GET', '/api/audit', undefined, clerk))).toBe('wrongRole');
});

test('given a sign-in and a wrong password, then both are told with who and where, the newest first; one kind alone when asked', async () => {
  await counter.signIn('7501', 'not the password');
  const { entries } = await ownPage('?kinds=access');
  expect(entries[0]?.what).toEqual({ kind: 'access', access: 'wrongPassword', personId: '7501', role: 'counter', place: '12' });
  expect(entries.every(({ what }) => what.kind === 'access')).toBe(true);
  expect((await ownPage('?kinds=people,devices')).entries.every(({ what }) => what.kind === 'person' || what.kind === 'device')).toBe(true);
  const all = await ownPage();
  expect(all.entries.map(({ seq }) => seq)).toEqual([...all.entries.map(({ seq }) => seq)].sort((a, b) => b - a));
  expect((await ownPage(`?before=${all.entries[1]?.seq ?? 0}`)).entries[0]?.seq).toBe(all.entries[2]?.seq);
});

test('given a day of the hall, then its entries are told and those of no other', async () => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now());
  expect((await ownPage(`?day=${today}`)).entries.length).toBeGreaterThan(5);
  expect((await ownPage('?day=2020-02-29')).entries).toEqual([]);
});

test.each(['?kinds=everything', '?before=0', '?before=x', '?day=2026-13-01', '?day=yesterday', '?other=1'])('given %s, then it is refused as malformed', async (query) => {
  const answer = await askOwner(hall, 'GET', `/api/audit${query}`);
  expect([answer.status, codeIn(answer)]).toEqual([400, 'malformed']);
});

test('V1 given devices and plans in the journal, then neither keys nor plans are told, and no visitor by more than an id', async () => {
  const text = JSON.stringify(await ownPage());
  expect(['publicKey', '"plan":{', 'services', 'password"'].filter((part) => text.includes(part))).toEqual([]);
});

test('U6 given it is taken away as a file, then first a trace is left, and no cell is a formula', async () => {
  const screen = await staffScreen(hall, 'manager', 'M4');
  const token = await personWith(hall, screen, '7402', ['audit'], { name: '=1+1' });
  const answer = await screen.ask('POST', '/api/audit/file?language=zh', undefined, token);
  expect([answer.status, answer.headers['content-disposition']]).toEqual([200, 'attachment; filename="audit.csv"']);
  const [head, first, ...rest] = String(answer.body).split('\r\n');
  expect(head?.replace('\uFEFF', '')).toBe('序号,时间,人员,位置,事项');
  expect(first).toMatch(/^\d+,\d{4}-\d\d-\d\d \d\d:\d\d,'=1\+1 7402,管理台 M4,'=1\+1 7402 在 管理台 M4 导出审计记录$/u);
  expect(rest.filter((line) => line.split(',').some((cell) => /^[=+@-]/u.test(cell)))).toEqual([]);
  expect((await ownPage()).entries[0]).toMatchObject({ by: { role: 'system', place: 'people' }, what: { access: 'auditExported', personId: '7402', role: 'manager', place: 'M4' } });
});
