// Which role may ask what, and in which form.
import { expect, test } from 'vitest';
import { roleSchema, type Role } from '../domain/actor.ts';
import type { VisitorId } from '../domain/ids.ts';
import { emptyHall } from '../domain/hall.ts';
import { trusted } from './rights.ts';
import { forbiddenQuery, queries, querySchema, queryTypes, type QueryMessage, type QueryType } from './queries.ts';

const mayAsk = (role: Role): QueryType[] => queryTypes.filter((type) => forbiddenQuery(emptyHall(), trusted(role, 'X1'), { type } as QueryMessage) === null);
const ofVisitors: readonly QueryType[] = ['findVisitors', 'visitorsOf', 'notesOf'];

test.each([
  ['desk', ofVisitors], ['manager', ofVisitors], ['counter', ['visitorsOf', 'notesOf']], ['kiosk', []], ['display', []], ['pad', []],
] as const)('V3 given a %s, then of the queries about visitors it may ask %j', (role, may) => {
  expect(mayAsk(role).filter((type) => ofVisitors.includes(type))).toEqual(may);
});

test('V3 given the public, then it may ask nothing', () => {
  for (const role of ['kiosk', 'display', 'pad'] as const) expect(mayAsk(role)).toEqual([]);
});

test.each(queryTypes.flatMap((type) => roleSchema.options.map((role) => [role, type] as const)))('V3 given a %s that asks %s, then the table decides, with role and type in the refusal', (role, type) => {
  const roles: readonly Role[] = queries[type].roles;
  expect(forbiddenQuery(emptyHall(), trusted(role, 'X1'), { type } as QueryMessage)).toEqual(roles.includes(role) ? null : { code: 'notAllowed', facts: { role, type } });
});

test('a query is taken in its own form only', () => {
  const id = 'a'.repeat(32) as VisitorId;
  const fits = (query: unknown): boolean => querySchema.safeParse(query).success;
  expect([{ type: 'findVisitors', data: { text: '张' } }, { type: 'visitorsOf', data: { visitorIds: [id] } }, { type: 'visitorsOf', data: { visitorIds: [] } }].map(fits)).toEqual([true, true, true]);
  for (const wrong of [
    null, [], 'findVisitors', {}, { type: 'findVisitors' }, { type: 'findVisitors', data: {} }, { type: 'findVisitors', data: { text: '' } }, { type: 'findVisitors', data: { text: 'x'.repeat(41) } },
    { type: 'findVisitors', data: { text: '张', more: 1 } }, { type: 'findVisitors', data: { text: '张' }, id: 1 }, { type: 'visitorsOf', data: { visitorIds: ['x'] } },
    { type: 'visitorsOf', data: { visitorIds: Array.from({ length: 201 }, () => id) } }, { type: 'constructor', data: {} },
  ]) expect(fits(wrong)).toBe(false);
});
