// A slip's document as the bytes of one printer: text by escpos in GB18030, pictures where its font ends (S5).
// Every row begins on a fresh line and says its own size and weight; nothing is left over for the next slip.
import Printer from 'escpos/printer.js';
import { slipRows } from '@hall/core/slip/plainSlip';
import type { SlipDocument, SlipLine } from '@hall/core/slip/slipDocument';
import { rowDots, type GlyphFont } from '../glyphs/glyphFont.ts';
import { qrPicture } from '../glyphs/qrPicture.ts';
import { rowPicture } from '../glyphs/rowPicture.ts';
import { Bitmap } from '../glyphs/bitmap.ts';
import type { PrinterProfile } from '../profiles.ts';
import { bold, characterSize, noStatusByItself, qrCode, raster } from './commands.ts';
import { harmless, isWritableText } from './letters.ts';

/** Dots between two rows of normal print, and under larger ones. */
const leading = (size: number): number => 8 + size * 2;
/** Dots of an empty row. */
const space = 14;

/** The document must have been made for the columns of this profile. */
export function slipBytes(document: SlipDocument, profile: PrinterProfile, font: GlyphFont): Buffer {
  const out = new Printer(null, { encoding: 'GB18030' });
  out.hardware('INIT').print(noStatusByItself).print(Buffer.from(profile.chinese));
  if (profile.prelude.length > 0) out.print(Buffer.from(profile.prelude));
  const pitch = (dots: number): void => { out.lineSpace(Math.min(255, Math.round(dots * profile.unitsPerDot))); };
  const feed = (dots: number): void => { pitch(dots); out.print(characterSize(1)).text(''); };
  const picture = (bitmap: Bitmap): void => { out.align('LT').print(raster(bitmap)); };

  for (const line of document.lines) {
    if (line.code !== undefined) {
      if (profile.drawsQr) out.align('CT').print(qrCode(harmlessAddress(line.code), profile.qrDots)).align('LT');
      else picture(centred(qrPicture(harmlessAddress(line.code), profile.qrDots), profile.dots));
      feed(leading(1));
      continue;
    }
    for (const row of slipRows({ ...line, text: harmless(line.text) }, profile.columns)) {
      if (row.trim() === '') feed(space);
      else writeRow(row, line);
    }
  }
  for (let row = 0; row < profile.feedRows; row += 1) feed(rowDots + leading(1));
  if (profile.cut !== null) out.print(Buffer.from(profile.cut));
  return out.buffer.flush();

  function writeRow(row: string, line: SlipLine): void {
    if (!isWritableText(row, profile.letters)) {
      picture(rowPicture(font, row, line, profile.dots));
      return feed(leading(line.size));
    }
    pitch(rowDots * line.size + leading(line.size));
    out.align(line.align === 'center' ? 'CT' : 'LT').print(bold(line.bold)).print(characterSize(line.size)).text(row);
  }
}

/** Dots from the first row to the cut, about: for how long a printer works on it. */
export function slipHeight({ lines }: SlipDocument, { columns, feedRows, qrDots }: PrinterProfile): number {
  const heightOf = (line: SlipLine): number => (line.code !== undefined ? 33 * qrDots : line.text === '' ? space : slipRows(line, columns).length * (rowDots * line.size + leading(line.size)));
  return lines.reduce((sum, line) => sum + heightOf(line), feedRows * (rowDots + leading(1)));
}

/** An address is ASCII; anything else would be read as other bytes. */
function harmlessAddress(code: string): string {
  if (!/^[\x21-\x7e]{1,300}$/.test(code)) throw new Error('the address of a QR code is not ASCII');
  return code;
}

function centred(picture: Bitmap, dots: number): Bitmap {
  const row = new Bitmap(dots, picture.height);
  row.draw(picture, Math.floor((dots - picture.width) / 2), 0);
  return row;
}
