// The running shell on a pretend Electron: what it shows on each kind of machine, what it refuses, what its page may call.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { server, start } from '../testing/startedProgram.ts';

const slip = { language: 'zh', lines: [{ text: 'A001', size: 3, bold: true, align: 'center' }] };

test('given a machine that was never let in, then it is sealed, sandboxed, awake, without a menu, and shows the kiosk from its own files', async () => {
  const { electron, window } = await start();
  expect(electron.app.enableSandbox).toHaveBeenCalledOnce();
  expect(electron.setApplicationMenu).toHaveBeenCalledWith(null);
  expect(electron.startBlocking).toHaveBeenCalledWith('prevent-display-sleep');
  expect(electron.registerSchemesAsPrivileged).toHaveBeenCalledWith([{ scheme: 'hall', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } }]);
  expect([electron.app.switches.has('disable-pinch'), electron.app.switches.get('overscroll-history-navigation')]).toEqual([true, '0']);
  expect(electron.partitions).toEqual(['persist:hall']);
  expect(window.options).toMatchObject({ frame: false, closable: false, alwaysOnTop: true, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, devTools: false, additionalArguments: [`--hall-server=${server}`] } });
  expect(window.loaded).toEqual(['hall://app/kiosk/']);
  const page = await electron.session.pages.get('hall')?.(new Request('hall://app/kiosk/'));
  expect([page?.status, await page?.text()]).toEqual([200, '<!doctype html>取号']);
  window.emit('ready-to-show');
  expect([window.setKiosk.mock.calls, window.setBounds.mock.calls.length, window.show.mock.calls.length]).toEqual([[[true]], 1, 1]);
});

test.each([
  [{ role: 'display', place: 'hall' }, 'hall://app/display/'], [{ role: 'pad', place: '3' }, 'hall://app/pad/'], [{ role: 'desk', place: 'D1' }, 'hall://app/counter/'],
])('given a machine that was %o, then it opens its own page with no server at all', async (place, url) => {
  expect((await start({ place })).window.loaded).toEqual([url]);
});

test('given a board on the second screen, then it stands there first and is full afterwards, shows no pointer, and comes back when screens change', async () => {
  const second = { x: 1080, y: 0, width: 3840, height: 2160 };
  const { electron, window } = await start({ words: [`--server=${server}`, '--display=1'], place: { role: 'display', place: 'hall' }, before: ({ screen }) => { screen.displays.push({ bounds: second }); } });
  window.emit('ready-to-show');
  window.webContents.emit('did-finish-load');
  expect([window.setBounds.mock.lastCall, window.setFullScreen.mock.lastCall, window.setKiosk.mock.calls]).toEqual([[second], [true], []]);
  expect(window.setBounds.mock.invocationCallOrder[0]).toBeLessThan(window.setFullScreen.mock.invocationCallOrder[0] ?? 0);
  expect(window.webContents.insertCSS).toHaveBeenCalledWith('* { cursor: none !important; }');
  electron.screen.displays.pop();
  electron.screen.emit('display-removed');
  expect(window.setBounds.mock.lastCall).toEqual([electron.screen.displays[0]?.bounds]);
});

test('given a kiosk, then its page cannot leave, open, download, ask for anything, be closed, or be opened up by keys', async () => {
  const { electron, window, said } = await start();
  const { webContents } = window;
  const prevented = (emitter: { emit(name: string, ...args: unknown[]): boolean }, name: string, event: object = {}, ...more: unknown[]): boolean => {
    let is = false;
    emitter.emit(name, { preventDefault: () => { is = true; }, ...event }, ...more);
    return is;
  };
  for (const name of ['will-navigate', 'will-redirect']) {
    for (const url of ['https://evil.example/', `${server}/kiosk/`, 'file:///etc/passwd', 'data:text/html,x', 'javascript:1', 'hall://evil/kiosk/']) expect([name, url, prevented(webContents, name, { url })]).toEqual([name, url, true]);
    expect(prevented(webContents, name, { url: 'hall://app/pad/' })).toBe(false);
  }
  expect(prevented(webContents, 'will-frame-navigate', { isMainFrame: false, url: 'hall://app/pad/' })).toBe(true);
  expect(prevented(webContents, 'will-attach-webview')).toBe(true);
  expect(webContents.openHandler?.()).toEqual({ action: 'deny' });
  expect(prevented(window, 'close')).toBe(true);
  expect(prevented(electron.session, 'will-download')).toBe(true);
  expect(prevented(webContents, 'before-input-event', {}, { key: 'F12', control: false, alt: false, meta: false })).toBe(true);
  expect(prevented(webContents, 'before-input-event', {}, { key: '7', control: false, alt: false, meta: false })).toBe(false);
  webContents.emit('devtools-opened');
  expect(webContents.closeDevTools).toHaveBeenCalledOnce();
  webContents.emit('did-finish-load');
  expect([webContents.setZoomFactor.mock.lastCall, webContents.setVisualZoomLevelLimits.mock.lastCall]).toEqual([[1], [1, 1]]);
  const { permissionRequest, permissionCheck, devicePermission } = electron.session;
  const answers: unknown[] = [];
  const requested = (permission: string, requestingUrl: string): void => { (permissionRequest as unknown as (...asked: unknown[]) => void)(webContents, permission, (given: boolean) => { answers.push(given); }, { requestingUrl }); };
  const checked = (permission: string, origin: string): unknown => (permissionCheck as unknown as (...asked: unknown[]) => unknown)(null, permission, origin);
  requested('media', 'hall://app/kiosk/');
  requested('local-network', 'https://evil.example/');
  // Without it Chromium lets no page speak to a server on the LAN.
  requested('local-network', 'hall://app/kiosk/');
  expect([answers, checked('media', 'hall://app/'), checked('local-network', 'https://evil.example/'), checked('local-network', 'hall://app/'), checked('loopback-network', 'hall://app'), devicePermission?.()]).toEqual([[false, false, true], false, false, true, true, false]);
  expect(said()).toContain('"permission":"media"');
});

