// The log's own rules: one file a day, whole lines, none kept too short, none needed for the hall to go on.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../testing/tempFolder.ts';
import { createDayLog, type DayLog } from './dayLog.ts';
import { dayOf, outdated } from './logDays.ts';
import { openLog } from './log.ts';

const march = Date.parse('2026-03-02T12:00:00');
const dayMs = 86_400_000;

function logIn(folder: string): { log: DayLog; told: string[]; at: (ms: number) => void } {
  let now = march;
  const told: string[] = [];
  return { log: createDayLog({ folder, now: () => now, complain: (text) => told.push(text) }), told, at: (ms) => { now = ms; } };
}
const read = (folder: string, name: string): string[] => readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line !== '');

test('given lines of two days, then each day has a file of its own, for its owner alone, and a line is whole', async () => {
  const folder = join(tempFolder(), 'log');
  const { log, at, told } = logIn(folder);
  log.write('{"a":1}\n');
  log.write('{"a":2}\n');
  await log.settled();
  at(march + dayMs);
  log.write('{"a":3}\n');
  await log.settled();
  expect(readdirSync(folder).sort()).toEqual(['hall-2026-03-02.log', 'hall-2026-03-03.log']);
  expect([read(folder, 'hall-2026-03-02.log'), read(folder, 'hall-2026-03-03.log'), told]).toEqual([['{"a":1}', '{"a":2}'], ['{"a":3}'], []]);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'hall-2026-03-02.log')).mode & 0o077).toBe(0);
});

test('given a process that ends in the same moment, then what was written is on the disk', () => {
  const folder = join(tempFolder(), 'log');
  const { log } = logIn(folder);
  log.write('{"last":true}\n');
  log.flushSync();
  expect(read(folder, 'hall-2026-03-02.log')).toEqual(['{"last":true}']);
});

test('given the last words of a process that ends at once, then they are on the disk when they have been said', () => {
  const folder = join(tempFolder(), 'log');
  const { logger } = openLog({ folder, now: () => march, keptDays: () => 180, complain: () => undefined });
  logger.warn('before');
  logger.fatal({ why: 'a commit failed' }, 'the process ends');
  expect(read(folder, 'hall-2026-03-02.log').map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['before', 'the process ends']);
});

test('given a folder that cannot be written, then nobody waits, it is said once a minute, and when it can again, how many lines are missing', async () => {
  const folder = join(tempFolder(), 'log');
  // A file where the folder should be: true for every account, also the one that may do anything.
  writeFileSync(folder, '');
  const { log, told, at } = logIn(folder);
  for (let nth = 0; nth < 5; nth += 1) { log.write(`{"lost":${nth}}\n`); await log.settled(); }
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('cannot be written');
  at(march + 60_001);
  log.write('{"lost":5}\n');
  await log.settled();
  expect(told).toHaveLength(2);
  rmSync(folder);
  log.write('{"back":true}\n');
  await log.settled();
  expect(read(folder, 'hall-2026-03-02.log').map((line) => JSON.parse(line) as unknown)).toEqual([expect.objectContaining({ lines: 6, msg: 'lines are missing here: the log could not be written' }), { back: true }]);
});

test('given a disk that does not take lines for long, then what waits is bounded', () => {
  const { log } = logIn(join(tempFolder(), 'log'));
  const line = `{"x":"${'x'.repeat(1_000)}"}\n`;
  for (let nth = 0; nth < 10_000; nth += 1) log.write(line);
  expect(log.waiting()).toBeLessThanOrEqual(4 * 1_048_576);
});

test.skipIf(process.platform !== 'linux' || !existsSync('/dev/full'))('given a full disk, then the hall is not stopped by its log', async () => {
  const folder = join(tempFolder(), 'log');
  mkdirSync(folder);
  symlinkSync('/dev/full', join(folder, 'hall-2026-03-02.log'));
  const { log, told } = logIn(folder);
  log.write('{"a":1}\n');
  await log.settled();
  log.flushSync();
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/ENOSPC/u);
});

