// Reads a stream of ESC/POS bytes into orders, as a printer does: for the picture of a slip, the preview and the fake printer.
// Written from the printers' manuals and not from our own bytes: what it does not know it reports.

export type Order =
  | { readonly kind: 'text'; readonly bytes: Uint8Array }
  | { readonly kind: 'reset' | 'lineFeed' | 'defaultSpacing' | 'cut' | 'printQr' | 'clear' }
  | { readonly kind: 'align' | 'bold' | 'spacing' | 'chinese' | 'feedUnits' | 'feedLines' | 'qrDots' | 'askStatus' | 'askInOrder'; readonly value: number }
  | { readonly kind: 'size'; readonly wide: number; readonly high: number }
  | { readonly kind: 'qrData'; readonly text: string }
  | { readonly kind: 'raster'; readonly stride: number; readonly rows: number; readonly data: Uint8Array }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown'; readonly bytes: Uint8Array };

interface Step { readonly order: Order; readonly length: number }

/** Orders of ESC, GS and FS with one parameter that change nothing the picture shows. */
const oneSilent: Readonly<Record<number, readonly number[]>> = { 0x1b: [0x74, 0x52, 0x4d, 0x2d, 0x37], 0x1d: [0x61, 0x42, 0x66, 0x68, 0x77], 0x1c: [0x21, 0x43] };
const valued: Readonly<Record<number, Readonly<Record<number, 'align' | 'bold' | 'spacing' | 'feedUnits' | 'feedLines' | 'askInOrder'>>>> = {
  0x1b: { 0x61: 'align', 0x45: 'bold', 0x47: 'bold', 0x33: 'spacing', 0x4a: 'feedUnits', 0x64: 'feedLines' }, 0x1d: { 0x72: 'askInOrder' },
};

export class OrderReader {
  #rest: Uint8Array = new Uint8Array();

  /** The orders that are complete; an unfinished one waits for its other bytes. */
  push(bytes: Uint8Array): Order[] {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const orders: Order[] = [];
    let at = 0;
    while (at < all.length) {
      const step = orderAt(all, at);
      if (step === null) break;
      orders.push(step.order);
      at += step.length;
    }
    this.#rest = all.slice(at);
    return orders;
  }

  /** Bytes of an order that is not complete. */
  get waiting(): number {
    return this.#rest.length;
  }
}

/** Null: more bytes are needed. */
function orderAt(all: Uint8Array, at: number): Step | null {
  const [first = 0, second, third] = all.subarray(at, at + 3);
  if (first === 0x0a) return { order: { kind: 'lineFeed' }, length: 1 };
  if (first === 0x0d) return { order: { kind: 'nothing' }, length: 1 };
  if (first >= 0x20) return text(all, at);
  if (first !== 0x1b && first !== 0x1d && first !== 0x1c && first !== 0x10) return unknown(all, at, 1);
  if (second === undefined) return null;
  if (first === 0x1b && second === 0x40) return { order: { kind: 'reset' }, length: 2 };
  if (first === 0x1b && second === 0x32) return { order: { kind: 'defaultSpacing' }, length: 2 };
  if (first === 0x1c && (second === 0x26 || second === 0x2e)) return { order: { kind: 'chinese', value: second === 0x26 ? 1 : 0 }, length: 2 };
  if (third === undefined) return null;
  if (first === 0x10) return realTime(all, at, second, third);
  const kind = valued[first]?.[second];
  if (kind !== undefined) return { order: { kind, value: third }, length: 3 };
  if (oneSilent[first]?.includes(second) === true) return { order: { kind: 'nothing' }, length: 3 };
  if (first !== 0x1d) return unknown(all, at, 2);
  if (second === 0x21) return { order: { kind: 'size', wide: (third >> 4) + 1, high: (third & 7) + 1 }, length: 3 };
  if (second === 0x56) return third >= 0x41 ? needs(all, at, 4, { kind: 'cut' }) : { order: { kind: 'cut' }, length: 3 };
  if (second === 0x28 && third === 0x6b) return qr(all, at);
  if (second === 0x76 && third === 0x30) return picture(all, at);
  return unknown(all, at, 2);
}

const needs = (all: Uint8Array, at: number, length: number, order: Order): Step | null => (all.length - at < length ? null : { order, length });
const unknown = (all: Uint8Array, at: number, length: number): Step => ({ order: { kind: 'unknown', bytes: all.slice(at, at + length) }, length });

function text(all: Uint8Array, at: number): Step {
  let end = at;
  while (end < all.length && (all[end] ?? 0) >= 0x20) end += 1;
  return { order: { kind: 'text', bytes: all.slice(at, end) }, length: end - at };
}

function realTime(all: Uint8Array, at: number, second: number, third: number): Step | null {
  if (second === 0x04 && third >= 1 && third <= 4) return { order: { kind: 'askStatus', value: third }, length: 3 };
  if (second === 0x14 && third === 0x08) return needs(all, at, 10, { kind: 'clear' });
  return unknown(all, at, 2);
}

function qr(all: Uint8Array, at: number): Step | null {
  if (all.length - at < 5) return null;
  const length = (all[at + 3] ?? 0) + (all[at + 4] ?? 0) * 256;
  if (all.length - at < 5 + length) return null;
  const [, what = 0, ...rest] = all.subarray(at + 5, at + 5 + length);
  const order: Order = what === 0x43 ? { kind: 'qrDots', value: rest[0] ?? 0 }
    : what === 0x50 ? { kind: 'qrData', text: Buffer.from(rest.slice(1)).toString('latin1') }
      : what === 0x51 ? { kind: 'printQr' } : { kind: 'nothing' };
  return { order, length: 5 + length };
}

function picture(all: Uint8Array, at: number): Step | null {
  if (all.length - at < 8) return null;
  const [stride, rows] = [(all[at + 4] ?? 0) + (all[at + 5] ?? 0) * 256, (all[at + 6] ?? 0) + (all[at + 7] ?? 0) * 256];
  const length = 8 + stride * rows;
  return all.length - at < length ? null : { order: { kind: 'raster', stride, rows, data: all.slice(at + 8, at + length) }, length };
}
