// Puts the whole program into one folder, as it is packaged and as `pnpm start` runs it: the two bundles, the built screens, the
// shell's own pages, the printers' letters and cables, and a package.json that names only those. `node stage.ts [folder]`; the screens must be built.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles, cables } from './bundles.ts';
import { copyPackages } from './cables.ts';
import { writeFontFor } from './font.ts';

const room = import.meta.dirname;
const printing = join(room, '../../shared/printing');
/** Pages of machines of the hall; the manager's stays with the server. */
export const carried = ['kiosk', 'counter', 'display', 'pad'] as const;

export async function stage(folder: string, screens: string = join(room, '..')): Promise<void> {
  const unbuilt = carried.filter((name) => !existsSync(join(screens, name, 'dist/index.html')));
  if (unbuilt.length > 0) throw new Error(`not built: ${unbuilt.join(', ')}. Run pnpm build first.`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'pages'), { recursive: true });
  await buildBundles(folder);
  await cp(join(room, 'pages'), join(folder, 'pages'), { recursive: true });
  await writeFontFor(await Promise.all(['setup', 'manager'].map((name) => readFile(join(room, 'pages', name, 'index.html'), 'utf8'))), join(folder, 'pages/setup'));
  for (const name of carried) await cp(join(screens, name, 'dist'), join(folder, 'pages', name), { recursive: true });
  await cp(join(printing, 'glyphs'), folder, { recursive: true, filter: (path) => !path.endsWith('LICENSE') });
  await cp(join(printing, 'glyphs/LICENSE'), join(folder, 'glyphs24.LICENSE'));
  const dependencies = await copyPackages(cables, printing, folder);
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ name: 'hall-shell', version: '0.0.0', description: 'The hall on a kiosk, counter, board or pad', author: 'Hall', main: 'main.cjs', dependencies }, null, 2)}\n`);
}

if (import.meta.main) await stage(process.argv[2] ?? join(room, 'dist/app'));
