// Copies packages with native parts, and all they need, beside the staged program. They come as they lie in this workspace: for the
// platform that packages. A package that needs another version of what is there already gets its own inside itself.
import { cp } from 'node:fs/promises';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Where Node would find the package from that folder; null: nowhere. */
function found(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const here = join(folder, 'node_modules', name);
    if (existsSync(join(here, 'package.json'))) return realpathSync(here);
    if (dirname(folder) === folder) return null;
  }
}

/** `from`: a folder that depends on them. `to`: the folder that gets `node_modules`. Gives name and version of each that was asked for and is there. */
export async function copyPackages(names: readonly string[], from: string, to: string): Promise<Record<string, string>> {
  const copied: Record<string, string> = {};
  for (const name of names) {
    const version = await copyPackage(name, from, [to]);
    if (version !== null) copied[name] = version;
  }
  return copied;
}

/** `above`: folders whose `node_modules` it will see, the outermost first. Null: it is not installed here, as optional ones may be. */
async function copyPackage(name: string, from: string, above: readonly string[]): Promise<string | null> {
  const source = found(name, from);
  if (source === null) return null;
  const manifest = manifestIn(source);
  const seen = above.findLast((folder) => existsSync(join(folder, 'node_modules', name)));
  const known = seen === undefined ? null : manifestIn(join(seen, 'node_modules', name)).version;
  if (known === manifest.version) return known;
  const home = known === null ? above[0] : above.at(-1);
  if (home === undefined) return null;
  const target = join(home, 'node_modules', name);
  await cp(source, target, { recursive: true, filter: (path) => !path.slice(source.length).includes('node_modules') });
  for (const needed of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) await copyPackage(needed, source, [...above, target]);
  return manifest.version;
}
