// Printers of a hall: one queue for each, whoever asks, and corrections of a profile.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { must } from '@hall/core/base/assert';
import { loadGlyphFont } from './glyphs/glyphFont.ts';
import { createHallPrinters, type PrinterSettings } from './hallPrinters.ts';
import { goldenSlips } from './testing/goldenSlips.ts';

const font = loadGlyphFont();
const slip = must(goldenSlips()[0], 'slip').document;

test('S3 given two kiosks with one printer, then they share its queue, and every state is told with its printer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hall-printers-'));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  const told: string[] = [];
  const printers = createHallPrinters(font, ({ id, state }, printer) => { told.push(`${id} ${state} ${printer}`); });
  const settings: PrinterSettings = { profile: 'paper80', address: { kind: 'preview', folder } };
  const one = printers.of(settings);
  expect(printers.of({ ...settings })).toBe(one);
  await Promise.all([one.print('1.1', slip).ended, printers.of(settings).print('1.2', slip).ended]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.bin'))).toHaveLength(2);
  expect(told.filter((entry) => entry.includes('confirmed'))).toEqual([`1.1 confirmed ${folder}`, `1.2 confirmed ${folder}`]);
  await printers.close();
  expect(await one.print('1.3', slip).ended).toMatchObject({ state: 'failed', why: 'stopped' });
});

test('given settings that were corrected, then the printer is another one with the corrected profile', async () => {
  const printers = createHallPrinters(font);
  const settings: PrinterSettings = { profile: 'paper58', address: { kind: 'tcp', host: '127.0.0.1', port: 9 } };
  const first = printers.of(settings);
  const second = printers.of({ ...settings, corrections: { cut: null, feedRows: 5 } });
  expect(second).not.toBe(first);
  expect([second.profile.cut, second.profile.feedRows, second.profile.columns]).toEqual([null, 5, 32]);
  await printers.close();
});
