// A slip from the page's call to paper: by the printers' room, once for each id.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { SlipDocument } from '@hall/core/slip/slipDocument';
import { tempFolder } from '../testing/tempFolder.ts';
import { onceForEachId, type PrinterPort } from './printerPort.ts';
import { slipPrinter } from './slipPrinter.ts';

const glyphs = join(import.meta.dirname, '../../../../shared/printing/glyphs');
const slip: SlipDocument = { language: 'zh', lines: [{ text: '取号 A001', size: 3, bold: true, align: 'center' }] };

test('given a printer in the settings, then its state tells the columns, and a slip comes out and is noted without its words', async () => {
  const paper = tempFolder();
  const noted: object[] = [];
  const printer = slipPrinter({ printer: { profile: 'paper58', corrections: { columns: 30 }, address: { kind: 'preview', folder: paper } } }, glyphs, (facts) => { noted.push(facts); });
  expect(await printer.state()).toMatchObject({ columns: 30 });
  const end = await printer.print('1.1', slip);
  expect(end.state).not.toBe('failed');
  expect(readdirSync(paper).length).toBeGreaterThan(0);
  expect(noted).toEqual([{ what: 'slip', id: '1.1', state: end.state, why: end.why }]);
});

test('given no printer in the settings, then there is none, and a slip fails at once', async () => {
  const printer = slipPrinter({ printer: null }, glyphs, () => undefined);
  expect([await printer.state(), await printer.print('1.1', slip)]).toEqual([{ kind: 'none' }, { state: 'failed', why: 'noPrinter', nearEnd: false }]);
});

test('S3 given a page that was loaded anew and asks again, then the slip is not printed again, and the page is told its end', async () => {
  const print = vi.fn<PrinterPort['print']>((id) => Promise.resolve({ state: 'unknown', why: id === '1.1' ? 'slow' : 'noStatus', nearEnd: false }));
  const printer = onceForEachId({ print, state: () => Promise.resolve({ kind: 'none' }) });
  const [first, again] = await Promise.all([printer.print('1.1', slip), printer.print('1.1', slip)]);
  expect([first, print.mock.calls.length, await printer.print('1.2', slip)]).toEqual([again, 1, { state: 'unknown', why: 'noStatus', nearEnd: false }]);
  for (let nth = 0; nth < 3_000; nth += 1) await printer.print(`2.${nth}`, slip);
  await printer.print('2.2999', slip);
  expect(print.mock.calls.length).toBe(3_002);
});
