// The kiosk in its shell, all but Electron itself: its page comes from the shell's own files while the server is away, it asks to be
// let in with a check number that the pinned authority is part of, works with the shell's key, and does what the manager asks of it.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { trialCredential } from '@hall/server/people/trialCredentials';
import { launchBrowser } from './browser.ts';
import { at, textOf } from './hallPages.ts';
import { look } from './handiwork.ts';
import { standShell } from './shellStand.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const hallCommand = join(import.meta.dirname, '../../server/src/cli/hall.ts');
const run = promisify(execFile);
const name = '127.0.0.4';

async function serve(data: string, port: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const child: ChildProcess = spawn(process.execPath, [hallCommand, 'serve', '--host', name, '--name', name, '--port', port, '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /The hall is open: +(\S+)\//u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => { reject(new Error(`ended with ${code}: ${said}`)); });
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => { child.once('exit', resolve); });
    child.kill('SIGTERM');
    await gone;
  };
  onTestFinished(stop);
  return { address, stop };
}

test('a kiosk starts from its own files without the server, is let in by the check number of its pin, prints and starts anew when asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hall-lan-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  await run(process.execPath, [hallCommand, 'init', '--name', name, '--data', folder]);
  const first = await serve(folder, '0');
  const { address } = first;
  await first.stop();

  const { page, calls, paper, errors } = await standShell(browser, address);
  await at(page, 'link-notice').waitFor();
  await look(page, 'shell-server-away');
  expect(await at(page, 'enrol-code').count()).toBe(0);

  await serve(folder, new URL(address).port);
  await at(page, 'enrol-code').waitFor();
  await look(page, 'shell-enrol');
  const code = (await textOf(page, 'enrol-code')).replaceAll(' ', '');
  await run(process.execPath, [hallCommand, 'devices', '--data', folder, 'enrol', code, await textOf(page, 'enrol-check'), '--role', 'kiosk', '--place', 'K1', '--called', 'east kiosk']);
  await at(page, 'service-S004').waitFor();
  expect(calls).toEqual(expect.arrayContaining(['deviceKey', 'authorityPin', 'prove', 'placed']));

  const { trialSecret } = JSON.parse(readFileSync(join(folder, 'hall.json'), 'utf8')) as { trialSecret: string };
  const { devices } = JSON.parse((await run(process.execPath, [hallCommand, 'devices', '--data', folder, 'list'])).stdout) as { devices: { deviceId: string }[] };
  // As the hall's own command on its machine: the manager's page asks the same.
  const ask = (errand: string): Promise<number> => page.request.post(`${address}/api/devices/${devices[0]?.deviceId ?? ''}/errands`, {
    headers: { authorization: `Bearer ${trialCredential(trialSecret, { role: 'manager', place: 'M1' })}` }, data: { errand },
  }).then((answer) => answer.status());
  expect(await ask('testPrint')).toBe(202);
  await expect.poll(() => readdirSync(paper).filter((file) => file.endsWith('.png')).length).toBe(1);
  expect(await ask('restart')).toBe(202);
  await expect.poll(() => calls.at(-1)).toBe('restart');
  expect(errors).toEqual([]);
});
