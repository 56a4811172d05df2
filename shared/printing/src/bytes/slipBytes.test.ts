// The bytes of a slip: that no text can give the printer an order, that sizes and letters are as told, and the golden files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SlipDocument, SlipLine } from '@hall/core/slip/slipDocument';
import { loadGlyphFont } from '../glyphs/glyphFont.ts';
import { bitmapOfPng } from '../glyphs/png.ts';
import { OrderReader, type Order } from '../paper/orderReader.ts';
import { slipPicture } from '../paper/slipPicture.ts';
import { profiles } from '../profiles.ts';
import { goldenSlips } from '../testing/goldenSlips.ts';
import { goldenFolder } from '../testing/makeGolden.ts';
import { raster } from './commands.ts';
import { slipBytes } from './slipBytes.ts';
import { Bitmap } from '../glyphs/bitmap.ts';

const font = loadGlyphFont();
const line = (text: string, of: Partial<SlipLine> = {}): SlipLine => ({ text, size: 1, bold: false, align: 'left', ...of });
const documentOf = (...lines: SlipLine[]): SlipDocument => ({ language: 'zh', lines });
const ordersOf = (document: SlipDocument, profile: (typeof profiles)[keyof typeof profiles] = profiles.paper80): Order[] => new OrderReader().push(slipBytes(document, profile, font));
/** What the reader finds in a slip whose text is harmless. */
const known = new Set<Order['kind']>(['text', 'reset', 'lineFeed', 'spacing', 'align', 'bold', 'size', 'chinese', 'cut', 'raster', 'nothing']);

test.each(goldenSlips())('S1 S5 given the golden slip $name, then its bytes are those that are pinned, no sign stands outside the paper, and the picture is the one that was looked at', ({ name, profile, document }) => {
  const bytes = slipBytes(document, profile, font);
  expect(bytes.equals(readFileSync(join(goldenFolder, `${name}.bin`)))).toBe(true);
  const { picture, strange, overflowing } = slipPicture(bytes, profile.dots, font);
  expect(strange).toEqual([]);
  expect(overflowing).toBe(0);
  const pinned = bitmapOfPng(readFileSync(join(goldenFolder, `${name}.png`)));
  expect([picture.width, picture.height]).toEqual([pinned.width, pinned.height]);
  expect(Buffer.from(picture.data).equals(Buffer.from(pinned.data))).toBe(true);
});

test('every golden file belongs to a golden slip', () => {
  const names = goldenSlips().flatMap(({ name }) => [`${name}.bin`, `${name}.png`]);
  expect(readdirSync(goldenFolder).sort()).toEqual(names.sort());
});

test.each(['\x1b@', '\x10\x04\x01', '\x1dV\x00', '\x1c.', '\x0c', '\n\n\n', '\x7f', '\x80', '\x00', '\u0085', '\u2028', '\u202e', '\ud842'])('S5 given a name with %j in it, then the printer is given no order by it', (evil) => {
  const orders = ordersOf(documentOf(line(`甲${evil}乙`)));
  const clean = ordersOf(documentOf(line('甲乙')));
  const kinds = (of: Order[]): string[] => of.map(({ kind }) => kind).filter((kind) => kind !== 'text');
  expect(kinds(orders)).toEqual(kinds(clean));
  for (const order of orders) if (order.kind === 'text') expect([...order.bytes].filter((byte) => byte < 0x20 || byte === 0x7f)).toEqual([]);
});

test('S5 given any text at all, in any size, then only our own orders reach the printer and every row ends within the paper', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 40 }).map((text) => `龚${text}䶮`));
  fc.assert(fc.property(fc.array(fc.tuple(texts, fc.integer({ min: 1, max: 8 }), fc.boolean()), { minLength: 1, maxLength: 4 }), fc.constantFrom(profiles.paper80, profiles.paper58, profiles.plain58), (parts, profile) => {
    const document = documentOf(...parts.map(([text, size, centred]) => line(text, { size, align: centred ? 'center' : 'left' })));
    const bytes = slipBytes(document, profile, font);
    const reader = new OrderReader();
    for (const order of reader.push(bytes)) expect(known).toContain(order.kind);
    expect(reader.waiting).toBe(0);
    // A sign of two columns at eight times its size is as wide as a third of narrow paper; rows are broken for it.
    expect(slipPicture(bytes, profile.dots, font).overflowing).toBe(0);
  }), { numRuns: 150, seed: 20_260_302 });
}, 60_000);

