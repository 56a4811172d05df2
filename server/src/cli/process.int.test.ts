// The hall as a real process under load: many screens at once, one id from many sockets, kills at any moment, a full disk.
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '@hall/core/base/random';
import type { HallEvent } from '@hall/core/domain/events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openToRead } from '../journal/database.ts';
import { foldJournal } from '../journal/fold.ts';
import { fullAfter, ownPort, runHall, serve, type HallProcess } from '../testing/hallProcess.ts';
import { createPerson, type Told } from '../testing/loops.ts';
import { connectScreen, said, type Screen } from '../testing/screen.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { newId } from '../testing/testHall.ts';
import { quickPlan, serviceOf } from '../testing/testPlan.ts';

const plan = join(tempFolder(), 'plan.json');
const queues = quickPlan().queues.map(({ id }) => id);
// Every counter serves every queue, so that all of them reach for the same tickets.
writeFileSync(plan, JSON.stringify({ ...quickPlan(), counters: quickPlan().counters.map((counter) => ({ ...counter, ownQueues: queues, helperQueues: [] })) }));

const ticketOf = (index: number): object => ({ serviceId: serviceOf(queues[index % queues.length] ?? 'A'), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null });
const numbered = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Everything in the journal, verified from its first event. */
function journalOf(data: string): HallEvent[] {
  const events: HallEvent[] = [];
  const db = openToRead(join(data, 'journal.db'));
  foldJournal(db, { whole: true, each: (event) => events.push(event) });
  db.close();
  return events;
}
/** N1, N2: no number twice, none left out. */
function expectWhole(numbers: readonly string[]): void {
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const queue of queues) {
    const own = numbers.filter((number) => new RegExp(`^${queue}\\d`).test(number)).sort();
    expect(own).toEqual(own.map((_, index) => `${queue}${String(index + 1).padStart(3, '0')}`));
  }
}
const numbersIn = (events: readonly HallEvent[]): string[] => events.flatMap((event) => (event.type === 'ticketIssued' ? [event.data.number] : []));

let data = '';
let hall: HallProcess;
const come = (role: 'kiosk' | 'counter', place: string): Promise<Screen> => connectScreen({ ...hall, who: { role, place } });

beforeAll(async () => {
  data = tempFolder();
  hall = await serve({ data, plan });
});
afterAll(() => hall.kill());

test('N1/N2/C6: given 32 kiosks and 32 counters at once, then 600 tickets have 600 numbers without a gap, and each is called once, until nobody waits', async () => {
  const kiosks = await Promise.all(numbered(32).map((index) => come('kiosk', `K${index + 1}`)));
  const answers = await Promise.all(kiosks.flatMap((kiosk, first) => numbered(600).filter((index) => index % 32 === first).map((index) => kiosk.order('issueTicket', ticketOf(index)))));
  const issued = answers.map(said);
  expectWhole(issued);

  const counters = await Promise.all(numbered(32).map(async (index) => ({ counterId: String(index + 1), screen: await come('counter', String(index + 1)) })));
  await Promise.all(counters.map(async ({ counterId, screen }, index) => {
    expect(said(await screen.order('signIn', { counterId, clerkId: String(1001 + index) }))).toBe('counterSignedIn');
    expect(said(await screen.order('openCounter', { counterId }))).toBe('counterOpened');
  }));
  const ends: string[] = [];
  const called = (await Promise.all(counters.map(async ({ counterId, screen }) => {
    const mine: string[] = [];
    for (;;) {
      const answer = await screen.order('callNext', { counterId });
      const event = answer.ok ? answer.events[0] : null;
      if (event?.type !== 'ticketCalled') {
        ends.push(said(answer));
        return mine;
      }
      mine.push(event.data.number);
      const { ticketId } = event.data;
      expect(said(await screen.order('startService', { counterId, ticketId, version: 2 }))).toBe('serviceStarted');
      expect(said(await screen.order('finishService', { counterId, ticketId, version: 3 }))).toBe('serviceFinished');
    }
  }))).flat();
  expect(called.toSorted()).toEqual(issued.toSorted());
  expect(ends).toEqual(numbered(32).map(() => 'nobodyWaiting'));
  for (const screen of [...kiosks, ...counters.map((counter) => counter.screen)]) screen.close();
});

