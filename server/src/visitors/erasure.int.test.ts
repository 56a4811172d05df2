// Nothing of a person lies readable anywhere in the hall's folder, and nothing at all once his day is erased (V1).
// Real files, searched byte by byte. All people here are made up.
import { chmodSync, copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BusinessDay } from '@hall/core/domain/ids';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backUp } from '../journal/backup.ts';
import { folderAt } from '../journal/folder.ts';
import { JournalRefused } from '../journal/journalRefused.ts';
import { openTestHall } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { openVisitors } from './sqliteVisitors.ts';
import type { Visitors } from './visitors.ts';

const monday = '2026-03-02' as BusinessDay;
const tuesday = '2026-03-03' as BusinessDay;
const wednesday = '2026-03-04' as BusinessDay;
const zhang: ToldVisitor = { name: '张三丰年', phone: '13800001234', idNumber: '110000199001010000' };
const li: ToldVisitor = { name: '李四季春', phone: '13800005678', idNumber: '110000199001010019' };

interface Opened { readonly visitors: Visitors; readonly warned: [facts: Record<string, unknown>, what: string][] }
function open(path: string): Opened {
  const warned: Opened['warned'] = [];
  return { visitors: openVisitors(folderAt(path), (facts, what) => warned.push([facts, what])), warned };
}
const files = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
/** Files in which one of those texts stands, in any way a program would write it. */
function holding(path: string, texts: readonly (string | Buffer | null)[]): string[] {
  const wanted = texts.flatMap((text) => (text === null ? [] : typeof text === 'string' ? [Buffer.from(text), Buffer.from(text, 'utf16le')] : [text]));
  return files(path).filter((file) => { const bytes = readFileSync(file); return wanted.some((some) => bytes.includes(some)); });
}
const parts = ({ name, phone, idNumber }: ToldVisitor): (string | null)[] => [name, phone, idNumber, '三丰年', '00001234'];
const keyFile = (path: string, day: string): string => join(folderAt(path).keys, `${day}.key`);
/** All rows of all tables that could lead to somebody. */
function rowsIn(path: string): Buffer[] {
  const db = new Database(folderAt(path).visitors, { readonly: true });
  const rows = [...db.prepare('SELECT sealed FROM visitors').pluck().all(), ...db.prepare('SELECT mark FROM marks').pluck().all(), ...db.prepare('SELECT told FROM orders').pluck().all()] as Buffer[];
  db.close();
  return rows;
}

test('V1 given people in the store, then no byte of name, phone or ID number stands in any file, neither while it is open nor after', () => {
  const path = tempFolder();
  const { visitors } = open(path);
  for (const [nth, who] of [zhang, li, { ...zhang, name: null }].entries()) visitors.recognise(who, monday, `order ${nth}`);
  expect(files(path).map((file) => file.slice(path.length + 1)).sort()).toEqual(['keys/2026-03-02.key', 'visitors.db', 'visitors.db-shm', 'visitors.db-wal']);
  expect(holding(path, [...parts(zhang), ...parts(li)])).toEqual([]);
  visitors.close();
  expect(holding(path, [...parts(zhang), ...parts(li)])).toEqual([]);
});

test('V1 given a day that is erased, then its key is gone and not one of its rows is left, neither in the database nor in its log; the other day lives on', () => {
  const path = tempFolder();
  const { visitors } = open(path);
  const first = visitors.recognise(zhang, monday, 'one').visitorId;
  const rows = rowsIn(path);
  const other = visitors.recognise(li, tuesday, 'two').visitorId;
  const secret = readFileSync(keyFile(path, monday));
  expect(rows).toHaveLength(5);
  expect(holding(path, rows).length).toBeGreaterThan(0);
  visitors.eraseDay(monday);
  expect([existsSync(keyFile(path, monday)), existsSync(keyFile(path, tuesday))]).toEqual([false, true]);
  expect(holding(path, [...rows, secret, Buffer.from(secret.toString().trim(), 'hex'), first])).toEqual([]);
  expect([visitors.full(first), visitors.full(other)]).toEqual([null, li]);
  visitors.close();
  expect(holding(path, [...rows, secret, first])).toEqual([]);
});

