// Builds the screens whose sources changed since their last build, two at a time.
// Used by `pnpm build`, `pnpm start` and `pnpm test`.
import { join } from 'node:path';
import { commandOf, eachOf, runNode, secondsSince } from './run.ts';
import { isBuilt, markBuilt, ROOT, screenNames, sourceHash } from './screens.ts';

/** A build keeps about one core busy; the smallest machines we know have two. */
const AT_ONCE = 2;

/** Builds what is out of date and returns the names of the screens that failed. */
export async function buildScreens(): Promise<string[]> {
  const built = await eachOf(await screenNames(), AT_ONCE, async (name) => {
    const hash = await sourceHash(name);
    if (await isBuilt(name, hash)) return undefined;
    const startedAt = performance.now();
    const { code, output } = await runNode([commandOf('vite'), 'build', '--logLevel', 'warn'], {
      show: false,
      cwd: join(ROOT, 'apps', name),
    });
    console.log(`${code === 0 ? 'built' : 'FAILED'} ${name} in ${secondsSince(startedAt)}`);
    if (output.trim() !== '') console.log(output.trimEnd());
    if (code !== 0) return name;
    await markBuilt(name, hash);
    return undefined;
  });
  return built.filter((name) => name !== undefined);
}
