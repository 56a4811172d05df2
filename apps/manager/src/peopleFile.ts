// A file of people, JSON or CSV, as persons: whole, or every fault with its row. Pure. Duties and rights may stand in it by
// their code or by their words in either language, because both come out of real personnel lists.
import { csvRows, csvText } from '@hall/core/base/csv';
import { personIdSchema } from '@hall/core/domain/ids';
import { dutySchema, extraRightSchema, personSchema, type Person } from '@hall/core/domain/person';
import type { Plan } from '@hall/core/domain/plan';
import { languages, type Language, type Texts } from '@hall/core/text/language';
import { dutyTexts, extraRightTexts } from '@hall/core/text/peopleText';
import type { PeopleFileFault } from '@hall/core/text/managerPeopleText';

export interface FileFault {
  /** As a spreadsheet counts, the header is row 1; of JSON, the person's place from 1; 0: the whole file. */
  readonly row: number;
  readonly fault: PeopleFileFault;
  /** What stands there. */
  readonly found: string;
}
export interface PeopleFile {
  readonly people: readonly Person[];
  readonly faults: readonly FileFault[];
}

/** The server takes no more at once. */
export const mostPeople = 1_000;

type Column = 'id' | 'name' | 'duties' | 'extras' | 'queueIds' | 'counterIds' | 'isActive';
const columns: readonly Column[] = ['id', 'name', 'duties', 'extras', 'queueIds', 'counterIds', 'isActive'];
const headers: Texts<Readonly<Record<Column, string>>> = {
  zh: { id: '工号', name: '姓名', duties: '职责', extras: '附加权限', queueIds: '队列', counterIds: '窗口', isActive: '在用' },
  en: { id: 'id', name: 'name', duties: 'duties', extras: 'extras', queueIds: 'queues', counterIds: 'counters', isActive: 'active' },
};
const activeWords: Texts<Readonly<Record<'yes' | 'no', string>>> = { zh: { yes: '是', no: '否' }, en: { yes: 'yes', no: 'no' } };
const yes = ['是', 'yes', 'true', '1', ''];
const no = ['否', 'no', 'false', '0'];

