// (printing) From touch to the last byte at the printer: asking it, a durable number, the slip, its bytes; beside the bare talk with the same printer.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { PrinterChild } from '../children/printerChild.ts';
import type { PrintKioskChild } from '../children/printKioskChild.ts';
import type { ServerChild } from '../children/serverChild.ts';
import type { Bench } from '../measuring.ts';
import { median, share, type Result } from '../results.ts';

const slips = 1_000;
const warmUp = 100;

export async function measurePrinting({ start, folder, plan, serverFlags, note }: Bench): Promise<Result[]> {
  const [server, printer, kiosk] = [start<ServerChild>('serverChild', serverFlags), start<PrinterChild>('printerChild'), start<PrintKioskChild>('printKioskChild')];
  const { url, secret } = await server.ask('start', mkdtempSync(join(folder, 'printing-')), plan);
  await kiosk.ask('open', url, secret, await printer.ask('start'));
  await kiosk.ask('print', warmUp);
  await kiosk.ask('bare', warmUp);
  await printer.ask('takeMoments');

  const touched: number[] = [];
  const printed: number[] = [];
  const bare: number[] = [];
  let unconfirmed = 0;
  // By turns, so that what else the machine does hits both alike.
  for (let done = 0; done < slips; done += 100) {
    const { touches, answers, states } = await kiosk.ask('print', 100);
    const ours = await printer.ask('takeMoments');
    const starts = await kiosk.ask('bare', 100);
    const theirs = await printer.ask('takeMoments');
    if (ours.length !== 100 || theirs.length !== 100) throw new Error(`${ours.length} and ${theirs.length} slips of 100 at the printer`);
    ours.forEach((at, nth) => { touched.push(at - (touches[nth] ?? Number.NaN)); printed.push(at - (answers[nth] ?? Number.NaN)); });
    theirs.forEach((at, nth) => { bare.push(at - (starts[nth] ?? Number.NaN)); });
    unconfirmed += states.filter((state) => state !== 'confirmed').length;
  }
  note(`printing: ${slips} slips`);
  const row = (name: string, value: number, target: Result['target'], unit = 'ms'): Result => ({ part: 'printing', name, value, unit, target });
  return [
    row('touch to the last byte at the printer, p50', median(touched), null),
    row('touch to the last byte at the printer, p99', share(touched, 0.99), { atMost: 150 }),
    row('number in hand to the last byte, p50', median(printed), null),
    row('number in hand to the last byte, p99', share(printed, 0.99), null),
    row('bare questions and bytes, p50', median(bare), null),
    row('bare questions and bytes, p99', share(bare, 0.99), null),
    row('number in hand ÷ bare, p50', median(printed) / median(bare), null, '×'),
    row('slips not confirmed', unconfirmed, { atMost: 0 }, ''),
  ];
}
