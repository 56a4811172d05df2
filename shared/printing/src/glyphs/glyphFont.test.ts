// Letters as dots: the signs people's names need are there, and what is not there is told by its code point.
import { expect, test } from 'vitest';
import { columnsOf } from '@hall/core/slip/columns';
import { Bitmap } from './bitmap.ts';
import { columnDots, loadGlyphFont, rowDots } from './glyphFont.ts';
import { bitmapOfPng, pngOf } from './png.ts';
import { qrPicture } from './qrPicture.ts';

const font = loadGlyphFont();

test('S5 signs of names that few fonts have are in ours', () => {
  for (const sign of '龚䶮𠮷喆堃犇㛃𬱖叾A1。：（') expect([sign, font.has(sign)]).toEqual([sign, true]);
});

test('S5 given a sign that no font has, then a frame with its code point stands in its place', () => {
  const [unknown, other] = [font.glyphOf('\u{2ffff}'), font.glyphOf('\u{2fffe}')];
  expect(font.has('\u{2ffff}')).toBe(false);
  expect(unknown.data).not.toEqual(other.data);
  expect(unknown.has(1, 1)).toBe(true);
});

test('every glyph is as wide as its columns', () => {
  for (let point = 0x20; point < 0x3100; point += 1) {
    const sign = String.fromCodePoint(point);
    const { width, height } = font.glyphOf(sign);
    expect([sign, width, height]).toEqual([sign, columnsOf(sign) * columnDots, rowDots]);
  }
});

test('a picture is read back as it was written', () => {
  const picture = new Bitmap(37, 5);
  for (const [x, y] of [[0, 0], [36, 4], [8, 2], [7, 2]] as const) picture.set(x, y);
  const back = bitmapOfPng(pngOf(picture));
  for (let y = 0; y < 5; y += 1) for (let x = 0; x < 37; x += 1) expect(back.has(x, y)).toBe(picture.has(x, y));
});

test('outside the paper nothing is printed', () => {
  const paper = new Bitmap(8, 1);
  paper.draw(new Bitmap(8, 1, Uint8Array.of(0xff)), 4, 0, 3);
  expect([...paper.data]).toEqual([0x0f]);
});

test('a QR code has its three corners', () => {
  const code = qrPicture('https://hall.example.lan/t/1.12', 1);
  for (const [x, y] of [[0, 0], [code.width - 1, 0], [0, code.height - 1]] as const) expect(code.has(x, y)).toBe(true);
  expect(code.has(code.width - 1, code.height - 1) && code.has(code.width - 7, code.height - 7) && code.has(code.width - 1, code.height - 7)).toBe(false);
});