export const readPeopleFile = (text: string, plan: Plan): PeopleFile => (/^\uFEFF?\s*[[{]/u.test(text) ? ofJson(text, plan) : ofCsv(text, plan));

function ofJson(text: string, plan: Plan): PeopleFile {
  const unreadable = { people: [], faults: [{ row: 0, fault: 'unreadable' as const, found: '' }] };
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return unreadable;
  }
  const list = Array.isArray(content) ? (content as unknown[]) : (content as { people?: unknown }).people;
  if (!Array.isArray(list)) return unreadable;
  return gather(list.map((one: unknown) => {
    const { id = '', name = '', duties = [], extras = [], queueIds = [], counterIds = [], isActive = true } = typeof one === 'object' && one !== null ? one as Record<string, unknown> : {};
    return { id: wordOf(id), name: wordOf(name), duties: wordsOf(duties), extras: wordsOf(extras), queueIds: wordsOf(queueIds), counterIds: wordsOf(counterIds), isActive: wordOf(isActive) };
  }), plan, 1);
}

function ofCsv(text: string, plan: Plan): PeopleFile {
  const [header, ...rows] = csvRows(text) ?? [];
  const places = (header ?? []).map((cell) => columns.find((column) => column === cell.trim() || languages.some((language) => headers[language][column].toLowerCase() === cell.trim().toLowerCase())) ?? null);
  if (!places.includes('id') || !places.includes('name')) return { people: [], faults: [{ row: 0, fault: 'unreadable', found: (header ?? []).join(' ').slice(0, 40) }] };
  return gather(rows.map((row) => {
    // An apostrophe in front is what keeps spreadsheets from seeing a formula.
    const cell = (column: Column): string => (row[places.indexOf(column)] ?? '').trim().replace(/^'(?=[=+\-@])/u, '');
    const list = (column: Column): string[] => (places.includes(column) ? cell(column).split(/[;；、\s|]+/u).filter((word) => word !== '') : []);
    return { id: cell('id'), name: cell('name'), duties: listOf(cell('duties'), Object.keys(dutyTexts.zh)), extras: listOf(cell('extras'), Object.keys(extraRightTexts.zh)), queueIds: list('queueIds'), counterIds: list('counterIds'), isActive: places.includes('isActive') ? cell('isActive') : '' };
  }), plan, 2);
}

interface Raw { readonly id: string; readonly name: string; readonly duties: string[]; readonly extras: string[]; readonly queueIds: string[]; readonly counterIds: string[]; readonly isActive: string }

function gather(raws: readonly Raw[], plan: Plan, firstRow: number): PeopleFile {
  const faults: FileFault[] = [];
  const people: Person[] = [];
  const seen = new Set<string>();
  const queues = new Set<string>(plan.queues.map(({ id }) => id));
  const counters = new Set<string>(plan.counters.map(({ id }) => id));
  raws.forEach((raw, index) => {
    const row = index + firstRow;
    const before = faults.length;
    const wrong = (fault: PeopleFileFault, found: string): void => { faults.push({ row, fault, found: found.slice(0, 60) }); };
    if (raw.id === '') wrong('noId', raw.name);
    else if (!personIdSchema.safeParse(raw.id).success) wrong('badId', raw.id);
    else if (seen.has(raw.id)) wrong('twice', raw.id);
    seen.add(raw.id);
    if (raw.name === '') wrong('noName', raw.id);
    else if (!personSchema.shape.name.safeParse(raw.name).success) wrong('badName', raw.name);
    const duties = raw.duties.map((word) => codeOf(word, dutySchema.options, dutyTexts) ?? (wrong('unknownDuty', word), null));
    const extras = raw.extras.map((word) => codeOf(word, extraRightSchema.options, extraRightTexts) ?? (wrong('unknownExtra', word), null));
    for (const id of raw.queueIds) if (!queues.has(id)) wrong('unknownQueue', id);
    for (const id of raw.counterIds) if (!counters.has(id)) wrong('unknownCounter', id);
    if (duties.includes('system') && duties.includes('audit')) wrong('dutiesApart', raw.id);
    const active = raw.isActive.toLowerCase();
    if (!yes.includes(active) && !no.includes(active)) wrong('badActive', raw.isActive);
    if (faults.length > before) return;
    people.push(personSchema.parse({ id: raw.id, name: raw.name, duties: [...new Set(duties)], extras: [...new Set(extras)], queueIds: [...new Set(raw.queueIds)], counterIds: [...new Set(raw.counterIds)], isActive: yes.includes(active) }));
  });
  return { people, faults };
}

const wordOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : '');
const wordsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(wordOf).filter((word) => word !== '') : []);
/** Words of duties may have spaces in them (“guide desk”), codes are parted by spaces too. */
function listOf(text: string, codes: readonly string[]): string[] {
  const parts = text.split(/[;；、|]+/u).map((part) => part.trim()).filter((part) => part !== '');
  return parts.flatMap((part) => { const words = part.split(/\s+/u); return words.every((word) => codes.includes(word)) ? words : [part]; });
}
const codeOf = <C extends string>(word: string, codes: readonly C[], words: Texts<Readonly<Record<C, string>>>): C | null =>
  codes.find((code) => code === word.toLowerCase() || languages.some((language) => words[language][code].toLowerCase() === word.toLowerCase())) ?? null;

/** People as a file that can be changed and read again. */
export const peopleCsv = (people: Iterable<Person>, language: Language): string => csvText([
  columns.map((column) => headers[language][column]),
  ...[...people].map((person) => [
    person.id, person.name, person.duties.map((duty) => dutyTexts[language][duty]).join(';'), person.extras.map((extra) => extraRightTexts[language][extra]).join(';'),
    person.queueIds.join(';'), person.counterIds.join(';'), activeWords[language][person.isActive ? 'yes' : 'no'],
  ]),
]);

export interface FileChange {
  readonly added: readonly Person[];
  readonly changed: readonly Person[];
  readonly same: number;
}
/** What the file would change in who is known. */
export function changeOf(people: readonly Person[], known: ReadonlyMap<Person['id'], Person>): FileChange {
  const plain = ({ id, name, duties, extras, queueIds, counterIds, isActive }: Person): string => JSON.stringify([id, name, isActive, ...[duties, extras, queueIds, counterIds].map((list) => [...list].sort())]);
  const added = people.filter(({ id }) => !known.has(id));
  const changed = people.filter((person) => { const before = known.get(person.id); return before !== undefined && plain(before) !== plain(person); });
  return { added, changed, same: people.length - added.length - changed.length };
}
