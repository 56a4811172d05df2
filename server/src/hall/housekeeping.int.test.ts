// What the hall does by itself, on a real folder: the day by the clock, the head noted outside, the nightly check.
import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { dateAfter } from '@hall/core/domain/rules/noShows';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { readOutsideHead } from '../journal/folder.ts';
import { hourMs, issue, manager, openTestHall, tenOClock, type TestHall } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import type { Visitors } from '../visitors/visitors.ts';
import { openVisitors } from '../visitors/sqliteVisitors.ts';
import { keepHouse, orderAs, visitorsKeptDays, type Housekeeping } from './housekeeping.ts';

async function kept(hall: TestHall): Promise<{ house: Housekeeping; visitors: Visitors; logged: string[] }> {
  hall.runAlone();
  const logged: string[] = [];
  const log = pino({ level: 'error' }, { write: (line) => { logged.push(line); } });
  const visitors = openVisitors(hall.folder, () => undefined);
  return { visitors, house: await keepHouse({ keeper: hall.keeper, journal: hall.journal, folder: hall.folder, visitors, now: () => hall.clock.at, log }), logged };
}

test('N3: given a new hall, when it starts, then its day is open; given a start on the next morning, then yesterday is closed first', async () => {
  const path = tempFolder();
  const hall = openTestHall(path, { dayOpen: false });
  const { house } = await kept(hall);
  expect(hall.hall.day).toMatchObject({ date: '2026-03-02', closedAt: null });
  house.stop();
  hall.close();
  const again = openTestHall(path, { at: tenOClock + 24 * hourMs });
  const { house: next } = await kept(again);
  expect(again.hall.day).toMatchObject({ date: '2026-03-03', closedAt: null });
  expect([...again.journal.eventsAfter(0)].map(({ type }) => type).filter((type) => type.startsWith('day'))).toEqual(['dayOpened', 'dayClosed', 'dayOpened']);
  next.stop();
  again.close();
});

test('J2: given a day that closes, then the head is noted outside and the whole journal is verified', async () => {
  const hall = openTestHall(tempFolder());
  hall.give([issue(), issue()]);
  const { house, logged } = await kept(hall);
  await orderAs('clock', { keeper: hall.keeper, now: () => hall.clock.at }, 'closeDay', { date: '2026-03-02' as never });
  expect(readOutsideHead(hall.folder)).toEqual({ journalId: hall.hall.journalId, epoch: 1, ...hall.journal.head() });
  while (house.verified() === null) await sleep(10);
  expect(house.verified()).toMatchObject({ ok: true, message: `${hall.hall.seq} events verified` });
  expect(logged).toEqual([]);
  house.stop();
  hall.close();
});

test('J2: given a head that cannot be noted, then the hall goes on and says so in its log', async () => {
  const hall = openTestHall(tempFolder());
  const { house, logged } = await kept(hall);
  mkdirSync(hall.folder.head);
  const answered = new Promise<boolean>((resolve) => {
    hall.keeper.order(manager, { id: crypto.randomUUID(), pressedAt: tenOClock, type: 'closeDay', data: { date: '2026-03-02' } } as never, ({ ok }) => resolve(ok));
  });
  expect(await answered).toBe(true);
  while (house.verified() === null) await sleep(10);
  house.stop();
  expect(logged.filter((line) => line.includes('head could not be noted'))).toHaveLength(2);
  rmSync(hall.folder.head, { recursive: true });
  hall.close();
});

test('V1: given visitors whose last day lies more than thirty days back, then the day close forgets them, and so does a start after a long pause', async () => {
  const hall = openTestHall(tempFolder());
  const { house, visitors, logged } = await kept(hall);
  const today = '2026-03-02';
  const cameOn = (daysAgo: number) => visitors.recognise({ name: '张三', phone: `1380000${1000 + daysAgo}`, idNumber: null }, dateAfter(today, -daysAgo), `order ${daysAgo}`).visitorId;
  const ids = [visitorsKeptDays + 1, visitorsKeptDays, 0].map(cameOn);
  const known = (): boolean[] => ids.map((id) => visitors.full(id) !== null);
  await orderAs('clock', { keeper: hall.keeper, now: () => hall.clock.at }, 'closeDay', { date: today as never });
  expect(known()).toEqual([false, true, true]);
  while (house.verified() === null) await sleep(10);
  house.stop();
  // Shut for a day: the next morning opens a day by itself.
  hall.clock.at += 24 * hourMs;
  const { house: next } = await kept(hall);
  expect(known()).toEqual([false, false, true]);
  next.stop();
  expect(logged).toEqual([]);
  hall.close();
});

test('V1: given visitors that cannot be forgotten now, then the day closes all the same and the log says so', async () => {
  const hall = openTestHall(tempFolder());
  const { house, visitors, logged } = await kept(hall);
  visitors.close();
  await orderAs('clock', { keeper: hall.keeper, now: () => hall.clock.at }, 'closeDay', { date: '2026-03-02' as never });
  expect(hall.hall.day?.closedAt).not.toBeNull();
  expect(logged.filter((line) => line.includes('could not be forgotten'))).toHaveLength(1);
  while (house.verified() === null) await sleep(10);
  house.stop();
  hall.close();
});

test('given an order of the hall itself that is refused, then it is our own mistake and rejects', async () => {
  const hall = openTestHall(tempFolder());
  hall.runAlone();
  await expect(orderAs('install', { keeper: hall.keeper, now: () => tenOClock }, 'openJournal', { hallId: crypto.randomUUID(), journalId: crypto.randomUUID() })).rejects.toThrow('journalAlreadyOpen');
  hall.close();
});
