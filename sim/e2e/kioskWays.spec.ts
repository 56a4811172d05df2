// The kiosk without a finger, with a card, and with a printer that has its moods: the whole way by keyboard alone; three
// taps that are one ticket; a card of nonsense and a card whose owner has a number already; paper out, a silent printer, and
// slips that did and did not come out. A pretend shell stands in for the machine.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { at, openPages, pictures, textOf, type HallPages } from './hallPages.ts';
import { look, numberOn } from './handiwork.ts';
import { startHallProcess, type HallProcess } from './hallProcess.ts';
import { press, withGuide } from './kioskWalk.ts';

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

const settled = (page: Page): Promise<void> => page.locator('.kiosk:not(.settling)').waitFor();
async function kioskIn(language: 'zh' | 'en'): Promise<{ pages: HallPages; page: Page }> {
  const pages = openPages(browser, hall.address, language);
  const page = await pages.open('kiosk', 'K1');
  await at(page, 'home-screen').waitFor();
  await settled(page);
  return { pages, page };
}
const focused = (page: Page): Promise<string> => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['test'] ?? '');

/** Arrow keys until it stands there, as somebody would who looks at the screen. */
async function walkTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Tab');
  for (let step = 0; step < 80 && await focused(page) !== name; step += 1) await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(name);
}

test('the whole way by keyboard alone: from the first page to the paper and back', async () => {
  const { pages, page } = await kioskIn('zh');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).not.toBe('');
  expect(await textOf(page, 'hint')).toContain('方向键');
  await page.screenshot({ path: join(pictures, 'kiosk-keyboard.png') });
  await walkTo(page, 'service-S040');
  await page.keyboard.press('Enter');
  await at(page, 'service-screen').waitFor();
  await settled(page);
  await page.keyboard.press('Escape');
  await at(page, 'home-screen').waitFor();
  await settled(page);
  // Letters and digits are typed where they mean something.
  await walkTo(page, 'search');
  await page.keyboard.press('Enter');
  await at(page, 'search-screen').waitFor();
  await settled(page);
  for (const letter of 'sfz') await page.keyboard.press(letter, { delay: 60 });
  await page.locator('[data-test="typed"]', { hasText: 'SFZ' }).waitFor();
  await walkTo(page, 'service-S040');
  await page.keyboard.press('Enter');
  await at(page, 'service-screen').waitFor();
  await settled(page);
  await walkTo(page, 'take');
  await page.keyboard.press('Enter');
  await at(page, 'done-screen').waitFor();
  const number = await numberOn(page, 'number');
  expect(await page.locator('[data-test="slip"]').getAttribute('aria-label')).toContain(number);
  await settled(page);
  await page.keyboard.press('Escape');
  await at(page, 'home-screen').waitFor();
  pages.expectNoErrors();
  await pages.close();
});

test('N6 three taps of 取号 in a row are one number', async () => {
  const { pages, page } = await kioskIn('zh');
  await press(page, 'service-S004');
  await settled(page);
  const box = await at(page, 'take').boundingBox();
  if (box === null) throw new Error('no button');
  for (let tap = 0; tap < 3; tap += 1) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await at(page, 'done-screen').waitFor();
  const first = Number((await numberOn(page, 'number')).slice(1));
  await press(page, 'finished');
  await press(page, 'service-S004');
  await press(page, 'take');
  await at(page, 'done-screen').waitFor();
  expect(Number((await numberOn(page, 'number')).slice(1))).toBe(first + 1);
  pages.expectNoErrors();
  await pages.close();
});

