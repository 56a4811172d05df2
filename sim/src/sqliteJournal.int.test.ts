// SQLite on a real file keeps the same contract as the simulator's memory, down to the hash of the chain:
// what the simulation proves of one holds for the other.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '@hall/server/journal/database';
import type { Journal } from '@hall/server/journal/journal';
import { sqliteJournal } from '@hall/server/journal/sqliteJournal';
import { issued, journalContract, type JournalBench } from './journalContract.ts';
import { emptyDisk, memoryJournal } from './memoryJournal.ts';

function benchOnDisk(): JournalBench {
  const folder = mkdtempSync(join(tmpdir(), 'hall-journal-'));
  let journal: Journal | null = null;
  return {
    open() {
      journal?.close();
      return (journal = sqliteJournal(openDatabase(join(folder, 'journal.db'))));
    },
    dispose() {
      journal?.close();
      rmSync(folder, { recursive: true });
    },
  };
}

journalContract('the journal in SQLite', benchOnDisk);

test('J2 memory and SQLite write one and the same chain', () => {
  const bench = benchOnDisk();
  try {
    const both = [bench.open(), memoryJournal(emptyDisk({ chain: true }))];
    const heads = both.map((journal) => {
      for (const seq of [1, 2, 3]) journal.append(issued(seq, seq < 3 ? 1 : 2), 'h');
      journal.commit();
      return journal.head();
    });
    expect(heads[0]).toEqual(heads[1]);
  } finally {
    bench.dispose();
  }
});
