// An order to erase is carried out once it is durable, and finished at the next start whatever came between: on a real hall and a
// real store in one folder. All people here are made up.
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BusinessDay, VisitorId } from '@hall/core/domain/ids';
import type { Plan } from '@hall/core/domain/plan';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { keepHouse, type Housekeeping } from '../hall/housekeeping.ts';
import { backUp } from '../journal/backup.ts';
import { folderAt } from '../journal/folder.ts';
import { restore } from '../journal/restore.ts';
import { dayOne, dayTwo, hourMs, manager, openTestHall, tenOClock, type TestHall } from '../testing/testHall.ts';
import { quickPlan } from '../testing/testPlan.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { openVisitors } from './sqliteVisitors.ts';
import type { Visitors } from './visitors.ts';

const zhang = { name: '张三丰年', phone: '13800001234', idNumber: '110000199001010000' };
const come = (visitors: Visitors, day: string = dayOne, orderId = 'one'): VisitorId => visitors.recognise(zhang, day as BusinessDay, orderId).visitorId;
const found = (visitors: Visitors): number => visitors.find(zhang.phone).length;
const eraseHim = (hall: TestHall, visitorId: VisitorId): boolean => hall.one(manager, 'eraseVisitor', { visitorId, reasonId: 'asked' }).ok;

interface Kept { readonly hall: TestHall; readonly visitors: Visitors; readonly logged: string[]; readonly house: Housekeeping; close(): void }
/** A hall with everything a start does. */
async function kept(path: string, options: Parameters<typeof openTestHall>[1] = {}): Promise<Kept> {
  const hall = openTestHall(path, options);
  const logged: string[] = [];
  const visitors = openVisitors(hall.folder, (_facts, what) => logged.push(what));
  const house = await keepHouse({ keeper: hall.keeper, journal: hall.journal, folder: hall.folder, visitors, now: () => hall.clock.at, log: pino({ level: 'warn' }, { write: (line) => { logged.push(line); } }) });
  return { hall, visitors, logged, house, close() { house.stop(); hall.close(); visitors.close(); } };
}

test('V1 given an order to erase somebody, then he is forgotten before the next order is carried out, and a second one is refused', async () => {
  const { hall, visitors, logged, close } = await kept(tempFolder());
  const id = come(visitors);
  expect([eraseHim(hall, id), found(visitors), visitors.full(id), eraseHim(hall, id)]).toEqual([true, 0, null, false]);
  expect(logged).toEqual([]);
  close();
});

test('V1 given a crash between the event and the erasing, then the next start erases; the one after finds nothing to do', async () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  const visitors = openVisitors(hall.folder, () => undefined);
  const id = come(visitors);
  const { kept: note } = visitors.texts.keep('材料不齐', { orderId: 'note', day: dayOne as BusinessDay, visitorId: id });
  // Nobody listens to what is committed: as if the process had died right behind the commit.
  expect([eraseHim(hall, id), visitors.full(id)]).toEqual([true, zhang]);
  hall.die();
  visitors.close();
  const again = await kept(path);
  expect([again.visitors.full(id), found(again.visitors), again.visitors.texts.words(note.ref)]).toEqual([null, 0, null]);
  expect(again.logged).toEqual([expect.stringContaining('had been broken off')]);
  again.close();
  const third = await kept(path);
  expect(third.logged).toEqual([]);
  third.close();
});

test('V1 given a day that is over and erased by order, also when a crash came between, then it is forgotten; who tells something on it after it was opened again is not', async () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  const visitors = openVisitors(hall.folder, () => undefined);
  const id = come(visitors);
  hall.one(manager, 'closeDay', { date: dayOne });
  expect(hall.one(manager, 'eraseVisitorsOfDay', { date: dayOne, reasonId: 'incident' }).ok).toBe(true);
  hall.die();
  visitors.close();
  const again = await kept(path, { dayOpen: false });
  expect([again.visitors.full(id), existsSync(join(folderAt(path).keys, `${dayOne}.key`)), again.logged.length]).toEqual([null, false, 1]);
  again.hall.one(manager, 'openDay', { date: dayOne });
  const later = come(again.visitors, dayOne, 'two');
  again.close();
  const third = await kept(path);
  expect([third.visitors.full(later), third.logged]).toEqual([zhang, []]);
  third.close();
});