const cardNumber = '110000199001010005';
const card = async (page: Page, text: string): Promise<void> => {
  await settled(page);
  // One go, as a reader does: fingers cannot.
  await page.evaluate((signs) => {
    for (const key of [...signs, 'Enter']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, text);
};

test('V1 a card gives its number to the order alone; T6 its owner has one number; nothing of it is on any page', async () => {
  const { pages, page } = await kioskIn('zh');
  await card(page, 'ER:7F3A#0');
  await at(page, 'calm-unread').waitFor();
  await look(page, 'kiosk-card-nonsense');
  await press(page, 'calm-action');
  await at(page, 'home-screen').waitFor();

  await card(page, `测试,男,${cardNumber}`);
  await at(page, 'calm-refused').waitFor();
  expect(await page.locator('#app').innerText()).toContain('今天没有预约');
  await look(page, 'kiosk-card-no-appointment');
  await press(page, 'calm-action');
  await at(page, 'card-read').waitFor();
  await press(page, 'service-S050');
  await look(page, 'kiosk-card-read');
  await press(page, 'take');
  await at(page, 'done-screen').waitFor();
  const number = await numberOn(page, 'number');
  expect(await page.content()).not.toMatch(new RegExp(`${cardNumber}|测试`));
  await press(page, 'finished');
  expect(await at(page, 'card-read').count()).toBe(0);

  await press(page, 'service-S050');
  await card(page, cardNumber);
  await at(page, 'card-read').waitFor();
  await press(page, 'take');
  await at(page, 'calm-refused').waitFor();
  expect((await textOf(page, 'calm-fact')).replaceAll(' ', '')).toBe(number);
  await look(page, 'kiosk-has-number');
  await press(page, 'calm-action');
  await at(page, 'reprinted').waitFor();
  expect(await numberOn(page, 'number')).toBe(number);
  pages.expectNoErrors();
  await pages.close();
});

/** What the pretend shell's printer says, changed by the test. */
interface PretendPrinter {
  state: object;
  end: object;
  printed: { id: string; text: string }[];
}
async function kioskWithPrinter(language: 'zh' | 'en'): Promise<{ pages: HallPages; page: Page; set(printer: Partial<Omit<PretendPrinter, 'printed'>>): Promise<void>; printed(): Promise<PretendPrinter['printed']> }> {
  const { pages, page } = await kioskIn(language);
  await page.addInitScript((server) => {
    const ready = { kind: 'ready', nearEnd: false, columns: 48 };
    const printer: PretendPrinter = { state: ready, end: { state: 'confirmed', why: null, nearEnd: false }, printed: [] };
    const nothing = (): Promise<null> => Promise.resolve(null);
    Object.assign(window, {
      pretendPrinter: printer,
      hallShell: {
        server, authorityPin: nothing, deviceKey: nothing, placed: nothing, alive: nothing, restart: nothing,
        print: (id: string, slip: { lines: { text: string }[] }) => { printer.printed.push({ id, text: slip.lines.map(({ text }) => text).join('\n') }); return Promise.resolve(printer.end); },
        printerState: () => Promise.resolve(printer.state),
        cardRead: () => Promise.resolve({ kind: 'none' }),
      },
    });
  }, hall.address);
  await page.reload();
  await at(page, 'home-screen').waitFor();
  const printerOf = 'pretendPrinter';
  return {
    pages, page,
    set: (change) => page.evaluate(([name, to]) => { Object.assign((window as unknown as Record<string, object>)[name as string] as object, to); }, [printerOf, change] as const),
    printed: () => page.evaluate((name) => (window as unknown as Record<string, PretendPrinter>)[name]?.printed ?? [], printerOf),
  };
}

test.for(['zh', 'en'] as const)('S2 S3 S4 slips come out, fail or stay unknown; paper out is said before a number is taken (%s)', async (language) => {
  const { pages, page, set, printed } = await kioskWithPrinter(language);
  await press(page, 'service-S040');
  await press(page, 'take');
  await page.locator('[data-test="slip-state"][data-slip="confirmed"]').waitFor();
  const number = await numberOn(page, 'number');
  expect((await printed()).map(({ text }) => text.includes(number))).toEqual([true]);
  await look(page, `kiosk-slip-confirmed-${language}`);
  await press(page, 'finished');

  for (const state of ['failed', 'unknown'] as const) {
    await set({ end: { state, why: state === 'failed' ? 'paperOut' : 'noAnswer', nearEnd: false } });
    await press(page, 'service-S040');
    await press(page, 'take');
    await page.locator(`[data-test="slip-state"][data-slip="${state}"]`).waitFor();
    await look(page, `kiosk-slip-${state}-${language}`);
    // Long enough to remember it or take a photo.
    expect(Number(/\d+/.exec(await textOf(page, 'countdown'))?.[0])).toBeGreaterThan(30);
    await press(page, 'finished');
  }

  await set({ state: { kind: 'stopped', fault: 'paperOut', columns: 48 } });
  await press(page, 'service-S044');
  await at(page, 'paper-warning').waitFor({ timeout: 15_000 });
  await look(page, `kiosk-paper-ahead-${language}`);
  await press(page, 'take');
  await at(page, 'calm-paper').waitFor();
  await look(page, `kiosk-paper-out-${language}`);
  const before = (await printed()).length;
  await press(page, 'calm-action');
  await page.locator('[data-test="slip-state"][data-slip="screen"]').waitFor();
  await look(page, `kiosk-slip-screen-${language}`);
  expect((await printed()).length).toBe(before);
  pages.expectNoErrors();
  await pages.close();
});

test('voice guidance says nothing that does not stand on the screen', async () => {
  const { pages, page } = await kioskIn('zh');
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    Object.assign(window.speechSynthesis, { getVoices: () => [{ lang: 'zh-CN', name: 'pretend' }], cancel: () => undefined, speak: ({ text }: { text: string }) => { said.push(text); } });
    Object.assign(window, { SpeechSynthesisUtterance: class { text: string; constructor(text: string) { this.text = text; } } });
  });
  await press(page, 'voice');
  await at(page, 'hint').waitFor();
  await press(page, 'service-S040');
  await page.waitForFunction(() => (window as unknown as { said: string[] }).said.length > 1);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.at(-1)).toContain('居民身份证申领换领');
  expect(await textOf(page, 'hint')).toBe(said.at(-1));
  await look(page, 'kiosk-voice');
  pages.expectNoErrors();
  await pages.close();
});
