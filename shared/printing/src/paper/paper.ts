// The paper of a printer: orders become dots on it, and a cut ends a piece. What a printer would print can be looked at without one.
import iconv from 'iconv-lite';
import { columnsOf } from '@hall/core/slip/columns';
import { Bitmap } from '../glyphs/bitmap.ts';
import { columnDots, rowDots, type GlyphFont } from '../glyphs/glyphFont.ts';
import { qrPicture } from '../glyphs/qrPicture.ts';
import type { Order } from './orderReader.ts';

/** Rows of dots that one piece may have at most; a slip of 2 m is a mistake. */
const mostRows = 16_000;
/** Line spacing after a start: a sixth of an inch at 203 dots. */
const defaultSpacing = 34;
/** From the head to the knife. */
const headToKnife = 60;

interface Placed { readonly text: string; readonly wide: number; readonly high: number; readonly bold: boolean }

export class Paper {
  readonly #font: GlyphFont;
  readonly #dots: number;
  #canvas: Bitmap;
  #y = 0;
  #row: Placed[] = [];
  #style = { align: 0, bold: false, wide: 1, high: 1, spacing: defaultSpacing };
  #qr = { text: '', dots: 3 };
  /** Orders that no printer of ours is sent. */
  readonly strange: Uint8Array[] = [];
  /** Signs that would stand outside the paper. */
  overflowing = 0;

  constructor(font: GlyphFont, dots: number) {
    this.#font = font;
    this.#dots = dots;
    this.#canvas = new Bitmap(dots, mostRows);
  }

  /** The finished piece when the order was a cut, else null. */
  obey(order: Order): Bitmap | null {
    switch (order.kind) {
      case 'text': this.#write(iconv.decode(Buffer.from(order.bytes), 'GB18030')); return null;
      case 'reset': this.#style = { align: 0, bold: false, wide: 1, high: 1, spacing: defaultSpacing }; return null;
      case 'lineFeed': this.#lineFeed(this.#style.spacing); return null;
      case 'defaultSpacing': this.#style.spacing = defaultSpacing; return null;
      case 'spacing': this.#style.spacing = order.value; return null;
      case 'align': this.#style.align = order.value % 48; return null;
      case 'bold': this.#style.bold = (order.value & 1) === 1; return null;
      case 'size': this.#style.wide = order.wide; this.#style.high = order.high; return null;
      case 'feedUnits': this.#lineFeed(order.value); return null;
      case 'feedLines': this.#lineFeed(order.value * this.#style.spacing); return null;
      case 'qrDots': this.#qr.dots = order.value; return null;
      case 'qrData': this.#qr.text = order.text; return null;
      case 'printQr': this.#picture(qrPicture(this.#qr.text, this.#qr.dots)); return null;
      case 'raster': this.#picture(new Bitmap(order.stride * 8, order.rows, order.data)); return null;
      case 'cut': this.#lineFeed(headToKnife); return this.piece();
      case 'unknown': this.strange.push(order.bytes); return null;
      case 'chinese': case 'askStatus': case 'askInOrder': case 'clear': case 'nothing': return null;
    }
  }

  /** What stands on the paper since the last cut; it is torn off. */
  piece(): Bitmap {
    const piece = this.#canvas.rows(0, Math.min(this.#y, mostRows));
    this.#canvas = new Bitmap(this.#dots, mostRows);
    this.#y = 0;
    return piece;
  }

  /** Is something on the paper that nobody has cut off? */
  get isBlank(): boolean {
    return this.#y === 0 || this.#canvas.rows(0, Math.min(this.#y, mostRows)).usedRows() === 0;
  }

  #write(text: string): void {
    const { wide, high, bold } = this.#style;
    for (const sign of text) {
      if (this.#rowWidth() + columnsOf(sign) * columnDots * wide > this.#dots) {
        this.overflowing += 1;
        this.#lineFeed(this.#style.spacing);
      }
      this.#row.push({ text: sign, wide, high, bold });
    }
  }

  #rowWidth = (): number => this.#row.reduce((sum, { text, wide }) => sum + columnsOf(text) * columnDots * wide, 0);

  /** Larger signs push the next row down even when the spacing is smaller. */
  #lineFeed(spacing: number): void {
    const height = this.#row.reduce((most, { high }) => Math.max(most, high * rowDots), 0);
    let x = this.#leftOf(this.#rowWidth());
    for (const { text, wide, high, bold } of this.#row) {
      const glyph = this.#font.glyphOf(text);
      this.#canvas.draw(glyph, x, this.#y + height - high * rowDots, wide, bold);
      x += glyph.width * wide;
    }
    this.#row = [];
    this.#y += Math.max(spacing, height);
  }

  #leftOf = (width: number): number => (this.#style.align === 1 ? Math.max(0, Math.floor((this.#dots - width) / 2)) : this.#style.align === 2 ? this.#dots - width : 0);

  #picture(picture: Bitmap): void {
    if (this.#row.length > 0) this.#lineFeed(0);
    if (picture.width > this.#dots) this.overflowing += 1;
    this.#canvas.draw(picture, this.#leftOf(picture.width), this.#y);
    this.#y += picture.height;
  }
}
