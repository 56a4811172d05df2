// A screen is rebuilt exactly when something it is built from has changed.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBuilt, markBuilt, screenNames, sourceHash } from './screens.ts';

let root: string;
const put = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hall-screens-'));
  await put('apps/kiosk/index.html', '<html></html>');
  await put('apps/shell/package.json', '{}');
  await put('apps/kiosk/dist/index.html', 'built');
  await put('shared/client/src/a.ts', '1');
  await put('shared/core/src/b.ts', '1');
  await put('pnpm-lock.yaml', '');
  await put('tsconfig.base.json', '{}');
});
afterEach(() => rm(root, { recursive: true }));

test('only rooms with a page are screens', async () => {
  expect(await screenNames(root)).toEqual(['kiosk']);
});

test('a built screen stays built while its sources stay', async () => {
  const before = await sourceHash('kiosk', root);
  expect(await isBuilt('kiosk', before, root)).toBe(false);
  await markBuilt('kiosk', before, root);
  await put('shared/core/src/b.test.ts', 'a test is not part of a screen');
  await put('apps/kiosk/dist/index.html', 'neither is what was built');
  expect(await isBuilt('kiosk', await sourceHash('kiosk', root), root)).toBe(true);
});

test.for(['apps/kiosk/src/new.ts', 'shared/core/src/b.ts', 'shared/client/src/a.ts', 'pnpm-lock.yaml'])(
  'a change of %s asks for a build',
  async (path) => {
    await markBuilt('kiosk', await sourceHash('kiosk', root), root);
    await put(path, 'changed');
    expect(await isBuilt('kiosk', await sourceHash('kiosk', root), root)).toBe(false);
  },
);

test('a removed dist asks for a build', async () => {
  const hash = await sourceHash('kiosk', root);
  await markBuilt('kiosk', hash, root);
  await rm(join(root, 'apps/kiosk/dist'), { recursive: true });
  expect(await isBuilt('kiosk', hash, root)).toBe(false);
});
