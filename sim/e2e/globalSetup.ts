// Once before all end-to-end tests: the browser is unpacked and the screens are built.
// Building is a no-op when the sources have not changed.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareBrowser } from './browser.ts';

export default async function setup(): Promise<void> {
  await Promise.all([
    prepareBrowser(),
    promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../scripts/build.ts')]),
  ]);
}
