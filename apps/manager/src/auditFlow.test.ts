// The audit trail as it is read: every kind of line in both languages, who did it, and what is asked of the server.
import { expect, test } from 'vitest';
import { auditEntrySchema, auditWhatSchema, type AuditEntry } from '@hall/core/protocol/audit';
import { auditLine, type AuditFact, type AuditNames } from '@hall/core/text/auditText';
import { languages } from '@hall/core/text/language';
import { auditPath, auditRows } from './auditFlow.ts';

const names: AuditNames = {
  person: (id) => (id === '7001' ? '张三' : null), device: () => null, reason: (id) => (id === 'identity' ? '核对身份' : null), scope: () => '整个大厅',
};
const ticket = { ticketId: '1.1' };
const deviceId = 'd'.repeat(43);
const person = { id: '7001', name: '张三', duties: ['clerk'], extras: ['pick'], queueIds: ['A'], counterIds: ['1'], isActive: false };
const facts = [
  { kind: 'access', access: 'signedIn', personId: '7001', role: 'counter', place: '3' }, { kind: 'person', person },
  { kind: 'device', step: 'enrolled', deviceId, role: 'kiosk', place: 'K1', name: '东侧' }, { kind: 'device', step: 'doubted', deviceId, role: null, place: null, name: null },
  { kind: 'plan', step: 'scheduled', changes: 3 }, { kind: 'issuedAnyway', ...ticket, number: 'A001', reasonId: 'identity' }, { kind: 'returnedAnyway', ...ticket, number: null, reasonId: 'gone' },
  { kind: 'picked', ...ticket, number: 'A002', counterId: '3', reasonId: null }, { kind: 'reprinted', ...ticket, number: 'A003', nth: 2 }, { kind: 'noted', ...ticket, number: null },
  { kind: 'fileAttached', ...ticket, number: 'A004' }, { kind: 'bookedAnyway', date: '2026-03-02', from: '09:00', reasonId: 'identity' },
  { kind: 'visitor', step: 'seen', visitorId: 'a'.repeat(32), reasonId: 'identity' }, { kind: 'visitorsErased', date: '2026-03-02', reasonId: 'identity' },
  { kind: 'issuing', step: 'stopped', scope: { kind: 'hall' }, reasonId: 'identity' }, { kind: 'released', counterId: '3' }, { kind: 'day', step: 'openedAgain', date: '2026-03-02' }, { kind: 'restored', epoch: 2 },
].map((fact) => auditWhatSchema.parse(fact));

test('U6 every kind has its line, in both languages and with its facts', () => {
  expect(new Set(facts.map(({ kind }) => kind)).size).toBe(auditWhatSchema.options.length);
  const lines = languages.map((language) => facts.map((fact) => auditLine(fact as AuditFact, names, language)));
  expect(lines.flat().filter((line) => line === '' || /undefined|NaN|\[object/u.test(line))).toEqual([]);
  expect(lines[0]?.slice(0, 2)).toEqual(['张三 7001 在 3 号窗口 登录', '人员 张三 7001：停用、窗口办事、选呼、只办队列 A、只坐窗口 1']);
  expect(lines[0]?.[5]).toBe('例外放号：号票 A001，原因：核对身份');
  expect(lines[0]?.[12]).toBe('查看办事人 aaaaaaaa… 的完整信息，原因：核对身份');
  // A reason that the plan has no longer is told by its id, a ticket of long ago without its number.
  expect(lines[0]?.[6]).toBe('例外恢复过号：较早的一张号票，原因：gone');
});

const entry = (by: object, what: object): AuditEntry => auditEntrySchema.parse({ seq: 1, at: Date.UTC(2026, 2, 2, 2), by: { role: 'system', place: 'people', personId: null, ...by }, what });
const rowOf = (one: AuditEntry) => auditRows([one], names, 'zh', 'Asia/Shanghai')[0];

test('what the server noted of a sign-in was done by whoever signed in, where that was', () => {
  const wrong = { kind: 'access', access: 'wrongPassword', personId: null, role: 'counter', place: '3' };
  expect(rowOf(entry({}, wrong))).toMatchObject({ person: '', place: '3 号窗口', what: '不认识的工号 在 3 号窗口 输错密码或 PIN', isAlert: true, when: '2026-03-02 10:00' });
  expect(rowOf(entry({}, { ...wrong, access: 'locked', personId: '7001' }))).toMatchObject({ person: '张三 7001', place: '3 号窗口', isAlert: false });
});

test('who gave an order stands beside it; the commands on the server are told as such', () => {
  const given = { kind: 'access', access: 'passwordGiven', personId: '7001', role: 'manager', place: 'M1' };
  expect(rowOf(entry({ role: 'manager', place: 'M1', personId: 'admin' }, given))).toMatchObject({ person: 'admin', place: '管理台 M1', what: '给 张三 7001 发放一次性密码' });
  expect(rowOf(entry({ role: 'manager', place: 'cli' }, { kind: 'released', counterId: '3' }))).toMatchObject({ person: '', place: '服务器上的命令行' });
});

test('only what was chosen is asked for', () => {
  expect(auditPath('/api/audit', { before: null, day: '', kind: null })).toBe('/api/audit');
  expect(auditPath('/api/audit', { before: 12, day: '2026-03-02', kind: 'people', language: 'en' })).toBe('/api/audit?before=12&day=2026-03-02&kinds=people&language=en');
});
