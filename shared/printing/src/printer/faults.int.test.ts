// Every trouble a printer can have, on a real TCP port, ends in the state that S2 to S4 ask; nothing is printed later by surprise.
import { afterEach, expect, test } from 'vitest';
import type { ServiceId } from '@hall/core/domain/ids';
import { guideSlip } from '@hall/core/slip/guideSlip';
import { must } from '@hall/core/base/assert';
import { loadGlyphFont } from '../glyphs/glyphFont.ts';
import { profiles, type PrinterProfile } from '../profiles.ts';
import { listenOnTcp } from '../testing/fakeCables.ts';
import { FakeEngine, type FakeFault } from '../testing/fakeEngine.ts';
import { goldenPlan, goldenSlips } from '../testing/goldenSlips.ts';
import { tcpTransport } from '../transports/tcp.ts';
import { createHallPrinter, type HallPrinter } from './hallPrinter.ts';
import type { JobState, PrintLimits } from './printJob.ts';

const font = loadGlyphFont();
const slip = must(goldenSlips().find(({ name }) => name === '80-zh'), 'slip').document;
/** Short, so that the tests are; the order of the steps is the same. */
const limits: PrintLimits = { expiryMs: 1_500, openMs: 300, statusMs: 200, lookMs: 30, sweepMs: 50, leastMs: 50 };

interface Bench {
  readonly engine: FakeEngine;
  readonly printer: HallPrinter;
  /** Every state of every job, in order. */
  readonly states: [id: string, state: JobState][];
}
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function bench(fault: FakeFault, more: { limits?: Partial<PrintLimits>; profile?: Partial<PrinterProfile>; slowMs?: number } = {}): Promise<Bench> {
  const profile: PrinterProfile = { ...profiles.paper80, ...more.profile };
  const engine = new FakeEngine({ dots: profile.dots, font, fault, ...(more.slowMs === undefined ? {} : { slowMs: more.slowMs }) });
  const tcp = await listenOnTcp(engine);
  const states: [string, JobState][] = [];
  const printer = createHallPrinter({
    profile, transport: tcpTransport('127.0.0.1', tcp.port), font, limits: { ...limits, ...more.limits }, onState: ({ id, state }) => { states.push([id, state]); },
  });
  endings.push(async () => { await printer.close(); await tcp.stop(); });
  return { engine, printer, states };
}
/** When the engine has cut off so many pieces. */
const pieces = (engine: FakeEngine, count: number): Promise<void> => expect.poll(() => engine.pieces.length, { timeout: 3_000, interval: 5 }).toBe(count).then(() => undefined);

test('S3 S4 given a printer in order, when a slip is printed, then it is confirmed by way of queued and sent, and one piece came out', async () => {
  const { engine, printer, states } = await bench('none');
  expect(await printer.canPrint()).toEqual({ kind: 'ready', nearEnd: false });
  const job = printer.print('1.1', slip);
  expect(job.state).toBe('queued');
  expect(await job.ended).toEqual({ state: 'confirmed', why: null, nearEnd: false });
  expect(states).toEqual([['1.1', 'queued'], ['1.1', 'sent'], ['1.1', 'confirmed']]);
  expect(engine.pieces).toHaveLength(1);
  expect(engine.strange).toEqual([]);
});

test.each([['paperOut', 'paperOut'], ['open', 'coverOpen']] as const)('S4 given a printer with %s, when it is asked before a number is taken, then nothing is issued on paper, and a slip fails without a byte of it sent', async (fault, why) => {
  const { engine, printer, states } = await bench(fault);
  expect(await printer.canPrint()).toEqual({ kind: 'stopped', fault: why });
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'failed', why });
  expect(states).toEqual([['1.1', 'queued'], ['1.1', 'failed']]);
  // Only questions went over the line.
  expect(Buffer.concat(engine.received).length).toBe(2 * 4 * 3);
  engine.fault = 'none';
  expect(await printer.canPrint()).toEqual({ kind: 'ready', nearEnd: false });
  expect(engine.pieces).toEqual([]);
});

