// One way through every page of the kiosk by touch, with a stop at each of them. What is looked at there is the spec's business.
import type { Plan } from '@hall/core/domain/plan';
import type { Page } from 'playwright-core';
import { at } from './hallPages.ts';
import { numberOn } from './handiwork.ts';

/** A service with a whole guide and another one whose numbers are all given after the first. */
export function withGuide(plan: Plan): void {
  plan.services = plan.services.map((service) => {
    if (service.id === 'S041') return { ...service, quota: { daily: 1, spans: [] } };
    if (service.id !== 'S040') return service;
    const steps = [['窗口提交材料', 'Hand in your papers at the counter'], ['人像采集与指纹登记', 'Photo and fingerprints'], ['核对信息并签名', 'Check the data and sign']] as const;
    return {
      ...service,
      guide: {
        steps: steps.map(([zh, en]) => ({ zh, en })), basis: [{ zh: '《中华人民共和国居民身份证法》第十条', en: 'Resident Identity Card Law, article 10' }],
        fee: { zh: '首次申领免费', en: 'First card free' },
      },
    };
  });
}

/** Taps of the page before are over (N6): what is pressed now counts. */
const settled = (page: Page): Promise<void> => page.locator('.kiosk:not(.settling)').waitFor();
export async function press(page: Page, name: string): Promise<void> {
  await settled(page);
  await at(page, name).click();
}
export async function typeOn(page: Page, signs: string): Promise<void> {
  await settled(page);
  for (const sign of signs) await at(page, `key-${sign}`).click();
}

export interface Ways {
  readonly isElder: boolean;
  readonly isLow: boolean;
}

export async function kioskWalk(page: Page, { isElder, isLow }: Ways, look: (name: string) => Promise<void>): Promise<void> {
  const stop = async (name: string, shows: string): Promise<void> => {
    await at(page, shows).waitFor();
    await settled(page);
    await look(name);
  };
  if (isElder) await press(page, 'elder');
  if (isLow) await press(page, 'low');
  await stop('home', 'home-screen');
  if (isElder || isLow) {
    await press(page, 'departments');
    await stop('departments', 'departments-screen');
  }
  await press(page, 'department-d08');
  await stop('department', 'department-screen');
  await press(page, 'service-S040');
  await stop('service', 'service-screen');
  await press(page, 'open-guide');
  await stop('guide', 'guide-screen');
  await press(page, 'back');
  await press(page, 'also');
  await stop('also', 'also-screen');
  await press(page, 'service-S042');
  await press(page, 'also-done');
  await stop('several', 'service-list');
  await press(page, 'take');
  await stop('done', 'done-screen');
  const number = await numberOn(page, 'number');
  await press(page, 'finished');
  // Each visitor's ways end with the visit.
  if (isElder) await press(page, 'elder');
  if (isLow) await press(page, 'low');
  await press(page, 'search');
  await stop('search', 'search-screen');
  await typeOn(page, 'SFZ');
  await at(page, 'service-S040').waitFor();
  await stop('searched', 'search-screen');
  await typeOn(page, 'QQ');
  await stop('search-none', 'found-none');
  await press(page, 'home');
  await press(page, 'find');
  await typeOn(page, 'H999');
  await press(page, 'find-send');
  await stop('find-missing', 'find-missing');
  await typeOn(page, number);
  await press(page, 'find-send');
  await stop('ticket', 'ticket-screen');
  await press(page, 'home');
  await press(page, 'check-in');
  await stop('check-in', 'check-in-screen');
  await typeOn(page, '13800001234');
  await press(page, 'send-proof');
  await stop('not-found', 'calm-refused');
  await press(page, 'calm-second');
  await settled(page);
  await page.keyboard.type('X!X!X!X!', { delay: 0 });
  await page.keyboard.press('Enter');
  await stop('unread', 'calm-unread');
}
