// Kiosks without the server, as pages: numbers from what was lent, said plainly; the server comes back and has them, once, in
// the order they were given (O1, O2, N1, N6).
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { at, openPages, pictures, textOf } from './hallPages.ts';
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

interface Remembered { readonly leases: readonly object[]; readonly given: readonly { number: string; isMerged: boolean }[] }
/** What the page of that place has on its disk. */
const remembered = (page: Page, place: string): Promise<Remembered | null> => page.evaluate(async (name) => {
  const known = await indexedDB.databases();
  if (!known.some((one) => one.name === name)) return null;
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error(name));
  });
  const reading = db.transaction('alone').objectStore('alone').get('memory');
  const memory = await new Promise<unknown>((resolve) => { reading.onsuccess = () => resolve(reading.result); });
  db.close();
  return memory as Remembered;
}, `hall-alone ${place}`);

async function take(kiosk: Page, service: string): Promise<string> {
  await at(kiosk, `service-${service}`).click();
  // Impatient hands.
  await at(kiosk, 'take').dblclick();
  await at(kiosk, 'done-screen').waitFor();
  return (await textOf(kiosk, 'number')).replaceAll(' ', '');
}

test.each(['zh', 'en'] as const)('O1 O2 two kiosks go on without the server, and the hall has their tickets when it is back (%s)', async (language) => {
  const pages = openPages(browser, hall.address, language, [/ERR_CONNECTION_REFUSED|WebSocket connection .* failed|ERR_CONNECTION_RESET|Failed to load resource/]);
  const places = language === 'zh' ? (['K1', 'K2'] as const) : (['K3', 'K2'] as const);
  const [one, two] = [await pages.open('kiosk', places[0]), await pages.open('kiosk', places[1])];
  for (const [page, place] of [[one, places[0]], [two, places[1]]] as const) await expect.poll(async () => (await remembered(page, place))?.leases.length ?? 0, { timeout: 10_000 }).toBe(1);
  const before = await take(one, 'S004');
  await at(one, 'finished').click();
  await hall.kill();
  for (const page of [one, two]) await page.locator('text=/离线|已断开|暂时|Offline|offline|connection/').first().waitFor({ timeout: 8_000 });

  const first = await take(one, 'S004');
  expect(await textOf(one, 'given-alone')).toContain(language === 'zh' ? '离线取号' : 'without the network');
  expect(await one.locator('[data-test="done-ahead"]').count()).toBe(0);
  expect(await seriousFaults(one)).toEqual([]);
  await one.screenshot({ path: join(pictures, `kiosk-given-alone-${language}.png`) });
  await at(one, 'finished').click();
  const second = await take(two, 'S004');
  await at(two, 'finished').click();
  const third = await take(one, 'S004');
  await at(one, 'finished').click();
  const numbers = [before, first, second, third];
  expect(new Set(numbers).size).toBe(4);
  expect((await remembered(one, places[0]))?.given.filter(({ isMerged }) => !isMerged).map(({ number }) => number)).toEqual([first, third]);

  const backAt = performance.now();
  await hall.restart();
  for (const [page, place] of [[one, places[0]], [two, places[1]]] as const) {
    await expect.poll(async () => (await remembered(page, place))?.given.every(({ isMerged }) => isMerged), { timeout: 60_000 }).toBe(true);
  }
  console.log(`from the server's start to all tickets told: ${((performance.now() - backAt) / 1_000).toFixed(1)} s`);
  const desk = await pages.open('desk', 'D1');
  for (const number of numbers) {
    await at(desk, 'find').fill(number);
    await desk.locator(`[data-test^="found-"]`, { hasText: number }).first().waitFor();
  }
  pages.expectNoErrors();
  await pages.close();
}, 180_000);
