// The whole main job with six pages open at once, in Chinese and again in English: ticket, call, recall, start,
// finish, rating, miss, pause; every page shows each step, and no page and no console reports an error.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { at, openPages, pictures, textOf, type ScreenKind } from './hallPages.ts';
import type { Plan } from '@hall/core/domain/plan';
import { startHallProcess } from './hallProcess.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Real rules with shorter waits: a person would wait out the real ones, a test need not. */
const hurried = ({ calling }: Plan): void => {
  calling.nextGapMs = 200;
  calling.recallGapMs = 200;
  calling.missAfterMs = 200;
};

const words = {
  zh: { counter: /3 号窗口/, paused: /午餐/, satisfied: /非常满意/, thanks: /谢谢|感谢/, nth: (call: number) => `第 ${call} 次呼叫` },
  en: { counter: /Counter 3/, paused: /Lunch/, satisfied: /Very satisfied/, thanks: /Thank/, nth: (call: number) => `Call ${call}` },
} as const;

const numberOn = (page: Page, test: string): Promise<string> => textOf(page, test).then((text) => text.replaceAll(' ', ''));
const ready = (page: Page, test: string): Promise<void> => page.locator(`[data-test="${test}"]:not([disabled])`).first().waitFor();

test.for(['zh', 'en'] as const)('six pages do the main job (%s)', async (language) => {
  const hall = await startHallProcess(hurried);
  onTestFinished(() => hall.stop());
  const pages = openPages(browser, hall.address, language);
  const open = (kind: ScreenKind, place: string): Promise<Page> => pages.open(kind, place);
  const kiosk = await open('kiosk', 'K1');
  const counter = await open('counter', '3');
  const board = await open('display', 'hall');
  const strip = await open('counterScreen', 'c3');
  const pad = await open('pad', '3');
  const manager = await open('manager', 'M1');
  const before = { waiting: await textOf(manager, 'value-waiting'), served: Number(await textOf(manager, 'value-served')), rated: Number(await textOf(manager, 'value-rated')) };
  expect(before.waiting).toBe('0');

  // The clerk signs in and opens the counter.
  await at(counter, 'staff-number').fill('1003');
  await at(counter, 'sign-in').click();
  await at(counter, 'open-counter').click();
  await strip.locator('[data-says="free"]').waitFor();

  // A citizen takes a ticket in three touches at the most.
  const take = async (): Promise<string> => {
    await at(kiosk, 'service-S004').click();
    await at(kiosk, 'take').click();
    await at(kiosk, 'done-screen').waitFor();
    return numberOn(kiosk, 'number');
  };
  const first = await take();
  expect(first).toMatch(/^A\d{3}$/);
  await kiosk.screenshot({ path: join(pictures, `kiosk-done-${language}.png`) });
  await manager.locator('[data-test="value-waiting"]', { hasText: '1' }).waitFor();
  await board.locator('[data-test="waiting-total"][data-waiting="1"]').waitFor();
  await counter.locator('[data-test="queue-A"] [data-test="waiting-count"]', { hasText: '1' }).waitFor();

  // The clerk calls with the keyboard; board, counter screen and pad show it, the board speaks it.
  await ready(counter, 'call-next');
  await counter.keyboard.press('F2');
  await board.locator(`[data-test="call"][data-number="${first}"][data-counter="3"]`).first().waitFor();
  expect(await board.locator(`[data-test="call"][data-number="${first}"]`).first().innerText()).toMatch(words[language].counter);
  await strip.locator(`[data-number="${first}"][data-says="called"]`).waitFor();
  expect(await numberOn(pad, 'calling-number')).toBe(first);
  expect(await numberOn(counter, 'current-number')).toBe(first);
  await ready(counter, 'recall');
  await counter.keyboard.press('F3');
  await strip.locator('[data-test="counter-screen"]', { hasText: words[language].nth(2) }).waitFor();
  await board.screenshot({ path: join(pictures, `board-${language}.png`) });

  // Served, finished, rated.
  await counter.keyboard.press('F4');
  expect(await numberOn(pad, 'serving-number')).toBe(first);
  await strip.locator('[data-says="serving"]').waitFor();
  await counter.screenshot({ path: join(pictures, `counter-${language}.png`) });
  await ready(counter, 'finish');
  await counter.keyboard.press('F8');
  await at(pad, 'rate').waitFor();
  await pad.screenshot({ path: join(pictures, `pad-rate-${language}.png`) });
  expect(await at(pad, 'level-5').innerText()).toMatch(words[language].satisfied);
  await at(pad, 'level-5').click();
  await at(pad, 'code-510').click();
  await at(pad, 'submit').click();
  await at(pad, 'thanks').waitFor();
  expect(await at(pad, 'thanks').innerText()).toMatch(words[language].thanks);
  await manager.locator('[data-test="value-rated"]', { hasText: String(before.rated + 1) }).waitFor();
  await manager.locator('[data-test="value-served"]', { hasText: String(before.served + 1) }).waitFor();

  // The next one does not come: called three times, then missed. The one after declines to rate.
  await at(kiosk, 'finished').click();
  const second = await take();
  await at(kiosk, 'finished').click();
  const third = await take();
  expect([first, second, third].map((number) => Number(number.slice(1)))).toEqual([0, 1, 2].map((step) => Number(first.slice(1)) + step));
  await ready(counter, 'call-next');
  await at(counter, 'call-next').click();
  for (let call = 2; call <= 3; call += 1) {
    await ready(counter, 'recall');
    await at(counter, 'recall').click();
    await board.locator(`[data-test="call"][data-number="${second}"]`, { hasText: words[language].nth(call) }).waitFor();
  }
  await ready(counter, 'miss');
  await counter.keyboard.press('F6');
  await at(counter, `missed-${second}`).waitFor();
  await ready(counter, 'call-next');
  await counter.keyboard.press('F2');
  await ready(counter, 'start');
  await counter.keyboard.press('F4');
  await ready(counter, 'finish');
  await counter.keyboard.press('F8');
  await at(pad, 'decline').click();
  await at(pad, 'thanks').or(at(pad, 'idle')).waitFor();

  // A pause reaches counter screen and pad within a second (C12).
  await at(counter, 'pause').click();
  await at(counter, 'pause-lunch').click();
  await strip.locator('[data-test="pause-reason"]', { hasText: words[language].paused }).waitFor({ timeout: 1_000 });
  await pad.locator('[data-test="idle-hint"]', { hasText: words[language].paused }).waitFor({ timeout: 10_000 });
  await manager.locator('[data-test="counter-3"][data-state="paused"]').waitFor();
  await manager.screenshot({ path: join(pictures, `manager-${language}.png`) });

  // Spoken in the order of the calls; none is left out without being recorded: a start overtakes its own call (D1, D3, D4).
  const calls = await board.locator('[data-test="call"]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['seq'] ?? ''));
  await board.waitForFunction((all) => {
    const { spoken: said = '', notSpoken = '' } = (document.querySelector('[data-test="board"]') as HTMLElement).dataset;
    // Each entry of those not spoken says why, as in `12:overtaken`.
    const dealtWith = `${said} ${notSpoken}`.split(' ').map((entry) => entry.split(':')[0]);
    return all.every((seq) => dealtWith.includes(seq));
  }, calls, { timeout: 90_000 });
  const spoken = ((await at(board, 'board').getAttribute('data-spoken')) ?? '').split(' ').map(Number);
  expect(spoken.length).toBeGreaterThan(0);
  expect(spoken).toEqual([...spoken].sort((a, b) => a - b));
  expect(new Set(spoken).size).toBe(spoken.length);

  // Leave the counter as it was found.
  await ready(counter, 'sign-out');
  await at(counter, 'sign-out').click();
  await at(counter, 'sign-in-screen').waitFor();
  pages.expectNoErrors();
  await pages.close();
});
