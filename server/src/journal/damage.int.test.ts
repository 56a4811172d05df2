// Damage of every kind to a journal at rest: a start finds it, names it, and changes nothing (J2, J8).
import { copyFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '@hall/core/base/random';
import { fullSnapshot } from '@hall/core/domain/snapshot';
import { expect, test } from 'vitest';
import { openHall } from '../hall/openHall.ts';
import { counter, hourMs, issue, manager, openTestHall, tenOClock } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { chained, type Row } from './chain.ts';
import { openDatabase, type Connection } from './database.ts';
import { folderAt } from './folder.ts';
import { JournalRefused } from './journalRefused.ts';
import { verifyWhole } from './verify.ts';

const columns = ['seq', 'day', 'at', 'role', 'place', 'clerk_id', 'command_id', 'command_hash', 'part', 'type', 'v', 'data', 'facts', 'hash'];

/** One day with a bit of everything, made once; tests copy it. */
const original = tempFolder();
const whole = openTestHall(original);
whole.give(['A', 'A', 'B'].map((queue) => issue(queue)));
whole.one(counter('1'), 'signIn', { counterId: '1', clerkId: '1001' });
whole.one(counter('1'), 'openCounter', { counterId: '1' });
whole.one(counter('1'), 'callNext', { counterId: '1' });
const newest = whole.hall.seq;
const truth = fullSnapshot(whole.hall);
whole.close();

function copyOf(folder: string, { head = true } = {}): string {
  const path = tempFolder();
  for (const name of ['journal.db', 'hall.json', ...(head ? ['head.json'] : [])]) copyFileSync(join(folder, name), join(path, name));
  return path;
}

/** Does to the journal what no program of ours does. */
function tamper(path: string, harm: (db: Connection) => void): void {
  const db = openDatabase(folderAt(path).journal);
  db.exec('DROP TRIGGER events_never_change; DROP TRIGGER events_never_go;');
  harm(db);
  db.close();
}

/** One sign more or another one; JSON stays JSON, because an index reads it. */
function changed(value: string | number | null, column: string): string | number {
  // Far enough to meet no other part of the same order: an index would refuse that before the chain is asked.
  if (typeof value === 'number') return value + 1_000;
  if (value === null || column === 'data') return `${value ?? 'x'} `;
  return `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;
}

function refusalOf(path: string): string {
  try {
    const opened = openHall(path, () => undefined);
    opened.journal.close();
    opened.release();
    return 'was opened';
  } catch (error) {
    if (error instanceof JournalRefused) return error.message;
    throw error;
  }
}

test('given the journal as it was left, then it opens and tells the same', () => {
  const opened = openHall(copyOf(original), () => undefined);
  expect(fullSnapshot(opened.hall)).toBe(truth);
  opened.journal.close();
  opened.release();
});

test.each(columns.slice(1))('J2: given one sign changed in %s of any row, then the start is refused and names the event', (column) => {
  for (let seq = 1; seq <= newest; seq += 1) {
    const path = copyOf(original);
    tamper(path, (db) => {
      const { value } = db.prepare(`SELECT ${column} AS value FROM events WHERE seq = ?`).get(seq) as { value: string | number | null };
      db.prepare(`UPDATE events SET ${column} = ? WHERE seq = ?`).run(changed(value, column), seq);
    });
    expect(refusalOf(path)).toContain(`Event ${seq} of the journal was changed`);
  }
});

test('J2: given a row missing in the middle, then the start is refused and names it', () => {
  const path = copyOf(original);
  tamper(path, (db) => db.exec('DELETE FROM events WHERE seq = 4'));
  expect(refusalOf(path)).toContain('lacks event 4');
});

test('J2: given a row moved to another place, then the start is refused', () => {
  const path = copyOf(original);
  tamper(path, (db) => db.exec(`UPDATE events SET seq = 900 WHERE seq = 5; UPDATE events SET seq = 5 WHERE seq = 6; UPDATE events SET seq = 6 WHERE seq = 900;`));
  expect(refusalOf(path)).toContain('Event 5 of the journal was changed');
});

test('J2: given the last rows deleted, then the head kept outside tells, and the start is refused', () => {
  const path = copyOf(original);
  tamper(path, (db) => db.prepare('DELETE FROM events WHERE seq > ?').run(newest - 2));
  expect(refusalOf(path)).toContain(`ends at event ${newest - 2}, but event ${newest} was already written`);
});

test('J2: given the last row rewritten with a chain of its own, then the head kept outside tells', () => {
  const path = copyOf(original);
  tamper(path, (db) => {
    const [before, last] = db.prepare(`SELECT * FROM events WHERE seq >= ? ORDER BY seq`).raw().all(newest - 1) as [Row, Row];
    const forged = [...last];
    forged[11] = String(last[11]).replace('A001', 'A002');
    const row = forged.slice(0, 13) as unknown as Row;
    db.prepare('UPDATE events SET data = ?, hash = ? WHERE seq = ?').run(row[11], chained(String([...before].at(-1)), row), newest);
  });
  expect(refusalOf(path)).toContain(`Event ${newest} is not the one that was written`);
});

test('J8: given the whole journal removed beside its head, then no new one is begun', () => {
  const path = copyOf(original);
  rmSync(folderAt(path).journal);
  expect(refusalOf(path)).toContain('is missing');
  expect(() => statSync(folderAt(path).journal)).toThrow('ENOENT');
});

test('J8: given the whole journal emptied beside its head, then no new one is begun', () => {
  const path = copyOf(original);
  truncateSync(folderAt(path).journal, 0);
  expect(refusalOf(path)).toContain('ends at event 0');
});

/** True when the start is refused; a hall that opens must tell exactly the truth. */
function isRefusedOrTrue(path: string, harm: string): boolean {
  if (refusalOf(path) !== 'was opened') return true;
  const opened = openHall(path, () => undefined);
  expect(fullSnapshot(opened.hall), harm).toBe(truth);
  opened.journal.close();
  opened.release();
  return false;
}

test('J2: given 120 single bits flipped anywhere in the file, then each start is refused or tells exactly the truth', () => {
  const random = seededRandom(20260302);
  const bytes = readFileSync(folderAt(original).journal);
  let refused = 0;
  for (let round = 0; round < 120; round += 1) {
    const path = copyOf(original);
    const harmed = Buffer.from(bytes);
    const place = random.below(harmed.length);
    harmed[place] = (harmed[place] ?? 0) ^ (1 << random.below(8));
    writeFileSync(folderAt(path).journal, harmed);
    if (isRefusedOrTrue(path, `bit at ${place}`)) refused += 1;
  }
  expect(refused).toBeGreaterThan(0);
});

test.each([0.2, 0.5, 0.9, 0.999])('J2: given the file cut to %d of its length, then the start is refused or tells exactly the truth', (share) => {
  const path = copyOf(original);
  const { journal } = folderAt(path);
  truncateSync(journal, Math.floor(statSync(journal).size * share));
  // Only the unused end of the last page can be missing without harm.
  expect(isRefusedOrTrue(path, `cut to ${share}`) || share > 0.99).toBe(true);
});

test('J2: given damage before the last day close, then the check of the whole journal finds it', async () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  hall.give([issue(), issue()]);
  hall.one(manager, 'closeDay', { date: '2026-03-02' });
  hall.clock.at = tenOClock + 24 * hourMs;
  hall.one(manager, 'openDay', { date: '2026-03-03' });
  hall.give([issue()]);
  hall.close();
  const { journal } = folderAt(path);
  expect(await verifyWhole(journal)).toMatchObject({ ok: true });
  tamper(path, (db) => db.exec(`UPDATE events SET place = 'K9' WHERE seq = 4`));
  expect(await verifyWhole(journal)).toMatchObject({ ok: false, message: expect.stringContaining('Event 4 ') as string });
});

test('J2: given a changed snapshot of a day close, then the start is refused rather than going on from it', async () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  hall.give([issue(), issue()]);
  hall.one(manager, 'closeDay', { date: '2026-03-02' });
  hall.close();
  tamper(path, (db) => db.exec(`UPDATE snapshots SET text = replace(text, '["A",3]', '["A",2]')`));
  expect(refusalOf(path)).toContain('anchor');
  expect(await verifyWhole(folderAt(path).journal)).toMatchObject({ ok: false });
});

test('J2: given an index that no longer agrees with the rows, then the check of the whole journal finds it', async () => {
  const path = copyOf(original);
  tamper(path, (db) => {
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    // The index goes on in its old content for rows that are no longer what it says.
    db.exec(`UPDATE sqlite_schema SET sql = replace(sql, '(command_id, part)', '(command_hash, part)') WHERE name = 'command_once'`);
  });
  expect(await verifyWhole(folderAt(path).journal)).toMatchObject({ ok: false });
});
