// The journal's table on a real file: append only, one number once, and durable settings on every connection.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { HallEvent } from '@hall/core/domain/events';
import { expect, test } from 'vitest';
import { issue, newId, openTestHall } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { openDatabase, openToRead, type Connection } from './database.ts';
import { foldJournal } from './fold.ts';
import { folderAt } from './folder.ts';
import { sqliteJournal } from './sqliteJournal.ts';

const synchronous = (db: Connection): unknown => db.pragma('synchronous', { simple: true });

/** A journal with some tickets, closed; the file is what a stop leaves. */
function journalFile(): string {
  const path = tempFolder();
  const hall = openTestHall(path);
  hall.give([issue('A'), issue('A'), issue('B')]);
  hall.close();
  return folderAt(path).journal;
}

const ticket = (after: { seq: number }, number: string, day = '2026-03-02'): HallEvent => ({
  seq: after.seq + 1, at: 1, day, type: 'ticketIssued', v: 1,
  data: { ticketId: `1.${after.seq + 1}`, number, prefix: 'A', serial: 1, serviceId: 'S001', queueId: 'A', rank: 'ordinary', dueAt: 1, channel: 'kiosk', ahead: 0, quotaKeys: [] },
  staff: { by: { role: 'kiosk', place: 'K1', personId: null }, commandId: newId(), facts: { classId: null, reason: null, override: null, visitorId: null } },
}) as unknown as HallEvent;

test('J3: given a new journal, when the first write is committed, then the connection that wrote still reads synchronous FULL', () => {
  const db = openDatabase(join(tempFolder(), 'journal.db'));
  const journal = sqliteJournal(db);
  expect(synchronous(db)).toBe(2);
  journal.append(ticket(journal.head(), 'A001'), 'x');
  expect(synchronous(db)).toBe(2);
  journal.commit();
  expect(synchronous(db)).toBe(2);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  journal.close();
});

test('J3: given a journal with a past, then every connection the code opens reads synchronous FULL', () => {
  const file = journalFile();
  for (const open of [openDatabase, openToRead]) {
    const db = open(file);
    db.prepare('SELECT count(*) FROM events').get();
    expect(synchronous(db)).toBe(2);
    db.close();
  }
});

test('J3: only database.ts opens a journal, and folder.ts the lock', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const opening = sources.filter((name) => readFileSync(join(import.meta.dirname, name), 'utf8').includes('new Database('));
  expect(opening.sort()).toEqual(['database.ts', 'folder.ts']);
});

test.each([
  ['changed', "UPDATE events SET role = 'manager' WHERE seq = 3"],
  ['deleted', 'DELETE FROM events WHERE seq = 3'],
  ['replaced', "INSERT OR REPLACE INTO events SELECT seq, day, at, 'manager', place, clerk_id, command_id, command_hash, part, type, v, data, facts, hash FROM events WHERE seq = 3"],
  ['emptied', 'DELETE FROM events'],
])('J1: given a journal, when a row is %s, then the store itself refuses', (_name, sql) => {
  const db = openDatabase(journalFile());
  const all = (): unknown[] => db.prepare('SELECT * FROM events').all();
  const before = all();
  expect(() => db.exec(sql)).toThrow(/append-only|UNIQUE/);
  expect(all()).toEqual(before);
  db.close();
});

test('N1: given a number already issued today, when it is planted again, then the unique index refuses it', () => {
  const db = openDatabase(journalFile());
  const journal = sqliteJournal(db);
  expect(() => journal.append(ticket(journal.head(), 'A002'), 'x')).toThrow(/UNIQUE.*number_once/);
  db.close();
});

test('N1: given a number of another day or another prefix, then it is another number', () => {
  const db = openDatabase(journalFile());
  const journal = sqliteJournal(db);
  journal.append(ticket(journal.head(), 'A002', '2026-03-03'), 'x');
  journal.append(ticket(journal.head(), 'C002'), 'x');
  journal.commit();
  expect(journal.head().seq).toBe(foldJournal(db, { whole: true }).head.seq);
  journal.close();
});

test('J6: given a command in the journal, when its id is planted again, then the unique index refuses it', () => {
  const db = openDatabase(journalFile());
  const journal = sqliteJournal(db);
  const first = ticket(journal.head(), 'A009');
  journal.append(first, 'x');
  journal.append(ticket(journal.head(), 'A010'), 'x');
  const again = { ...ticket(journal.head(), 'A011'), staff: first.staff } as HallEvent;
  expect(() => journal.append(again, 'x')).toThrow(/UNIQUE.*command/);
  db.close();
});

test('J2: given an event that does not follow the head, then it is our own mistake and throws', () => {
  const db = openDatabase(journalFile());
  const journal = sqliteJournal(db);
  expect(() => journal.append(ticket({ seq: journal.head().seq + 1 }, 'A009'), 'x')).toThrow('does not follow');
  db.close();
});

test('J7: given a journal, then it can be read in pieces from any place', () => {
  const db = openDatabase(journalFile());
  const journal = sqliteJournal(db);
  const head = journal.head().seq;
  expect([...journal.eventsAfter(2)].map(({ seq }) => seq)).toEqual(Array.from({ length: head - 2 }, (_, index) => index + 3));
  expect([...journal.eventsAfter(1, 2)].map(({ seq }) => seq)).toEqual([2, 3]);
  expect([...journal.eventsAfter(head)]).toEqual([]);
  db.close();
});
