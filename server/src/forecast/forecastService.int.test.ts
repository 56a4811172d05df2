// The forecast beside a running hall: a real thread on a real journal, real screens, and the thread killed.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { forecastSchema, type Forecast } from '@hall/core/protocol/messages';
import { whoHolds, type TrialPlace } from '../people/trialCredentials.ts';
import { createTwoPlaces } from '../devices/twoPlaces.ts';
import { createRecentEvents } from '../sockets/recentEvents.ts';
import { createSnapshots } from '../sockets/snapshots.ts';
import { openSocketDoor } from '../sockets/socketDoor.ts';
import { noSessions } from '../testing/noSessions.ts';
import { connectScreen, type Screen } from '../testing/screen.ts';
import { serve } from '../testing/hallProcess.ts';
import { loopbackGate } from '../testing/loopbackGate.ts';
import { counter, issue, numberOf, openTestHall, type TestHall } from '../testing/testHall.ts';
import { quickPlan, serviceOf } from '../testing/testPlan.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { visitorParts } from '../testing/visitorParts.ts';
import { createForecastService, type ForecastService } from './forecastService.ts';
import type { HallFigures } from './hallFigures.ts';

const minute = 60_000;
const secret = 'the secret of a hall that is only a test';
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** So many take a ticket of queue R now. */
const comeTo = (hall: TestHall, people: number): string[] => hall.give(Array.from({ length: people }, () => issue('R', { pressedAt: hall.clock.at }))).map(numberOf);

/** Counter 18 calls and has served three people of queue R for four minutes each. */
function hallAtWork(): TestHall {
  const hall = openTestHall(tempFolder());
  undo.push(() => { hall.close(); });
  const order = (type: Parameters<TestHall['one']>[1], data: object): void => {
    const outcome = hall.one(counter('18'), type, { counterId: '18', ...data });
    if (!outcome.ok) throw new Error(`${type}: ${outcome.refusal.code}`);
  };
  order('signIn', { clerkId: '1001' });
  order('openCounter', {});
  for (let turn = 0; turn < 3; turn += 1) {
    comeTo(hall, 1);
    order('callNext', {});
    const active = (): { ticketId: string; version: number } => {
      const ticketId = hall.hall.counters.get('18' as never)?.activeTicketId;
      const ticket = ticketId == null ? undefined : hall.hall.tickets.get(ticketId);
      return { ticketId: ticket?.id ?? '', version: ticket?.version ?? 0 };
    };
    order('startService', active());
    hall.clock.at += 4 * minute;
    order('finishService', active());
  }
  return hall;
}

interface Watched {
  readonly service: ForecastService;
  readonly threads: Worker[];
  readonly warnings: string[];
  /** Resolves with the first figures, of those to come, that are as the test wants. */
  figures(wanted: (figures: HallFigures) => boolean): Promise<HallFigures>;
}

function forecastOf(hall: TestHall): Watched {
  const threads: Worker[] = [];
  const warnings: string[] = [];
  const waiting = new Set<(figures: HallFigures) => void>();
  const service = createForecastService({
    file: hall.folder.journal, now: () => hall.clock.at, warn: (_facts, what) => warnings.push(what), everyMs: 10,
    startWorker(file) {
      const thread = new Worker(new URL('./forecastWorker.ts', import.meta.url), { workerData: { file } });
      threads.push(thread);
      return thread;
    },
  });
  undo.push(() => service.stop());
  service.onFigures((figures) => { for (const look of [...waiting]) look(figures); });
  return {
    service, threads, warnings,
    figures: (wanted) => new Promise((resolve) => {
      const look = (figures: HallFigures): void => {
        if (!wanted(figures)) return;
        waiting.delete(look);
        resolve(figures);
      };
      waiting.add(look);
    }),
  };
}
const upTo = (hall: TestHall) => ({ seq }: HallFigures): boolean => seq === hall.hall.seq;

test('given a hall at work, then figures come for who waits and for who would come, and only while they are fresh', async () => {
  const hall = hallAtWork();
  comeTo(hall, 3);
  const watched = forecastOf(hall);
  expect(watched.service.expected('R' as never, 'ordinary')).toBeNull();
  const first = watched.figures(upTo(hall));
  watched.service.start();
  const { queues, tickets, at } = await first;
  expect(at).toBe(hall.clock.at);
  expect(tickets).toHaveLength(3);
  expect(queues.find(({ queueId }) => queueId === 'R')?.ranks.ordinary).toEqual(watched.service.expected('R' as never, 'ordinary'));
  const ordinary = watched.service.expected('R' as never, 'ordinary');
  const priority = watched.service.expected('R' as never, 'priority');
  // Three wait for one counter: the fourth waits for three services, one of rank for none.
  expect(ordinary?.p50Ms).toBeGreaterThan(5 * minute);
  expect(ordinary?.p90Ms).toBeGreaterThanOrEqual(ordinary?.p50Ms ?? 0);
  expect(priority?.p50Ms).toBeLessThan(5 * minute);
  // Nobody is at a counter of queue A.
  expect(watched.service.expected('A' as never, 'ordinary')).toBeNull();
  await watched.service.stop();
  hall.clock.at += 61_000;
  expect(watched.service.expected('R' as never, 'ordinary')).toBeNull();
});

