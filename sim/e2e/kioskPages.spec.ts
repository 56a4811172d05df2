// Every page of the kiosk at its real sizes, in Chinese, English and with large letters: a picture to look at, nothing cut
// off, nothing serious for axe; sizes, targets and contrast of elder mode measured; in low mode nothing to touch above the middle.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { at, openPages, pictures } from './hallPages.ts';
import { startHallProcess, type HallProcess } from './hallProcess.ts';
import { below, cutOff, inUpperHalf, smallerThan, type Limits } from './kioskMeasures.ts';
import { kioskWalk, withGuide } from './kioskWalk.ts';

let browser: Browser;
let hall: HallProcess;
beforeAll(async () => {
  browser = await launchBrowser();
  hall = await startHallProcess((plan) => {
    plan.hoursApply = false;
    withGuide(plan);
  });
});
afterAll(async () => {
  await browser.close();
  await hall.stop();
});

const sizes = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1920, height: 1080 }, small: { width: 1280, height: 800 } } as const;
/** The size of the design (kiosk): text, titles and targets in CSS pixels, contrast as a ratio. */
const elder: Limits = { text: 24, title: 30, target: 96, contrast: 7 };

const all = (['portrait', 'landscape', 'small'] as const).flatMap((size) => (['zh', 'en', 'elder', 'low'] as const).map((mode) => ({ size, mode })))
  // The lower half of a wide screen is as low as it is anywhere in the small one.
  .filter(({ size, mode }) => size !== 'landscape' || mode !== 'low');
/** In every test run each size and each way once, large letters where they are tightest too; all of them, for their pictures, with HALL_ALL_VIEWS=1. */
const always = ['portrait zh', 'portrait elder', 'landscape en', 'small elder', 'small low'];
const views = process.env['HALL_ALL_VIEWS'] === '1' ? all : all.filter(({ size, mode }) => always.includes(`${size} ${mode}`));

test.for(views)('every page, $size, $mode', async ({ size, mode }) => {
  const language = mode.endsWith('en') ? 'en' : 'zh';
  const pages = openPages(browser, hall.address, language);
  const page = await pages.open('kiosk', 'K1');
  await page.setViewportSize(sizes[size]);
  await at(page, 'home-screen').waitFor();
  const isElder = mode.startsWith('elder');
  const wrong: string[] = [];
  await kioskWalk(page, { isElder, isLow: mode === 'low' }, async (name) => {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(pictures, `kiosk-${name}-${size}-${mode}.png`) });
    const found = [
      ...await cutOff(page),
      // What axe looks at hangs on no size but that of letters.
      ...(size === 'portrait' || isElder ? await seriousFaults(page) : []),
      ...(isElder ? await smallerThan(page, elder) : await below(page, 48)),
      ...(mode === 'low' ? await inUpperHalf(page) : []),
    ];
    wrong.push(...found.map((fault) => `${name}: ${fault}`));
  });
  expect(wrong).toEqual([]);
  pages.expectNoErrors();
  await pages.close();
});

/** Kept apart: half a minute must really pass. */
test('V4 a page that nobody touches asks after 20 s, is kept by one touch, and after 30 s leaves nothing behind', async () => {
  const pages = openPages(browser, hall.address, 'zh');
  const page: Page = await pages.open('kiosk', 'K1');
  await at(page, 'check-in').click();
  for (const digit of '13800001234') await at(page, `key-${digit}`).click();
  await at(page, 'idle-warning').waitFor({ timeout: 25_000 });
  await page.screenshot({ path: join(pictures, 'kiosk-idle.png') });
  expect(await seriousFaults(page)).toEqual([]);
  await at(page, 'stay').click();
  await at(page, 'idle-warning').waitFor({ state: 'detached' });
  expect(await at(page, 'typed').innerText()).toContain('1234');
  await at(page, 'idle-warning').waitFor({ timeout: 25_000 });
  await at(page, 'home-screen').waitFor({ timeout: 15_000 });
  expect(await page.content()).not.toContain('1234');
  expect(await page.evaluate(() => [history.length <= 2, document.activeElement === document.body, sessionStorage.length, localStorage.length])).toEqual([true, true, 0, 0]);
  await at(page, 'check-in').click();
  expect(await at(page, 'typed').innerText()).not.toMatch(/\d/);
  pages.expectNoErrors();
  await pages.close();
});
