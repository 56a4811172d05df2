// Every built screen opens in a real browser without a page error, and shows Chinese in the shipped font.
// Pages are answered from dist by the test itself: no server takes part.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';

const APPS = join(import.meta.dirname, '../../apps');
const KINDS: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

test.for(['kiosk', 'counter', 'display', 'pad', 'manager'])('%s opens', async (screen) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route('http://hall.test/**', async (route) => {
    const asked = new URL(route.request().url()).pathname.slice(`/${screen}/`.length) || 'index.html';
    const body = await readFile(join(APPS, screen, 'dist', asked));
    await route.fulfill({ body, contentType: KINDS[extname(asked)] ?? 'application/octet-stream' });
  });
  await page.goto(`http://hall.test/${screen}/`);
  await page.locator('#app > *').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(import.meta.dirname, `../../test-results/${screen}.png`) });
  const loaded = await page.evaluate(() => [...document.fonts].filter((face) => face.status === 'loaded').length);
  expect(loaded).toBeGreaterThan(0);
  expect(errors).toEqual([]);
  await page.close();
});
