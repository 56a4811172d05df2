// The ESC/POS orders that escpos lacks or gets wrong, as bytes. Names are those of the ESC/POS manuals.
import type { Bitmap } from '../glyphs/bitmap.ts';

export const bytesOf = (...bytes: number[]): Buffer => Buffer.from(bytes);

/** GS a 0: no status by itself; an answer is then always one to a question. */
export const noStatusByItself = bytesOf(0x1d, 0x61, 0x00);
/** DLE EOT n: 1 printer, 2 why offline, 3 error, 4 paper. Answered at once. */
export const askStatus = (n: 1 | 2 | 3 | 4): Buffer => bytesOf(0x10, 0x04, n);
/** GS r 1: paper sensor, answered when everything before it is done. */
export const askInOrder = bytesOf(0x1d, 0x72, 0x01);
/** ESC E. */
export const bold = (on: boolean): Buffer => bytesOf(0x1b, 0x45, on ? 1 : 0);

/** GS !: 1 to 8 times as wide and high, Latin and Chinese alike. */
export function characterSize(times: number): Buffer {
  const more = Math.max(1, Math.min(8, times)) - 1;
  return bytesOf(0x1d, 0x21, more * 16 + more);
}

/** GS ( k: model 2, correction M, modules of so many dots. The text is ASCII: an address. */
export function qrCode(text: string, dots: number): Buffer {
  const data = Buffer.from(text, 'latin1');
  const length = data.length + 3;
  return Buffer.concat([
    bytesOf(0x1d, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0),
    bytesOf(0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x43, dots),
    bytesOf(0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x45, 0x31),
    bytesOf(0x1d, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30), data,
    bytesOf(0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30),
  ]);
}

/** Rows of one picture order: cheap printers keep few in memory. */
const mostRows = 128;

/** GS v 0, in pieces. */
export function raster(picture: Bitmap): Buffer {
  const { height, stride } = picture;
  const data = withoutOrders(picture.data);
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < height; from += mostRows) {
    const rows = Math.min(mostRows, height - from);
    pieces.push(bytesOf(0x1d, 0x76, 0x30, 0, stride & 0xff, stride >> 8, rows & 0xff, rows >> 8), data.subarray(from * stride, (from + rows) * stride));
  }
  return Buffer.concat(pieces);
}

/** Printers look for DLE EOT, DLE ENQ and DLE DC4 even inside pictures: one dot more, and the bytes are no order. */
function withoutOrders(dots: Uint8Array): Uint8Array {
  const data = Uint8Array.from(dots);
  for (let at = 0; at < data.length; at += 1) {
    const next = data[at + 1] ?? 0;
    // The byte that follows the last may be an order's first: 0x10 at the end is changed too.
    if (data[at] === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14 || at + 1 === data.length)) data[at] = 0x18;
  }
  return data;
}