test('S4 given a roll near its end, then it is told and the slip is printed', async () => {
  const { engine, printer } = await bench('nearEnd');
  expect(await printer.canPrint()).toEqual({ kind: 'ready', nearEnd: true });
  expect(await printer.print('1.1', slip).ended).toEqual({ state: 'confirmed', why: null, nearEnd: true });
  expect(engine.pieces).toHaveLength(1);
});

test('S3 S4 given paper that runs out in the middle, then the slip failed, and its rest does not come out with the next roll', async () => {
  const { engine, printer, states } = await bench('paperOutMidway');
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'failed', why: 'paperOut' });
  expect(states.map(([, state]) => state)).toEqual(['queued', 'sent', 'failed']);
  engine.fault = 'none';
  expect(await printer.print('1.2', slip).ended).toMatchObject({ state: 'confirmed' });
  expect(engine.pieces).toHaveLength(1);
});

test('S3 given a slow printer that ends within the time of the job, then the slip is confirmed', async () => {
  const { engine, printer } = await bench('slow', { slowMs: 5, limits: { expiryMs: 10_000 } });
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'confirmed' });
  expect(engine.pieces).toHaveLength(1);
});

test('S3 given a printer too slow, when the time of the job is over, then it is unknown and nothing of it comes out later', async () => {
  const { engine, printer } = await bench('slow', { slowMs: 40, limits: { expiryMs: 400 } });
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'unknown', why: 'slow' });
  engine.fault = 'none';
  expect(await printer.print('1.2', slip).ended).toMatchObject({ state: 'confirmed' });
  expect(engine.pieces).toHaveLength(1);
});

test('S4 given a silent printer, then it is asked twice, the answer is unknown and never ok, and so is the slip', async () => {
  const { engine, printer } = await bench('silent');
  expect(await printer.canPrint()).toEqual({ kind: 'unknown', why: 'noAnswer' });
  // Two questions of DLE EOT 1; the others wait for its answer.
  expect(Buffer.concat(engine.received).toString('hex')).toBe('100401100401');
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'unknown', why: 'noAnswer' });
  // It was only silent: the paper came out, which is why the state says that staff must look.
  expect(engine.pieces).toHaveLength(1);
});

test('S3 given a printer that hangs, when it comes to life after the time of the job, then what it held is thrown away', async () => {
  const { engine, printer } = await bench('none', { limits: { expiryMs: 300 } });
  // It stops reading its buffer the moment the slip has come, and answers nothing.
  engine.onWholeSlip = () => { engine.hold(); engine.fault = 'silent'; };
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'unknown', why: 'noAnswer' });
  engine.onWholeSlip = () => undefined;
  engine.fault = 'none';
  await expect.poll(() => engine.held, { timeout: 3_000, interval: 5 }).toBe(0);
  engine.letGo();
  expect(engine.pieces).toEqual([]);
  expect(await printer.print('1.2', slip).ended).toMatchObject({ state: 'confirmed' });
  expect(engine.pieces).toHaveLength(1);
});

test('S4 given a printer that takes no byte at all, then canPrint is unknown and the job ends within its time', async () => {
  const { printer } = await bench('hang');
  expect(await printer.canPrint()).toEqual({ kind: 'unknown', why: 'noAnswer' });
  const from = performance.now();
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'unknown', why: 'noAnswer' });
  expect(performance.now() - from).toBeLessThan(limits.expiryMs + 500);
});

test('S3 given a line that is cut off in the middle, then the slip is unknown, never confirmed, and never sent again by itself', async () => {
  const { engine, printer } = await bench('cutOff');
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'unknown', why: 'cutOff' });
  const received = Buffer.concat(engine.received).length;
  engine.fault = 'none';
  expect(await printer.canPrint()).toMatchObject({ kind: 'ready' });
  // Questions and the order to forget came after it, and no slip.
  expect(Buffer.concat(engine.received).length - received).toBeLessThan(60);
  expect(engine.pieces).toEqual([]);
});

