// Opening the journal's file: durability set explicitly on every connection (J3), form checked and migrated (J8).
import Database from 'better-sqlite3';
import { migrations } from './migrations/migrations.ts';
import { JournalRefused } from './journalRefused.ts';

export type Connection = Database.Database;

/** Marks the file as a hall's journal ("HALL" in ASCII); any other file is refused. */
const applicationId = 0x48414c4c;

/**
 * Opens the file for writing and brings it to the present form.
 * Throws JournalRefused when it is not a journal, or of a newer version than this program.
 */
export function openDatabase(file: string): Connection {
  const db = connect(file, false);
  try {
    migrate(db, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens the file for reading only; it must already have a form this program knows. */
export function openToRead(file: string): Connection {
  const db = connect(file, true);
  try {
    checkForm(db, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function connect(file: string, readonly: boolean): Connection {
  try {
    const db = new Database(file, { readonly, fileMustExist: readonly });
    if (!readonly) db.pragma('journal_mode = WAL');
    // The binding's own default in WAL is NORMAL, which loses acknowledged tickets in a power cut.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 5000');
    return db;
  } catch (error) {
    throw new JournalRefused(`${file} cannot be opened as a journal: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const versionOf = (db: Connection): number => db.pragma('user_version', { simple: true }) as number;

function checkForm(db: Connection, file: string): number {
  const newest = migrations.at(-1)?.id ?? 0;
  const version = versionOf(db);
  if (version > newest) throw new JournalRefused(`${file} has version ${version}; this program knows up to ${newest}. Start the newer program, or restore a backup made by this one.`);
  if (version > 0 && db.pragma('application_id', { simple: true }) !== applicationId) throw new JournalRefused(`${file} is a SQLite file but not a hall's journal.`);
  return version;
}

function migrate(db: Connection, file: string): void {
  const version = checkForm(db, file);
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get() as number;
  if (version === 0 && tables > 0) throw new JournalRefused(`${file} is a SQLite file but not a hall's journal.`);
  for (const { id, sql } of migrations.filter((step) => step.id > version)) {
    // One transaction per step, with the version inside: killed at any statement it is the old form or the new.
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${id}`);
    })();
  }
}