test('given tickets issued while the thread runs, then the next figures know them; given nothing new, then none come before they are old', async () => {
  const hall = hallAtWork();
  const watched = forecastOf(hall);
  const started = watched.figures(upTo(hall));
  watched.service.start();
  expect((await started).tickets).toEqual([]);
  comeTo(hall, 1);
  const next = watched.figures(upTo(hall));
  expect((await next).tickets.map(([id]) => id)).toEqual([[...hall.hall.lines.get('R' as never)?.ordinary ?? []][0]?.id]);
  hall.clock.at += 10_000;
  const { at } = await watched.figures(() => true);
  expect(at).toBe(hall.clock.at);
});

test('given the thread is killed, then the hall goes on without figures, and they come back', async () => {
  const hall = hallAtWork();
  const watched = forecastOf(hall);
  const started = watched.figures(upTo(hall));
  watched.service.start();
  await started;
  const before = hall.hall.seq;
  const back = watched.figures(({ seq }) => seq > before);
  await watched.threads[0]?.terminate();
  expect(comeTo(hall, 1)).toEqual(['R004']);
  expect((await back).tickets).toHaveLength(1);
  expect(watched.threads).toHaveLength(2);
  expect(watched.warnings).toEqual(['the forecast ended; the hall goes on without figures']);
});

test('V3 given public and staff screens, then all hear of queues and only staff of tickets; who comes later hears it after the welcome', async () => {
  const hall = hallAtWork();
  comeTo(hall, 2);
  hall.runAlone();
  const { service, figures } = forecastOf(hall);
  const http = createServer();
  const door = openSocketDoor({
    twoPlaces: createTwoPlaces({ isDoubted: () => false, doubt: () => Promise.resolve() }),
    http, gate: loopbackGate(), keeper: hall.keeper, recent: createRecentEvents(8), snapshots: createSnapshots(hall.hall), now: () => hall.clock.at, ...visitorParts(hall),
    sessions: noSessions, whoHolds: (credential) => whoHolds(secret, credential), warn: () => undefined, forecast: service,
  });
  undo.push(() => door.stop());
  await new Promise<void>((listening) => { http.listen(0, '127.0.0.1', listening); });
  const come = async (role: TrialPlace['role'], place: string): Promise<Screen> => {
    const screen = await connectScreen({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, secret, who: { role, place } });
    undo.push(() => { screen.close(); });
    return screen;
  };
  const told = async (screen: Screen): Promise<Forecast> => {
    await screen.hears('forecast');
    return forecastSchema.parse(screen.heard.find(({ name }) => name === 'forecast')?.content);
  };
  const kiosk = await come('kiosk', 'K1');
  const desk = await come('desk', 'D1');
  const first = figures(upTo(hall));
  service.start();
  await first;
  const [toPublic, toStaff] = [await told(kiosk), await told(desk)];
  expect(toPublic.tickets).toBeUndefined();
  expect(toStaff.tickets).toHaveLength(2);
  expect(toPublic).toEqual({ ...toStaff, tickets: undefined });
  expect(toPublic.queues.map(({ queueId }) => queueId)).toContain('R');
  const late = await come('display', 'hall');
  expect(await told(late)).toMatchObject({ queues: toPublic.queues });
  expect(late.heard.map(({ name }) => name).indexOf('forecast')).toBeGreaterThan(late.heard.map(({ name }) => name).indexOf('welcome'));
});

test('given the hall as a process, then its screens hear the forecast, and a ticket bears what its visitor could expect', async () => {
  const plan = join(tempFolder(), 'plan.json');
  writeFileSync(plan, JSON.stringify(quickPlan()));
  const process = await serve({ data: tempFolder(), plan });
  undo.push(() => process.stop());
  const [kiosk, desk] = [await connectScreen({ ...process, who: { role: 'kiosk', place: 'K1' } }), await connectScreen({ ...process, who: { role: 'counter', place: '18' } })];
  await desk.order('signIn', { counterId: '18', clerkId: '1001' });
  await desk.order('openCounter', { counterId: '18' });
  const take = (): ReturnType<Screen['order']> => kiosk.order('issueTicket', { serviceId: serviceOf('R'), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null });
  for (let people = 0; people < 5; people += 1) await take();
  const toldOfR = (): boolean => kiosk.heard.some(({ name, content }) => name === 'forecast' && (content as Forecast).queues.some(({ queueId, p50Ms }) => queueId === 'R' && p50Ms > minute));
  while (!toldOfR()) await kiosk.hears('forecast', kiosk.heard.filter(({ name }) => name === 'forecast').length + 1);
  const answer = await take();
  const [event] = answer.ok ? answer.events : [];
  expect(event?.type === 'ticketIssued' && event.data.expected?.p50Ms).toBeGreaterThan(minute);
  await desk.hears('forecast');
  const toCounter = desk.heard.filter(({ name }) => name === 'forecast').map(({ content }) => forecastSchema.parse(content));
  expect(toCounter.at(-1)?.tickets).toBeDefined();
  kiosk.close();
  desk.close();
});
