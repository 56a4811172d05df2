// The program as it is built and staged: two whole files, started by plain Node on a pretend Electron.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carried, stage } from '../../stage.ts';

const room = join(import.meta.dirname, '../..');
let folder: string;
let app: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hall-shell-'));
  app = join(folder, 'app');
  for (const name of carried) {
    mkdirSync(join(folder, 'screens', name, 'dist'), { recursive: true });
    writeFileSync(join(folder, 'screens', name, 'dist/index.html'), `<!doctype html>${name}`);
  }
  await stage(app, join(folder, 'screens'));
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const required = (file: string): string[] => [...new Set([...readFileSync(join(app, file), 'utf8').matchAll(/\brequire\("([^"]+)"\)/gu)].map(([, name = '']) => name))];

test('the preload is one file that needs Electron and nothing else, as a sandbox wants it; the main file needs Electron and Node, and has the printers inside', () => {
  expect(required('preload.cjs')).toEqual(['electron']);
  const others = required('main.cjs').filter((name) => name !== 'electron');
  expect(others.length).toBeGreaterThan(0);
  // What escpos would draw pictures with; nothing calls it.
  expect(others.filter((name) => !builtinModules.includes(name.replace(/^node:/u, ''))).sort()).toEqual(['get-pixels', 'qr-image']);
});

test('what is packaged depends on the printers\' cables alone and has them beside it; it carries no page of the manager', async () => {
  const { main, dependencies } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as { main: string; dependencies: Record<string, string> };
  expect([main, Object.keys(dependencies).sort()]).toEqual(['main.cjs', ['koffi', 'serialport']]);
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', 'const { SerialPort } = require("serialport"); console.log(typeof SerialPort, typeof require("koffi").load)'], { cwd: app });
  expect(stdout.trim()).toBe('function function');
  expect(readFileSync(join(app, 'pages/kiosk/index.html'), 'utf8')).toContain('kiosk');
  expect(readFileSync(join(app, 'pages/manager/index.html'), 'utf8')).toContain('data-test="not-carried"');
  // The letters of the shell's own pages, and only those.
  const slices = readdirSync(join(app, 'pages/setup/files'));
  expect(slices.length).toBeGreaterThan(3);
  expect(slices.length).toBeLessThan(60);
  for (const file of slices) expect(readFileSync(join(app, 'pages/setup/font.css'), 'utf8')).toContain(file);
});

test('a screen that is not built is told by name', async () => {
  await expect(stage(join(folder, 'other'), join(folder, 'nowhere'))).rejects.toThrow(/not built: kiosk, counter, display, pad/u);
});

test('the built program tells Electron of its scheme and its sandbox before it is ready, and shows a page of its own files', async () => {
  // With a printer, so that its letters and its code are in the right place, too.
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ printer: { profile: 'paper80', address: { kind: 'preview', folder: join(folder, 'paper') } } }));
  const { stdout } = await promisify(execFile)(process.execPath, ['-r', join(room, 'src/testing/pretendElectron.cjs'), join(app, 'main.cjs'), '--server=https://hall.example.lan', `--settings=${join(folder, 'settings.json')}`], { env: { ...process.env, SHELL_FOLDER: app, SHELL_DATA: folder } });
  const said = stdout.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(said.map(({ what }) => what)).toEqual(['enableSandbox', 'scheme', 'ready', 'window', 'page']);
  expect(said[3]).toMatchObject({ webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, preload: join(app, 'preload.cjs'), additionalArguments: ['--hall-server=https://hall.example.lan'] } });
  expect(said[4]).toMatchObject({ url: 'hall://app/kiosk/', status: 200, policy: expect.stringContaining('connect-src \'self\' wss://hall.example.lan;') as unknown });
});