test('S5 given Chinese, then it is GB18030 in the mode for Chinese, and read back the same', () => {
  const bytes = slipBytes(documentOf(line('企业设立登记')), profiles.paper80, font);
  expect(bytes.includes(Buffer.from('c6f3d2b5c9e8c1a2b5c7bcc7', 'hex'))).toBe(true);
  expect(bytes.indexOf(Buffer.from([0x1c, 0x26]))).toBeLessThan(bytes.indexOf(Buffer.from('c6f3', 'hex')));
});

test.each([
  ['龚', 'gb2312', true], ['䶮', 'gb2312', false], ['𠮷', 'gb2312', false], ['喆', 'gb2312', false], ['喆', 'gbk', true], ['䶮', 'gbk', false], ['䶮', 'gb18030', true], ['𠮷', 'gb18030', false],
  ['①', 'gb2312', true], ['ⅰ', 'gb2312', false], ['℃', 'gb2312', true], ['é', 'gbk', false], ['😀', 'gb18030', false], ['A', 'gb2312', true], ['：', 'gb2312', true], ['…', 'gb2312', true],
] as const)('S5 given %s and a printer with the letters of %s, then it is written as text: %s', (sign, letters, asText) => {
  const orders = new OrderReader().push(slipBytes(documentOf(line(sign)), { ...profiles.paper80, letters }, font));
  expect(orders.some(({ kind }) => kind === 'text')).toBe(asText);
  expect(orders.some(({ kind }) => kind === 'raster')).toBe(!asText);
});

test('S5 given signs without a shape, such as selectors of variants in a name, then nothing stands in their place', () => {
  const bytes = (text: string): string => slipBytes(documentOf(line(text)), profiles.paper80, font).toString('hex');
  expect(bytes('葛\u{e0100}城\u200d\ufe0f区\u00ad')).toBe(bytes('葛城区'));
});

test('S1 given sizes up to eight, then GS ! says them for both directions', () => {
  const sizes = ordersOf(documentOf(line('A', { size: 8 }), line('B', { size: 3 }), line('C'))).filter((order) => order.kind === 'size');
  expect(sizes.slice(0, 3)).toEqual([{ kind: 'size', wide: 8, high: 8 }, { kind: 'size', wide: 3, high: 3 }, { kind: 'size', wide: 1, high: 1 }]);
});

test('S1 given the address of a ticket\'s page, then a printer that draws QR codes gets the address, and one that does not gets the same dots', () => {
  const document = documentOf(line('', { code: 'https://hall.example.lan/t/1.12', align: 'center' }));
  const orders = ordersOf(document);
  expect(orders.filter((order) => order.kind === 'qrData')).toEqual([{ kind: 'qrData', text: 'https://hall.example.lan/t/1.12' }]);
  const [drawn, sent] = [profiles.paper58, { ...profiles.paper58, drawsQr: false }].map((profile) => slipPicture(slipBytes(document, profile, font), profile.dots, font).picture);
  expect(drawn?.data).toEqual(sent?.data);
  expect(() => slipBytes(documentOf(line('', { code: 'http://\x1b@' })), profiles.paper80, font)).toThrow('not ASCII');
});

test('S5 given dots that look like an order a printer obeys at once, then one dot is added', () => {
  const picture = new Bitmap(32, 2, Uint8Array.from([0x10, 0x04, 0x01, 0x10, 0x14, 0x08, 0x00, 0x10]));
  expect(raster(picture).subarray(8).toString('hex')).toBe('1804011814080018');
});

test('S3 a slip leaves nothing behind for the next: it begins with a reset and ends with a cut where there is a knife', () => {
  for (const { profile, document } of goldenSlips()) {
    const orders = new OrderReader().push(slipBytes(document, profile, font));
    expect(orders[0]?.kind).toBe('reset');
    expect(orders.at(-1)?.kind).toBe(profile.cut === null ? 'lineFeed' : 'cut');
    expect(orders.filter(({ kind }) => kind === 'cut')).toHaveLength(profile.cut === null ? 0 : 1);
  }
});
