// A second reader of the running hall's journal, for threads that keep a hall of their own (the forecast). It never
// writes and holds no read transaction longer than a page, so that the writer's log can be folded back at any time.
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import { eventOf, type Row } from './chain.ts';
import { openToRead } from './database.ts';
import { foldJournal } from './fold.ts';
import { rowColumns } from './sqliteJournal.ts';

export interface JournalReader {
  /** The hall as committed now, verified from the last day close on (J2). */
  fold(): Hall;
  /** Committed events after `seq` in order, up to `upTo`. */
  events(seq: number, upTo?: number): Iterable<HallEvent>;
  /** Sequence of the last event before that moment; 0 when there is none. Time never goes back along the journal. */
  lastBefore(moment: number): number;
  /** Tickets issued after `seq`, up to `upTo`. */
  issuedBetween(seq: number, upTo: number): number;
  close(): void;
}

const page = 1_000;

/** Throws JournalRefused when the file is no journal of a form this program knows. */
export function readAlong(file: string): JournalReader {
  const db = openToRead(file);
  const after = db.prepare(`SELECT ${rowColumns} FROM events WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${page}`).raw();
  const head = db.prepare('SELECT max(seq) FROM events').pluck();
  const momentOf = db.prepare('SELECT at FROM events WHERE seq = ?').pluck();
  const issues = db.prepare(`SELECT count(*) FROM events WHERE seq > ? AND seq <= ? AND type = 'ticketIssued'`).pluck();
  return {
    fold: () => foldJournal(db).hall,
    *events(seq, upTo = Number.MAX_SAFE_INTEGER) {
      let last = seq;
      for (;;) {
        const rows = after.all(last, upTo) as Row[];
        for (const row of rows) yield eventOf(row);
        if (rows.length < page) return;
        last = rows.at(-1)?.[0] ?? last;
      }
    },
    lastBefore(moment) {
      let low = 0;
      let high = (head.get() as number | null) ?? 0;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((momentOf.get(middle) as number) < moment) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    issuedBetween: (seq, upTo) => issues.get(seq, upTo) as number,
    close: () => { db.close(); },
  };
}
