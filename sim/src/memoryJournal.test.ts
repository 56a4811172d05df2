// The simulator's journal keeps the contract, and writes the very chain that SQLite writes (see sqliteJournal.int.test.ts).
import { expect, test } from 'vitest';
import { fullSnapshot } from '@hall/core/domain/snapshot';
import { journalContract, issued } from './journalContract.ts';
import { emptyDisk, foldDisk, memoryJournal } from './memoryJournal.ts';

journalContract('the memory journal', () => {
  const disk = emptyDisk({ chain: true });
  return { open: () => memoryJournal(disk), dispose: () => undefined };
});

test('J2 every event changes the hash of the chain', () => {
  const journal = memoryJournal(emptyDisk({ chain: true }));
  const hashes = [1, 2, 3].map((seq) => {
    journal.append(issued(seq, seq), 'h');
    return journal.head().hash;
  });
  expect(new Set(hashes).size).toBe(3);
});

test('J7 folding the disk gives the same hall every time and shares nothing with it', () => {
  const disk = emptyDisk();
  const journal = memoryJournal(disk);
  journal.append(issued(1, 1), 'h');
  journal.commit();
  const hall = foldDisk(disk);
  expect(fullSnapshot(foldDisk(disk, { whole: true }))).toBe(fullSnapshot(hall));
  expect([...foldDisk(disk).tickets.values()][0]).not.toBe([...hall.tickets.values()][0]);
});
