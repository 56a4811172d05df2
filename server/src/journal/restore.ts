// `hall restore`: a backup becomes the journal again, in a new epoch, with numbers in the range kept for this (J9).
// The journal it replaces is moved aside, never deleted; whatever it still tells about today's numbers is used.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandData } from '@hall/core/domain/commands';
import type { Hall } from '@hall/core/domain/hall';
import { createKeeper, type HallKeeper, type Outcome } from '../hall/hallKeeper.ts';
import { systemCommand, systemActor } from '../hall/systemCommand.ts';
import { openDatabase, openToRead } from './database.ts';
import { foldJournal } from './fold.ts';
import { dataFolder, folderAt, lockFolder, readOutsideHead, replacedIn, replacedPrefix, writeOutsideHead, type OutsideHead } from './folder.ts';
import { JournalRefused } from './journalRefused.ts';
import { newEpochs } from './newEpochs.ts';
import { checkOutsideHead } from './outsideHead.ts';
import { sqliteJournal } from './sqliteJournal.ts';

export interface Restored {
  readonly head: OutsideHead;
  /** Where the replaced journal lies now; null when there was none. */
  readonly replaced: string | null;
  /** False when the replaced journal could not be read: numbers given out since the backup are not known. */
  readonly replacedWasRead: boolean;
}

/** Restores `backup` into `data`. The hall must be stopped. Throws JournalRefused before anything is changed. */
export function restore(backup: string, data: string, now: number): Restored {
  const from = folderAt(backup);
  if (!existsSync(from.journal) || !existsSync(from.hall)) throw new JournalRefused(`${backup} is not a backup of a hall.`);
  const wal = `${from.journal}-wal`;
  if (existsSync(wal) && statSync(wal).size > 0) throw new JournalRefused(`${backup} is the folder of a hall that did not stop, not a backup. Make a backup of it first with \`hall backup\`.`);
  const folder = dataFolder(data);
  const lock = lockFolder(folder);
  const draft = join(folder.path, 'restore.unfinished');
  try {
    // What earlier restores moved aside counts too: their numbers of today are on paper all the same.
    const current = readLife(folder.path);
    const past = [...replacedIn(folder.path).map(readLife), current];
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    copyFileSync(from.journal, join(draft, 'journal.db'));
    const head = startEpochs(join(draft, 'journal.db'), readOutsideHead(from), past, now);
    const replaced = moveAside(folder.path, now);
    copyFileSync(from.hall, folder.hall);
    renameSync(join(draft, 'journal.db'), folder.journal);
    writeOutsideHead(folder, head);
    return { head, replaced, replacedWasRead: replaced === null || current.hall !== null };
  } finally {
    rmSync(draft, { recursive: true, force: true });
    lock.release();
  }
}

interface Life {
  /** Null when the journal is missing or cannot be trusted (that is often why one restores). */
  readonly hall: Hall | null;
  readonly epoch: number;
}

/** What a folder still tells about a journal that was used here. */
function readLife(path: string): Life {
  const { journal } = folderAt(path);
  const noted = readable(() => readOutsideHead(folderAt(path)));
  const hall = existsSync(journal) ? readable(() => readHall(journal)) : null;
  return { hall, epoch: Math.max(hall?.epoch ?? 0, noted?.epoch ?? 0) };
}

function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof JournalRefused) return null;
    throw error;
  }
}

function readHall(file: string): Hall {
  const db = openToRead(file);
  try {
    return foldJournal(db).hall;
  } finally {
    db.close();
  }
}

/** Begins the new life on the draft; what the past still tells keeps its numbers from coming again. */
function startEpochs(file: string, noted: OutsideHead | null, past: readonly Life[], now: number): OutsideHead {
  const db = openDatabase(file);
  const journal = sqliteJournal(db);
  try {
    const { hall } = foldJournal(db, { whole: true });
    checkOutsideHead(db, hall, noted);
    const halls = past.map((life) => life.hall).filter((old) => old?.journalId === hall.journalId) as Hall[];
    const { at, orders } = newEpochs(hall, halls, Math.max(0, ...past.map((life) => life.epoch)), now);
    const keeper = createKeeper({ journal, hall, now: () => at, soon: (run) => run(), fatal: (error) => { throw error; } });
    for (const data of orders) order(keeper, data, at);
    return { journalId: hall.journalId, epoch: hall.epoch, ...journal.head() };
  } finally {
    journal.close();
  }
}

function order(keeper: HallKeeper, data: CommandData<'startEpoch'>, at: number): void {
  let outcome: Outcome | null = null;
  keeper.order(systemActor('restore'), systemCommand('startEpoch', data, at), (answer) => { outcome = answer; });
  const told = outcome as Outcome | null;
  if (told?.ok !== true) throw new JournalRefused(`A new epoch could not be started: ${JSON.stringify(told)}`);
}

/** Moves journal, head and SQLite's own files of it into a folder of their own. */
function moveAside(path: string, now: number): string | null {
  const { journal, head, hall } = folderAt(path);
  const present = [journal, `${journal}-wal`, `${journal}-shm`, head, hall].filter((file) => existsSync(file));
  if (present.length === 0) return null;
  const aside = join(path, `${replacedPrefix}${new Date(now).toISOString().replaceAll(':', '-')}`);
  mkdirSync(aside, { mode: 0o700 });
  for (const file of present) renameSync(file, join(aside, file.slice(path.length + 1)));
  return aside;
}