test('given a clerk\'s PC, then its window closes as any other, and the program with it', async () => {
  const { electron, window } = await start({ place: { role: 'counter', place: '3' } });
  let isKept = false;
  window.emit('close', { preventDefault: () => { isKept = true; } });
  electron.app.emit('window-all-closed');
  expect([isKept, electron.app.exit.mock.calls]).toEqual([false, [[0]]]);
});

test('given no server, then the set-up page asks, may name one and nothing else, and the program starts anew with it', async () => {
  const { electron, window, data, pass } = await start({ words: [] });
  expect(window.loaded).toEqual(['hall://app/setup/']);
  const setup = { url: 'hall://app/setup/' };
  await expect(electron.call('deviceKey', [], setup)).rejects.toThrow('refused');
  expect(await electron.call('useServer', ['http://evil.example'], setup)).toBe(false);
  expect(await electron.call('useServer', [' https://hall.example.lan/ '], setup)).toBe(true);
  pass(1_000);
  expect(JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8'))).toEqual({ server: 'https://hall.example.lan' });
  expect([electron.app.relaunch.mock.calls.length, electron.app.exit.mock.calls]).toEqual([1, [[0]]]);
});

test('given calls that do not come from our own page\'s main frame, or in another form, then they are refused', async () => {
  const { electron } = await start();
  const kiosk = { url: 'hall://app/kiosk/' };
  for (const from of [{ url: 'https://evil.example/' }, { url: 'hall://evil/kiosk/' }, { ...kiosk, parent: {} }, { url: 'hall://app/setup/' }]) await expect(electron.call('alive', [], from)).rejects.toThrow('refused');
  await expect(electron.call('useServer', ['https://evil.example'], kiosk)).rejects.toThrow('refused');
  await expect(electron.call('prove', ['no hall', 'x'], kiosk)).rejects.toThrow('refused');
  await expect(electron.call('placed', [{ role: 'system', place: 'K1' }], kiosk)).rejects.toThrow('refused');
  for (const wrong of ['no slip', { language: 'zh', lines: [] }, { language: 'zh', lines: [{ ...slip.lines[0], size: 99 }] }, { ...slip, more: 1 }]) await expect(electron.call('print', ['job', wrong], kiosk)).rejects.toThrow('refused');
  await expect(electron.call('alive', ['more'], kiosk)).rejects.toThrow('refused');
  expect(await electron.call('print', ['job', slip], kiosk)).toEqual({ state: 'failed', why: 'noPrinter', nearEnd: false });
  expect(await electron.call('printerState', [], kiosk)).toEqual({ kind: 'none' });
});

test('given a sealed key, then the page proves with it; given a keyring that is not open, then it is told, and the next question tries again', async () => {
  const { electron } = await start();
  const kept = (await electron.call('deviceKey', [])) as { deviceId: string; publicKey: string };
  expect(kept.deviceId).toMatch(/^[A-Za-z0-9_-]{43}$/u);
  expect(await electron.call('prove', ['11111111-1111-4111-8111-111111111111', 'c'.repeat(32)])).toMatch(/^[A-Za-z0-9_-]{86}$/u);
  const locked = await start({ before: ({ seal }, data) => {
    writeFileSync(join(data, 'device-key.json'), '{"sealed":"AAAA"}');
    seal.isAvailable = false;
  } });
  await expect(locked.electron.call('deviceKey', [])).rejects.toThrow();
  await expect(locked.electron.call('deviceKey', [])).rejects.toThrow();
  expect(locked.said().match(/device key not opened/gu)?.length).toBe(2);
});

test('given a machine that becomes another kind, then the program starts anew; of the same kind, then it stays', async () => {
  const { electron, data, pass } = await start();
  await electron.call('placed', [{ role: 'kiosk', place: 'K1' }]);
  pass(1_000);
  expect(electron.app.relaunch).not.toHaveBeenCalled();
  await electron.call('placed', [{ role: 'display', place: 'hall' }]);
  pass(1_000);
  expect([electron.app.relaunch.mock.calls.length, JSON.parse(readFileSync(join(data, 'place.json'), 'utf8'))]).toEqual([1, { role: 'display', place: 'hall' }]);
});

test('given questions of the page to an https hall that is away, then nothing is pinned and the page is told that it is away', async () => {
  const { electron } = await start({ words: ['--server=https://127.0.0.1:1'] });
  const answer = await electron.session.pages.get('hall')?.(new Request('hall://app/api/devices/challenge', { method: 'POST' }));
  expect([answer?.status, electron.session.fetch.mock.calls.length, await electron.call('authorityPin', [])]).toEqual([502, 0, null]);
});
