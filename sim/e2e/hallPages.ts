// Real browser pages of a hall, opened from the start page's own links. Any uncaught page error and any console
// error is collected; `expectNoErrors` fails the test that caused it.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFailed } from 'vitest';

/** Where tests leave their pictures; not kept in git. */
export const pictures = join(import.meta.dirname, '../../test-results');

/** Real sizes of the screens (design: kiosk portrait, board full HD, strip above a counter, tablet, office PC). */
const sizes = {
  kiosk: { width: 1080, height: 1920 },
  counter: { width: 1366, height: 768 },
  desk: { width: 1440, height: 900 },
  display: { width: 1920, height: 1080 },
  counterScreen: { width: 1920, height: 360 },
  pad: { width: 1280, height: 800 },
  manager: { width: 1440, height: 900 },
} as const;
export type ScreenKind = keyof typeof sizes;

export interface HallPages {
  /** Opens a screen by its link on the start page, as in `open('counter', '3')`. */
  open(kind: ScreenKind, place: string): Promise<Page>;
  readonly errors: string[];
  expectNoErrors(): void;
  close(): Promise<void>;
}

/** `language` as the address gives it; `allowed` names console errors a test provokes on purpose. */
export function openPages(browser: Browser, address: string, language: 'zh' | 'en', allowed: readonly RegExp[] = []): HallPages {
  const contexts: BrowserContext[] = [];
  const errors: string[] = [];
  const opened: { name: string; page: Page }[] = [];
  mkdirSync(pictures, { recursive: true });
  onTestFailed(async () => {
    for (const { name, page } of opened) await page.screenshot({ path: join(pictures, `failed-${language}-${name}.png`) });
    if (errors.length > 0) console.log(errors.join('\n'));
  });
  const note = (where: string, what: string): void => {
    if (!allowed.some((pattern) => pattern.test(what))) errors.push(`${where}: ${what}`);
  };
  return {
    errors,
    async open(kind, place) {
      const context = await browser.newContext({ viewport: sizes[kind] });
      contexts.push(context);
      const role = kind === 'counterScreen' ? 'display' : kind;
      const start = await context.newPage();
      await start.goto(`${address}/`);
      const href = await start.locator(`[data-test="open-${role}-${place}"]`).getAttribute('href');
      const page = await context.newPage();
      page.on('pageerror', (error) => note(`${kind} ${place}`, error.stack ?? error.message));
      page.on('console', (message) => { if (message.type() === 'error') note(`${kind} ${place}`, message.text()); });
      opened.push({ name: `${kind}-${place}`, page });
      await start.close();
      const [path = '', credential = ''] = (href ?? '').split('#');
      await page.goto(`${address}${path}?lang=${language}#${credential}`);
      return page;
    },
    expectNoErrors: () => { expect(errors).toEqual([]); },
    async close() {
      for (const context of contexts) await context.close();
    },
  };
}

/** What stands at this place of the page, white space folded. */
export const textOf = async (page: Page, test: string): Promise<string> =>
  (await page.locator(`[data-test="${test}"]`).first().innerText()).replaceAll(/\s+/g, ' ').trim();

export const at = (page: Page, test: string): ReturnType<Page['locator']> => page.locator(`[data-test="${test}"]`).first();