test('V1 given a copy of the database from before, then after the erasure it opens nobody and nobody is found in it', () => {
  const path = tempFolder();
  const { visitors } = open(path);
  const id = visitors.recognise(zhang, monday, 'one').visitorId;
  visitors.close();
  const copy = join(tempFolder(), 'copy.db');
  copyFileSync(folderAt(path).visitors, copy);
  const again = open(path);
  again.visitors.eraseDay(monday);
  again.visitors.close();
  copyFileSync(copy, folderAt(path).visitors);
  const { visitors: old, warned } = open(path);
  expect([old.full(id), old.find('13800001234'), old.find('1234'), old.find('张'), old.masked([id])]).toEqual([null, [], [], [], []]);
  expect(warned).toEqual([[{ day: monday, people: 1 }, expect.stringContaining('unreadable')]]);
});

test('V1 given somebody who came on two days, when the first is erased, then he is still known, by the key of the second alone', () => {
  const path = tempFolder();
  const { visitors } = open(path);
  const id = visitors.recognise(zhang, monday, 'one').visitorId;
  const rows = rowsIn(path);
  visitors.recognise({ ...zhang, name: null }, tuesday, 'two');
  visitors.eraseBefore(tuesday);
  expect(visitors.full(id)).toEqual(zhang);
  expect(visitors.recognise(zhang, tuesday, 'three').visitorId).toBe(id);
  expect(holding(path, rows)).toEqual([]);
  expect(readdirSync(folderAt(path).keys)).toEqual(['2026-03-03.key']);
});

test('V1 given one person who is erased, then not one of his rows is left and the key stays for the others', () => {
  const path = tempFolder();
  const { visitors } = open(path);
  const id = visitors.recognise(zhang, monday, 'one').visitorId;
  const rows = rowsIn(path);
  const other = visitors.recognise(li, monday, 'two').visitorId;
  visitors.erase(id);
  // Of him nothing but the random name that keeps him from coming back.
  expect([holding(path, rows), holding(path, [id])]).toEqual([[], [join(folderAt(path).keys, 'erased.txt')]]);
  expect(visitors.full(other)).toEqual(li);
});

test('V1 given all days before one, then keys, rows and what a broken write left beside a key go, and later days stay', () => {
  const path = tempFolder();
  const { visitors } = open(path);
  const ids = [monday, tuesday, wednesday].map((day, nth) => visitors.recognise({ ...zhang, phone: `1380000000${nth}`, idNumber: null }, day, `order ${nth}`).visitorId);
  writeFileSync(join(folderAt(path).keys, '2026-03-01.key.new'), 'x');
  writeFileSync(join(folderAt(path).keys, 'notes.txt'), 'not ours');
  visitors.eraseBefore(wednesday);
  expect(ids.map((id) => visitors.full(id) !== null)).toEqual([false, false, true]);
  expect(readdirSync(folderAt(path).keys).sort()).toEqual(['2026-03-04.key', 'notes.txt']);
});

test('V1 given an erasure that was broken off after the key was gone, then the next one takes the rows too', () => {
  const path = tempFolder();
  const first = open(path);
  first.visitors.recognise(zhang, monday, 'one');
  const rows = rowsIn(path);
  first.visitors.close();
  rmSync(keyFile(path, monday));
  const { visitors } = open(path);
  visitors.eraseBefore(tuesday);
  expect(holding(path, rows)).toEqual([]);
});

test('V1 given a backup, then it holds neither keys nor visitors', async () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  const { visitors } = open(path);
  const id = visitors.recognise(zhang, monday, 'one').visitorId;
  const to = join(tempFolder(), 'backup');
  await backUp(path, to);
  expect(readdirSync(to).filter((name) => !name.startsWith('journal.db')).sort()).toEqual(['hall.json', 'head.json']);
  const secret = readFileSync(keyFile(path, monday), 'utf8').trim();
  expect(holding(to, [...parts(zhang), secret, Buffer.from(secret, 'hex'), id, ...rowsIn(path)])).toEqual([]);
  visitors.close();
  hall.close();
});

