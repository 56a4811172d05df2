// Three kinds of files by their own bytes, and nothing else.
import { expect, test } from 'vitest';
import { kindOf, kindSaid } from './fileKind.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(20), Buffer.from('49454e44ae426082', 'hex')]);

test.each<[name: string, bytes: Buffer, kind: string | null]>([
  ['a picture', png, 'png'], ['a photo', Buffer.from('ffd8ffe000104a464946', 'hex'), 'jpeg'], ['a PDF', Buffer.from('%PDF-1.7\n%%EOF'), 'pdf'],
  ['a picture with something behind it', Buffer.concat([png, Buffer.from('<script>')]), null], ['a picture that is cut', png.subarray(0, 30), null],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), null], ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
  ['an archive', Buffer.from('504b0304', 'hex'), null], ['a program', Buffer.from('4d5a9000', 'hex'), null], ['a GIF', Buffer.from('GIF89a'), null],
  ['a PDF that begins later', Buffer.from('\n%PDF-1.7'), null], ['nothing', Buffer.alloc(0), null], ['a beginning alone', Buffer.from('89504e47', 'hex'), null],
])('V1 given %s, then its bytes say what it is', (_name, bytes, kind) => {
  expect(kindOf(bytes)).toBe(kind);
});

test('V1 given what a sender says, then only our three types are understood, however they are written', () => {
  expect(['image/png', 'IMAGE/JPEG', 'application/pdf; charset=x', 'image/jpg', 'text/html', '', 'image/png,text/html'].map(kindSaid)).toEqual(['png', 'jpeg', 'pdf', null, null, null, null]);
});
