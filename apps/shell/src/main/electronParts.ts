// The parts of Electron this program uses. They are passed in, so that everything but main.ts runs, and is tested, without it.
import type * as electron from 'electron';

export type ElectronParts = Pick<typeof electron, 'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'powerMonitor' | 'powerSaveBlocker' | 'protocol' | 'safeStorage' | 'screen' | 'session'>;

/** What the machine and whoever starts the program say. */
export interface Surroundings {
  /** The command line without the program itself. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly program: string;
  /** What must stand before the words when it starts anew: nothing, or the folder that an unpackaged Electron runs. */
  readonly programWords: readonly string[];
  /** Folder with preload.cjs and pages/. */
  readonly folder: string;
  /** Monotonic, ms. */
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => void;
  readonly every: (ms: number, run: () => void) => void;
}
