// The guide desk and a ticket with several services, by real keys and clicks, in both languages: a slot is booked and
// checked in to by its code, the visitor is found again by phone, a ticket for two services goes from one counter to the
// next, and a second ticket for the same is refused with the first one's slip printed again. Nothing serious for axe.
import type { Plan } from '@hall/core/domain/plan';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { at, openPages, textOf } from './hallPages.ts';
import { startHallProcess } from './hallProcess.ts';
import { inHand, key, look, numberOn, openCounter } from './handiwork.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** One slot a day that is open at any hour, and no wait between two calls. */
const allDay = (plan: Plan): void => {
  plan.calling.nextGapMs = 0;
  plan.hoursApply = false;
  for (const booking of plan.bookings) booking.slots = [{ from: '00:00', to: '23:59', most: 5 }];
  for (const service of plan.services) service.hoursId = null;
};

const words = {
  zh: { goesOn: /接着去 A区 1–5 号窗口/, tell: /接着办“企业设立登记”，请去 A区 1–5 号窗口 等候/, live: /办事人已有 B001 号/, reprinted: /补打 \d\d:\d\d/, late: /按时签到/ },
  en: { goesOn: /→ Zone A, Counters 1–5/, tell: /goes on to Company establishment: please wait at Zone A, Counters 1–5/, live: /The visitor has B001/, reprinted: /Printed again \d\d:\d\d/, late: /In time/ },
} as const;

test.for(['zh', 'en'] as const)('H3 T4 T6 S3 a morning at the guide desk (%s)', async (language) => {
  const hall = await startHallProcess(allDay);
  onTestFinished(() => hall.stop());
  const pages = openPages(browser, hall.address, language);
  const desk = await pages.open('desk', 'D1');
  const six = await pages.open('counter', '6');
  const one = await pages.open('counter', '1');
  await openCounter(six, '1006');
  await openCounter(one, '1001');
  await at(desk, 'guide-screen').waitFor();

  // Booked: the code stands there large, and is all that is needed to check in.
  await desk.keyboard.press('F7');
  await desk.keyboard.type('H');
  await at(desk, 'book-S040').waitFor();
  await desk.keyboard.press('Enter');
  await at(desk, 'slot-00:00').click();
  await at(desk, 'book-visitor-phone').fill('1380000123');
  await at(desk, 'book-visitor-unclear').waitFor();
  await at(desk, 'book-visitor-phone').fill('13800001234');
  await at(desk, 'book-visitor-name').fill('张三');
  await look(desk, `desk-booking-${language}`);
  await at(desk, 'book-now').click();
  const code = await numberOn(desk, 'booked-code');
  expect(code).toMatch(/^\d{6}$/);

  await desk.keyboard.press('F6');
  await at(desk, `appointment-${code}`).locator('text=张*').waitFor();
  await look(desk, `desk-appointments-${language}`);
  await desk.keyboard.type(code);
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Enter');
  expect(await numberOn(desk, 'issued-number')).toBe('H001');
  expect(await textOf(desk, 'issued-note')).toMatch(words[language].late);

  // Found again by phone: the mask, the ticket, the appointment that became it.
  await desk.keyboard.press('F2');
  await desk.keyboard.type('13800001234');
  await at(desk, 'person-0').waitFor();
  await desk.keyboard.press('Enter');
  expect(await textOf(desk, 'person-name')).toBe('张*');
  await at(desk, 'person-ticket-H001').waitFor();
  await desk.locator(`[data-test="appointment-${code}"][data-state="checkedIn"]`).first().waitFor();
  await look(desk, `desk-person-${language}`);

  // One ticket for two services, given to whoever was found.
  await at(desk, 'issue-for').click();
  await at(desk, 'visitor-known').waitFor();
  await at(desk, 'service-search').fill('B');
  await at(desk, 'issue-S016').click();
  await at(desk, 'service-search').fill('A');
  await at(desk, 'issue-S001').click();
  await at(desk, 'desk-take').click();
  expect(await numberOn(desk, 'issued-number')).toBe('B001');

  // A second one for the same is refused; the first one's slip is shown and printed again.
  await at(desk, 'issue-another').click();
  await at(desk, 'service-search').fill('A');
  await at(desk, 'issue-S001').click();
  await at(desk, 'visitor-phone').fill('138 0000 1234');
  await at(desk, 'desk-take').click();
  expect(await textOf(desk, 'issue-refusal')).toMatch(words[language].live);
  await at(desk, 'issue-reprint').click();
  expect(await textOf(desk, 'slip')).toMatch(words[language].reprinted);
  await look(desk, `desk-reprint-${language}`);
  await desk.keyboard.press('Enter');
  await at(desk, 'reprinted').waitFor();
  await at(desk, 'detail-reprints').waitFor();

  // Finished in part here: the button says where it goes on, then the counter what to tell; the next one sees what is done.
  await key(six, 'call-next', 'F2');
  await inHand(six, 'B001', 'called');
  await key(six, 'start', 'F4');
  await inHand(six, 'B001', 'serving');
  expect(await textOf(six, 'finish-and-call-next-why')).toMatch(words[language].goesOn);
  await six.keyboard.press('Control+F8');
  await at(six, 'finish-dialog').waitFor();
  await look(six, `counter-choice-of-services-${language}`);
  await six.keyboard.press('Enter');
  expect(await textOf(six, 'went-on')).toMatch(words[language].tell);
  await key(one, 'call-next', 'F2');
  await inHand(one, 'B001', 'called');
  await one.locator('[data-test="service-S016"][data-part="done"]').waitFor();
  await one.locator('[data-test="service-S001"][data-part="now"]').waitFor();
  await six.locator('[data-test="went-on"]').waitFor({ state: 'detached' });

  pages.expectNoErrors();
  await pages.close();
});
