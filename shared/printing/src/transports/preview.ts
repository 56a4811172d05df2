// A folder instead of a printer, for development and for trying a plan: every slip is written as its bytes and as a picture.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pngOf } from '../glyphs/png.ts';
import type { GlyphFont } from '../glyphs/glyphFont.ts';
import { slipPicture } from '../paper/slipPicture.ts';
import type { PrinterLine, Transport } from '../printer/line.ts';

export const previewTransport = (folder: string, dots: number, font: GlyphFont): Transport => ({
  name: folder,
  async open() {
    await mkdir(folder, { recursive: true });
    const line: PrinterLine = {
      async send(bytes) {
        const nth = (await readdir(folder)).filter((name) => /^slip-[0-9]+[.]png$/.test(name)).length + 1;
        const name = join(folder, `slip-${String(nth).padStart(4, '0')}`);
        await writeFile(`${name}.bin`, bytes);
        await writeFile(`${name}.png`, pngOf(slipPicture(bytes, dots, font).picture));
      },
      status: () => Promise.resolve({ fault: null, nearEnd: false }),
      forget: () => Promise.resolve(true),
      isDone: () => Promise.resolve(true),
      isConfused: () => false,
      close: () => Promise.resolve(),
      abort: () => undefined,
    };
    return line;
  },
});
