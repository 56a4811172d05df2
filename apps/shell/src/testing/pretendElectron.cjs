// Stands in for Electron when the built program is run by plain Node: tells on its output what is asked of it, in order.
const Module = require('node:module');
const { EventEmitter } = require('node:events');

const say = (what, more) => { console.log(JSON.stringify({ what, ...more })); };
const quiet = () => new Proxy(() => undefined, { get: (_target, name) => (name === 'then' ? undefined : quiet()), apply: () => quiet() });
const app = Object.assign(new EventEmitter(), {
  isPackaged: false, commandLine: { appendSwitch: () => undefined, hasSwitch: () => false }, requestSingleInstanceLock: () => true, enableSandbox: () => { say('enableSandbox'); },
  getAppPath: () => process.env.SHELL_FOLDER, getPath: () => process.env.SHELL_DATA, setPath: () => undefined,
  whenReady: () => new Promise((resolve) => { globalThis.setImmediate(() => { say('ready'); resolve(); }); }),
  exit: (code) => { say('exit', { code }); process.exit(code); },
});
const session = { ...Object.fromEntries(['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler', 'setDisplayMediaRequestHandler', 'setSpellCheckerEnabled', 'setCertificateVerifyProc', 'on'].map((name) => [name, () => undefined])),
  webRequest: { onBeforeRequest: () => undefined, onBeforeSendHeaders: () => undefined },
  protocol: { handle: (_scheme, handler) => { session.handler = handler; } } };
class BrowserWindow {
  constructor({ webPreferences: { sandbox, contextIsolation, nodeIntegration, preload, additionalArguments } }) {
    this.webContents = quiet();
    say('window', { webPreferences: { sandbox, contextIsolation, nodeIntegration, preload, additionalArguments } });
  }
  once() {}
  on() {}
  removeMenu() {}
  async loadURL(url) {
    const page = await session.handler(new globalThis.Request(url));
    say('page', { url, status: page.status, policy: page.headers.get('content-security-policy') });
    process.exit(0);
  }
}
const electron = { app, BrowserWindow, dialog: quiet(), ipcMain: { handle: () => undefined }, Menu: quiet(), powerMonitor: new EventEmitter(), powerSaveBlocker: quiet(), safeStorage: quiet(),
  protocol: { registerSchemesAsPrivileged: ([{ scheme }]) => { say('scheme', { scheme }); } },
  screen: { getAllDisplays: () => [{ bounds: { x: 0, y: 0, width: 800, height: 600 } }], getPrimaryDisplay: () => undefined, on: () => undefined }, session: { fromPartition: () => session } };
const load = Module._load;
Module._load = (name, ...more) => (name === 'electron' ? electron : load(name, ...more));
