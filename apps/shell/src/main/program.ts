// The program around the shell: one at a time, no debugging words, settings that can be read, everything that Electron wants before
// it is ready, and every way in which it ends or starts anew.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stayAwake } from './awake.ts';
import { startWithMachine } from './autoStart.ts';
import { openingWords } from './debugWords.ts';
import type { ElectronParts, Surroundings } from './electronParts.ts';
import { readSettings, wordOf } from './settings.ts';
import { machineFiles, openShell, partition } from './shell.ts';
import { openLog } from './shellLog.ts';
import { slipPrinter } from './slipPrinter.ts';

const exitCodes = { asked: 0, refused: 2 } as const;
/** A program that ran so long begins to count its new starts anew. */
const calmMs = 600_000;

export function startProgram(electron: ElectronParts, surroundings: Surroundings): void {
  const { app, dialog, Menu, powerSaveBlocker, protocol, session } = electron;
  const { words, environment, platform, program, programWords, now, after } = surroundings;
  const profile = wordOf(words, 'profile');
  app.setPath('userData', profile ?? join(app.getPath('appData'), 'hall-shell'));
  const data = app.getPath('userData');
  const files = machineFiles(data);

  // One for each profile. A second start is how somebody at the machine, or its service, speaks to the first.
  if (!app.requestSingleInstanceLock() || words.includes('--quit')) return app.exit(exitCodes.asked);
  const opened = app.isPackaged ? openingWords((word) => app.commandLine.hasSwitch(word)) : [];
  const settingsFile = wordOf(words, 'settings') ?? files.settings;
  const read = readSettings(settingsFile, environment, words);
  if (opened.length > 0 || !read.ok) {
    const why = read.ok ? `These words open the program to others and are not taken: ${opened.join(', ')}` : `The settings cannot be used. ${read.why}`;
    console.error(why);
    if (!read.ok) dialog.showErrorBox('Hall shell', why);
    return app.exit(exitCodes.refused);
  }
  const { settings } = read;
  const note = openLog(files.log, Date.now);
  const startedAt = now();
  let isEnding = false;

  const end = (): void => {
    isEnding = true;
    app.exit(exitCodes.asked);
  };
  const relaunches = Number(wordOf(words, 'relaunches') ?? 0) || 0;
  const relaunch = (): void => {
    if (isEnding) return;
    isEnding = true;
    const nth = now() - startedAt > calmMs ? 1 : relaunches + 1;
    const again = words.filter((word) => !word.startsWith('--relaunches=') && word !== '--forget-hall');
    // An AppImage is mounted for each run: the program is the file, not what lies in the mount.
    app.relaunch({ execPath: program, args: [...programWords, ...again, `--relaunches=${nth}`] });
    // A moment for the answer to whoever asked for it.
    after(200, () => { app.exit(exitCodes.asked); });
  };

  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([{ scheme: 'hall', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } }]);
  // Two fingers must not zoom a kiosk, nor a wipe go back.
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
  if (settings.withoutGpu) app.disableHardwareAcceleration();
  Menu.setApplicationMenu(null);
  app.on('second-instance', (_event, said) => {
    if (said.includes('--quit')) end();
    else if (said.includes('--restart')) relaunch();
  });
  app.on('certificate-error', (_event, _contents, _url, _error, _certificate, answer) => { answer(false); });
  app.on('login', (event) => { event.preventDefault(); });
  app.on('before-quit', () => { isEnding = true; });
  app.on('window-all-closed', end);

  void app.whenReady().then(async () => {
    if (words.includes('--forget-hall')) {
      for (const file of [files.trust, files.key, files.place]) rmSync(file, { force: true });
      await session.fromPartition(partition).clearStorageData();
    }
    stayAwake(powerSaveBlocker);
    startWithMachine(settings.startsWithMachine, { app, platform, program, configFolder: environment['XDG_CONFIG_HOME'] ?? join(app.getPath('home'), '.config'), words: profile === undefined ? [] : [`--profile=${profile}`] });
    openShell({ electron, surroundings, settings, settingsFile, data, printer: slipPrinter(settings, surroundings.folder, note), relaunches, relaunch, isEnding: () => isEnding, note });
  }).catch((error: unknown) => {
    console.error(String(error));
    dialog.showErrorBox('Hall shell', `${String(error)}\n${dirname(files.log)}`);
    app.exit(exitCodes.refused);
  });
}