test('V1 given the day that is open, then the order is refused and nobody is forgotten', async () => {
  const { hall, visitors, close } = await kept(tempFolder());
  const id = come(visitors);
  expect(hall.one(manager, 'eraseVisitorsOfDay', { date: dayOne, reasonId: 'asked' })).toMatchObject({ ok: false, refusal: { code: 'dayNotOver' } });
  expect(visitors.full(id)).toEqual(zhang);
  close();
});

test('V1 given a store that cannot be written at that moment, then the order stands, the log says so without naming anybody, and the next start erases', async () => {
  const path = tempFolder();
  const { hall, visitors, logged, house } = await kept(path);
  const id = come(visitors);
  visitors.close();
  expect(eraseHim(hall, id)).toBe(true);
  expect(logged.filter((line) => line.includes('could not be erased'))).toHaveLength(1);
  expect(logged.join()).not.toContain(id);
  house.stop();
  hall.close();
  const again = await kept(path);
  expect(again.visitors.full(id)).toBeNull();
  again.close();
});

test('V1 given a backup from before, when it is restored, then an erased person stays erased: the backup has neither him nor a key', async () => {
  const path = tempFolder();
  const first = await kept(path);
  const id = come(first.visitors);
  const backup = join(tempFolder(), 'backup');
  await backUp(path, backup);
  eraseHim(first.hall, id);
  first.close();
  restore(backup, path, tenOClock + hourMs);
  const { visitors, close } = await kept(path, { at: tenOClock + hourMs });
  expect([visitors.full(id), found(visitors)]).toEqual([null, 0]);
  close();
});

test('V1 given a backup from before and an older copy of the store beside it, when both are put back, then he is not found again', async () => {
  const path = tempFolder();
  const first = await kept(path);
  const id = come(first.visitors);
  first.close();
  const [backup, copy] = [join(tempFolder(), 'backup'), join(tempFolder(), 'copy.db')];
  await backUp(path, backup);
  copyFileSync(folderAt(path).visitors, copy);
  const second = await kept(path);
  expect(second.visitors.full(id)).toEqual(zhang);
  eraseHim(second.hall, id);
  second.close();
  restore(backup, path, tenOClock + hourMs);
  for (const end of ['', '-wal', '-shm']) rmSync(`${folderAt(path).visitors}${end}`, { force: true });
  copyFileSync(copy, folderAt(path).visitors);
  const { hall, visitors, logged, close } = await kept(path, { at: tenOClock + hourMs });
  expect([hall.hall.staff.erased.size, visitors.full(id), found(visitors)]).toEqual([0, null, 0]);
  expect(logged.join()).toContain('erased once more');
  close();
});

test('V1 given an older copy of the store beside the present journal, without what lies beside the keys, then the journal alone keeps him erased', async () => {
  const path = tempFolder();
  const first = await kept(path);
  const id = come(first.visitors);
  first.close();
  const copy = join(tempFolder(), 'copy.db');
  copyFileSync(folderAt(path).visitors, copy);
  const second = await kept(path);
  eraseHim(second.hall, id);
  second.close();
  copyFileSync(copy, folderAt(path).visitors);
  const list = join(folderAt(path).keys, 'erased.txt');
  expect(readFileSync(list, 'utf8')).toContain(id);
  rmSync(list);
  const { visitors, close } = await kept(path);
  expect(visitors.full(id)).toBeNull();
  close();
});

test('V1 given a plan that keeps visitors for three days, then the day close forgets those of the fourth day back', async () => {
  const plan = quickPlan();
  const short: Plan = { ...plan, staff: { security: { ...(plan.staff as NonNullable<Plan['staff']>).security, visitorsKeptDays: 3 } } };
  const { hall, visitors, close } = await kept(tempFolder(), { plan: short });
  const ids = ['2026-02-26', '2026-02-27', dayOne].map((day, nth) => visitors.recognise({ ...zhang, phone: `1380000900${nth}`, idNumber: null }, day as BusinessDay, `order ${nth}`).visitorId);
  hall.one(manager, 'closeDay', { date: dayOne });
  expect(ids.map((id) => visitors.full(id) !== null)).toEqual([false, true, true]);
  expect(hall.one(manager, 'openDay', { date: dayTwo }).ok).toBe(true);
  close();
});
