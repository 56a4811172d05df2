// Personal data beside an order becomes a visitor's id at the door, and nothing behind the door ever sees it (V1, T6).
// A real keeper and side store on real files; no transport. All people here are made up.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleSchema, type Role } from '@hall/core/domain/actor';
import { commandTypes } from '@hall/core/domain/commands';
import type { BusinessDay, VisitorId } from '@hall/core/domain/ids';
import { queryAnswerSchema, type Answer, type CommandMessage, type Hello, type QueryAnswer } from '@hall/core/protocol/messages';
import { maxQueryBytes } from '@hall/core/protocol/limits';
import { queries, queryTypes, type QueryType } from '@hall/core/protocol/queries';
import { protocolVersion } from '@hall/core/protocol/version';
import { expect, test } from 'vitest';
import { noSessions } from '../testing/noSessions.ts';
import { newId, openTestHall } from '../testing/testHall.ts';
import { serviceOf } from '../testing/testPlan.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { visitorParts } from '../testing/visitorParts.ts';
import { createRecentEvents } from './recentEvents.ts';
import { openSession, type SessionParts } from './session.ts';
import { createSnapshots } from './snapshots.ts';
import { nameVisitor } from '../visitors/visitorPart.ts';

const path = tempFolder();
const hall = openTestHall(path);
const { visitors, answerQuery } = visitorParts(hall);
const asked: unknown[] = [];
const parts: SessionParts = {
  keeper: hall.keeper, recent: createRecentEvents(100), snapshots: createSnapshots(hall.hall), now: () => hall.clock.at, visitors, sessions: noSessions,
  answerQuery: { ...answerQuery, findVisitors: (data, who) => { asked.push(who); return answerQuery.findVisitors(data, who); } },
};
const hello: Hello = { protocol: protocolVersion, credential: 'x', session: null, journalId: null, epoch: null, seq: null };

function say(role: Role, name: string, content: unknown): Answer | QueryAnswer {
  const answers: (Answer | QueryAnswer)[] = [];
  const session = openSession(hello, { role, place: role === 'kiosk' ? 'K1' : '12', deviceId: null }, parts, { refused: () => undefined, cut: () => undefined });
  session.receive(name, content, (answer) => answers.push(answer));
  hall.give([]);
  expect(answers).toHaveLength(1);
  return answers[0] as Answer | QueryAnswer;
}
const codeOf = (answer: Answer | QueryAnswer): string => (answer.ok ? 'accepted' : answer.refusal.code);
let people = 0;
/** Somebody new, with a name and numbers that stand nowhere else. */
const somebody = () => ({ name: '张三丰年', phone: `1380000${1000 + (people += 1)}`, idNumber: `11000019900101${1000 + people}` });
const ticket = (more: object = {}, data: object = {}): object => ({
  id: newId(), pressedAt: hall.clock.at, type: 'issueTicket',
  data: { serviceId: serviceOf('A'), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null, ...data }, ...more,
});
const idIn = (answer: Answer | QueryAnswer): unknown => {
  const [event] = answer.ok && 'events' in answer ? answer.events : [];
  return event?.type === 'ticketIssued' ? event.staff?.facts.visitorId : null;
};

test('V1 given an order with a visitor, then the ticket has his id, and no byte of him stands in any file of the hall, in an answer or in a snapshot', () => {
  const visitor = somebody();
  const answer = say('desk', 'command', ticket({ visitor }));
  const visitorId = idIn(answer);
  expect(visitorId).toMatch(/^[0-9a-f]{32}$/);
  expect(visitors.full(visitorId as never)).toEqual(visitor);
  const told = [answer, say('kiosk', 'command', ticket({ visitor: somebody() })), openSession(hello, { role: 'manager', place: 'M1', deviceId: null }, parts, { refused: () => undefined, cut: () => undefined }).welcome];
  const bytes = [Buffer.from(JSON.stringify(told)), ...readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)))];
  expect(bytes.length).toBeGreaterThan(5);
  for (const part of Object.values(visitor)) for (const some of bytes) expect(some.includes(part)).toBe(false);
});

test('V1 given the public, then the answer to its own order does not name the visitor either', () => {
  const answer = say('kiosk', 'command', ticket({ visitor: somebody() }));
  expect([codeOf(answer), JSON.stringify(answer).includes('visitorId')]).toEqual(['accepted', false]);
});

