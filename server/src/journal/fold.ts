// From the journal's file to the hall: newest snapshot, then every event after it, verified while folded (J2, J7, J8).
import Database from 'better-sqlite3';
import type { HallEvent } from '@hall/core/domain/events';
import { evolve } from '@hall/core/domain/evolve';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import { hallFromSnapshot } from '@hall/core/domain/snapshot';
import { anchored, chained, eventOf, type Row } from './chain.ts';
import type { Connection } from './database.ts';
import { emptyHead, type Head } from './journal.ts';
import { JournalRefused } from './journalRefused.ts';
import { rowColumns } from './sqliteJournal.ts';

/**
 * The hall as the journal tells it. With `whole`, from the first event; else from the last day close.
 * `each` sees every event that was folded. Throws JournalRefused at the first row that does not verify.
 */
export function foldJournal(db: Connection, { whole = false, each = (_event: HallEvent): void => undefined } = {}): { hall: Hall; head: Head } {
  try {
    if (whole) checkFile(db);
    const anchor = anchorOf(db);
    return foldFrom(db, whole ? null : anchor, each);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    throw new JournalRefused(`The journal cannot be read: ${error.message}. ${whatToDo}`);
  }
}

function foldFrom(db: Connection, anchor: Anchor | null, each: (event: HallEvent) => void): { hall: Hall; head: Head } {
  const hall = anchor?.hall ?? emptyHall();
  let { seq, hash } = anchor?.head ?? emptyHead;
  const rows = db.prepare(`SELECT ${rowColumns}, hash FROM events WHERE seq > ? ORDER BY seq`).raw();
  for (const stored of rows.iterate(seq) as IterableIterator<[...Row, hash: string]>) {
    const claimed = stored.pop() as string;
    const row = stored as unknown as Row;
    if (row[0] !== seq + 1) throw new JournalRefused(`The journal lacks event ${seq + 1}. ${whatToDo}`);
    seq = row[0];
    hash = chained(hash, row);
    if (hash !== claimed) throw new JournalRefused(`Event ${seq} of the journal was changed or damaged: its hash does not match. ${whatToDo}`);
    const event = eventOf(row);
    evolve(hall, event);
    each(event);
  }
  return { hall, head: { seq, hash } };
}

/** The chain covers the rows; this covers the indexes that hold N1 and J6. */
function checkFile(db: Connection): void {
  const found = db.pragma('integrity_check(1)', { simple: true });
  if (found !== 'ok') throw new JournalRefused(`The journal's file is damaged: ${String(found)}. ${whatToDo}`);
}

export const whatToDo = 'The hall was not started and nothing was changed. Keep this data folder as it is and restore the newest backup with `hall restore`.';

interface Anchor { readonly hall: Hall; readonly head: Head }

/** The last day close, if its snapshot fits the journal; one of another format is passed over: events say the same. */
function anchorOf(db: Connection): Anchor | null {
  const snapshots = db.prepare(`SELECT s.seq, s.hash, s.text, e.hash AS event_hash FROM snapshots s LEFT JOIN events e ON e.seq = s.seq ORDER BY s.seq DESC LIMIT 1`);
  const stored = snapshots.get() as { seq: number; hash: string; text: string; event_hash: string | null } | undefined;
  if (stored === undefined) return null;
  if (stored.event_hash === null || stored.hash !== anchored(stored.event_hash, stored.text)) throw new JournalRefused(`The anchor at event ${stored.seq} does not match the journal. ${whatToDo}`);
  const hall = readSnapshot(stored.text);
  return hall?.seq === stored.seq ? { hall, head: { seq: stored.seq, hash: stored.event_hash } } : null;
}

function readSnapshot(text: string): Hall | null {
  try {
    return hallFromSnapshot(text);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
