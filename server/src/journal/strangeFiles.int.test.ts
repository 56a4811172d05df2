// Folders and files that are not what a hall expects: refused with a clear sentence, and left exactly as they were (J8).
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openHall } from '../hall/openHall.ts';
import { issue, openTestHall } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { backUp } from './backup.ts';
import { openDatabase, openToRead } from './database.ts';
import { dataFolder, folderAt, lockFolder } from './folder.ts';
import { JournalRefused } from './journalRefused.ts';
import { restore } from './restore.ts';
import { verifyWhole } from './verify.ts';

function hallFolder(): string {
  const path = tempFolder();
  const hall = openTestHall(path);
  hall.give([issue()]);
  hall.close();
  return path;
}

function sqliteFile(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

const open = (path: string): void => {
  const opened = openHall(path, () => undefined);
  opened.journal.close();
  opened.release();
};

const strange: [name: string, make: (file: string) => void, says: string][] = [
  ['a newer version', (file) => sqliteFile(file, 'PRAGMA user_version = 99'), 'version 99'],
  ['a SQLite file of another program', (file) => { rmSync(file); sqliteFile(file, 'CREATE TABLE t (a); INSERT INTO t VALUES (1)'); }, 'not a hall'],
  ['a versioned SQLite file of another program', (file) => { rmSync(file); sqliteFile(file, 'CREATE TABLE t (a); PRAGMA user_version = 1'); }, 'not a hall'],
  ['a newer SQLite file of another program', (file) => { rmSync(file); sqliteFile(file, 'CREATE TABLE t (a); PRAGMA user_version = 99'); }, 'not a hall'],
  ['garbage', (file) => writeFileSync(file, 'this is not a journal at all, only some words\n'.repeat(200)), 'cannot be opened as a journal'],
  ['a folder', (file) => { rmSync(file); mkdirSync(file); }, 'cannot be opened as a journal'],
];

test.each(strange)('J8: given %s in place of the journal, then no command uses it and nothing in it changes', async (_name, make, says) => {
  const path = hallFolder();
  const { journal, head } = folderAt(path);
  rmSync(head);
  make(journal);
  const before = existsSync(journal) && !_name.includes('folder') ? readFileSync(journal) : null;
  expect(() => open(path)).toThrow(JournalRefused);
  expect(() => open(path)).toThrow(says);
  expect(() => openToRead(journal)).toThrow(says);
  expect(await verifyWhole(journal)).toMatchObject({ ok: false, message: expect.stringContaining(says) as string });
  await expect(backUp(path, join(tempFolder(), 'backup'))).rejects.toThrow(says);
  if (before !== null) expect(readFileSync(journal).equals(before)).toBe(true);
});

test('J8: given the journal of another hall, then it is refused', () => {
  const [mine, other] = [hallFolder(), hallFolder()];
  rmSync(folderAt(mine).head);
  cpSync(folderAt(other).journal, folderAt(mine).journal);
  expect(() => open(mine)).toThrow('belongs to another hall');
});

test('J8: given a journal without its hall.json, then it is refused and no identity is made up', () => {
  const path = hallFolder();
  rmSync(folderAt(path).hall);
  expect(() => open(path)).toThrow('is missing beside the journal');
  expect(existsSync(folderAt(path).hall)).toBe(false);
});

test.each(['hall', 'head'] as const)('J8: given a damaged %s.json, then it is refused with its name', (which) => {
  for (const text of ['', '{', '[]', '{"hallId":1}']) {
    const path = hallFolder();
    writeFileSync(folderAt(path)[which], text);
    expect(() => open(path)).toThrow(JournalRefused);
    expect(() => open(path)).toThrow(`${which}.json`);
  }
});

test('J8: given an empty file, then it is brought to the present form, all of it or nothing', () => {
  const file = join(tempFolder(), 'journal.db');
  writeFileSync(file, '');
  const db = openDatabase(file);
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all()).toEqual(['events', 'snapshots']);
  db.close();
  const again = openDatabase(file);
  expect(again.prepare('SELECT count(*) FROM events').pluck().get()).toBe(0);
  again.close();
});

test('given a folder in use, when a second server comes, then it is refused, and let in when the first is gone', () => {
  const path = tempFolder();
  const first = lockFolder(folderAt(path));
  expect(() => lockFolder(folderAt(path))).toThrow('Another server is already using');
  first.release();
  lockFolder(folderAt(path)).release();
});

test('J9: given a hall that works, when a restore is tried, then it is refused and nothing has changed', async () => {
  const path = hallFolder();
  const backup = join(tempFolder(), 'backup');
  await backUp(path, backup);
  const hall = openTestHall(path);
  expect(() => restore(backup, path, Date.now())).toThrow('Another server is already using');
  hall.give([issue()]);
  hall.close();
  open(path);
});

test('given a place that cannot be written, then the folder is refused with a clear sentence', () => {
  const path = tempFolder();
  writeFileSync(join(path, 'file'), '');
  for (const place of [join(path, 'file', 'data'), join(path, 'file')]) {
    expect(() => dataFolder(place)).toThrow(JournalRefused);
    expect(() => dataFolder(place)).toThrow('cannot be written');
  }
});

test('given a folder several levels down that is not there, then it is made', () => {
  const path = join(tempFolder(), 'a/b/c');
  expect(dataFolder(path).path).toBe(path);
  expect(existsSync(path)).toBe(true);
});
