// The data folder: where things lie, one server at a time, and the head kept outside the journal (J2).
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { JournalRefused } from './journalRefused.ts';

export interface Folder {
  readonly path: string;
  readonly journal: string;
  readonly head: string;
  readonly hall: string;
  /** Folder of the log, a file for each day. */
  readonly log: string;
  /** Visitors' personal data, and the folder of the keys to it (V1). Neither is part of a backup. */
  readonly visitors: string;
  readonly keys: string;
  /** Files attached to tickets, sealed; not part of a backup either. */
  readonly files: string;
  /** Hashes of passwords and open sessions; not part of a backup. */
  readonly people: string;
}

/** Where the things of a data folder lie; touches nothing. */
export const folderAt = (path: string): Folder =>
  ({
    path, journal: join(path, 'journal.db'), head: join(path, 'head.json'), hall: join(path, 'hall.json'), log: join(path, 'log'),
    visitors: join(path, 'visitors.db'), keys: join(path, 'keys'), files: join(path, 'files'), people: join(path, 'people.db'),
  });

/** Creates the folder if need be. Throws JournalRefused with a clear message when it cannot be written. */
export function dataFolder(path: string): Folder {
  try {
    makeFolder(path);
    const probe = join(path, '.writable');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new JournalRefused(`The data folder ${path} cannot be written: ${error instanceof Error ? error.message : String(error)}. Choose another with --data.`);
  }
  return folderAt(path);
}

/** Step by step: Node's own recursive mkdir never returns where a parent exists and cannot hold folders (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (!existsSync(dirname(path))) makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** Holds the folder until `release`; the operating system frees it when the process dies in any way. */
export function lockFolder({ path }: Folder): { release(): void } {
  const db = new Database(join(path, 'lock.db'), { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
  } catch {
    db.close();
    throw new JournalRefused(`Another server is already using the data folder ${path}. Stop it first, or choose another folder with --data.`);
  }
  return { release: () => db.close() };
}

const headSchema = z.strictObject({ journalId: z.uuid(), epoch: z.int(), seq: z.int(), hash: z.string().length(64) });
export type OutsideHead = z.infer<typeof headSchema>;

/** The head as last noted beside the journal; null when none was noted. */
export function readOutsideHead({ head }: Pick<Folder, 'head'>): OutsideHead | null {
  return existsSync(head) ? readAs(headSchema, head) : null;
}

/** Replaces the note in one step, so that a power cut leaves the old one or the new one. */
export function writeOutsideHead({ head }: Pick<Folder, 'head'>, note: OutsideHead): void {
  writeWhole(head, `${JSON.stringify(note)}\n`);
}

export function writeWhole(file: string, text: string): void {
  const draft = `${file}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}

const hallSchema = z.strictObject({ hallId: z.uuid(), trialSecret: z.string().min(32) });
export type HallFile = z.infer<typeof hallSchema>;

/** Whose folder this is. `make` gives a new identity for a folder that is empty. Throws JournalRefused. */
export function hallFile({ path, head, hall, journal }: Folder, make: () => HallFile): HallFile {
  // A folder that has seen a hall is never given a new journal: the old one was lost, or a restore was broken off.
  if (!existsSync(journal) && (existsSync(head) || replacedIn(path).length > 0)) {
    throw new JournalRefused(`${journal} is missing, but this folder has had one. Put it back, or restore the newest backup with \`hall restore\`.`);
  }
  if (existsSync(hall)) return readAs(hallSchema, hall);
  if (existsSync(journal)) throw new JournalRefused(`${hall} is missing beside the journal, so it is not certain whose journal this is. Put the file back from a backup.`);
  const made = make();
  writeWhole(hall, `${JSON.stringify(made)}\n`);
  return made;
}

/** Folders of journals that a restore has moved aside, oldest first. */
export const replacedIn = (path: string): string[] =>
  readdirSync(path).filter((name) => name.startsWith(replacedPrefix)).sort().map((name) => join(path, name));

export const replacedPrefix = 'replaced-';

function readAs<T>(schema: z.ZodType<T>, file: string): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    throw new JournalRefused(`${file} is damaged. Put the file back from a backup.`);
  }
}
