// Every screen at its real sizes in a busy hour, in both languages: a picture to look at, nothing cut off at the sides,
// Chinese in the shipped font, nothing serious for axe, and no page error. Pictures go to test-results/.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { fillBusyHour } from '../src/demo/busyHour.ts';
import { connectCrew } from '../src/demo/hallLife.ts';
import type { World } from '../src/demo/person.ts';
import { seriousFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { openPages, pictures, type ScreenKind } from './hallPages.ts';
import { startHallProcess, type HallProcess } from './hallProcess.ts';

const over = new AbortController();
let browser: Browser;
let hall: HallProcess;

beforeAll(async () => {
  browser = await launchBrowser();
  hall = await startHallProcess(({ calling }) => {
    calling.nextGapMs = 0;
    calling.recallGapMs = 0;
    calling.missAfterMs = 0;
  });
  const { trialSecret } = JSON.parse(readFileSync(join(hall.data, 'hall/hall.json'), 'utf8')) as { trialSecret: string };
  const world: World = { url: hall.address, secret: trialSecret, seed: 7, speed: 1, over: over.signal, minuteOfDay: () => 600, heard: () => undefined };
  await fillBusyHour(world, await connectCrew(world, new Set(['8'])));
});
afterAll(async () => {
  over.abort();
  await browser.close();
  await hall.stop();
});

interface View {
  readonly name: string;
  readonly kind: ScreenKind;
  readonly place: string;
  readonly width: number;
  readonly height: number;
  /** What must be there before the picture is taken; the pad shows whatever its counter is doing. */
  readonly shows: string;
}
const views: readonly View[] = [
  { name: 'kiosk-portrait', kind: 'kiosk', place: 'K1', width: 1080, height: 1920, shows: '[data-test="home-screen"]' },
  { name: 'kiosk-landscape', kind: 'kiosk', place: 'K1', width: 1280, height: 1024, shows: '[data-test="home-screen"]' },
  { name: 'kiosk-small', kind: 'kiosk', place: 'K1', width: 1024, height: 600, shows: '[data-test="home-screen"]' },
  { name: 'counter-desk', kind: 'counter', place: '21', width: 1366, height: 768, shows: '[data-test="desk-screen"]' },
  { name: 'counter-sign-in', kind: 'counter', place: '8', width: 1366, height: 768, shows: '[data-test="sign-in-screen"]' },
  { name: 'counter-narrow', kind: 'counter', place: '21', width: 360, height: 768, shows: '[data-test="desk-screen"]' },
  { name: 'guide-desk', kind: 'desk', place: 'D1', width: 1440, height: 900, shows: '[data-test="guide-screen"]' },
  { name: 'guide-desk-small', kind: 'desk', place: 'D1', width: 1366, height: 768, shows: '[data-test="guide-screen"]' },
  { name: 'board-hall', kind: 'display', place: 'hall', width: 1920, height: 1080, shows: '[data-test="board"]' },
  { name: 'board-4k', kind: 'display', place: 'hall', width: 3840, height: 2160, shows: '[data-test="board"]' },
  { name: 'board-zone', kind: 'display', place: 'A', width: 1920, height: 1080, shows: '[data-test="board"]' },
  { name: 'counter-screen', kind: 'counterScreen', place: 'c21', width: 1920, height: 360, shows: '[data-test="counter-screen"]' },
  { name: 'pad-tablet', kind: 'pad', place: '21', width: 1280, height: 800, shows: '[data-test="pad"]:not([data-view="loading"])' },
  { name: 'pad-small', kind: 'pad', place: '21', width: 1024, height: 600, shows: '[data-test="pad"]:not([data-view="loading"])' },
  { name: 'manager', kind: 'manager', place: 'M1', width: 1440, height: 900, shows: '[data-test="queue-A"]' },
];

test.for((['zh', 'en'] as const).flatMap((language) => views.map((view) => ({ language, ...view }))))('$name in a busy hour ($language)', async ({ language, name, kind, place, width, height, shows }) => {
  const pages = openPages(browser, hall.address, language);
  const page = await pages.open(kind, place);
  await page.setViewportSize({ width, height });
  await page.locator(shows).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(pictures, `${name}-${language}.png`) });
  expect(await cutOff(page)).toEqual([]);
  expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)).toBeGreaterThan(0);
  expect(await seriousFaults(page)).toEqual([]);
  pages.expectNoErrors();
  await pages.close();
});

/** Texts that lie beyond the right edge of the page. */
const cutOff = (page: Page): Promise<string[]> => page.evaluate(() => {
  const edge = document.documentElement.clientWidth;
  return [...document.querySelectorAll('#app *')]
    .filter((element) => element.children.length === 0 && (element.textContent ?? '').trim() !== '' && element.getBoundingClientRect().right > edge + 1)
    .map((element) => `${element.className}: ${(element.textContent ?? '').trim()}`);
});
