// `pnpm types`: checks every package with its own tsconfig.json, templates too, two at a time.
// The core is checked twice: once without its tests, where neither Node nor the DOM exists.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { commandOf, eachOf, runNode, secondsSince } from './run.ts';
import { ROOT } from './screens.ts';

const under = async (folder: string): Promise<string[]> =>
  (await readdir(join(ROOT, folder))).map((name) => `${folder}/${name}/tsconfig.json`);

const projects = [
  'shared/core/tsconfig.pure.json',
  ...(await under('shared')),
  'server/tsconfig.json',
  'sim/tsconfig.json',
  ...(await under('apps')),
  'tsconfig.json',
].filter((path) => existsSync(join(ROOT, path)));

const failed = await eachOf(projects, 2, async (project) => {
  const startedAt = performance.now();
  const { code, output } = await runNode([commandOf('vue-tsc'), '--noEmit', '-p', project], { show: false });
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${project} (${secondsSince(startedAt)})`);
  if (output.trim() !== '') console.log(output.trimEnd());
  return code !== 0;
});
if (failed.includes(true)) process.exitCode = 1;
