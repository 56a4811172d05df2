// Every way to a printer, as real as this machine allows: device file and serial port on a pseudo terminal, a pipe, the preview folder,
// and the spooler of Windows with its calls stubbed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync, rmSync, constants, closeSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { must } from '@hall/core/base/assert';
import { slipBytes } from '../bytes/slipBytes.ts';
import { loadGlyphFont } from '../glyphs/glyphFont.ts';
import { bitmapOfPng } from '../glyphs/png.ts';
import { createHallPrinter, type HallPrinter } from '../printer/hallPrinter.ts';
import { LineFault, type Transport } from '../printer/line.ts';
import type { PrintLimits } from '../printer/printJob.ts';
import { profiles } from '../profiles.ts';
import { openPty, ptyProgram } from '../testing/fakeCables.ts';
import { FakeEngine, type FakeFault } from '../testing/fakeEngine.ts';
import { goldenSlips } from '../testing/goldenSlips.ts';
import { deviceTransport } from './device.ts';
import { openTransport } from './openTransport.ts';
import { serialTransport } from './serial.ts';
import { spoolerTransport, type SpoolerCalls } from './spooler.ts';

const font = loadGlyphFont();
const profile = profiles.paper80;
const slip = must(goldenSlips().find(({ name }) => name === '80-zh'), 'slip').document;
const limits: PrintLimits = { expiryMs: 3_000, leastMs: 50, openMs: 500, statusMs: 300, lookMs: 50, sweepMs: 100 };
const endings: (() => Promise<void> | void)[] = [];
function printerOn(transport: Transport): HallPrinter {
  const printer = createHallPrinter({ profile, transport, font, limits });
  // Before its device: a printer that has a rest to sweep away would look for it on the next terminal of that name.
  endings.unshift(() => printer.close());
  return printer;
}
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'hall-print-'));
  endings.push(() => { rmSync(made, { recursive: true }); });
  return made;
};
async function terminal(fault: FakeFault): Promise<{ engine: FakeEngine; path: string }> {
  const engine = new FakeEngine({ dots: profile.dots, font, fault });
  const pty = await openPty(engine);
  endings.push(() => pty.stop());
  return { engine, path: pty.path };
}
const hasTerminals = existsSync(ptyProgram);

for (const [what, at] of [['a device file', deviceTransport], ['a serial port', (path: string) => serialTransport(path, 115_200)]] as const) {
  test.skipIf(!hasTerminals)(`S4 given ${what}, when a slip is printed, then it is confirmed and came out whole`, async () => {
    const { engine, path } = await terminal('none');
    const printer = printerOn(at(path));
    expect(await printer.canPrint()).toEqual({ kind: 'ready', nearEnd: false });
    expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'confirmed' });
    expect(engine.pieces).toHaveLength(1);
    expect(engine.strange).toEqual([]);
    // The bytes themselves, between the questions.
    expect(Buffer.concat(engine.received).includes(slipBytes(slip, profile, font))).toBe(true);
  });

  test.skipIf(!hasTerminals)(`S4 given ${what} without paper, then nothing is sent`, async () => {
    const { engine, path } = await terminal('paperOut');
    expect(await printerOn(at(path)).print('1.1', slip).ended).toMatchObject({ state: 'failed', why: 'paperOut' });
    expect(Buffer.concat(engine.received).toString('hex')).toBe('100401100402100403100404');
  });

  test.skipIf(!hasTerminals)(`S4 given ${what} that is silent, then the slip is unknown`, async () => {
    const { path } = await terminal('silent');
    expect(await printerOn(at(path)).print('1.1', slip).ended).toMatchObject({ state: 'unknown', why: 'noAnswer' });
  });

  test(`S4 given ${what} that is not there, then it is unreachable`, async () => {
    const printer = printerOn(at('/dev/no-such-printer'));
    expect(await printer.canPrint()).toEqual({ kind: 'unknown', why: 'unreachable' });
    expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'failed', why: 'unreachable' });
  });
}

test.skipIf(process.platform === 'win32')('S3 given a device that takes no more bytes, then the write ends at its limit and blocks nothing', async () => {
  const path = join(folder(), 'pipe');
  execFileSync('mkfifo', [path]);
  // Open for reading and never read: after 64 KB the pipe is full, as the buffer of a printer without paper.
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  endings.push(() => { closeSync(reader); });
  const line = await deviceTransport(path).open(100);
  const from = performance.now();
  await expect(line.send(Buffer.alloc(100_000, 0x20), 150)).rejects.toMatchObject({ kind: 'slow' });
  expect(performance.now() - from).toBeLessThan(1_000);
  line.abort();
  expect(readSync(reader, Buffer.alloc(10))).toBe(10);
});

