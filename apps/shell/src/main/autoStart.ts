// Starts the shell when somebody signs in to the machine: by Windows' list of programs, on Linux by the desktop's autostart
// folder. A kiosk signs in by itself; how, docs/operating/shell.md tells.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

export interface AutoStartParts {
  readonly app: Pick<App, 'setLoginItemSettings' | 'isPackaged'>;
  readonly platform: NodeJS.Platform;
  /** The program's own file: on Linux the AppImage where it is one. */
  readonly program: string;
  /** `~/.config` or what stands for it. */
  readonly configFolder: string;
  readonly words: readonly string[];
}

export function startWithMachine(wanted: boolean, { app, platform, program, configFolder, words }: AutoStartParts): void {
  // While it is being worked on, the program is Electron itself, which must not start with anybody's desktop.
  if (!app.isPackaged) return;
  if (platform === 'win32') {
    app.setLoginItemSettings({ openAtLogin: wanted, path: program, args: [...words] });
    return;
  }
  const folder = join(configFolder, 'autostart');
  const file = join(folder, 'hall-shell.desktop');
  if (!wanted) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, desktopEntry([program, ...words]));
}

/** Words in quotes as the desktop entry specification wants them. */
function desktopEntry(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word.replaceAll(/["`$\\]/gu, (sign) => `\\${sign}`).replaceAll('%', '%%')}"`).join(' ');
  return `[Desktop Entry]\nType=Application\nName=Hall shell\nExec=${quoted}\nX-GNOME-Autostart-enabled=true\n`;
}
