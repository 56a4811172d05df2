// The program's entry: the only file that meets the real Electron.
import * as electron from 'electron';
import { startProgram } from './program.ts';

startProgram(electron, {
  // The packaged program is its own first word; while it is worked on, Electron's and the folder stand before.
  words: process.argv.slice(electron.app.isPackaged ? 1 : 2),
  environment: process.env,
  platform: process.platform,
  program: process.env['APPIMAGE'] ?? process.execPath,
  programWords: electron.app.isPackaged ? [] : process.argv.slice(1, 2),
  folder: electron.app.getAppPath(),
  now: () => performance.now(),
  after: (ms, run) => { setTimeout(run, ms); },
  every: (ms, run) => { setInterval(run, ms); },
});
