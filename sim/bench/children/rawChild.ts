// The floor under everything: the same rows into the same schema on the same disk, with nothing around it.
import { openDatabase } from '@hall/server/journal/database';
import { rowColumns } from '@hall/server/journal/sqliteJournal';
import { answerWith } from '../processes.ts';

export type StoredRow = readonly (string | number | null)[];

/** Reads the ticket rows of a hall's journal. */
function readRows(journal: string, most: number): StoredRow[] {
  const db = openDatabase(journal);
  const rows = db.prepare(`SELECT ${rowColumns}, hash FROM events WHERE type = 'ticketIssued' ORDER BY seq LIMIT ?`).raw().all(most) as StoredRow[];
  db.close();
  return rows;
}

/** Rows a second when `together` of them share a transaction. */
function insertRows(file: string, rows: readonly StoredRow[], together: number): number {
  const db = openDatabase(file);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const insert = db.prepare(`INSERT INTO events (${rowColumns}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const startedAt = performance.now();
  for (let first = 0; first < rows.length; first += together) {
    begin.run();
    for (const row of rows.slice(first, first + together)) insert.run(...row);
    commit.run();
  }
  const seconds = (performance.now() - startedAt) / 1000;
  db.close();
  return rows.length / seconds;
}

/** The schema takes rows in order only, so they are numbered anew. */
const numbered = (rows: readonly StoredRow[]): StoredRow[] => rows.map(([, ...rest], index) => [index + 1, ...rest]);

let rows: StoredRow[] = [];
const handlers = {
  load(journal: string, most: number): number {
    rows = readRows(journal, most);
    return rows.length;
  },
  /** Into a new file. */
  insert: (file: string, count: number, together: number): number => insertRows(file, numbered(rows.slice(0, count)), together),
};
export type RawChild = typeof handlers;

answerWith(handlers);
