// Electron as far as this program uses it, for tests: it does nothing, remembers everything, and says what a test lets it say.
// The one cast from what is here to Electron's types stands at the end of fakeElectron.
import { EventEmitter } from 'node:events';
import { dirname } from 'node:path';
import { vi, type Mock } from 'vitest';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { ElectronParts } from '../main/electronParts.ts';
import { fakeSeal, type FakeSeal } from './fakeSeal.ts';

type Handler = (...args: never[]) => unknown;

export class FakeContents extends EventEmitter {
  openHandler: (() => unknown) | null = null;
  readonly setWindowOpenHandler = vi.fn((handler: () => unknown) => { this.openHandler = handler; });
  readonly forcefullyCrashRenderer = vi.fn();
  readonly closeDevTools = vi.fn();
  readonly insertCSS = vi.fn(() => Promise.resolve(''));
  readonly setZoomFactor = vi.fn();
  readonly setVisualZoomLevelLimits = vi.fn(() => Promise.resolve());
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly options: BrowserWindowConstructorOptions;
  readonly loaded: string[] = [];
  readonly setBounds = vi.fn();
  readonly setKiosk = vi.fn();
  readonly setFullScreen = vi.fn();
  readonly setAlwaysOnTop = vi.fn();
  readonly maximize = vi.fn();
  readonly restore = vi.fn();
  readonly show = vi.fn();
  readonly removeMenu = vi.fn();
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }
}

export class FakeSession extends EventEmitter {
  readonly pages = new Map<string, (request: Request) => Response | Promise<Response>>();
  beforeRequest: Handler | null = null;
  beforeSendHeaders: Handler | null = null;
  verify: Handler | null = null;
  permissionRequest: Handler | null = null;
  permissionCheck: Handler | null = null;
  devicePermission: Handler | null = null;
  readonly protocol = { handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>): void => { this.pages.set(scheme, handler); } };
  readonly webRequest = {
    onBeforeRequest: (handler: Handler): void => { this.beforeRequest = handler; },
    onBeforeSendHeaders: (handler: Handler): void => { this.beforeSendHeaders = handler; },
  };
  readonly fetch: Mock<(url: string, init: RequestInit) => Promise<Response>> = vi.fn(() => Promise.reject(new Error('net::ERR_CONNECTION_REFUSED')));
  readonly clearStorageData = vi.fn(() => Promise.resolve());
  readonly setDisplayMediaRequestHandler = vi.fn();
  readonly setSpellCheckerEnabled = vi.fn();
  setCertificateVerifyProc(handler: Handler): void { this.verify = handler; }
  setPermissionRequestHandler(handler: Handler): void { this.permissionRequest = handler; }
  setPermissionCheckHandler(handler: Handler): void { this.permissionCheck = handler; }
  setDevicePermissionHandler(handler: Handler): void { this.devicePermission = handler; }
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  hasLock = true;
  data = '';
  readonly switches = new Map<string, string>();
  readonly given = new Set<string>();
  readonly commandLine = { appendSwitch: (name: string, value = ''): void => { this.switches.set(name, value); }, hasSwitch: (name: string): boolean => this.given.has(name) };
  readonly exit = vi.fn();
  readonly relaunch = vi.fn();
  readonly enableSandbox = vi.fn();
  readonly disableHardwareAcceleration = vi.fn();
  readonly setLoginItemSettings = vi.fn();
  readonly setPath = vi.fn((_name: string, folder: string) => { this.data = folder; });
  getPath(name: string): string { return name === 'userData' ? this.data : dirname(this.data); }
  requestSingleInstanceLock(): boolean { return this.hasLock; }
  whenReady(): Promise<void> { return Promise.resolve(); }
}

export interface FakeElectron {
  readonly parts: ElectronParts;
  readonly app: FakeApp;
  readonly session: FakeSession;
  readonly windows: FakeWindow[];
  readonly screen: EventEmitter & { displays: { bounds: { x: number; y: number; width: number; height: number } }[] };
  readonly power: EventEmitter;
  readonly seal: FakeSeal;
  readonly partitions: string[];
  readonly setApplicationMenu: Mock;
  readonly registerSchemesAsPrivileged: Mock;
  readonly startBlocking: Mock;
  readonly showErrorBox: Mock;
  /** Calls `hall:<call>` as the page at `url` would. */
  call(call: string, asks: readonly unknown[], from?: { readonly url: string; readonly parent?: object }): Promise<unknown>;
}

/** `data`: folder of the machine's files, `hall-shell` in the folder of all programs. */
export function fakeElectron(data: string): FakeElectron {
  const app = new FakeApp();
  app.data = data;
  const session = new FakeSession();
  const windows: FakeWindow[] = [];
  const handlers = new Map<string, Handler>();
  const screen = Object.assign(new EventEmitter(), { displays: [{ bounds: { x: 0, y: 0, width: 1080, height: 1920 } }] });
  const power = new EventEmitter();
  const seal = fakeSeal();
  const partitions: string[] = [];
  const [setApplicationMenu, registerSchemesAsPrivileged, startBlocking, showErrorBox] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const parts = {
    app, powerMonitor: power, safeStorage: seal.storage,
    BrowserWindow: class extends FakeWindow {
      constructor(options: BrowserWindowConstructorOptions) {
        super(options);
        windows.push(this);
        app.emit('web-contents-created', {}, this.webContents);
      }
    },
    dialog: { showErrorBox }, ipcMain: { handle: (name: string, handler: Handler): void => { handlers.set(name, handler); } },
    Menu: { setApplicationMenu }, powerSaveBlocker: { start: startBlocking }, protocol: { registerSchemesAsPrivileged },
    screen: Object.assign(screen, { getAllDisplays: () => screen.displays, getPrimaryDisplay: () => screen.displays[0] }),
    session: { fromPartition: (name: string): FakeSession => { partitions.push(name); return session; } },
  };
  return {
    parts: parts as unknown as ElectronParts, app, session, windows, screen, power, seal, partitions, setApplicationMenu, registerSchemesAsPrivileged, startBlocking, showErrorBox,
    call(call, asks, { url, parent = null }: { url: string; parent?: object | null } = { url: 'hall://app/kiosk/' }) {
      const handler = handlers.get(`hall:${call}`) as ((event: unknown, ...asks: unknown[]) => Promise<unknown>) | undefined;
      return handler === undefined ? Promise.reject(new Error(`no call ${call}`)) : handler({ senderFrame: { url, parent } }, ...asks);
    },
  };
}