describe('keys that are not right', () => {
  const harms: [name: string, harm: (file: string) => void][] = [
    ['lost', (file) => rmSync(file)],
    ['empty', (file) => writeFileSync(file, '')],
    ['cut', (file) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20))],
    ['another one', (file) => writeFileSync(file, 'ab'.repeat(32))],
  ];
  test.each(harms)('V1 given a key that is %s, then the people of that day are unreadable, that is said, and the hall goes on with others', (name, harm) => {
    const path = tempFolder();
    const before = open(path);
    const lost = before.visitors.recognise(zhang, monday, 'one').visitorId;
    const kept = before.visitors.recognise(li, tuesday, 'two').visitorId;
    before.visitors.close();
    harm(keyFile(path, monday));
    const { visitors, warned } = open(path);
    expect([visitors.full(lost), visitors.masked([lost, kept]).length, visitors.find('张'), visitors.full(kept)]).toEqual([null, 1, [], li]);
    if (name !== 'another one') expect(warned.map(([, what]) => what).join()).toContain('unreadable');
    const { visitorId, isNew } = visitors.recognise(zhang, monday, 'one');
    expect([visitorId === lost, isNew]).toEqual([false, true]);
    expect(visitors.full(visitorId)).toEqual(zhang);
    visitors.eraseBefore(wednesday);
    expect(readdirSync(folderAt(path).keys)).toEqual([]);
    visitors.close();
    expect(open(path).warned).toEqual([]);
  });

  test('V1 given a row that was changed or moved to somebody else, then it opens nobody', () => {
    const path = tempFolder();
    const before = open(path);
    const [one, two] = [before.visitors.recognise(zhang, monday, 'one').visitorId, before.visitors.recognise(li, monday, 'two').visitorId];
    before.visitors.close();
    const db = new Database(folderAt(path).visitors);
    db.prepare('UPDATE visitors SET sealed = (SELECT sealed FROM visitors WHERE id = ?) WHERE id = ?').run(two, one);
    db.prepare('UPDATE visitors SET sealed = zeroblob(5) WHERE id = ?').run(two);
    db.close();
    const { visitors } = open(path);
    expect([visitors.full(one), visitors.full(two), visitors.find('李')]).toEqual([null, null, []]);
  });

  test.runIf(process.platform !== 'win32')('V1 given a new store, then only its own account reads database and keys; given a folder that others read, then that is said', () => {
    const path = tempFolder();
    const first = open(path);
    first.visitors.recognise(zhang, monday, 'one');
    const { keys, visitors } = folderAt(path);
    const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);
    expect([modeOf(keys), modeOf(keyFile(path, monday)), modeOf(visitors), modeOf(`${visitors}-wal`)]).toEqual(['700', '600', '600', '600']);
    expect(first.warned).toEqual([]);
    first.visitors.close();
    chmodSync(keys, 0o750);
    const { warned } = open(path);
    expect(warned).toEqual([[{ folder: keys }, expect.stringContaining('can be read by other accounts')]]);
  });
});

test.each([
  ['garbage', (file: string) => writeFileSync(file, 'not a database at all\n'.repeat(300)), 'cannot be opened as a store of visitors'],
  ['a journal', (file: string) => cpSync(folderAt(hallFolder()).journal, file), 'not a hall\'s store of visitors'],
] as const)('J8 given %s in place of the store, then it is refused with its name and left as it was', (_name, make, says) => {
  const path = tempFolder();
  const { visitors } = folderAt(path);
  make(visitors);
  const before = readFileSync(visitors);
  expect(() => open(path)).toThrow(JournalRefused);
  expect(() => open(path)).toThrow(says);
  expect(readFileSync(visitors).equals(before)).toBe(true);
});

function hallFolder(): string {
  const path = tempFolder();
  openTestHall(path).close();
  return path;
}
