// What hands do on the pages of a hall, and what eyes wait for: keys pressed when the button can be used, a counter
// opened, a ticket taken, a picture looked at. The stories are in the specs.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousFaults } from './axe.ts';
import { at, pictures, textOf } from './hallPages.ts';

export const numberOn = (page: Page, name: string): Promise<string> => textOf(page, name).then((text) => text.replaceAll(' ', ''));
export const ready = (page: Page, name: string): Promise<void> => page.locator(`[data-test="${name}"]:not([disabled])`).first().waitFor();
export const inHand = (page: Page, number: string, state: string): Promise<void> =>
  page.locator(`[data-test="current-ticket"]:has([data-test="current-number"] [aria-label="${number}"]):has([data-test="current-state"][data-state="${state}"])`).waitFor();

export async function key(page: Page, name: string, press: string): Promise<void> {
  await ready(page, name);
  await page.keyboard.press(press);
}

/** A picture to look at, and nothing serious for axe. */
export async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  expect(await seriousFaults(page)).toEqual([]);
}

export async function openCounter(page: Page, clerk: string): Promise<void> {
  await at(page, 'staff-number').fill(clerk);
  await at(page, 'sign-in').click();
  await key(page, 'open-counter', 'Shift+F11');
}

export async function take(kiosk: Page, service: string): Promise<string> {
  await at(kiosk, service).click();
  await at(kiosk, 'take').click();
  await at(kiosk, 'done-screen').waitFor();
  const number = await numberOn(kiosk, 'number');
  await at(kiosk, 'finished').click();
  return number;
}

/** The kiosk gives no ticket for this service any more: its tile is shut, or the last touch is refused. */
export async function refusedAtKiosk(kiosk: Page, service: string): Promise<void> {
  const tile = at(kiosk, service);
  if (await tile.isEnabled()) {
    await tile.click();
    const takeButton = at(kiosk, 'take');
    if ((await takeButton.count()) > 0 && (await takeButton.isEnabled())) await takeButton.click();
  }
  await kiosk.screenshot({ path: join(pictures, 'kiosk-full.png') });
  expect(await at(kiosk, 'done-screen').count()).toBe(0);
  expect(await kiosk.locator('#app').innerText()).toMatch(/已发完|have been given/);
}
