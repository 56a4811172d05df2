// The page of people: who is listed how, what keeps a form from being sent, what a file of people says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyHall } from '@hall/core/domain/hall';
import type { PersonId } from '@hall/core/domain/ids';
import { personSchema, type Duty, type Person } from '@hall/core/domain/person';
import { planSchema } from '@hall/core/domain/plan';
import { languages } from '@hall/core/text/language';
import { mayChangePeople, pagesFor } from './pageFlow.ts';
import { changeOf, peopleCsv, readPeopleFile } from './peopleFile.ts';
import { emptyForm, formOf, missingIn, personOfForm, personRows, ticketInTheWay } from './peopleFlow.ts';

const plan = planSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../server/plans/sampleHall.json'), 'utf8')));
const person = (id: string, more: Partial<Record<keyof Person, unknown>> = {}): Person =>
  personSchema.parse({ id, name: `人员${id}`, duties: ['clerk'], extras: [], queueIds: [], counterIds: [], isActive: true, ...more });
function hallOf(...people: Person[]) {
  const hall = emptyHall();
  hall.plan = plan;
  for (const one of people) hall.staff.people.set(one.id, one);
  return hall;
}

describe('pages', () => {
  test.each([
    [['manager'], ['hall', 'plan', 'appointments', 'devices', 'people', 'audit']],
    [['system'], ['plan', 'devices', 'people']],
    [['audit'], ['audit']],
    [['clerk', 'guide'], []],
  ])('given the duties %j, then the pages %j', (duties, pages) => {
    expect(pagesFor({ duties: duties as Duty[] })).toEqual(pages);
  });
  test('U1 given a trial, then every page can be tried; people are changed by administrators alone', () => {
    expect(pagesFor(null)).toHaveLength(6);
    expect([null, { duties: ['system'] as Duty[] }, { duties: ['manager'] as Duty[] }].map(mayChangePeople)).toEqual([true, true, false]);
  });
});

describe('the list', () => {
  const hall = hallOf(person('10'), person('9', { name: '王五' }), person('2', { isActive: false }));
  const ids = (sought: string, shown: 'all' | 'active' | 'inactive' = 'all') => personRows(hall, [], sought, shown).map(({ id }) => id);
  test('is by number, found by the beginning of a number or a part of a name', () => {
    expect([ids(''), ids('1'), ids('五'), ids(' 王 '), ids('x')]).toEqual([['2', '9', '10'], ['10'], ['9'], ['9'], []]);
    expect([ids('', 'active'), ids('', 'inactive')]).toEqual([['9', '10'], ['2']]);
  });
  test('tells the state of passwords, never one', () => {
    const rows = personRows(hall, [{ personId: '9', setAt: 1, mustChange: true, hasPin: false }, { personId: '10', setAt: 1, mustChange: false, hasPin: true }], '', 'all');
    expect(rows.map(({ password, hasPin }) => [password, hasPin])).toEqual([['none', false], ['oneTime', false], ['set', true]]);
  });
});

describe('the form', () => {
  const hall = hallOf(person('9'));
  test.each([
    [{ id: '' }, 'id'], [{ id: 'a b' }, 'idForm'], [{ id: ' 9 ' }, 'idTaken'], [{ name: '  ' }, 'name'], [{ duties: [] }, 'duties'], [{}, null],
  ])('given %j, then it wants %s', (more, wants) => {
    expect(missingIn({ ...emptyForm(), id: '12', name: '李四', ...more }, hall)).toBe(wants);
  });
  test('given a person who is known, then number and all come back as they were', () => {
    const known = person('9', { duties: ['manager', 'guide'], extras: ['look'], queueIds: ['A'], counterIds: ['3'] });
    expect(missingIn(formOf(known), hall)).toBeNull();
    expect(personOfForm(formOf(known))).toEqual({ ...known, duties: ['guide', 'manager'] });
  });
  test('C13 given a ticket in hand, then what may become of it depends on whether it is served', () => {
    const facts = { ticketId: 't', number: 'A001' };
    expect(ticketInTheWay({ code: 'ticketActive', facts: { ...facts, state: 'called' } })?.choices).toEqual(['putBack']);
    expect(ticketInTheWay({ code: 'ticketActive', facts: { ...facts, state: 'serving' } })).toEqual({ number: 'A001', choices: ['putBack', 'park', 'finish'] });
    expect([ticketInTheWay(null), ticketInTheWay({ code: 'lastAdministrator', facts: {} })]).toEqual([null, null]);
  });
});

describe('a file', () => {
  test('of people that is downloaded is read back as the same people, in both languages', () => {
    const people = [person('1', { duties: ['guide', 'manager'], extras: ['pick', 'look'] }), person('2', { name: '=赵六', queueIds: ['A', 'B'], counterIds: ['1', '12'], isActive: false })];
    for (const language of languages) expect(readPeopleFile(peopleCsv(people, language), plan)).toEqual({ people, faults: [] });
  });
  test('as JSON, as `hall init` takes it', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../server/plans/samplePeople.json'), 'utf8');
    const read = readPeopleFile(text, plan);
    expect([read.faults, read.people.length > 10]).toEqual([[], true]);
  });
  test('with faults takes nobody of a faulty row, and names each with its row', () => {
    const text = '工号,姓名,职责,附加权限,队列,窗口,在用\n1,张三,窗口办事,,,,是\n1,李四,保洁,,,,是\n,王五,audit;system,飞,ZZ,999,也许\n';
    const { people, faults } = readPeopleFile(text, plan);
    expect(people.map(({ id }) => id)).toEqual(['1']);
    expect(faults.map(({ row, fault, found }) => [row, fault, found])).toEqual([
      [3, 'twice', '1'], [3, 'unknownDuty', '保洁'], [4, 'noId', '王五'], [4, 'unknownExtra', '飞'], [4, 'unknownQueue', 'ZZ'], [4, 'unknownCounter', '999'], [4, 'dutiesApart', ''], [4, 'badActive', '也许'],
    ]);
  });
  test.each(['{"people":', '{"a":1}', 'just text', '"never ends'])('that is no list (%s) says so', (text) => {
    expect(readPeopleFile(text, plan).faults[0]?.fault).toBe('unreadable');
  });
  test('changes who is new or other, and counts who is the same in whatever order', () => {
    const known = new Map([person('1', { duties: ['guide', 'clerk'] }), person('2'), person('3')].map((one) => [one.id, one]));
    const { added, changed, same } = changeOf([person('1', { duties: ['clerk', 'guide'] }), person('2', { isActive: false }), person('4')], known);
    expect([added.map(({ id }) => id), changed.map(({ id }) => id), same]).toEqual([['4' as PersonId], ['2'], 1]);
  });
});
