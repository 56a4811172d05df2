// One row of a slip as dots over the whole width of the paper: for rows with a sign that the printer cannot write (S5).
import { columnsOf } from '@hall/core/slip/columns';
import { Bitmap } from './bitmap.ts';
import { columnDots, rowDots, type GlyphFont } from './glyphFont.ts';

export interface RowStyle {
  readonly size: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center';
}

/** `dots`: width of the paper. What does not fit is cut off, as on paper. */
export function rowPicture(font: GlyphFont, text: string, { size, bold, align }: RowStyle, dots: number): Bitmap {
  const picture = new Bitmap(dots, rowDots * size);
  const width = columnsOf(text) * columnDots * size;
  let left = align === 'center' ? Math.max(0, Math.floor((dots - width) / 2)) : 0;
  for (const sign of text) {
    const glyph = font.glyphOf(sign);
    picture.draw(glyph, left, 0, size, bold);
    left += glyph.width * size;
  }
  return picture;
}
