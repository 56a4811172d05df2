// `pnpm build`: builds the screens that are out of date.
import { buildScreens } from './buildScreens.ts';

const failed = await buildScreens();
if (failed.length > 0) {
  console.error(`not built: ${failed.join(', ')}`);
  process.exitCode = 1;
} else {
  console.log('all screens are built');
}
