// From a data folder to a hall: lock, identity, journal, fold, and the first events of a new one.
import { randomBytes, randomUUID } from 'node:crypto';
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import { openDatabase } from '../journal/database.ts';
import { foldJournal, whatToDo } from '../journal/fold.ts';
import { dataFolder, hallFile, lockFolder, readOutsideHead, type Folder } from '../journal/folder.ts';
import type { Journal } from '../journal/journal.ts';
import { JournalRefused } from '../journal/journalRefused.ts';
import { checkOutsideHead } from '../journal/outsideHead.ts';
import { sqliteJournal } from '../journal/sqliteJournal.ts';

export interface OpenedHall {
  readonly folder: Folder;
  readonly hallId: string;
  readonly trialSecret: string;
  readonly journal: Journal;
  readonly hall: Hall;
  /** Frees the folder for another server. */
  release(): void;
}

/** Throws JournalRefused whenever the folder must not be used as it is (J8). `each` sees the events of the last day. */
export function openHall(path: string, each: (event: HallEvent) => void): OpenedHall {
  const folder = dataFolder(path);
  const lock = lockFolder(folder);
  try {
    const { hallId, trialSecret } = hallFile(folder, () => ({ hallId: randomUUID(), trialSecret: randomBytes(32).toString('base64url') }));
    const db = openDatabase(folder.journal);
    try {
      const { hall, head } = foldJournal(db, { each });
      if (head.seq > 0 && hall.hallId !== hallId) throw new JournalRefused(`The journal in ${path} belongs to another hall (${hall.hallId}). ${whatToDo}`);
      checkOutsideHead(db, hall, readOutsideHead(folder));
      return { folder, hallId, trialSecret, journal: sqliteJournal(db), hall, release: lock.release };
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw error;
  }
}
