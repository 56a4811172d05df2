// The printer's letters as dots: 12x24 for Latin, 24x24 for Chinese, as every ESC/POS printer with Chinese draws them.
// Made once by scripts/glyphs/makeGlyphs.py from Noto Sans Mono CJK SC (SIL OFL 1.1, glyphs/LICENSE): 33,332 signs, among them all of
// GB2312, GBK and CJK Extension A. A sign that it lacks is a frame with its code point: told honestly, never left out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { columnsOf } from '@hall/core/slip/columns';
import { Bitmap } from './bitmap.ts';

/** Dots of a column and of a row of normal print. */
export const columnDots = 12;
export const rowDots = 24;

interface Run {
  readonly first: number;
  readonly count: number;
  readonly bytesPerRow: number;
  readonly offset: number;
}

export interface GlyphFont {
  /** Always as wide as the sign's columns on paper. */
  readonly glyphOf: (sign: string) => Bitmap;
  readonly has: (sign: string) => boolean;
}

const file = join(import.meta.dirname, '../../glyphs/glyphs24.bin');

/** Reads 1.1 MB and unfolds 2.4 MB, about 20 ms: done once by whoever prints. */
export function loadGlyphFont(path = file): GlyphFont {
  const data = brotliDecompressSync(readFileSync(path));
  const runs: Run[] = [];
  const runCount = data.readUInt32BE(0);
  let offset = 4 + runCount * 12;
  for (let nth = 0; nth < runCount; nth += 1) {
    const at = 4 + nth * 12;
    const run = { first: data.readUInt32BE(at), count: data.readUInt32BE(at + 4), bytesPerRow: data.readUInt32BE(at + 8), offset };
    runs.push(run);
    offset += run.count * run.bytesPerRow * rowDots;
  }
  const runOf = (point: number): Run | undefined => {
    let low = 0;
    let high = runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = runs[middle];
      if (run === undefined || point < run.first) high = middle - 1;
      else if (point >= run.first + run.count) low = middle + 1;
      else return run;
    }
    return undefined;
  };
  return {
    has: (sign) => runOf(sign.codePointAt(0) ?? 0) !== undefined,
    glyphOf(sign) {
      const point = sign.codePointAt(0) ?? 0;
      const width = columnsOf(sign) * columnDots;
      const run = runOf(point);
      if (run === undefined) return frameWith(point.toString(16).toUpperCase(), width);
      const size = run.bytesPerRow * rowDots;
      const from = run.offset + (point - run.first) * size;
      const glyph = new Bitmap((run.bytesPerRow - 1) * columnDots, rowDots, data.subarray(from, from + size));
      if (glyph.width === width) return glyph;
      const cell = new Bitmap(width, rowDots);
      cell.draw(glyph, Math.floor((width - glyph.width) / 2), 0);
      return cell;
    },
  };
}

/** Digits of 3x5 dots, five rows of three bits each, for the frame of an unknown sign. */
const tiny: Readonly<Record<string, number>> = {
  0: 0b111101101101111, 1: 0b010110010010111, 2: 0b111001111100111, 3: 0b111001111001111, 4: 0b101101111001001, 5: 0b111100111001111, 6: 0b111100111101111, 7: 0b111001010010010,
  8: 0b111101111101111, 9: 0b111101111001111, A: 0b010101111101101, B: 0b110101110101110, C: 0b111100100100111, D: 0b110101101101110, E: 0b111100110100111, F: 0b111100110100100,
};

/** A frame with the code point in it, so that what stands there can be looked up. */
function frameWith(hex: string, width: number): Bitmap {
  const cell = new Bitmap(width, rowDots);
  for (let y = 1; y < rowDots - 1; y += 1) { cell.set(1, y); cell.set(width - 2, y); }
  for (let x = 1; x < width - 1; x += 1) { cell.set(x, 1); cell.set(x, rowDots - 2); }
  const across = width > columnDots ? 4 : 2;
  const padded = hex.padStart(Math.ceil(hex.length / across) * across, '0');
  const lines = Math.ceil(padded.length / across);
  const left = Math.floor((width - (across * 4 - 1)) / 2);
  const top = Math.floor((rowDots - (lines * 6 - 1)) / 2);
  [...padded].forEach((digit, nth) => {
    const bits = tiny[digit] ?? 0;
    for (let bit = 0; bit < 15; bit += 1) {
      if ((bits & (1 << (14 - bit))) !== 0) cell.set(left + (nth % across) * 4 + (bit % 3), top + Math.floor(nth / across) * 6 + Math.floor(bit / 3));
    }
  });
  return cell;
}
