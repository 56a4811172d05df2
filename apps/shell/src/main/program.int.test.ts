// The program on a pretend Electron: how it starts, how it helps itself, and how it ends.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { server, start, type Started } from '../testing/startedProgram.ts';

test.each(['remote-debugging-port', 'inspect', 'no-sandbox', 'ignore-certificate-errors', 'host-resolver-rules', 'proxy-server'])('given --%s, then a packaged program does not start', async (word) => {
  const { electron } = await start({ before: ({ app }) => { app.given.add(word); } });
  expect([electron.app.exit.mock.calls, electron.windows.length]).toEqual([[[2]], 0]);
});

test('given settings that cannot be used, then it says so and does not start', async () => {
  const { electron } = await start({ words: ['--server=http://evil.example'] });
  expect([electron.app.exit.mock.calls, electron.windows.length, String(electron.showErrorBox.mock.calls[0]?.[1]).includes('server')]).toEqual([[[2]], 0, true]);
});

test('given a second start, then it ends, and its words reach the first', async () => {
  const second = await start({ before: ({ app }) => { app.hasLock = false; } });
  expect([second.electron.app.exit.mock.calls, second.electron.windows.length]).toEqual([[[0]], 0]);
  const first = await start();
  first.electron.app.emit('second-instance', {}, ['hall-shell', '--quit']);
  expect(first.electron.app.exit.mock.calls).toEqual([[0]]);
  // Somebody ends what does not run.
  expect((await start({ words: ['--quit'] })).electron.windows).toEqual([]);
});

test('given a page that dies, hangs, or whose GPU dies, then it is loaded anew after a pause', async () => {
  for (const hurt of [
    ({ window }: Started): void => { window.webContents.emit('render-process-gone', {}, { reason: 'oom' }); },
    ({ electron }: Started): void => { electron.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' }); },
    ({ window }: Started): void => { window.webContents.emit('did-fail-load', {}, -6, 'FILE_NOT_FOUND', 'hall://app/kiosk/', true); },
  ]) {
    const started = await start();
    await started.electron.call('alive', []);
    hurt(started);
    expect(started.window.loaded.length).toBe(1);
    started.pass(600);
    expect(started.window.loaded.length).toBe(2);
  }
  const silent = await start();
  await silent.electron.call('alive', []);
  silent.pass(10_000);
  expect([silent.window.webContents.forcefullyCrashRenderer.mock.calls.length, silent.window.loaded.length]).toEqual([1, 2]);
});

test('given a page that lives, also over a sleep of the machine, then it is left alone', async () => {
  const { electron, window, pass } = await start();
  for (let nth = 0; nth < 100; nth += 1) {
    await electron.call('alive', []);
    pass(2_000);
  }
  electron.power.emit('resume');
  pass(20_000);
  electron.app.emit('child-process-gone', {}, { type: 'Utility', reason: 'crashed' });
  window.webContents.emit('did-fail-load', {}, -3, 'ABORTED', 'hall://app/kiosk/', true);
  pass(1_000);
  expect([window.loaded.length, window.webContents.forcefullyCrashRenderer.mock.calls.length]).toEqual([1, 0]);
});

test('given a page that cannot be helped, then the program starts anew, counts it, and waits longer each time', async () => {
  const { electron, window, pass } = await start({ words: [`--server=${server}`, '--relaunches=2'] });
  for (let nth = 0; nth < 6; nth += 1) {
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    pass(nth < 5 ? 10_000 : 3_999);
  }
  expect(electron.app.relaunch).not.toHaveBeenCalled();
  pass(1_000);
  expect(electron.app.relaunch.mock.calls).toEqual([[{ execPath: 'C:\\hall\\Hall shell.exe', args: [`--server=${server}`, '--relaunches=3'] }]]);
});

test('given a restart asked for by the page, then it starts anew once, with what it was started with', async () => {
  const { electron, pass } = await start();
  await Promise.all([electron.call('restart', []), electron.call('restart', [])]);
  pass(1_000);
  expect([electron.app.relaunch.mock.calls.length, electron.app.exit.mock.calls]).toEqual([1, [[0]]]);
});

test('given --forget-hall, then key, pin, place and the page\'s own storage are gone, and the settings stay; a new start does not forget again', async () => {
  const { electron, data, pass } = await start({ words: [`--server=${server}`, '--forget-hall'], place: { role: 'kiosk', place: 'K1' }, before: (_electron, folder) => {
    for (const name of ['hall.json', 'device-key.json', 'settings.json']) writeFileSync(join(folder, name), '{}');
  } });
  expect(['hall.json', 'device-key.json', 'place.json', 'settings.json'].map((name) => existsSync(join(data, name)))).toEqual([false, false, false, true]);
  expect(electron.session.clearStorageData).toHaveBeenCalledOnce();
  await electron.call('restart', []);
  pass(1_000);
  expect((electron.app.relaunch.mock.calls[0] as [{ args: string[] }])[0].args).toEqual([`--server=${server}`, '--relaunches=1']);
});

test('given the machine\'s own start, then Windows starts it, and not when the settings say no', async () => {
  expect((await start()).electron.app.setLoginItemSettings.mock.calls).toEqual([[{ openAtLogin: true, path: 'C:\\hall\\Hall shell.exe', args: [] }]]);
  expect((await start({ words: [`--server=${server}`, '--starts-with-machine=false'] })).electron.app.setLoginItemSettings.mock.calls[0]).toMatchObject([{ openAtLogin: false }]);
});
