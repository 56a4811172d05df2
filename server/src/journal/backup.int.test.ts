// Backup while the hall works, and the way back: a new epoch, and no number of today ever again (J9).
import { copyFileSync, cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fullSnapshot } from '@hall/core/domain/snapshot';
import { expect, test } from 'vitest';
import { openHall } from '../hall/openHall.ts';
import { hourMs, issue, manager, numberOf, openTestHall, tenOClock, type TestHall } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { backUp } from './backup.ts';
import { openDatabase } from './database.ts';
import { folderAt } from './folder.ts';
import { restore } from './restore.ts';

const newBackup = (): string => join(tempFolder(), 'backup');
const issueSome = (hall: TestHall, queue: string, count: number): string[] =>
  hall.give(Array.from({ length: count }, () => issue(queue, { pressedAt: hall.clock.at }))).map(numberOf);
/** Opens the hall, issues, and closes it again; the numbers that came out. */
function numbersOfA(path: string, count: number, at = tenOClock): string[] {
  const hall = openTestHall(path, { at });
  const numbers = issueSome(hall, 'A', count);
  hall.close();
  return numbers;
}

test('given a hall at work, when it is backed up, then the copy is whole and ends at a commit', async () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  issueSome(hall, 'A', 3);
  const to = newBackup();
  const note = await backUp(path, to);
  expect(note).toEqual({ journalId: hall.hall.journalId, epoch: 1, ...hall.journal.head() });
  const truth = fullSnapshot(hall.hall);
  issueSome(hall, 'A', 2);
  hall.close();
  const copy = openHall(to, () => undefined);
  expect(fullSnapshot(copy.hall)).toBe(truth);
  copy.journal.close();
  copy.release();
});

test('given another process that never stops writing, when a large journal is backed up, then the backup still ends', async () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  for (let round = 0; round < 4; round += 1) for (const queue of 'ABCDEFGHJK') issueSome(hall, queue, 140);
  let writes = 0;
  const writer = setInterval(() => { issueSome(hall, 'R', 1); writes += 1; }, 0);
  try {
    const note = await backUp(path, newBackup());
    expect(note.seq).toBeGreaterThan(5_600);
  } finally {
    clearInterval(writer);
  }
  expect(writes).toBeLessThan(200);
  hall.close();
});

test('given a folder that is there, then no backup is written over it', async () => {
  const path = tempFolder();
  numbersOfA(path, 1);
  await expect(backUp(path, tempFolder())).rejects.toThrow('already exists');
  await expect(backUp(tempFolder(), newBackup())).rejects.toThrow('holds no hall');
});

test('J9: given a restore, then a new epoch begins and no number of today comes again', async () => {
  const path = tempFolder();
  const to = newBackup();
  expect(numbersOfA(path, 2)).toEqual(['A001', 'A002']);
  await backUp(path, to);
  expect(numbersOfA(path, 3)).toEqual(['A003', 'A004', 'A005']);
  const { head, replaced, replacedWasRead } = restore(to, path, tenOClock);
  expect([head.epoch, replacedWasRead, existsSync(join(replaced ?? '', 'journal.db'))]).toEqual([2, true, true]);
  const hall = openTestHall(path);
  expect(issueSome(hall, 'A', 2)).toEqual(['A600', 'A601']);
  expect(hall.hall.epoch).toBe(2);
  expect([...hall.hall.tickets.keys()].filter((id) => id.startsWith('2.'))).toHaveLength(2);
  hall.close();
});

test('J9: given the same backup restored again and again, also when the journal between cannot be read, then numbers still never repeat', async () => {
  const path = tempFolder();
  const to = newBackup();
  const all = numbersOfA(path, 2);
  await backUp(path, to);
  restore(to, path, tenOClock);
  all.push(...numbersOfA(path, 3));
  restore(to, path, tenOClock + 1);
  all.push(...numbersOfA(path, 3));
  writeFileSync(folderAt(path).journal, 'gone');
  writeFileSync(folderAt(path).head, 'gone');
  const { head, replacedWasRead } = restore(to, path, tenOClock + 2);
  expect(replacedWasRead).toBe(false);
  all.push(...numbersOfA(path, 3));
  expect(head.epoch).toBeGreaterThanOrEqual(3);
  // What the unreadable journal gave out cannot be known: its three numbers are the ones the restore warns of.
  expect(all.slice(0, 8)).toEqual(['A001', 'A002', 'A600', 'A601', 'A602', 'A603', 'A604', 'A605']);
  expect(new Set(all.slice(0, 5)).size + new Set(all.slice(8)).size).toBe(8);
  expect(all.slice(0, 5)).not.toEqual(expect.arrayContaining(all.slice(8)));
});

