// `hall restore`: a backup becomes the journal again, in a new epoch, with numbers in the range kept for this (J9).
// The journal it replaces is moved aside, never deleted; whatever it still tells about today's numbers is used.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Hall } from '@hall/core/domain/hall';
import { restoreFloors } from '@hall/core/domain/numbering';
import { localTime } from '../hall/localTime.ts';
import { createKeeper, type Outcome } from '../hall/hallKeeper.ts';
import { systemCommand, systemActor } from '../hall/systemCommand.ts';
import { openDatabase, openToRead } from './database.ts';
import { foldJournal } from './fold.ts';
import { dataFolder, folderAt, lockFolder, readOutsideHead, writeOutsideHead, type OutsideHead } from './folder.ts';
import { JournalRefused } from './journalRefused.ts';
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
  const folder = dataFolder(data);
  const lock = lockFolder(folder);
  try {
    const old = existsSync(folder.journal) ? readHall(folder.journal) : null;
    const oldEpoch = Math.max(old?.epoch ?? 0, existsSync(folder.head) ? (readOutsideHead(folder)?.epoch ?? 0) : 0);
    const draft = join(folder.path, 'restore.unfinished');
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    copyFileSync(from.journal, join(draft, 'journal.db'));
    const head = startEpoch(join(draft, 'journal.db'), old, oldEpoch, now);
    const replaced = moveAside(folder.path, now);
    copyFileSync(from.hall, folder.hall);
    renameSync(join(draft, 'journal.db'), folder.journal);
    rmSync(draft, { recursive: true });
    writeOutsideHead(folder, head);
    return { head, replaced, replacedWasRead: replaced === null || old !== null };
  } finally {
    lock.release();
  }
}

/** What the replaced journal says, or null when it cannot be trusted (that is often why one restores). */
function readHall(file: string): Hall | null {
  try {
    const db = openToRead(file);
    try {
      return foldJournal(db).hall;
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof JournalRefused || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

function startEpoch(file: string, old: Hall | null, oldEpoch: number, now: number): OutsideHead {
  const db = openDatabase(file);
  const { hall } = foldJournal(db, { whole: true });
  const journal = sqliteJournal(db);
  try {
    const { plan } = hall;
    if (plan === null) throw new JournalRefused('The backup holds no plan, so its numbers cannot go on safely.');
    const at = Math.max(now, hall.at, old?.at ?? 0);
    const { date } = localTime(at, plan.timeZone);
    const known = old?.day?.date === date && old.journalId === hall.journalId ? old.numbers : new Map<string, number>();
    const command = systemCommand('startEpoch', { epoch: Math.max(hall.epoch, oldEpoch) + 1, date, floors: restoreFloors(plan.queues, known) }, at);
    let outcome: Outcome | null = null;
    const keeper = createKeeper({ journal, hall, now: () => at, soon: (run) => run(), fatal: (error) => { throw error; } });
    keeper.order(systemActor('restore'), command, (answer) => { outcome = answer; });
    const told = outcome as Outcome | null;
    if (told?.ok !== true) throw new JournalRefused(`A new epoch could not be started: ${JSON.stringify(told)}`);
    return { journalId: hall.journalId, epoch: hall.epoch, ...journal.head() };
  } finally {
    journal.close();
  }
}

/** Moves journal, head and SQLite's own files of it into a folder of their own. */
function moveAside(path: string, now: number): string | null {
  const { journal, head, hall } = folderAt(path);
  const present = [journal, `${journal}-wal`, `${journal}-shm`, head, hall].filter((file) => existsSync(file));
  if (present.length === 0) return null;
  const aside = join(path, `replaced-${new Date(now).toISOString().replaceAll(':', '-')}`);
  mkdirSync(aside, { mode: 0o700 });
  for (const file of present) renameSync(file, join(aside, file.slice(path.length + 1)));
  return aside;
}
