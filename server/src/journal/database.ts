// Opening the hall's SQLite files: durability set explicitly on every connection (J3), form checked and migrated (J8).
import Database from 'better-sqlite3';
import type { Migration } from './migrations/migration.ts';
import { migrations } from './migrations/migrations.ts';
import { JournalRefused } from './journalRefused.ts';

export type Connection = Database.Database;

/** What a file of the hall is, and how it came to its present form. */
export interface FileForm {
  /** As people call it in a refusal. */
  readonly name: string;
  /** Marks the file as ours; any other file is refused. */
  readonly applicationId: number;
  readonly migrations: readonly Migration[];
}

/** Marked "HALL" in ASCII. */
const journalForm: FileForm = { name: 'journal', applicationId: 0x48414c4c, migrations };

/**
 * Opens the file for writing and brings it to the present form.
 * Throws JournalRefused when it is not a journal, or of a newer version than this program; then it is left as it was.
 */
export const openDatabase = (file: string): Connection => connect(file, journalForm, false);

/** Opens the file for reading only; it must already have a form this program knows. */
export const openToRead = (file: string): Connection => connect(file, journalForm, true);

/** The same for a file of another form that belongs to the hall. */
export const openFile = (file: string, form: FileForm): Connection => connect(file, form, false);

function connect(file: string, form: FileForm, readonly: boolean): Connection {
  let db: Connection | null = null;
  try {
    db = new Database(file, { readonly, fileMustExist: readonly });
    // Before anything is set: choosing the WAL would already change a file that is not ours.
    const version = checkForm(db, file, form, readonly);
    if (!readonly) db.pragma('journal_mode = WAL');
    // The binding's own default in WAL is NORMAL, which loses acknowledged tickets in a power cut.
    db.pragma('synchronous = FULL');
    // 2 MB of pages; the binding's own default of 16 MB buys nothing for a table that is only added to.
    db.pragma('cache_size = -2000');
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 5000');
    // Else a REPLACE removes a row without asking the trigger that forbids it (J1).
    db.pragma('recursive_triggers = ON');
    if (!readonly) migrate(db, form, version);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof JournalRefused) throw error;
    throw new JournalRefused(`${file} cannot be opened as a ${form.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The version of the file's form; 0 when it is still empty, which only a file to be written may be. */
function checkForm(db: Connection, file: string, { name, applicationId, migrations: steps }: FileForm, readonly: boolean): number {
  const newest = steps.at(-1)?.id ?? 0;
  const version = db.pragma('user_version', { simple: true }) as number;
  const isOurs = db.pragma('application_id', { simple: true }) === applicationId;
  const isEmpty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (!isOurs && (readonly || !isEmpty || version > 0)) throw new JournalRefused(`${file} is a SQLite file but not a hall's ${name}.`);
  if (version > newest) throw new JournalRefused(`${file} has version ${version}; this program knows up to ${newest}. Start the newer program, or restore a backup made by this one.`);
  return version;
}

function migrate(db: Connection, { applicationId, migrations: steps }: FileForm, version: number): void {
  for (const { id, sql } of steps.filter((step) => step.id > version)) {
    // One transaction per step, with the version inside: killed at any statement it is the old form or the new.
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${id}`);
    })();
  }
}
