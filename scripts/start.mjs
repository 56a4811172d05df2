// `pnpm start`: builds what changed, then becomes the trial hall: `hall serve --trial` with whatever else was asked.
// The hall runs in this very process, so signals and the exit code are its own and reach it exactly once; the build
// runs in another, so that nothing of it stays in the hall's memory.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const built = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const boot = join(import.meta.dirname, '../server/src/cli/boot.mjs');
const asked = process.argv.slice(2).filter((word, index) => !(index === 0 && word === '--'));
process.argv = [process.execPath, boot, 'serve', '--trial', ...asked];
await import(pathToFileURL(boot).href);
