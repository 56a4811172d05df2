// `pnpm slips`: writes the bytes and the picture of every golden slip to golden/. Look at the pictures before they are committed.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slipBytes } from '../bytes/slipBytes.ts';
import { loadGlyphFont } from '../glyphs/glyphFont.ts';
import { pngOf } from '../glyphs/png.ts';
import { slipPicture } from '../paper/slipPicture.ts';
import { goldenSlips } from './goldenSlips.ts';

export const goldenFolder = join(import.meta.dirname, '../../golden');

if (import.meta.main) {
  const font = loadGlyphFont();
  mkdirSync(goldenFolder, { recursive: true });
  for (const file of readdirSync(goldenFolder)) if (/[.](bin|png)$/.test(file)) rmSync(join(goldenFolder, file));
  for (const { name, profile, document } of goldenSlips()) {
    const bytes = slipBytes(document, profile, font);
    const { picture, strange, overflowing } = slipPicture(bytes, profile.dots, font);
    writeFileSync(join(goldenFolder, `${name}.bin`), bytes);
    writeFileSync(join(goldenFolder, `${name}.png`), pngOf(picture));
    console.log(`${name}: ${bytes.length} bytes, ${picture.width} x ${picture.height} dots, ${strange.length} strange orders, ${overflowing} signs outside`);
  }
}