test('T6 given a known visitor with a live ticket, when he comes again by phone alone, then he is refused with its number and nothing new is kept of him', () => {
  const visitor = somebody();
  const first = say('kiosk', 'command', ticket({ visitor }));
  const again = say('kiosk', 'command', ticket({ visitor: { name: null, phone: `+86 ${visitor.phone}`, idNumber: null } }));
  expect(codeOf(first)).toBe('accepted');
  expect(again.ok ? null : again.refusal).toMatchObject({ code: 'ticketAlreadyLive' });
  expect(visitors.find(visitor.phone)).toHaveLength(1);
});

test('J6 given a retry with the same visitor, then it gets the first answer; with another visitor it is another order', () => {
  const visitor = { name: '只有名字', phone: null, idNumber: null };
  const order = ticket({ visitor });
  const first = say('desk', 'command', order);
  expect(say('desk', 'command', order)).toEqual(first);
  expect(codeOf(say('desk', 'command', { ...order, visitor: { ...visitor, name: '别的名字' } }))).toBe('commandIdReused');
  expect(codeOf(say('desk', 'command', { ...order, visitor: undefined }))).toBe('commandIdReused');
});

test('V1 law 5 given a refused order, then who was known by it alone is forgotten, and the retry is refused the same', () => {
  const visitor = somebody();
  const order = ticket({ visitor }, { serviceId: 'S999' });
  expect([1, 2].map(() => codeOf(say('desk', 'command', order)))).toEqual(['noSuchService', 'noSuchService']);
  expect(visitors.find(visitor.phone)).toEqual([]);
  const known = somebody();
  const accepted = say('desk', 'command', ticket({ visitor: known }));
  expect(codeOf(say('desk', 'command', ticket({ visitor: known }, { serviceId: 'S999' })))).toBe('noSuchService');
  expect(visitors.find(known.phone)).toEqual([idIn(accepted)]);
});

test('V1 given two orders of one turn about somebody new, when the first is refused, then he stays known by the second', () => {
  const visitor = somebody();
  const session = openSession(hello, { role: 'desk', place: 'D1', deviceId: null }, parts, { refused: () => undefined, cut: () => undefined });
  const codes: string[] = [];
  for (const serviceId of ['S999', serviceOf('A')]) session.receive('command', ticket({ visitor }, { serviceId }), (answer) => codes.push(codeOf(answer)));
  hall.give([]);
  expect(codes).toEqual(['noSuchService', 'accepted']);
  expect(visitors.find(visitor.phone)).toHaveLength(1);
});

test.each(roleSchema.options.filter((role) => ['kiosk', 'desk', 'manager'].includes(role)))('V1 given a %s that names a visitor by id, then only staff may', (role) => {
  const answer = say(role, 'command', ticket({}, { visitorId: 'ab'.repeat(16), serviceId: serviceOf('B'), override: role === 'kiosk' ? null : 'leader' }));
  if (role === 'kiosk') expect(answer.ok ? null : answer.refusal).toEqual({ code: 'notAllowed', facts: { role, type: 'issueTicket' } });
  else expect(codeOf(answer)).not.toBe('notAllowed');
});

test('V1 given staff who give a ticket to somebody they found, then he lives on from today; a refused order prolongs nothing', () => {
  const cameBefore = (orderId: string): VisitorId => visitors.recognise(somebody(), '2026-02-01' as BusinessDay, orderId).visitorId;
  const [served, sentAway] = [cameBefore('one'), cameBefore('two')];
  expect(codeOf(say('desk', 'command', ticket({}, { visitorId: served })))).toBe('accepted');
  expect(codeOf(say('desk', 'command', ticket({}, { visitorId: sentAway, serviceId: 'S999' })))).toBe('noSuchService');
  visitors.eraseBefore('2026-03-02' as BusinessDay);
  expect([served, sentAway].map((id) => visitors.full(id) !== null)).toEqual([true, false]);
});

test('V1 given somebody who books ahead, then he is kept from the day of his appointment; a date beyond all booking keeps nobody longer', () => {
  const book = (date: string): VisitorId => {
    const visitor = somebody();
    const command = { id: newId(), pressedAt: hall.clock.at, type: 'bookAppointment', data: { serviceId: serviceOf('A'), date, from: '09:00', visitorId: null, code: '123456', externalId: null, override: null }, visitor };
    const { named } = nameVisitor(command as unknown as CommandMessage, visitors, hall.hall, hall.clock.at);
    expect(named?.command).not.toHaveProperty('visitor');
    return (named?.command.data as { visitorId: VisitorId }).visitorId;
  };
  const ids = ['2026-03-02', '2026-04-20', '9999-12-31', '2026-01-01'].map(book);
  visitors.eraseBefore('2026-04-20' as BusinessDay);
  expect(ids.map((id) => visitors.full(id) !== null)).toEqual([false, true, false, false]);
});