test('J6: given one id sent 1,000 times at once from eight sockets, then one ticket and 1,000 equal answers', async () => {
  const kiosks = await Promise.all(numbered(8).map(() => come('kiosk', 'K1')));
  const more = { id: newId(), pressedAt: Date.now() };
  const before = numbersIn(journalOf(data)).length;
  const answers = await Promise.all(kiosks.flatMap((kiosk) => numbered(125).map(() => kiosk.order('issueTicket', ticketOf(0), more))));
  expect(answers).toHaveLength(1_000);
  expect(answers[0]).toMatchObject({ ok: true, id: more.id });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(numbersIn(journalOf(data)).length).toBe(before + 1);
  kiosks.forEach((screen) => screen.close());
});

test('J3/J5/J6/N6: given SIGKILL at random under load, when the hall is started again and the same orders are sent again, then nothing acknowledged is lost and nothing is done twice', async () => {
  const folder = tempFolder();
  const random = seededRandom(32);
  let alive = await serve({ data: folder, plan, port: await ownPort() });
  const told: Told[] = [];
  let over = false;
  let issued = 0;
  const kiosks = numbered(8).map((index) => createPerson({ role: 'kiosk', place: `K${index + 1}` }, () => alive, told));
  const counters = numbered(4).map((index) => createPerson({ role: 'counter', place: String(index + 1) }, () => alive, told));
  const work = [
    ...kiosks.map(async (person) => {
      while (!over) {
        await person.order('issueTicket', ticketOf(issued));
        issued += 1;
      }
    }),
    ...counters.map(async (person, index) => {
      const counterId = String(index + 1);
      await person.order('signIn', { counterId, clerkId: String(1001 + index) });
      await person.order('openCounter', { counterId });
      while (!over) {
        const answer = await person.order('callNext', { counterId });
        const event = answer.ok ? answer.events[0] : undefined;
        if (event?.type !== 'ticketCalled') continue;
        await person.order('startService', { counterId, ticketId: event.data.ticketId, version: 2 });
        await person.order('finishService', { counterId, ticketId: event.data.ticketId, version: 3 });
      }
    }),
  ];
  for (let round = 0; round < 4; round += 1) {
    // By work done, not by time: a slow machine has done as much when it is hit.
    const enough = told.length + 80 + random.below(200);
    while (told.length < enough) await sleep(1);
    await sleep(random.below(8));
    await alive.kill();
    alive = await serve({ data: folder, plan, port: alive.port });
  }
  over = true;
  await Promise.all(work);
  for (const person of [...kiosks, ...counters]) person.leave();
  expect((await alive.stop()).code).toBe(0);

  const events = journalOf(folder);
  const byCommand = Map.groupBy(events, ({ staff }) => staff?.commandId ?? '');
  for (const { id, answer } of told.filter(({ type }) => type === 'issueTicket')) {
    expect(answer.ok && answer.events.map(({ seq, type, data: facts }) => ({ seq, type, facts }))).toEqual(byCommand.get(id as never)?.map(({ seq, type, data: facts }) => ({ seq, type, facts })));
  }
  const accepted = told.filter(({ answer }) => answer.ok);
  expect(accepted.every(({ id }) => byCommand.has(id as never))).toBe(true);
  expect(numbersIn(events)).toHaveLength(told.filter(({ type }) => type === 'issueTicket').length);
  expectWhole(numbersIn(events));
  for (const type of ['ticketCalled', 'serviceStarted', 'serviceFinished'] as const) {
    const tickets = events.flatMap((event) => (event.type === type ? [event.data.ticketId] : []));
    expect(new Set(tickets).size).toBe(tickets.length);
    expect(tickets.length).toBeGreaterThan(10);
  }
  expect(told.filter(({ answer }) => !answer.ok && answer.refusal.code !== 'nobodyWaiting')).toEqual([]);
}, 60_000);

