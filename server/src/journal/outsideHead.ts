// The head kept outside against the journal itself (J2): a chain that is whole can still be too short, or another one.
import type { Hall } from '@hall/core/domain/hall';
import type { Connection } from './database.ts';
import { whatToDo } from './fold.ts';
import type { OutsideHead } from './folder.ts';
import { JournalRefused } from './journalRefused.ts';

/** Throws JournalRefused unless the journal holds the event that was noted outside. `hall` is the fold of that journal. */
export function checkOutsideHead(db: Connection, { journalId, epoch, seq }: Pick<Hall, 'journalId' | 'epoch' | 'seq'>, outside: OutsideHead | null): void {
  if (outside === null) return;
  if (seq > 0 && outside.journalId !== journalId) throw new JournalRefused(`The journal is not the one this hall used last. ${whatToDo}`);
  // A restore notes its own head; what was noted before an older epoch ended says nothing about this one.
  if (outside.epoch < epoch) return;
  if (outside.epoch > epoch || outside.seq > seq) {
    throw new JournalRefused(`The journal ends at event ${seq}, but event ${outside.seq} was already written: it is older than it should be. ${whatToDo}`);
  }
  const hash = db.prepare('SELECT hash FROM events WHERE seq = ?').pluck().get(outside.seq);
  if (outside.seq > 0 && hash !== outside.hash) throw new JournalRefused(`Event ${outside.seq} is not the one that was written: the journal was rewritten. ${whatToDo}`);
}
