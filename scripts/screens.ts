// Which screens there are, and whether a built screen still matches its sources.
// The stamp is a hash over everything that goes into a screen; it lives beside other caches, not in what is served.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

/** The rooms under apps/ that are pages: those with an index.html. */
export async function screenNames(root = ROOT): Promise<string[]> {
  const rooms = await readdir(join(root, 'apps'));
  return rooms.filter((name) => existsSync(join(root, 'apps', name, 'index.html'))).sort();
}

/** A hash over the screen's own files, the shared rooms it is built from, and the lockfile. */
export async function sourceHash(name: string, root = ROOT): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  const folders = [`apps/${name}`, 'shared/client', 'shared/core'];
  for (const folder of folders) {
    for (const file of await sourceFiles(join(root, folder))) {
      hash.update(`\0${file.slice(root.length)}\0`).update(await readFile(file));
    }
  }
  for (const file of ['pnpm-lock.yaml', 'tsconfig.base.json']) hash.update(await readFile(join(root, file)));
  return hash.digest('hex');
}

/** True when the screen is built and was built from exactly these sources. */
export async function isBuilt(name: string, hash: string, root = ROOT): Promise<boolean> {
  const stamp = stampFile(name, root);
  if (!existsSync(stamp) || !existsSync(join(root, 'apps', name, 'dist/index.html'))) return false;
  return (await readFile(stamp, 'utf8')) === hash;
}

/** Remembers from which sources the screen was built. */
export async function markBuilt(name: string, hash: string, root = ROOT): Promise<void> {
  await mkdir(join(root, 'node_modules/.cache/hall/screens'), { recursive: true });
  await writeFile(stampFile(name, root), hash);
}

function stampFile(name: string, root: string): string {
  return join(root, 'node_modules/.cache/hall/screens', name);
}

async function sourceFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && entry.name !== 'dist') files.push(...(await sourceFiles(path)));
    } else if (!entry.name.endsWith('.test.ts')) {
      files.push(path);
    }
  }
  return files.sort();
}