test.skipIf(process.platform === 'win32')('J5: given a disk that is full, then nobody is told a falsehood, the hall ends with 70, and with room again the same orders learn the truth', async () => {
  const folder = tempFolder();
  let alive = await serve({ data: folder, plan, port: await ownPort(), under: fullAfter(1_600) });
  const told: Told[] = [];
  let over = false;
  const kiosks = numbered(4).map((index) => createPerson({ role: 'kiosk', place: `K${index + 1}` }, () => alive, told));
  const work = kiosks.map(async (person, index) => {
    for (let count = 0; !over; count += 1) await person.order('issueTicket', ticketOf(count * 4 + index));
  });
  const { code, err } = await alive.ended;
  expect([code, err]).toEqual([70, expect.stringContaining('The journal could not be written')]);
  alive = await serve({ data: folder, plan, port: alive.port });
  over = true;
  await Promise.all(work);
  for (const person of kiosks) person.leave();
  await alive.stop();
  const numbers = numbersIn(journalOf(folder));
  expect(told.every(({ answer }) => answer.ok)).toBe(true);
  expect(told.map(({ answer }) => said(answer)).toSorted()).toEqual(numbers.toSorted());
  expectWhole(numbers);
});

test('given obstacles that are to be expected, then the command ends with one clear sentence and its code', async () => {
  const taken = createServer();
  await new Promise<void>((listening) => { taken.listen(0, '127.0.0.1', listening); });
  const port = String((taken.address() as AddressInfo).port);
  const [file, badPlan] = [join(tempFolder(), 'file'), join(tempFolder(), 'plan.json')];
  writeFileSync(file, '');
  writeFileSync(badPlan, '{"format":1');
  const start = (...args: string[]): ReturnType<typeof runHall> => runHall('serve', '--trial', '--port', '0', '--plan', plan, ...args);
  const ends = await Promise.all([
    start('--data', tempFolder(), '--port', port),
    start('--data', data),
    start('--data', join(file, 'data')),
    start('--data', tempFolder(), '--plan', badPlan),
    runHall('verify', '--data', tempFolder()),
  ]);
  taken.close();
  expect(ends.map(({ code }) => code)).toEqual([3, 2, 2, 2, 2]);
  const says = [/port cannot be used.*EADDRINUSE.*--port/, /Another server is already using/, /cannot be written/, /plan.*cannot be used/, /cannot be opened/];
  ends.forEach(({ out, err }, index) => {
    expect(`${err}${out}`).toMatch(says[index] ?? /^$/);
    expect(`${err}${out}`.trim()).not.toContain('\n');
  });
});

test('J2/J9: given a hall at work, when it is backed up, verified, stopped and restored, then it opens in a new epoch', async () => {
  const backup = join(tempFolder(), 'backup');
  const [made, verified, early] = [await runHall('backup', backup, '--data', data), await runHall('verify', '--data', data), await runHall('restore', backup, '--data', data)];
  expect([made.code, verified.code, early.code]).toEqual([0, 0, 2]);
  expect((await hall.stop()).code).toBe(0);
  const restored = await runHall('restore', backup, '--data', data);
  expect([restored.code, restored.out]).toEqual([0, expect.stringContaining('epoch 2 begins')]);
  hall = await serve({ data, plan });
  const kiosk = await come('kiosk', 'K1');
  expect(kiosk.welcome.epoch).toBe(2);
  expect(said(await kiosk.order('issueTicket', ticketOf(0)))).toBe('A600');
  kiosk.close();
});
