// `pnpm start`: builds what changed, then becomes the trial hall: `hall serve --trial` with whatever else was asked.
// The hall runs in this very process, so signals and the exit code are its own and reach it exactly once.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildScreens } from './buildScreens.ts';
import { ROOT } from './screens.ts';

const failed = await buildScreens();
if (failed.length > 0) {
  console.error(`not built: ${failed.join(', ')}`);
  process.exit(1);
}

const hall = join(ROOT, 'server/src/cli/hall.ts');
const asked = process.argv.slice(2).filter((word, index) => !(index === 0 && word === '--'));
process.argv = [process.execPath, hall, 'serve', '--trial', ...asked];
// By address: scripts know where the hall's command is, but are not built from the server's sources.
await import(pathToFileURL(hall).href);