test('S3 given a printer that prints and answers everything twice, then the slip is unknown: staff must look', async () => {
  const { engine, printer } = await bench('twice');
  expect(await printer.canPrint()).toEqual({ kind: 'unknown', why: 'noAnswer' });
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'unknown', why: 'confused' });
  expect(engine.pieces).toHaveLength(2);
});

test('S4 given nobody at the address, then canPrint is unknown and a slip failed: no byte of it has left', async () => {
  const { engine } = await bench('none');
  const gone = await listenOnTcp(engine);
  await gone.stop();
  const printer = createHallPrinter({ profile: profiles.paper80, transport: tcpTransport('127.0.0.1', gone.port), font, limits });
  expect(await printer.canPrint()).toEqual({ kind: 'unknown', why: 'unreachable' });
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'failed', why: 'unreachable' });
});

test('S3 given a job behind one that takes all its time, then it expires in the queue and is not printed', async () => {
  const { engine, printer, states } = await bench('slow', { slowMs: 60, limits: { expiryMs: 300 } });
  const [first, second] = [printer.print('1.1', slip), printer.print('1.2', slip)];
  expect(await first.ended).toMatchObject({ state: 'unknown', why: 'slow' });
  expect(await second.ended).toMatchObject({ state: 'failed', why: 'expired' });
  expect(states.filter(([id]) => id === '1.2').map(([, state]) => state)).toEqual(['queued', 'failed']);
  engine.fault = 'none';
  expect(await printer.print('1.3', slip).ended).toMatchObject({ state: 'confirmed' });
  expect(engine.pieces).toHaveLength(1);
});

test('S3 given several slips at once, then they come out one after another, each whole', async () => {
  const { engine, printer } = await bench('none');
  const documents = [slip, guideSlip(goldenPlan(), 'S001' as ServiceId, 'zh', 0) ?? slip, slip];
  const ends = await Promise.all(documents.map((document, nth) => printer.print(`1.${nth}`, document).ended));
  expect(ends.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  expect(engine.pieces.map(({ height }) => height)).toEqual([engine.pieces[0]?.height, engine.pieces[1]?.height, engine.pieces[0]?.height]);
  expect(engine.pieces[1]?.height).not.toBe(engine.pieces[0]?.height);
});

test('S4 given a printer that cannot say when it has done, then it is looked at for as long as it prints', async () => {
  const { engine, printer } = await bench('none', { profile: { answersInOrder: false, mmPerSecond: 1_000 } });
  const from = performance.now();
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'confirmed' });
  // About 110 mm.
  expect(performance.now() - from).toBeGreaterThan(90);
  await pieces(engine, 1);
});

test('S4 given a printer that can answer nothing, then the slip is sent and its state is unknown', async () => {
  const { engine, printer } = await bench('silent', { profile: { answersStatus: false } });
  expect(await printer.canPrint()).toEqual({ kind: 'unknown', why: 'noStatus' });
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'unknown', why: 'noStatus' });
  await pieces(engine, 1);
});

test('S3 given a printer that is closed down, then what waits fails and is told', async () => {
  const { printer } = await bench('slow', { slowMs: 2, limits: { expiryMs: 8_000 } });
  const [first, second] = [printer.print('1.1', slip), printer.print('1.2', slip)];
  // The first is under way when the end comes.
  await expect.poll(() => first.state, { interval: 1 }).toBe('sent');
  await printer.close();
  expect(await first.ended).toMatchObject({ state: 'confirmed' });
  expect(await second.ended).toMatchObject({ state: 'failed', why: 'stopped' });
});

test('S4 given a slip that is being printed, when the printer is asked, then the answer waits a moment and then is that nobody knows', async () => {
  const { printer } = await bench('slow', { slowMs: 15, limits: { expiryMs: 8_000, openMs: 20, statusMs: 30 } });
  const job = printer.print('1.1', slip);
  await expect.poll(() => job.state, { interval: 1 }).toBe('sent');
  expect(await printer.canPrint()).toEqual({ kind: 'unknown', why: 'busy' });
  expect(await job.ended).toMatchObject({ state: 'confirmed' });
  expect(await printer.canPrint()).toEqual({ kind: 'ready', nearEnd: false });
});
