// Composition of a running shell, once Electron is ready: what it trusts, where it speaks, what it shows, how it is locked down and
// watched. What comes before, and how the program ends, is program.ts.
import { join } from 'node:path';
import { roomOf } from '@hall/core/domain/actor';
import { answerCalls } from './calls.ts';
import { cardReader } from './cardReader.ts';
import { openDeviceKey, type DeviceKey } from './deviceKey.ts';
import type { ElectronParts, Surroundings } from './electronParts.ts';
import { lookAtAuthority } from './firstLook.ts';
import { guardPage, guardSession } from './guardPage.ts';
import { isHallRequest, throughHallDoor } from './hallDoor.ts';
import { openHallWindow } from './hallWindow.ts';
import { lockDownOf } from './lockDown.ts';
import { narrowNetwork } from './network.ts';
import { ownPage } from './ownPages.ts';
import { openPlaceFile } from './placeFile.ts';
import type { PrinterPort } from './printerPort.ts';
import { keepServer, originOf, type Settings } from './settings.ts';
import { openTrust, type Trust } from './trust.ts';
import { watchPage } from './watchPage.ts';

export interface ShellParts {
  readonly electron: Pick<ElectronParts, 'app' | 'BrowserWindow' | 'ipcMain' | 'powerMonitor' | 'safeStorage' | 'screen' | 'session'>;
  readonly surroundings: Surroundings;
  readonly settings: Settings;
  /** Where they were read, and where the set-up page's answer goes. */
  readonly settingsFile: string;
  /** Folder of this machine's files. */
  readonly data: string;
  readonly printer: PrinterPort;
  readonly relaunches: number;
  readonly relaunch: () => void;
  readonly isEnding: () => boolean;
  readonly note: (facts: object) => void;
}

/** Files of this machine, in its data folder. What makes it a device of its hall goes with `--forget-hall`. */
export const machineFiles = (data: string) => ({
  settings: join(data, 'settings.json'), trust: join(data, 'hall.json'), key: join(data, 'device-key.json'), place: join(data, 'place.json'), log: join(data, 'shell.log'),
});
/** Keeps the page's own key over restarts. */
export const partition = 'persist:hall';

export function openShell({ electron, surroundings, settings, settingsFile, data, printer, relaunches, relaunch, isEnding, note }: ShellParts): void {
  const { app, BrowserWindow, ipcMain, powerMonitor, safeStorage, screen } = electron;
  const { folder, platform, now, after, every } = surroundings;
  const { server } = settings;
  const files = machineFiles(data);
  const session = electron.session.fromPartition(partition);
  const reader = cardReader(settings.cardReader);
  const place = openPlaceFile(files.place);
  const lock = lockDownOf(place.placed);

  // Plain http goes to this very machine only (settings.ts): there is nobody in between to be kept out.
  const trust: Trust | null = server?.startsWith('https:') === true ? openTrust({ file: files.trust, server, look: lookAtAuthority, note }) : null;
  guardSession(session, note);
  narrowNetwork({
    session, server,
    // The page's websocket may be the first to meet the server: what is refused before anything is pinned would stay refused.
    async distrusts(pem, name) {
      if (trust === null || !(await trust.establish())) return 'nothingPinned';
      return trust.distrusts(pem, name);
    },
  });
  session.protocol.handle('hall', (request) => {
    if (!isHallRequest(request.url)) return ownPage(join(folder, 'pages'), request.url, request.method, server);
    if (server === null) return new Response('', { status: 502 });
    return throughHallDoor(request, {
      server, send: (url, init) => session.fetch(url, init), isReady: () => trust?.establish() ?? Promise.resolve(true), told: (at) => { trust?.told(at); },
    });
  });

  // Opened when it is first asked for, and again when that failed: a keyring may open later than the shell.
  let key: Promise<DeviceKey | null> | null = null;
  const deviceKey = (): Promise<DeviceKey | null> => {
    key ??= openDeviceKey(files.key, safeStorage, platform).catch((error: unknown) => {
      key = null;
      note({ what: 'device key not opened', why: String(error) });
      throw error;
    });
    return key;
  };

  app.on('web-contents-created', (_event, contents) => { guardPage(contents, () => lockDownOf(place.placed), note); });
  const window = openHallWindow({
    make: (options) => new BrowserWindow(options), screen, display: settings.display, isEnding, lock,
    preload: join(folder, 'preload.cjs'), server: server ?? '', session,
  });
  const room = server === null ? 'setup' : place.placed === null ? 'kiosk' : roomOf(place.placed.role);
  // A load that fails is told by did-fail-load, which the watchdog hears.
  const load = (): void => { window.loadURL(`hall://app/${room}/`).catch(() => undefined); };
  const watch = watchPage({ contents: window.webContents, app, power: powerMonitor, relaunches, load, relaunch, now, after, every, note });

  answerCalls(ipcMain, {
    authorityPin: () => trust?.pin() ?? null,
    async deviceKey() {
      const kept = await deviceKey();
      return kept === null ? null : { deviceId: kept.deviceId as never, publicKey: kept.publicKey };
    },
    async prove(hallId, challenge) {
      const kept = await deviceKey();
      if (kept === null) throw new Error('this machine keeps no key');
      return kept.prove(hallId, challenge);
    },
    placed(placed) {
      // Another kind of machine is locked down from the ground up, not by taking away what was given.
      if (place.keep(placed) && lockDownOf(placed) !== lock) relaunch();
      return null;
    },
    alive() {
      watch.alive();
      return null;
    },
    print: (id, slip) => printer.print(id, slip),
    printerState: () => printer.state(),
    cardRead: () => reader(),
    restart() {
      note({ what: 'restart asked for' });
      relaunch();
      return null;
    },
    useServer(address) {
      const origin = originOf(address);
      if (origin === null || server !== null) return false;
      keepServer(settingsFile, origin);
      relaunch();
      return true;
    },
  }, note);
  load();
}