test('given files of a year, then those older than the days are named, and never the newest so many, whatever the clock says', () => {
  const names = Array.from({ length: 365 }, (_none, nth) => `hall-${dayOf(march - nth * dayMs)}.log`);
  expect(outdated(names, march, 180)).toHaveLength(365 - 181);
  expect(outdated(names, march, 180)).not.toContain(`hall-${dayOf(march - 180 * dayMs)}.log`);
  expect(outdated(names, march, 180)).toContain(`hall-${dayOf(march - 181 * dayMs)}.log`);
  // A clock that jumped fifty years ahead; one that stands at its beginning.
  expect(outdated(names, march + 50 * 365 * dayMs, 180)).toHaveLength(365 - 180);
  expect(outdated(names, 0, 180)).toEqual([]);
  // Weekdays only: more than half a year of them is kept.
  expect(outdated(names.filter((_name, nth) => nth % 7 < 5), march, 180)).toHaveLength(261 - 180);
  expect(outdated(['hall.log', 'hall-x.log', '../hall-2020-01-01.log', 'hall-2020-01-01.log.gz', 'other-2020-01-01.log'], march, 180)).toEqual([]);
});

test('given fewer days than the law asks, then half a year is kept all the same', () => {
  const names = Array.from({ length: 200 }, (_none, nth) => `hall-${dayOf(march - nth * dayMs)}.log`);
  expect(outdated(names, march, 3)).toHaveLength(200 - 181);
});

test('given an open log, then old files go when it is tidied, and lines are escaped, short and without personal numbers', async () => {
  const folder = join(tempFolder(), 'log');
  mkdirSync(folder);
  const day = (nth: number): string => `hall-${dayOf(march - nth * dayMs)}.log`;
  for (let nth = 1; nth <= 250; nth += 1) writeFileSync(join(folder, day(nth)), '{}\n');
  writeFileSync(join(folder, 'notes.txt'), 'kept');
  let keptDays = 240;
  const hallLog = openLog({ folder, now: () => march, keptDays: () => keptDays, complain: () => undefined });
  expect(readdirSync(folder).filter((name) => name.startsWith('hall-'))).toHaveLength(240);
  keptDays = 200;
  hallLog.tidy();
  expect(readdirSync(folder).filter((name) => name.startsWith('hall-'))).toHaveLength(200);
  expect(existsSync(join(folder, 'notes.txt'))).toBe(true);

  hallLog.logger.warn({ error: 'a\nb\u202Ec\u0007', long: 'x'.repeat(5_000), deep: { id: '110000199001019321', phone: 'call 13800009321!' }, list: ['11000019900101932X'], at: 1_772_424_000_000, seq: 13_800_009_321 }, 'told');
  await hallLog.stop();
  const [text = ''] = read(folder, day(0));
  expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  const line = JSON.parse(text) as Record<string, unknown>;
  expect(line).toMatchObject({ level: 40, msg: 'told', error: 'a\\nb\\u202ec\\u0007', deep: { id: '(18 digits)', phone: 'call (11 digits)!' }, list: ['(18 digits)'], at: 1_772_424_000_000 });
  expect(String(line['long']).length).toBeLessThan(600);
  expect(String(line['time'])).toMatch(/^\d{4}-\d{2}-\d{2}T/u);
});

test('given an error with its stack, then its words are told and its path is not', async () => {
  const folder = join(tempFolder(), 'log');
  const { logger, stop } = openLog({ folder, now: () => march, keptDays: () => 180, complain: () => undefined });
  logger.error({ error: new TypeError('what went wrong') }, 'told');
  await stop();
  const [text = ''] = read(folder, 'hall-2026-03-02.log');
  expect(JSON.parse(text)).toMatchObject({ error: 'TypeError: what went wrong' });
  expect(text).not.toContain('dayLog.test');
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('given files that may not be removed, then it is said and the rest goes on', () => {
  const folder = join(tempFolder(), 'log');
  mkdirSync(folder);
  for (let nth = 0; nth < 200; nth += 1) writeFileSync(join(folder, `hall-${dayOf(march - nth * dayMs)}.log`), '');
  chmodSync(folder, 0o500);
  const told: string[] = [];
  openLog({ folder, now: () => march, keptDays: () => 180, complain: (text) => told.push(text) });
  chmodSync(folder, 0o700);
  expect(told).toHaveLength(1);
});
