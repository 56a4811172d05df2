// `hall backup`: a copy of the journal while the hall works, verified before it is called a backup (J2, J8).
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openToRead } from './database.ts';
import { foldJournal } from './fold.ts';
import { folderAt, writeOutsideHead, type OutsideHead } from './folder.ts';
import { JournalRefused } from './journalRefused.ts';

/** Copies the hall at `from` into the new folder `to`. The folder appears under its name only when all is verified. */
export async function backUp(from: string, to: string): Promise<OutsideHead> {
  if (existsSync(to)) throw new JournalRefused(`${to} already exists; a backup never overwrites anything.`);
  const source = folderAt(from);
  if (!existsSync(source.journal) || !existsSync(source.hall)) throw new JournalRefused(`${from} holds no hall.`);
  const draft = `${to}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const db = openToRead(source.journal);
  try {
    // In one step: between steps every commit of the hall would start the copy anew, and a busy hall is never copied.
    await db.backup(join(draft, 'journal.db'), { progress: () => 0x7fffffff });
  } finally {
    db.close();
  }
  copyFileSync(source.hall, join(draft, 'hall.json'));
  const note = verifiedHead(join(draft, 'journal.db'));
  writeOutsideHead(folderAt(draft), note);
  renameSync(draft, to);
  return note;
}

/** Folds a whole journal from its first event and returns its head. Throws JournalRefused when it does not verify. */
export function verifiedHead(file: string): OutsideHead {
  const db = openToRead(file);
  try {
    const { hall, head } = foldJournal(db, { whole: true });
    return { journalId: hall.journalId, epoch: hall.epoch, seq: head.seq, hash: head.hash };
  } finally {
    db.close();
  }
}
