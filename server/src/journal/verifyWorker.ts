// Checks the whole journal on a thread of its own, so that the keeper never waits for it (J2).
import { parentPort, workerData } from 'node:worker_threads';
import { openToRead } from './database.ts';
import { foldJournal } from './fold.ts';
import { JournalRefused } from './journalRefused.ts';

const { file } = workerData as { file: string };
try {
  const db = openToRead(file);
  try {
    const { head } = foldJournal(db, { whole: true });
    parentPort?.postMessage({ ok: true, message: `${head.seq} events verified` });
  } finally {
    db.close();
  }
} catch (error) {
  if (!(error instanceof JournalRefused)) throw error;
  parentPort?.postMessage({ ok: false, message: error.message });
}
