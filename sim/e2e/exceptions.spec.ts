// What does not go straight, by real clicks and keys, in both languages: a missed visitor comes back, a ticket goes to
// another counter with its history, is parked and resumed, is picked, is finished too early; a full quota is overridden
// at the guide desk; an elderly visitor's standing is explained. Nothing serious for axe, no page or console error.
import type { Plan } from '@hall/core/domain/plan';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { at, openPages, textOf } from './hallPages.ts';
import { startHallProcess } from './hallProcess.ts';
import { inHand, key, look, numberOn, openCounter, ready, refusedAtKiosk, take } from './handiwork.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Real rules with shorter waits, parked too long after a second, and a service of which two tickets are given a day. */
const hurried = (plan: Plan): void => {
  const { calling, services } = plan;
  plan.parkAlertMs = 1_000;
  calling.nextGapMs = 200;
  calling.recallGapMs = 200;
  calling.missAfterMs = 200;
  for (const service of services) if (service.id === 'S023') service.quota.daily = 2;
};

const words = {
  zh: { missedAt: /在 3 号窗口过号/, returned: /过号恢复/, transferred: /3 号窗口从“企业设立与登记”转来/, parked: /回去补材料/, picked: /窗口选呼：与办事人约定/, undo: /撤销办结/, secondsLeft: /\d+ 秒内可撤销/, elderly: /老年人.*事由：年满七十周岁.*先于普通；连续叫 2 个/, trader: '个体工商户', full: /今日 2 个号已发完/, override: /引导台特批：值班负责人批准/ },
  en: { missedAt: /missed at counter 3/, returned: /returned to the line/, transferred: /transferred from Company registration, counter 3/, parked: /Fetching materials/, picked: /picked by the clerk: Agreed with the visitor/, undo: /Undo finish/, secondsLeft: /\d+ s left to undo/, elderly: /Elderly.*Reason: Seventy years or older.*before ordinary; after 2 such calls/, trader: 'sole trader', full: /All 2 tickets of today have been given/, override: /Granted by the desk: Approved by the officer on duty/ },
} as const;

