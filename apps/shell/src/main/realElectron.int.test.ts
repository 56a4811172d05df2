// Opt in: the staged program in a real Electron (HALL_ELECTRON names the binary), with a trial hall. Needs a display and built
// screens. What all other tests do on a pretend Electron is seen here once as it is.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { shellCallNames } from '@hall/core/shell/shellCalls';
import { stage } from '../../stage.ts';

const binary = process.env['HALL_ELECTRON'] ?? '';
const room = join(import.meta.dirname, '../..');
const hallCommand = join(room, '../../server/src/cli/hall.ts');

interface Seen { readonly node: string; readonly bridge: string; readonly origin: string; readonly secure: boolean; readonly code: string | null; readonly check: string | null; readonly services: number; readonly preferences: Record<string, unknown> }

function started(command: string, words: readonly string[], env: NodeJS.ProcessEnv = process.env): { child: ChildProcess; line: (fits: (text: string) => boolean) => Promise<string> } {
  const child = spawn(command, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    const gone = new Promise((resolve) => { child.once('exit', resolve); });
    child.kill('SIGTERM');
    await gone;
  });
  const lines = createInterface({ input: child.stdout });
  return {
    child,
    line: (fits) => new Promise((resolve, reject) => {
      lines.on('line', (text) => { if (fits(text)) resolve(text); });
      child.once('exit', (code) => { reject(new Error(`${command} ended with ${code}`)); });
    }),
  };
}

test.skipIf(binary === '')('a real Electron shows the kiosk from the shell\'s own files, isolated, asks to be let in, and works when it is', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hall-shell-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  const app = join(folder, 'app');
  await stage(app);
  copyFileSync(join(room, 'src/testing/realElectron.cjs'), join(app, 'look.cjs'));
  writeFileSync(join(app, 'package.json'), '{"name":"hall-shell","main":"look.cjs"}');
  const hall = started(process.execPath, [hallCommand, 'serve', '--trial', '--port', '0', '--data', join(folder, 'hall')]);
  const address = /The hall is open: +(\S+)\//u.exec(await hall.line((text) => text.includes('The hall is open')))?.[1] ?? '';

  const shell = started(binary, [app, `--server=${address}`, `--profile=${join(folder, 'profile')}`], { ...process.env, HALL_PICTURE: process.env['HALL_PICTURE'] ?? join(folder, 'page.png') });
  const see = async (fits: (seen: Seen) => boolean): Promise<Seen> => JSON.parse(await shell.line((text) => text.startsWith('{') && fits(JSON.parse(text) as Seen))) as Seen;
  const asking = await see(({ code }) => typeof code === 'string');
  expect(asking).toMatchObject({ node: 'undefined,undefined,undefined,undefined', origin: 'hall://app', secure: true, bridge: ['server', ...shellCallNames].sort().join() });
  expect(asking.preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });

  await promisify(execFile)(process.execPath, [hallCommand, 'devices', '--data', join(folder, 'hall'), 'enrol', asking.code ?? '', asking.check ?? '', '--role', 'kiosk', '--place', 'K1', '--called', 'kiosk of the test']);
  expect((await see(({ services }) => services > 0)).code).toBeNull();
});
