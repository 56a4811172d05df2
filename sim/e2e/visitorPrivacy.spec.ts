// Looking, noting, attaching and forgetting by real clicks, in both languages: the desk looks at a visitor in full for a reason and
// hides it again, writes a note and the counter reads it, a document comes and goes as a file, and the manager erases the person.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '@hall/core/domain/plan';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { at, openPages, textOf } from './hallPages.ts';
import { startHallProcess } from './hallProcess.ts';
import { inHand, key, look, openCounter } from './handiwork.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const anyHour = (plan: Plan): void => {
  plan.hoursApply = false;
  plan.calling.nextGapMs = 0;
};
const words = { zh: '材料缺户口本复印件，已告知', en: 'A copy of the booklet is missing; told so' } as const;

test.for(['zh', 'en'] as const)('V1 V2 looking, noting, attaching and forgetting (%s)', async (language) => {
  const hall = await startHallProcess(anyHour);
  onTestFinished(() => hall.stop());
  // A page that is no document is refused by the server, and the browser tells so.
  const pages = openPages(browser, hall.address, language, [/40[49]|Failed to load resource/]);
  const desk = await pages.open('desk', 'D1');
  const one = await pages.open('counter', '1');
  const manager = await pages.open('manager', 'M1');
  await openCounter(one, '1001');
  await at(desk, 'guide-screen').waitFor();

  // A ticket for somebody who tells who he is.
  await at(desk, 'service-search').fill('A');
  await at(desk, 'issue-S001').click();
  await at(desk, 'visitor-phone').fill('13800001234');
  await at(desk, 'visitor-name').fill('张三丰年');
  await at(desk, 'desk-take').click();
  await at(desk, 'issued-number').waitFor();

  // Found, masked; in full for a reason, and hidden again.
  await desk.keyboard.press('F2');
  await desk.keyboard.type('13800001234');
  await at(desk, 'person-0').waitFor();
  await desk.keyboard.press('Enter');
  expect(await textOf(desk, 'person-name')).toBe('张**年');
  await at(desk, 'look').click();
  await look(desk, `privacy-look-asking-${language}`);
  await at(desk, 'look-reason-contact').click();
  await at(desk, 'look-shown').waitFor();
  expect([await textOf(desk, 'look-name'), await textOf(desk, 'look-phone')]).toEqual(['张三丰年', '13800001234']);
  await look(desk, `privacy-look-shown-${language}`);
  await at(desk, 'look-hide').click();
  await at(desk, 'look').waitFor();
  expect(await desk.content()).not.toContain('张三丰年');

  // A note at the desk, read at the counter; a document there.
  await at(desk, 'person-ticket-A001').click();
  await at(desk, 'papers').click();
  await at(desk, 'note-words').fill(words[language]);
  await at(desk, 'note-add').click();
  await desk.locator(`[data-test="notes"] >> text=${words[language]}`).waitFor();
  await look(desk, `privacy-notes-desk-${language}`);
  await at(desk, 'papers-close').click();
  await key(one, 'call-next', 'F2');
  await inHand(one, 'A001', 'called');
  await look(one, `privacy-counter-${language}`);
  await one.setViewportSize({ width: 390, height: 844 });
  await look(one, `privacy-counter-narrow-${language}`);
  await one.setViewportSize({ width: 1366, height: 768 });
  await at(one, 'papers').click();
  await one.locator(`[data-test="notes"] >> text=${words[language]}`).waitFor();
  const folder = mkdtempSync(join(tmpdir(), 'hall-files-'));
  const [document, page] = [join(folder, 'document.pdf'), join(folder, 'page.pdf')];
  writeFileSync(document, '%PDF-1.7\na made-up document\n%%EOF');
  writeFileSync(page, '<!doctype html><p>no document');
  await at(one, 'file-add').setInputFiles(page);
  await at(one, 'file-problem').waitFor();
  await at(one, 'file-add').setInputFiles(document);
  await at(one, 'files').waitFor();
  await look(one, `privacy-papers-${language}`);
  const [download] = await Promise.all([one.waitForEvent('download'), at(one, 'file-save-0').click()]);
  expect(download.suggestedFilename()).toBe('A001-1.pdf');
  expect(readFileSync(await download.path(), 'utf8')).toContain('a made-up document');

  // The manager erases the person: the note is empty, the file gone, and nobody is found.
  await at(manager, 'page-appointments').click();
  await at(manager, 'visitor-find').fill('13800001234');
  await at(manager, 'visitor-search').click();
  await at(manager, 'visitor-0').waitFor();
  await look(manager, `privacy-manager-${language}`);
  await at(manager, 'erase').click();
  await at(manager, 'erase-reason-asked').check();
  await look(manager, `privacy-erase-${language}`);
  await at(manager, 'erase-confirm').click();
  await at(manager, 'erase-done').waitFor();
  await at(manager, 'visitor-find').fill('13800001234');
  await at(manager, 'visitor-search').click();
  await at(manager, 'visitor-count').waitFor();
  expect(await at(manager, 'visitor-0').count()).toBe(0);
  await at(one, 'file-save-0').click();
  await at(one, 'file-problem').waitFor();
  await at(one, 'papers-close').click();
  await at(one, 'papers').click();
  await one.locator('[data-test="notes"] .none').waitFor();
  expect(await one.content()).not.toContain(words[language]);
  pages.expectNoErrors();
});
