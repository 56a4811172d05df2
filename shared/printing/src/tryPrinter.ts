// `pnpm printer`: asks a printer how it is and prints a page that shows whether its profile is right: width, letters, sizes, QR, cut.
// For the hall's IT, before a kiosk relies on it: docs/operating/printers.md.
import { parseArgs } from 'node:util';
import type { SlipDocument, SlipLine } from '@hall/core/slip/slipDocument';
import { loadGlyphFont } from './glyphs/glyphFont.ts';
import { createHallPrinters, type PrinterSettings } from './hallPrinters.ts';
import { isProfileId, profiles, type PrinterProfile } from './profiles.ts';
import type { PrinterAddress } from './transports/openTransport.ts';

const line = (text: string, size = 1, bold = false, align: SlipLine['align'] = 'left'): SlipLine => ({ text, size, bold, align });

/** Every row says what must be seen. */
function tryPage({ columns, paperMm }: PrinterProfile): SlipDocument {
  const ruler = Array.from({ length: columns }, (_, at) => (at + 1) % 10).join('');
  return {
    language: 'zh',
    lines: [
      line('打印机测试 Printer test', 1, true, 'center'), line(''), line('A012', 4, true, 'center'), line(''),
      line(`${paperMm} mm：下一行应正好占满一行`), line('The next row fills the paper exactly:'), line(ruler), line(''),
      line('常用字：企业设立登记 窗口', 2), line('生僻字（图形）：龚 䶮 𠮷', 1), line('加粗 Bold', 1, true), line(''),
      { ...line('', 1, false, 'center'), code: 'https://example.org/printer-test' }, line('扫码应得到 example.org', 1, false, 'center'), line(''),
      line('此行之后应切纸 Cut below', 1, false, 'center'),
    ],
  };
}

function addressOf(given: { readonly [name: string]: string | undefined }): PrinterAddress {
  if (given['tcp'] !== undefined) {
    const [host = '', port = '9100'] = given['tcp'].split(':');
    return { kind: 'tcp', host, port: Number(port) };
  }
  if (given['device'] !== undefined) return { kind: 'device', path: given['device'] };
  if (given['serial'] !== undefined) return { kind: 'serial', path: given['serial'], baudRate: Number(given['baud']) };
  if (given['windows'] !== undefined) return { kind: 'spooler', printer: given['windows'] };
  return { kind: 'preview', folder: given['folder'] ?? 'test-results/slips' };
}

const { values: { profile, ...where } } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== '--'),
  options: {
    profile: { type: 'string', default: 'paper80' }, tcp: { type: 'string' }, device: { type: 'string' }, serial: { type: 'string' },
    baud: { type: 'string', default: '9600' }, windows: { type: 'string' }, folder: { type: 'string' },
  },
});
if (!isProfileId(profile)) throw new Error(`no profile ${profile}; there are ${Object.keys(profiles).join(', ')}`);
const settings: PrinterSettings = { profile, address: addressOf(where) };
const printers = createHallPrinters(loadGlyphFont(), ({ state }, name) => { console.log(`${name}: ${state}`); });
const printer = printers.of(settings);
console.log(`${printer.name}: ${JSON.stringify(await printer.canPrint())}`);
const { state, why } = await printer.print('printer test', tryPage(printer.profile)).ended;
console.log(state === 'confirmed' ? 'printed' : `${state}: ${why}`);
await printers.close();
if (state !== 'confirmed') process.exitCode = 1;
