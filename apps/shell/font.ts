// The letters of the shell's own pages: those slices of the screens' font that their words need, so that a bare machine shows Chinese.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const stylesheet = createRequire(join(import.meta.dirname, '../../shared/client/package.json')).resolve('@fontsource-variable/noto-sans-sc/index.css');

/** Writes font.css and the slices it names into that folder. */
export async function writeFontFor(texts: readonly string[], folder: string): Promise<void> {
  const points = new Set([...texts.join('')].map((sign) => sign.codePointAt(0) ?? 0));
  const faces = (await readFile(stylesheet, 'utf8')).split(/(?=@font-face)/u).filter((face) => rangesOf(face).some(([from, to]) => [...points].some((point) => point >= from && point <= to)));
  await mkdir(join(folder, 'files'), { recursive: true });
  for (const face of faces) {
    const [, file] = /url\(\.\/(files\/[\w-]+\.woff2)\)/u.exec(face) ?? [];
    if (file === undefined) throw new Error('a slice of the font has no file');
    await copyFile(join(dirname(stylesheet), file), join(folder, file));
  }
  await writeFile(join(folder, 'font.css'), faces.join(''));
}

const rangesOf = (face: string): (readonly [number, number])[] => (/unicode-range:\s*([^;]+);/u.exec(face)?.[1] ?? '').split(',').map((range) => {
  const [from = '', to = from] = range.trim().replace(/^U\+/iu, '').split('-');
  return [parseInt(from.replaceAll('?', '0'), 16), parseInt(to.replaceAll('?', 'F'), 16)];
});
