// Bytes of one slip as the picture of its paper, with a white margin as the printer leaves one.
import { Bitmap } from '../glyphs/bitmap.ts';
import type { GlyphFont } from '../glyphs/glyphFont.ts';
import { OrderReader } from './orderReader.ts';
import { Paper } from './paper.ts';

/** White at the left and right edge: 80 mm paper has 72 mm of dots. */
const margin = 24;

export interface SlipPicture {
  readonly picture: Bitmap;
  /** Orders that the reader does not know; none may be in our bytes. */
  readonly strange: readonly Uint8Array[];
  readonly overflowing: number;
}

export function slipPicture(bytes: Uint8Array, dots: number, font: GlyphFont): SlipPicture {
  const paper = new Paper(font, dots);
  const pieces = new OrderReader().push(bytes).map((order) => paper.obey(order)).filter((piece) => piece !== null);
  if (!paper.isBlank) pieces.push(paper.piece());
  const height = pieces.reduce((sum, piece) => sum + piece.height, 0);
  const picture = new Bitmap(dots + 2 * margin, height);
  let top = 0;
  for (const piece of pieces) {
    picture.draw(piece, margin, top);
    top += piece.height;
  }
  return { picture, strange: paper.strange, overflowing: paper.overflowing };
}
