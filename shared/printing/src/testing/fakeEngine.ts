// An ESC/POS printer that is not there: takes bytes, answers what it is asked, prints to bitmaps, and can be given every trouble of
// the fault list. Questions of DLE EOT are answered at once, as real printers do, whatever the engine is doing.
import { must } from '@hall/core/base/assert';
import type { Bitmap } from '../glyphs/bitmap.ts';
import type { GlyphFont } from '../glyphs/glyphFont.ts';
import { OrderReader, type Order } from '../paper/orderReader.ts';
import { Paper } from '../paper/paper.ts';

export const fakeFaults = ['none', 'paperOut', 'paperOutMidway', 'nearEnd', 'open', 'slow', 'silent', 'hang', 'cutOff', 'twice'] as const;
export type FakeFault = (typeof fakeFaults)[number];
export const isFakeFault = (text: string): text is FakeFault => (fakeFaults as readonly string[]).includes(text);

/** Rows after which the paper is out midway, and bytes after which the line is cut off. */
const midwayRows = 4;
const cutOffBytes = 150;

export interface FakeEngineParts {
  readonly dots: number;
  readonly font: GlyphFont;
  readonly fault?: FakeFault;
  /** Of the fault `slow`: what one order takes. */
  readonly slowMs?: number;
  /** False: no pictures; for measuring. */
  readonly draws?: boolean;
}

export interface FakeConnection {
  readonly answer: (bytes: Uint8Array) => void;
  /** The line breaks without a word. */
  readonly reset: () => void;
}

export class FakeEngine {
  readonly #parts: FakeEngineParts;
  readonly #paper: Paper;
  #reader = new OrderReader();
  #fault: FakeFault;
  #buffer: { readonly order: Order; readonly connection: FakeConnection }[] = [];
  #slip: Order[] = [];
  #rows = 0;
  #bytes = 0;
  #timer: NodeJS.Timeout | null = null;
  #holds = false;
  /** Everything that ever came in. */
  readonly received: Buffer[] = [];
  /** Every piece of paper that was cut off. */
  readonly pieces: Bitmap[] = [];
  /** Called when a whole slip has been read, before it is printed. */
  onWholeSlip: () => void = () => undefined;
  /** Called when a piece is cut off. */
  onPiece: () => void = () => undefined;

  constructor(parts: FakeEngineParts) {
    this.#parts = parts;
    this.#fault = parts.fault ?? 'none';
    this.#paper = new Paper(parts.font, parts.dots);
  }

  get fault(): FakeFault {
    return this.#fault;
  }
  /** Somebody puts paper in, closes the cover, or breaks something. */
  set fault(fault: FakeFault) {
    this.#fault = fault;
    this.#rows = 0;
    this.#bytes = 0;
    this.#work();
  }

  /** Does it read from its line at all? */
  get reads(): boolean {
    return this.#fault !== 'hang';
  }
  get strange(): readonly Uint8Array[] {
    return this.#paper.strange;
  }
  get overflowing(): number {
    return this.#paper.overflowing;
  }

  /** Tears off what stands on the paper of a printer without a knife; null: it is blank. */
  tearOff(): Bitmap | null {
    return this.#paper.isBlank ? null : this.#paper.piece();
  }

  receive(bytes: Uint8Array, connection: FakeConnection): void {
    this.received.push(Buffer.from(bytes));
    if (this.#fault === 'cutOff') {
      this.#bytes += bytes.length;
      if (this.#bytes >= cutOffBytes) {
        this.#reader = new OrderReader();
        return connection.reset();
      }
    }
    for (const order of this.#reader.push(bytes)) {
      if (order.kind === 'askStatus') this.#answer(connection, this.#status(order.value));
      else if (order.kind === 'clear') this.#buffer = [];
      else this.#buffer.push({ order, connection });
      if (order.kind === 'cut') this.onWholeSlip();
    }
    this.#work();
  }

  /** What a line that ended leaves unfinished is forgotten; whole orders stay in the buffer, as in a real printer. */
  lineEnded(): void {
    this.#reader = new OrderReader();
  }

  /** The engine stands still with what it has, whatever else is in order. */
  hold(): void {
    this.#holds = true;
  }
  letGo(): void {
    this.#holds = false;
    this.#work();
  }
  /** Orders in its buffer that are not carried out. */
  get held(): number {
    return this.#buffer.length;
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#buffer = [];
  }

  #answer({ answer }: FakeConnection, byte: number): void {
    if (this.#fault === 'silent' || this.#fault === 'hang') return;
    answer(Uint8Array.from(this.#fault === 'twice' ? [byte, byte] : [byte]));
  }

  #isStalled = (): boolean => this.#holds || this.#fault === 'paperOut' || this.#fault === 'open' || this.#fault === 'hang' || (this.#fault === 'paperOutMidway' && this.#rows >= midwayRows);

  #work(): void {
    while (this.#buffer.length > 0 && this.#timer === null && !this.#isStalled()) {
      const { order, connection } = must(this.#buffer.shift(), 'an order');
      this.#obey(order, connection);
      if (this.#fault === 'slow') {
        this.#timer = setTimeout(() => { this.#timer = null; this.#work(); }, this.#parts.slowMs ?? 50);
      }
    }
  }

  #obey(order: Order, connection: FakeConnection): void {
    if (order.kind === 'askInOrder') return this.#answer(connection, this.#fault === 'nearEnd' ? 0x03 : 0x00);
    if (order.kind === 'lineFeed') this.#rows += 1;
    if (this.#parts.draws === false) return;
    this.#slip.push(order);
    const piece = this.#paper.obey(order);
    if (piece === null) return;
    const slip = this.#slip.splice(0);
    this.pieces.push(piece);
    this.onPiece();
    if (this.#fault !== 'twice') return;
    for (const again of slip) {
      const second = this.#paper.obey(again);
      if (second !== null) this.pieces.push(second);
    }
  }

  /** As the manuals have it: bits 1 and 4 always, the others by what is wrong. */
  #status(n: number): number {
    const out = this.#fault === 'paperOut' || (this.#fault === 'paperOutMidway' && this.#rows >= midwayRows);
    const open = this.#fault === 'open';
    if (n === 1) return 0x12 | (out || open ? 0x08 : 0);
    if (n === 2) return 0x12 | (open ? 0x04 : 0) | (out ? 0x20 : 0);
    if (n === 3) return 0x12;
    return 0x12 | (out ? 0x60 : 0) | (out || this.#fault === 'nearEnd' ? 0x0c : 0);
  }
}