test('J9: given a backup older than the opening of today, then today goes on at the kept range', async () => {
  const path = tempFolder();
  const to = newBackup();
  const yesterday = openTestHall(path, { at: tenOClock - 24 * hourMs, dayOpen: false });
  yesterday.one(manager, 'openDay', { date: '2026-03-01' });
  issueSome(yesterday, 'A', 4);
  yesterday.one(manager, 'closeDay', { date: '2026-03-01' });
  yesterday.close();
  await backUp(path, to);
  expect(numbersOfA(path, 2)).toEqual(['A001', 'A002']);
  restore(to, path, tenOClock);
  expect(numbersOfA(path, 2)).toEqual(['A600', 'A601']);
  const hall = openTestHall(path);
  hall.one(manager, 'closeDay', { date: '2026-03-02' });
  hall.clock.at += 24 * hourMs;
  hall.one(manager, 'openDay', { date: '2026-03-03' });
  expect(issueSome(hall, 'A', 1)).toEqual(['A001']);
  hall.close();
});

test('J9/N3: given a restore after midnight during service, then the numbers of the open day never come again', async () => {
  const path = tempFolder();
  const to = newBackup();
  numbersOfA(path, 2);
  await backUp(path, to);
  numbersOfA(path, 3);
  const night = tenOClock + 15 * hourMs;
  restore(to, path, night);
  expect(numbersOfA(path, 2, night)).toEqual(['A600', 'A601']);
  restore(to, path, night + 1);
  expect(numbersOfA(path, 2, night + 1)).toEqual(['A602', 'A603']);
});

test('J9: given nothing left but a backup of an open day, then a new folder begins with it, and neither that day nor today repeats a number', async () => {
  const path = tempFolder();
  const to = newBackup();
  numbersOfA(path, 2);
  await backUp(path, to);
  const fresh = join(tempFolder(), 'data');
  const { replaced } = restore(to, fresh, tenOClock + 24 * hourMs);
  expect(replaced).toBeNull();
  const hall = openTestHall(fresh, { at: tenOClock + 24 * hourMs });
  // What the open day gave out after the backup nobody knows, so it goes on in its kept range; today has a kept range of its own.
  expect(issueSome(hall, 'A', 1)).toEqual(['A600']);
  hall.one(manager, 'closeDay', { date: '2026-03-02' });
  hall.one(manager, 'openDay', { date: '2026-03-03' });
  expect(issueSome(hall, 'A', 1)).toEqual(['A600']);
  hall.close();
});

test('J6/J9: given a command accepted before the backup, when it is sent again after the restore, then it is answered and does nothing more', async () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  const order = issue();
  const [first] = hall.give([order]);
  hall.close();
  const to = newBackup();
  await backUp(path, to);
  restore(to, path, tenOClock);
  const again = openTestHall(path);
  const before = again.hall.seq;
  expect(again.give([order])).toEqual([first]);
  expect(again.hall.seq).toBe(before);
  again.close();
});

test.each(['cut', 'rewritten', 'garbage', 'without hall.json', 'still open'])('J2: given a backup that is %s, then it is refused and the hall stays as it is', async (harm) => {
  const path = tempFolder();
  const to = newBackup();
  numbersOfA(path, 3);
  await backUp(path, to);
  const { journal, hall } = folderAt(to);
  if (harm === 'garbage') writeFileSync(journal, 'no journal');
  if (harm === 'without hall.json') rmSync(hall);
  const db = harm === 'garbage' || harm === 'without hall.json' ? null : openDatabase(journal);
  db?.exec('DROP TRIGGER events_never_change; DROP TRIGGER events_never_go;');
  if (harm === 'cut') db?.exec('DELETE FROM events WHERE seq > 4');
  if (harm === 'rewritten') db?.exec(`UPDATE events SET place = 'K7' WHERE seq = 4`);
  if (harm !== 'still open') db?.close();
  const files = readdirSync(path).sort();
  expect(() => restore(to, path, tenOClock)).toThrow(/not the|older|changed|not a backup|cannot be opened/);
  expect(readdirSync(path).sort()).toEqual(files);
  if (harm === 'still open') db?.close();
  expect(numbersOfA(path, 1)).toEqual(['A004']);
});

test('J8: given a restore that was broken off at any moment, then no new hall is begun, and the restore can be done again', async () => {
  const path = tempFolder();
  const to = newBackup();
  numbersOfA(path, 2);
  await backUp(path, to);
  numbersOfA(path, 1);
  for (const moved of [['journal'], ['journal', 'head'], ['journal', 'head', 'hall']] as const) {
    const broken = tempFolder();
    cpSync(path, broken, { recursive: true });
    const aside = join(broken, 'replaced-2026-03-01T02-00-00.000Z');
    cpSync(path, aside, { recursive: true });
    for (const which of moved) rmSync(folderAt(broken)[which]);
    expect(() => openHall(broken, () => undefined)).toThrow('is missing');
    restore(to, broken, tenOClock);
    expect(numbersOfA(broken, 1)).toEqual(['A600']);
  }
});

test('J9: given a damaged hall whose epoch is only noted in its head, then the restore begins a newer one', async () => {
  const path = tempFolder();
  const to = newBackup();
  numbersOfA(path, 1);
  await backUp(path, to);
  restore(to, path, tenOClock);
  restore(to, path, tenOClock + 1);
  writeFileSync(folderAt(path).journal, 'gone');
  expect(restore(to, path, tenOClock + 2).head.epoch).toBe(4);
  copyFileSync(folderAt(to).journal, folderAt(path).journal);
  expect(() => openHall(path, () => undefined)).toThrow('older than it should be');
});