test.for(['zh', 'en'] as const)('the exceptions of a day (%s)', async (language) => {
  const hall = await startHallProcess(hurried);
  onTestFinished(() => hall.stop());
  const pages = openPages(browser, hall.address, language);
  const kiosk = await pages.open('kiosk', 'K1');
  const three = await pages.open('counter', '3');
  const nine = await pages.open('counter', '9');
  const desk = await pages.open('desk', 'D1');
  await openCounter(three, '1003');
  await openCounter(nine, '1009');

  // Missed, and comes back: returned at the counter by the queue's policy, called again with the history shown.
  const first = await take(kiosk, 'service-S004');
  await key(three, 'call-next', 'F2');
  for (let call = 2; call <= 3; call += 1) {
    await key(three, 'recall', 'F3');
    await three.locator('[data-test="current-calls"]', { hasText: String(call) }).waitFor();
  }
  await key(three, 'miss', 'F6');
  await ready(three, `return-${first}`);
  await at(three, `return-${first}`).click();
  await key(three, 'call-next', 'F2');
  await inHand(three, first, 'called');
  expect(await textOf(three, 'current-history')).toMatch(words[language].missedAt);
  expect(await textOf(three, 'current-history')).toMatch(words[language].returned);

  // Put back with a reason, and called once more.
  await key(three, 'put-back', 'Shift+F6');
  await at(three, 'put-back-dialog').waitFor();
  await three.keyboard.press('1');
  await at(three, 'no-current').waitFor();
  await key(three, 'call-next', 'F2');
  await key(three, 'start', 'F4');
  await inHand(three, first, 'serving');

  // Transferred to one counter of another queue; the dialog leaves the number in sight. There the history is shown.
  await key(three, 'transfer', 'F9');
  await at(three, 'transfer-queue-search').waitFor();
  const [number, dialog] = await Promise.all([at(three, 'current-number').boundingBox(), at(three, 'transfer-queue-dialog').boundingBox()]);
  expect((number?.y ?? 0) + (number?.height ?? 0)).toBeLessThanOrEqual(dialog?.y ?? 0);
  await three.keyboard.type('C');
  await three.keyboard.press('Enter');
  await at(three, 'transfer-counter-9').waitFor();
  await look(three, `counter-transfer-${language}`);
  await at(three, 'transfer-counter-9').click();
  await at(three, 'no-current').waitFor();
  await key(nine, 'call-next', 'F2');
  await inHand(nine, first, 'called');
  expect(await textOf(nine, 'current-history')).toMatch(words[language].transferred);
  await look(nine, `counter-history-${language}`);

  // Parked with a reason, listed, resumed here.
  await key(nine, 'start', 'F4');
  await key(nine, 'park', 'F7');
  await at(nine, 'park-materials').click();
  await at(nine, `parked-${first}`).waitFor();
  expect(await textOf(nine, `parked-${first}`)).toMatch(words[language].parked);
  await nine.locator(`[data-test="parked-${first}"][data-late="true"]`).waitFor();
  await ready(nine, `resume-${first}`);
  await at(nine, `resume-${first}`).click();
  await inHand(nine, first, 'serving');

  // Finished too early, and taken back: the button names what and how long.
  await key(nine, 'finish', 'F8');
  await ready(nine, 'undo');
  expect(await textOf(nine, 'undo')).toMatch(words[language].undo);
  expect(await textOf(nine, 'undo-why')).toMatch(words[language].secondsLeft);
  await look(nine, `counter-undo-${language}`);
  await nine.keyboard.press('Control+z');
  await inHand(nine, first, 'serving');
  await key(nine, 'finish', 'F8');
  await at(nine, 'no-current').waitFor();

  // Picked out of turn with a reason, by the keyboard alone.
  await take(kiosk, 'service-S004');
  const third = await take(kiosk, 'service-S004');
  await key(three, 'pick', 'F10');
  await at(three, 'pick-search').waitFor();
  await three.keyboard.type(third);
  await three.locator(`[data-test="pick-${third}"].marked`).waitFor();
  await three.keyboard.press('Enter');
  await at(three, 'pick-reason-dialog').waitFor();
  await three.keyboard.press('2');
  await inHand(three, third, 'called');
  expect(await textOf(three, 'current-why')).toMatch(words[language].picked);
  await key(three, 'start', 'F4');
  await key(three, 'finish', 'F8');

  // An elderly visitor is given priority at the desk, goes first, and the clerk reads why.
  await at(desk, 'service-search').fill(words[language].trader);
  await at(desk, 'issue-S004').click();
  await at(desk, 'class-elderly').click();
  await at(desk, 'grant-age').click();
  await at(desk, 'desk-take').click();
  const elderly = await numberOn(desk, 'issued-number');
  await key(three, 'call-next', 'F2');
  await inHand(three, elderly, 'called');
  expect(await textOf(three, 'current-class')).toMatch(words[language].elderly);

  // A full quota refuses at the kiosk; the desk shows the refusal and goes against it with a reason.
  await take(kiosk, 'service-S023');
  await take(kiosk, 'service-S023');
  await refusedAtKiosk(kiosk, 'service-S023');
  await at(desk, 'issue-another').click();
  await at(desk, 'service-search').fill('D');
  await at(desk, 'issue-S023-mark').waitFor();
  await at(desk, 'issue-S023').click();
  await at(desk, 'desk-take').click();
  expect(await textOf(desk, 'issue-refusal')).toMatch(words[language].full);
  await at(desk, 'take-anyway').click();
  await look(desk, `desk-refusal-${language}`);
  await at(desk, 'override-leader').click();
  const third23 = await numberOn(desk, 'issued-number');
  expect(third23).toBe('D003');

  // Found by its digits, with what was granted; moved, and in the end cancelled.
  await desk.keyboard.press('F2');
  await at(desk, 'find').fill('d3');
  await desk.keyboard.press('Enter');
  expect(await numberOn(desk, 'detail-number')).toBe('D003');
  expect(await textOf(desk, 'detail-override')).toMatch(words[language].override);
  await at(desk, 'desk-moveTicket').click();
  await desk.keyboard.type('A');
  await desk.keyboard.press('Enter');
  await at(desk, 'transfer-counter-any').click();
  await desk.locator('[data-test="history"] [data-what="transferred"]').waitFor();
  await look(desk, `desk-ticket-${language}`);
  await at(desk, 'desk-cancelTicket').click();
  await at(desk, 'cancel-yes').click();
  await desk.locator('[data-test="detail-state"][data-state="cancelled"]').waitFor();

  // Taken by mistake: given back, after one question, at the kiosk that gave it.
  if (await at(kiosk, 'service-S004').count() === 0) await at(kiosk, 'home').click();
  await at(kiosk, 'service-S004').click();
  await at(kiosk, 'take').click();
  await at(kiosk, 'give-back').click();
  await look(kiosk, `kiosk-give-back-${language}`);
  await at(kiosk, 'give-back-yes').click();
  await at(kiosk, 'given-back').waitFor();
  await look(kiosk, `kiosk-given-back-${language}`);

  pages.expectNoErrors();
  await pages.close();
});
