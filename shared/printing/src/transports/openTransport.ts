// Where a printer is, as data, and the transport that goes there.
import type { GlyphFont } from '../glyphs/glyphFont.ts';
import type { PrinterProfile } from '../profiles.ts';
import type { Transport } from '../printer/line.ts';
import { deviceTransport } from './device.ts';
import { previewTransport } from './preview.ts';
import { serialTransport } from './serial.ts';
import { spoolerTransport } from './spooler.ts';
import { tcpTransport } from './tcp.ts';
import { loadWinspool } from './winspool.ts';

export type PrinterAddress =
  /** Network printer, port 9100 on nearly all. */
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  /** Device file, such as /dev/usb/lp0. */
  | { readonly kind: 'device'; readonly path: string }
  | { readonly kind: 'serial'; readonly path: string; readonly baudRate: number }
  /** Name of a printer of Windows, which gets the bytes as they are. */
  | { readonly kind: 'spooler'; readonly printer: string }
  /** A folder of pictures: development. */
  | { readonly kind: 'preview'; readonly folder: string };

export function openTransport(address: PrinterAddress, profile: PrinterProfile, font: GlyphFont): Transport {
  switch (address.kind) {
    case 'tcp': return tcpTransport(address.host, address.port);
    case 'device': return deviceTransport(address.path);
    case 'serial': return serialTransport(address.path, address.baudRate);
    case 'spooler': return spoolerTransport(address.printer, loadWinspool);
    case 'preview': return previewTransport(address.folder, profile.dots, font);
  }
}
