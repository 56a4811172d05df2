// Starting with the machine on Linux, and never while the program is being worked on.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { tempFolder } from '../testing/tempFolder.ts';
import { startWithMachine } from './autoStart.ts';

const parts = (configFolder: string, isPackaged = true) => ({ app: { isPackaged, setLoginItemSettings: vi.fn() }, platform: 'linux' as const, program: '/opt/Hall shell/hall-shell', configFolder, words: ['--profile=/home/kiosk/100% "pad"'] });

test('given Linux, then the desktop starts it with its words in quotes; when no longer wanted, the entry is gone', () => {
  const folder = tempFolder();
  const file = join(folder, 'autostart/hall-shell.desktop');
  startWithMachine(true, parts(folder));
  expect(readFileSync(file, 'utf8')).toContain('\nExec="/opt/Hall shell/hall-shell" "--profile=/home/kiosk/100%% \\"pad\\""\n');
  startWithMachine(false, parts(folder));
  expect(existsSync(file)).toBe(false);
  startWithMachine(false, parts(folder));
});

test('given a program that is not packaged, then nothing is entered anywhere', () => {
  const folder = tempFolder();
  startWithMachine(true, parts(folder, false));
  expect(existsSync(join(folder, 'autostart'))).toBe(false);
});
