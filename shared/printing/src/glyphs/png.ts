// A bitmap as a PNG of one bit a dot: small enough to stand in the repository beside the bytes it shows.
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { Bitmap } from './bitmap.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** Black on white; grey scale of depth 1, where 0 is black. */
export function pngOf(picture: Bitmap): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(picture.width, 0);
  header.writeUInt32BE(picture.height, 4);
  header[8] = 1;
  const rows = Buffer.alloc((picture.stride + 1) * picture.height);
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.stride; x += 1) rows[y * (picture.stride + 1) + 1 + x] = ~(picture.data[y * picture.stride + x] ?? 0) & 0xff;
  }
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', new Uint8Array())]);
}

/** Reads back what `pngOf` wrote, and nothing else. */
export function bitmapOfPng(png: Buffer): Bitmap {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  const picture = new Bitmap(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < picture.stride; x += 1) picture.data[y * picture.stride + x] = ~(rows[y * (picture.stride + 1) + 1 + x] ?? 0) & 0xff;
  }
  return picture;
}