test.skipIf(process.platform === 'win32')('S4 given a pipe, which can answer nothing, then our own bytes are not taken for answers', async () => {
  const path = join(folder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  endings.push(() => { closeSync(reader); });
  expect(await printerOn(deviceTransport(path)).canPrint()).toEqual({ kind: 'unknown', why: 'noAnswer' });
});

test('given the preview folder, then every slip is there as its bytes and as a picture', async () => {
  const at = join(folder(), 'slips');
  const printer = createHallPrinter({ profile, transport: openTransport({ kind: 'preview', folder: at }, profile, font), font, limits });
  expect(await printer.canPrint()).toEqual({ kind: 'ready', nearEnd: false });
  for (const id of ['1.1', '1.2']) expect(await printer.print(id, slip).ended).toMatchObject({ state: 'confirmed' });
  expect(readdirSync(at).sort()).toEqual(['slip-0001.bin', 'slip-0001.png', 'slip-0002.bin', 'slip-0002.png']);
  expect(readFileSync(join(at, 'slip-0001.bin')).equals(slipBytes(slip, profile, font))).toBe(true);
  expect(bitmapOfPng(readFileSync(join(at, 'slip-0001.png'))).width).toBe(profile.dots + 48);
});

interface Spooler { readonly calls: SpoolerCalls<number>; readonly log: string[]; flags: number; job: number | null; takes: number }
/** A spooler that keeps what it is given until `job` is set to null. */
function spooler(of: { flags?: number; takes?: number } = {}): Spooler {
  const self: Spooler = { log: [], flags: of.flags ?? 0, job: null, takes: of.takes ?? 1_000, calls: {
    open: (printer) => { self.log.push(`open ${printer}`); return printer === 'Kiosk' ? 7 : null; },
    startDocument: () => { self.job = 0; self.log.push('start'); return 3; },
    write: (_handle, bytes) => { const taken = Math.min(self.takes, bytes.length); self.log.push(`write ${taken}`); return taken; },
    endDocument: () => { self.log.push('end'); return true; },
    printerStatus: () => self.flags,
    jobStatus: () => self.job,
    deleteJob: () => { self.log.push('delete'); self.job = null; return true; },
    close: () => { self.log.push('close'); },
  } };
  return self;
}

test('S4 given a printer of Windows that tells no trouble, then it is unknown: nothing told is no answer; and what still waits in the spooler is taken out', async () => {
  const stub = spooler();
  const printer = printerOn(spoolerTransport('Kiosk', () => Promise.resolve(stub.calls)));
  expect(await printer.canPrint()).toEqual({ kind: 'unknown', why: 'noAnswer' });
  stub.log.length = 0;
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'unknown', why: 'noAnswer' });
  expect(stub.log.filter((entry) => !entry.startsWith('open') && entry !== 'close')).toEqual(['start', expect.stringMatching(/^write/), 'end', 'delete']);
});

test.each([[0x10, 'paperOut'], [0x40_0000, 'coverOpen'], [0x8, 'broken'], [0x80, 'offline']] as const)('S4 given a printer of Windows whose driver tells 0x%s, then nothing is printed: %s', async (flags, fault) => {
  const stub = spooler({ flags });
  const printer = printerOn(spoolerTransport('Kiosk', () => Promise.resolve(stub.calls)));
  expect(await printer.canPrint()).toEqual({ kind: 'stopped', fault });
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'failed', why: fault });
  expect(stub.log).not.toContain('start');
});

test('S3 given a spooler that takes only a part, then the document is taken out again and the slip is unknown', async () => {
  const stub = spooler({ takes: 0 });
  expect(await printerOn(spoolerTransport('Kiosk', () => Promise.resolve(stub.calls))).print('1.1', slip).ended).toMatchObject({ state: 'unknown', why: 'cutOff' });
  expect(stub.log).toContain('delete');
});

test('S4 given a printer Windows does not know, and a machine that is not Windows, then they are unreachable', async () => {
  expect(await printerOn(spoolerTransport('Other', () => Promise.resolve(spooler().calls))).canPrint()).toEqual({ kind: 'unknown', why: 'unreachable' });
  if (process.platform !== 'win32') await expect(openTransport({ kind: 'spooler', printer: 'Kiosk' }, profile, font).open(100)).rejects.toBeInstanceOf(LineFault);
});

test('S4 given a driver or a disk that throws, then it is a fault of the device and the program goes on', async () => {
  const broken = (): never => { throw new Error('driver'); };
  const printer = printerOn(spoolerTransport('Kiosk', () => Promise.resolve({ ...spooler().calls, write: broken })));
  expect(await printer.print('1.1', slip).ended).toMatchObject({ state: 'unknown', why: 'cutOff' });
  const dead = printerOn(spoolerTransport('Kiosk', () => Promise.resolve({ ...spooler().calls, open: broken })));
  expect(await dead.canPrint()).toEqual({ kind: 'unknown', why: 'unreachable' });
  const at = join(folder(), 'file');
  writeFileSync(at, '');
  const preview = printerOn(openTransport({ kind: 'preview', folder: join(at, 'below a file') }, profile, font));
  expect(await preview.print('1.1', slip).ended).toMatchObject({ state: 'failed', why: 'unreachable' });
  expect(await printerOn(openTransport({ kind: 'tcp', host: '127.0.0.1', port: 70_000 }, profile, font)).canPrint()).toEqual({ kind: 'unknown', why: 'unreachable' });
});
