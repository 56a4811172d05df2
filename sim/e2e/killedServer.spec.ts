// The server is killed with SIGKILL while people wait and one is served, and started again: every page catches up
// without a reload, nothing is lost, numbers go on (J3, J6, J7, D1, D2).
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { at, openPages, textOf } from './hallPages.ts';
import { startHallProcess, type HallProcess } from './hallProcess.ts';

let browser: Browser;
let hall: HallProcess;
beforeAll(async () => {
  browser = await launchBrowser();
  hall = await startHallProcess(({ calling }) => { calling.nextGapMs = 100; });
});
afterAll(async () => {
  await browser.close();
  await hall.stop();
});

const take = async (kiosk: Page): Promise<string> => {
  await at(kiosk, 'service-S004').click();
  await at(kiosk, 'take').click();
  await at(kiosk, 'done-screen').waitFor();
  const number = (await textOf(kiosk, 'number')).replaceAll(' ', '');
  await at(kiosk, 'finished').click();
  return number;
};

test('given people waiting and one served, when the server is killed and started, then all pages go on without a reload', async () => {
  // A browser reports a refused connection by itself while the server is away; nothing else is allowed.
  const pages = openPages(browser, hall.address, 'zh', [/ERR_CONNECTION_REFUSED|WebSocket connection .* failed|ERR_CONNECTION_RESET/]);
  const kiosk = await pages.open('kiosk', 'K1');
  const counter = await pages.open('counter', '1');
  const board = await pages.open('display', 'hall');
  const strip = await pages.open('counterScreen', 'c1');
  const pad = await pages.open('pad', '1');
  const manager = await pages.open('manager', 'M1');
  const all = [kiosk, counter, board, strip, pad, manager];
  for (const page of all) await page.evaluate(() => { (window as unknown as { stayed: boolean }).stayed = true; });

  await at(counter, 'staff-number').fill('1001');
  await at(counter, 'sign-in').click();
  await at(counter, 'open-counter').click();
  const numbers = [await take(kiosk), await take(kiosk), await take(kiosk)];
  await counter.keyboard.press('F2');
  await counter.locator('[data-test="start"]:not([disabled])').waitFor();
  await counter.keyboard.press('F4');
  await at(pad, 'serving').waitFor();

  const before = (await (await fetch(`${hall.address}/api/health`)).json()) as { seq: number };
  await hall.kill();
  // Each page says that it is out of touch, and keeps what it knew, within 5 s (D2).
  for (const page of [kiosk, board, strip, pad, manager]) await page.locator('text=/离线|已断开|暂时/').first().waitFor({ timeout: 6_000 });
  expect((await textOf(pad, 'serving-number')).replaceAll(' ', '')).toBe(numbers[0]);

  await hall.restart();
  const after = (await (await fetch(`${hall.address}/api/health`)).json()) as { seq: number };
  expect(after.seq).toBe(before.seq);
  await at(counter, 'current-number').waitFor();
  await manager.locator('[data-test="value-waiting"]', { hasText: '2' }).waitFor();
  for (const page of [kiosk, board, strip, pad, manager]) await page.locator('[data-test="link-notice"]').waitFor({ state: 'detached', timeout: 10_000 });

  await counter.locator('[data-test="finish"]:not([disabled])').waitFor();
  await counter.keyboard.press('F8');
  await at(pad, 'rate').waitFor();
  const next = await take(kiosk);
  expect(Number(next.slice(1))).toBe(Number(numbers[2]?.slice(1)) + 1);
  await counter.keyboard.press('F2');
  await board.locator(`[data-test="call"][data-number="${numbers[1]}"]`).first().waitFor();
  for (const page of all) expect(await page.evaluate(() => (window as unknown as { stayed?: boolean }).stayed)).toBe(true);
  pages.expectNoErrors();
  await pages.close();
});
