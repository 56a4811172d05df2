// A device's key at two addresses: the manager sees the alert from any page, trusts the device, and the alert is gone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { trialCredential } from '@hall/server/people/trialCredentials';
import { comeAs } from '@hall/server/testing/deviceScreen';
import { letIn, newDevice } from '@hall/server/testing/testDevice';
import { launchBrowser } from './browser.ts';
import { at, openPages, textOf } from './hallPages.ts';
import { startHallProcess } from './hallProcess.ts';
import { look } from './handiwork.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('the manager is alarmed of keys in two places, with what to look at, and ends it for a device that is in order', async () => {
  const hall = await startHallProcess();
  onTestFinished(() => hall.stop());
  const pages = openPages(browser, hall.address, 'zh');
  onTestFinished(() => pages.close());
  const manager = await pages.open('manager', 'M1');
  await at(manager, 'page-devices').waitFor();
  expect(await at(manager, 'devices-alert').count()).toBe(0);

  const { trialSecret } = JSON.parse(readFileSync(join(hall.data, 'hall/hall.json'), 'utf8')) as { trialSecret: string };
  const own = { url: hall.address, from: '127.0.0.1' };
  for (const [role, place] of [['kiosk', 'K1'], ['counter', '3'], ['pad', '3'], ['display', 'hall']] as const) {
    const device = await newDevice();
    expect((await letIn(own, device, role, place, trialCredential(trialSecret, { role: 'manager', place: 'M1' }))).status).toBe(201);
    if (role !== 'kiosk' && role !== 'counter') continue;
    const screens = [await comeAs(own, device), await comeAs({ ...own, from: '127.0.0.2' }, device)];
    onTestFinished(() => { screens.forEach((screen) => screen.close()); });
  }
  await at(manager, 'devices-alert').waitFor();
  await expect.poll(() => textOf(manager, 'devices-alert')).toContain('2');
  await look(manager, 'two-places-hall');
  await at(manager, 'page-devices').click();
  await at(manager, 'doubted-devices').waitFor();
  await look(manager, 'two-places');
  await at(manager, 'language').click();
  await look(manager, 'two-places-en');

  await at(manager, 'trust-counter-3').click();
  await at(manager, 'doubted-counter-3').waitFor({ state: 'detached' });
  expect(await at(manager, 'doubted-kiosk-K1').count()).toBe(1);
  await at(manager, 'revoke-kiosk-K1').click();
  await at(manager, 'revoke-confirm').click();
  await at(manager, 'doubted-devices').waitFor({ state: 'detached' });
  await at(manager, 'devices-alert').waitFor({ state: 'detached' });
  pages.expectNoErrors();
});
