// A hall on its LAN from nothing: `hall init`, `hall serve` with its certificate, and devices that are let in by the code
// they show. A kiosk gives a ticket, an Android-like pad finds its own page, a revoked one is cut within a second.
// And the manager's page of devices: a stranger's check number is warned of, the right one lets in, a button revokes.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { at, openPages, pictures, textOf } from './hallPages.ts';
import { startHallProcess } from './hallProcess.ts';
import { hallCommand, serveLan } from './lanHall.ts';
import { look } from './handiwork.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const run = promisify(execFile);
/** An address of this machine that is not the trial's. */
const name = '127.0.0.2';

async function lanHall(): Promise<{ address: string; hall: (...words: readonly string[]) => Promise<string> }> {
  const folder = mkdtempSync(join(tmpdir(), 'hall-lan-'));
  // Registered before the server's end, so done after it.
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  const hall = async (...words: readonly string[]): Promise<string> => (await run(process.execPath, [hallCommand, ...words, '--data', folder])).stdout;
  await hall('init', '--name', name);
  const address = await serveLan(name, folder);
  // The words before `--data` belong to the subcommand's parent here.
  return { address, hall: async (...words) => (await run(process.execPath, [hallCommand, 'devices', '--data', folder, ...words])).stdout };
}

/** A device of its own: no other page's key or storage. */
async function device(address: string, path: string, viewport: { width: number; height: number }, errors: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport, ignoreHTTPSErrors: true, ...(path === '/' ? { userAgent: 'Mozilla/5.0 (Linux; Android 11; Pad) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.71 Safari/537.36', hasTouch: true } : {}) });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(`${path}: ${error.message}`));
  // Between being let in and its next connection a device may ask once more, and is told 409: it is of the hall already.
  page.on('console', (message) => { if (message.type() === 'error' && !/status of 409/u.test(message.text())) errors.push(`${path}: ${message.text()}`); });
  await page.goto(`${address}${path}`);
  return page;
}

const shown = async (page: Page): Promise<[string, string]> => {
  await at(page, 'enrol-code').waitFor();
  return [(await textOf(page, 'enrol-code')).replaceAll(' ', ''), await textOf(page, 'enrol-check')];
};

test('from an empty folder to a LAN hall with an enrolled kiosk and pad; a revoked kiosk is cut within a second', async () => {
  const began = performance.now();
  const { address, hall } = await lanHall();
  const errors: string[] = [];
  const kiosk = await device(address, '/kiosk/', { width: 1080, height: 1920 }, errors);
  const pad = await device(address, '/', { width: 1280, height: 800 }, errors);

  const [code, check] = await shown(kiosk);
  await look(kiosk, 'enrol-kiosk');
  // The code of one device with the check number of another: nobody is let in.
  const [, padCheck] = await shown(pad);
  await expect(hall('enrol', code, padCheck, '--role', 'kiosk', '--place', 'K1', '--called', 'east kiosk')).rejects.toThrow(/check number does not fit/u);
  await hall('enrol', code, check, '--role', 'kiosk', '--place', 'K1', '--called', 'east kiosk');
  await at(kiosk, 'service-S004').waitFor();

  await look(pad, 'enrol-pad');
  await hall('enrol', ...(await shown(pad)), '--role', 'pad', '--place', '3', '--called', 'pad of counter 3');
  await pad.waitForURL('**/pad/**');
  await pad.locator('#app:not(:has([data-test="enrol"]))').waitFor();
  console.log(`from an empty folder to two enrolled pages: ${((performance.now() - began) / 1_000).toFixed(1)} s`);

  await at(kiosk, 'service-S004').click();
  await kiosk.screenshot({ path: join(pictures, 'enrolled-kiosk.png') });
  await kiosk.reload();
  await at(kiosk, 'service-S004').waitFor();

  const { devices } = JSON.parse(await hall('list')) as { devices: { deviceId: string; role: string; name: string }[] };
  expect(devices.map(({ role, name: called }) => [role, called])).toEqual([['kiosk', 'east kiosk'], ['pad', 'pad of counter 3']]);
  const kioskId = devices.find(({ role }) => role === 'kiosk')?.deviceId ?? '';
  expect(errors).toEqual([]);
  await hall('revoke', kioskId);
  const cutAt = performance.now();
  await at(kiosk, 'enrol').waitFor();
  // Told and drawn; the connection itself is cut in the same turn as the order.
  expect(performance.now() - cutAt).toBeLessThan(3_000);
  await expect(hall('revoke', kioskId)).rejects.toThrow(/no such device/u);
});

test('the manager lets a kiosk in by what it shows, is warned of a wrong check number, and revokes it again', async () => {
  const hall = await startHallProcess();
  onTestFinished(() => hall.stop());
  // The refusal that is asked for on purpose.
  const pages = openPages(browser, hall.address, 'zh', [/status of 409/u]);
  onTestFinished(() => pages.close());
  const errors: string[] = [];
  const manager = await pages.open('manager', 'M1');
  await at(manager, 'page-devices').click();
  await at(manager, 'none-asking').waitFor();
  await at(manager, 'no-devices').waitFor();

  const kiosk = await device(hall.address, '/kiosk/', { width: 1080, height: 1920 }, errors);
  const [code, check] = await shown(kiosk);
  await at(manager, 'asking-device').waitFor();
  await at(manager, 'enrol-code').pressSequentially(code.toLowerCase());
  expect(await at(manager, 'enrol-code').inputValue()).toBe(`${code.slice(0, 4)} ${code.slice(4)}`);
  expect(await at(manager, 'enrol-confirm').isDisabled()).toBe(true);
  await at(manager, 'enrol-check').fill(check === '000000' ? '000001' : '000000');
  await at(manager, 'enrol-confirm').click();
  await at(manager, 'enrol-stranger').waitFor();
  await look(manager, 'manager-devices-stranger');
  expect(await at(kiosk, 'enrol').count()).toBe(1);

  await at(manager, 'enrol-check').fill(check);
  expect(await at(manager, 'enrol-place').inputValue()).toBe('K1');
  await at(manager, 'enrol-name').fill('东侧取号机');
  await at(manager, 'enrol-confirm').click();
  await at(manager, 'enrol-done').waitFor();
  await at(kiosk, 'service-S004').waitFor();
  expect(await textOf(manager, 'device-kiosk-K1')).toContain('东侧取号机');
  expect(await at(manager, 'enrol-place').inputValue()).toBe('K2');
  await at(manager, 'none-asking').waitFor();
  const isNew = kiosk.waitForEvent('load');
  await at(manager, 'restart-kiosk-K1').click();
  await at(manager, 'errand-told-kiosk-K1').waitFor();
  // In a browser a new start is a new load of the page.
  await isNew;
  await at(kiosk, 'service-S004').waitFor();
  await look(manager, 'manager-devices');

  await at(manager, 'revoke-kiosk-K1').click();
  expect(await textOf(manager, 'revoke-ask')).toContain('东侧取号机');
  await look(manager, 'manager-devices-revoke');
  await at(manager, 'revoke-confirm').click();
  const [again] = await shown(kiosk);
  expect(again).not.toBe(code);
  await at(manager, 'no-devices').waitFor();
  await at(manager, 'asking-device').waitFor();
  expect(errors).toEqual([]);
  pages.expectNoErrors();
});