test('V1 given a visitor beside an order that cannot be about one, or that names him already, then it is malformed and he is not kept', () => {
  const visitor = somebody();
  const about = new Set(['issueTicket', 'bookAppointment', 'checkIn']);
  for (const type of commandTypes.filter((one) => !about.has(one))) {
    const answer = say('manager', 'command', { id: newId(), pressedAt: hall.clock.at, type, data: {}, visitor });
    expect([type, codeOf(answer)]).toEqual([type, 'malformed']);
  }
  const excuse = { id: newId(), pressedAt: hall.clock.at, type: 'excuseVisitor', data: { visitorId: 'ab'.repeat(16), reasonId: 'leader' }, visitor };
  expect(say('manager', 'command', excuse)).toMatchObject({ refusal: { code: 'malformed', facts: { problem: expect.stringContaining('visitor') as string } } });
  expect(say('desk', 'command', ticket({ visitor }, { visitorId: 'ab'.repeat(16) }))).toMatchObject({ refusal: { code: 'malformed', facts: { place: 'visitor' } } });
  for (const wrong of [{ name: null, phone: null, idNumber: null }, { ...visitor, more: 1 }, { phone: visitor.phone }, null, 'x']) expect(codeOf(say('kiosk', 'command', ticket({ visitor: wrong })))).toBe('malformed');
  expect(visitors.find(visitor.phone)).toEqual([]);
});

test('V1 given a role that may not give the order, then its visitor is not kept', () => {
  const visitor = somebody();
  expect(codeOf(say('display', 'command', ticket({ visitor })))).toBe('notAllowed');
  expect(visitors.find(visitor.phone)).toEqual([]);
});

/** Data of the right form for every query. */
const dataOf: Partial<Record<QueryType, object>> = { findVisitors: { text: '张三' }, visitorsOf: { visitorIds: [] } };
test.each(queryTypes.filter((type) => type in dataOf).flatMap((type) => roleSchema.options.map((role) => [role, type] as const)))('V3 given a %s that asks %s, then the table of rights decides', (role, type) => {
  const answer = say(role, 'query', { type, data: dataOf[type] });
  const roles: readonly Role[] = queries[type].roles;
  expect(answer.ok ? 'answered' : answer.refusal).toEqual(roles.includes(role) ? 'answered' : { code: 'notAllowed', facts: { role, type } });
  expect(queryAnswerSchema.safeParse(answer).error?.issues).toBeUndefined();
});

test('V2 given the desk that looks for somebody, then it sees him masked; and so does a counter that knows his id', () => {
  const visitor = somebody();
  const visitorId = idIn(say('desk', 'command', ticket({ visitor })));
  const seen = { visitorId, name: '张**年', phone: visitor.phone.replace(/^(...)....(....)$/, '$1****$2'), idNumber: visitor.idNumber.replace(/^(.).{13}/, `$1${'*'.repeat(13)}`) };
  asked.length = 0;
  expect(say('desk', 'query', { type: 'findVisitors', data: { text: visitor.phone } })).toEqual({ ok: true, journalId: hall.hall.journalId, epoch: 1, result: [seen] });
  expect(asked).toMatchObject([{ role: 'desk', place: '12', deviceId: null, door: 'socket' }]);
  expect(say('counter', 'query', { type: 'visitorsOf', data: { visitorIds: [visitorId, 'f'.repeat(32)] } })).toMatchObject({ ok: true, result: [seen] });
});

test.each([
  ['no query', undefined, 'malformed'], ['one without data', { type: 'findVisitors' }, 'malformed'], ['a field too many', { type: 'findVisitors', data: { text: '张', all: true } }, 'malformed'],
  ['an unknown one', { type: 'everything', data: {} }, 'unknownMessage'], ['a name of every object', { type: 'constructor', data: {} }, 'unknownMessage'],
  ['one that is too large', { type: 'findVisitors', data: { text: 'x'.repeat(maxQueryBytes) } }, 'tooLarge'],
])('given %s, then it is refused once and nothing is asked', (_name, content, code) => {
  asked.length = 0;
  expect(codeOf(say('manager', 'query', content))).toBe(code);
  expect(asked).toEqual([]);
});

test('given a query without acknowledgement, then nothing is asked and that is said', () => {
  const refused: string[] = [];
  const session = openSession(hello, { role: 'desk', place: 'D1', deviceId: null }, parts, { refused: ({ refusal }) => refused.push(refusal.code), cut: () => undefined });
  asked.length = 0;
  session.receive('query', { type: 'findVisitors', data: { text: '张' } }, null);
  expect([refused, asked]).toEqual([['malformed'], []]);
});
