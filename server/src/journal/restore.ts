// `hall restore`: a backup becomes the journal again, in a new epoch, with numbers in the range kept for this (J9).
// The journal it replaces is moved aside, never deleted; whatever it still tells about today's numbers is used.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandData } from '@hall/core/domain/commands';
import type { Hall } from '@hall/core/domain/hall';
import type { BusinessDay } from '@hall/core/domain/ids';
import { restoreFloors } from '@hall/core/domain/numbering';
import { localTime } from '../hall/localTime.ts';
import { createKeeper, type HallKeeper, type Outcome } from '../hall/hallKeeper.ts';
import { systemCommand, systemActor } from '../hall/systemCommand.ts';
import { openDatabase, openToRead } from './database.ts';
import { foldJournal } from './fold.ts';
import { dataFolder, folderAt, lockFolder, readOutsideHead, replacedIn, replacedPrefix, writeOutsideHead, type OutsideHead } from './folder.ts';
import { JournalRefused } from './journalRefused.ts';
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

/** One new epoch for every day whose numbers may be on paper: a day that the backup leaves open, and the last one known. */
function startEpochs(file: string, noted: OutsideHead | null, past: readonly Life[], now: number): OutsideHead {
  const db = openDatabase(file);
  const journal = sqliteJournal(db);
  try {
    const { hall } = foldJournal(db, { whole: true });
    checkOutsideHead(db, hall, noted);
    const { plan } = hall;
    if (plan === null) throw new JournalRefused('The backup holds no plan, so its numbers cannot go on safely.');
    const halls = past.map((life) => life.hall).filter((old) => old?.journalId === hall.journalId) as Hall[];
    const at = Math.max(now, hall.at, ...halls.map((old) => old.at));
    const lastOpen = halls.at(-1)?.day;
    const today = isOpen(lastOpen) ? lastOpen.date : localTime(at, plan.timeZone).date;
    const keeper = createKeeper({ journal, hall, now: () => at, soon: (run) => run(), fatal: (error) => { throw error; } });
    let epoch = Math.max(hall.epoch, ...past.map((life) => life.epoch));
    for (const date of new Set(isOpen(hall.day) ? [hall.day.date, today] : [today])) {
      epoch += 1;
      order(keeper, { epoch, date, floors: restoreFloors(plan.queues, numbersOf(date, halls)) }, at);
    }
    return { journalId: hall.journalId, epoch: hall.epoch, ...journal.head() };
  } finally {
    journal.close();
  }
}

const isOpen = (day: Hall['day'] | undefined): day is NonNullable<Hall['day']> => day?.closedAt === null;

/** Next number of each prefix on that day, past everything any of these journals gave out. */
function numbersOf(date: BusinessDay, halls: readonly Hall[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { day, numbers: given } of halls) {
    if (day?.date !== date) continue;
    for (const [prefix, next] of given) numbers.set(prefix, Math.max(next, numbers.get(prefix) ?? 0));
  }
  return numbers;
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
