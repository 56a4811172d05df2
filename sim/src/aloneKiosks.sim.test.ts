// Eight hours without the server: two kiosks go on from lent numbers, pages are reloaded, and the server that comes back was
// restored from a backup in between. Real links, real keeper, real rules; the disk of a kiosk is a variable.
import { expect, test } from 'vitest';
import { seededRandom } from '@hall/core/base/random';
import { uuidV7 } from '@hall/core/base/uuid';
import type { CommandId, QueueId, ServiceId } from '@hall/core/domain/ids';
import { plainTicket } from '@hall/core/domain/commands';
import type { MergeConflict } from '@hall/core/domain/lease';
import { createAloneKiosk, type AloneKiosk } from '@hall/client/alone/aloneKiosk';
import type { AloneDisk } from '@hall/client/alone/aloneDisk';
import { freshMemory, type AloneMemory } from '@hall/client/alone/aloneMemory';
import { fullDay } from './fullDay.ts';
import { emptyDisk } from './memoryJournal.ts';
import { createFakeNet } from './net/fakeNet.ts';
import { backupPoints, restoreDisk } from './restoreDisk.ts';
import { openScreen, type Screen } from './screens.ts';
import { seededIds } from './seededIds.ts';
import { createSimServer } from './simServer.ts';
import { createVirtualClock } from './virtualClock.ts';

const hour = 3_600_000;
const watch = { folded: () => undefined, beforeTurn: () => undefined, afterTurn: () => undefined, started: () => undefined };

interface Kiosk { readonly screen: Screen; alone: AloneKiosk | null; memory: AloneMemory }

async function eightHoursAlone(seed: number) {
  const { plan, people, start } = fullDay();
  const random = seededRandom(seed);
  const clock = createVirtualClock(start);
  const disk = emptyDisk();
  const ids = seededIds(random, clock.now);
  const net = createFakeNet({ clock, random, delivered: () => undefined });
  const serve = (): ReturnType<typeof createSimServer> => createSimServer({ clock, random, net, disk, plan: { ...plan, kiosksAlone: 2 }, people, ids, recentEvents: 4_096, clockEveryMs: 5_000, watch });
  let server = serve();
  const kiosks: Kiosk[] = ['K1', 'K2'].map((place, nth) => ({
    screen: openScreen('kiosk', place, { clock, random, net, ids, opened: () => () => undefined }), alone: null, memory: freshMemory(`0000000${nth}-0000-4000-8000-000000000000`),
  }));
  /** A page begins with what the disk holds, and nothing else. */
  async function openPage(kiosk: Kiosk): Promise<void> {
    kiosk.alone?.stop();
    const { link } = kiosk.screen;
    const disk: AloneDisk = { read: () => Promise.resolve({ memory: kiosk.memory, plan: null }), keep: (memory) => { kiosk.memory = memory; return Promise.resolve(); }, keepPlan: () => Promise.resolve() };
    kiosk.alone = await createAloneKiosk({ link, disk, timeZone: () => plan.timeZone, freshId: (now) => uuidV7(Math.max(0, now), crypto.getRandomValues(new Uint8Array(10))) as CommandId, newStoreId: () => { throw new Error('another hall'); }, warn: (error) => { throw error; } });
  }
  async function pass(ms: number): Promise<void> {
    const until = clock.now() + ms;
    while (clock.now() < until && clock.step()) await new Promise((next) => { setImmediate(next); });
  }
  server.start();
  for (const kiosk of kiosks) await openPage(kiosk);
  await pass(60_000);

  /** Numbers on paper, in the order they were given. */
  const paper: { number: string; queueId: QueueId; at: number }[] = [];
  async function online(count: number): Promise<void> {
    for (let nth = 0; nth < count; nth += 1) {
      const service = random.pick(plan.services.filter(({ hoursId, quota }) => hoursId === null || quota.daily === null));
      random.pick(kiosks).screen.order('issueTicket', plainTicket(service.id), (answer) => {
        const [event] = answer.ok ? answer.events : [];
        if (event?.type === 'ticketIssued') paper.push({ number: event.data.number, queueId: event.data.queueId, at: clock.now() });
      });
      await pass(2_000);
    }
  }
  await online(30);
  const backup = backupPoints(disk).at(-1) ?? 0;
  await online(15);
  const onlineBefore = paper.length;

  net.serverDied(true);
  server.crash(true);
  await pass(10_000);
  let refused = 0;
  for (let nth = 0; nth < 300; nth += 1) {
    await pass((8 * hour) / 300);
    const kiosk = random.pick(kiosks);
    if (random.chance(0.05)) await openPage(kiosk);
    const service = random.pick(plan.services);
    const given = await kiosk.alone?.give(service.queueId, [service.id] as [ServiceId]);
    if (given?.ok === true) paper.push({ number: given.ticket.number, queueId: service.queueId, at: clock.now() });
    else refused += 1;
  }
  const givenAlone = paper.length - onlineBefore;
  restoreDisk(disk, { upTo: backup, readable: false, ids, now: clock.now() });
  server = serve();
  server.start();
  const backAt = clock.now();
  while (kiosks.some(({ alone }) => (alone?.untold ?? 0) > 0) && clock.now() - backAt < 120_000) await pass(500);
  const mergedMs = clock.now() - backAt;
  await online(10);
  return { disk, paper, givenAlone, refused, mergedMs, conflicts: server.hall?.staff.mergeConflicts as readonly MergeConflict[], hall: server.hall };
}

test.each([1, 2, 3])('O1 O2 J9 N1 given eight hours without the server, two kiosks and a restore in between, then all is merged within a minute, once, in order, and no number is twice; seed %i', async (seed) => {
  const { disk, paper, givenAlone, refused, mergedMs, conflicts, hall } = await eightHoursAlone(seed);
  expect(givenAlone + refused).toBe(300);
  expect(givenAlone).toBeGreaterThan(270);
  expect(mergedMs).toBeLessThanOrEqual(60_000);
  // Everything on paper is there once: what the server gave before, what the kiosks gave alone, what came after the restore.
  expect(new Set(paper.map(({ number }) => number)).size).toBe(paper.length);
  const issued = disk.events.flatMap((event) => (event.type === 'ticketIssued' ? [event.data] : []));
  expect(new Set(issued.map(({ number }) => number)).size).toBe(issued.length);
  const alone = issued.filter(({ lonely }) => lonely !== undefined);
  expect(alone.length).toBe(givenAlone);
  expect(alone.every(({ number }) => paper.some((slip) => slip.number === number))).toBe(true);
  // In line by the moment they were given, whichever kiosk told first.
  for (const line of hall?.lines.values() ?? []) {
    const due = line.ordinary.map(({ dueAt }) => dueAt);
    expect(due).toEqual(due.toSorted((one, other) => one - other));
  }
  // What could not be asked while alone is told: closing times and quotas.
  expect(conflicts.every(({ fault }) => ['quota', 'hours', 'stopped'].includes(fault))).toBe(true);
  expect(conflicts.length).toBeGreaterThan(0);
}, 120_000);
