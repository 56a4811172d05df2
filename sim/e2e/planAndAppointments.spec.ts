// The manager's pages of plan and appointments, by real clicks and real files, in both languages: a faulty plan is refused
// with all that is wrong, a right one is confirmed after its changes were seen, waits and is withdrawn; a list of appointments
// is imported with its bad rows told. Nothing serious for axe, no page or console error.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '@hall/core/domain/plan';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { at, openPages, textOf } from './hallPages.ts';
import { startHallProcess } from './hallProcess.ts';
import { look } from './handiwork.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Slots at any hour, so that tomorrow can be booked whatever day it is. */
const bookable = (plan: Plan): void => {
  plan.bookings = plan.bookings.map((booking) => ({ ...booking, slots: [{ from: '09:00', to: '10:00', most: 50 }] }));
  for (const service of plan.services) service.hoursId = null;
};
const words = {
  zh: { faults: /有 3 处错误，整份不采用/, noQueue: /事项 · 第 13 项 services\[12\]\.queueId\s+没有队列 Z/, changes: /将改变 1 处/, waits: /等待下一业务日生效/, imported: /新登记 1，以前已登记 0，未导入 2/, phone: /手机号：号码被表格软件/ },
  en: { faults: /has 3 faults\. It is refused whole/, noQueue: /Service · no\. 13 services\[12\]\.queueId\s+no queue Z/, changes: /would change 1 place/, waits: /waits for the next business day/, imported: /1 booked, 0 booked before, 2 not imported/, phone: /Phone: The spreadsheet has shortened/ },
} as const;

test.for(['zh', 'en'] as const)('a plan and a list of appointments come as files (%s)', async (language) => {
  const hall = await startHallProcess(bookable);
  onTestFinished(() => hall.stop());
  const pages = openPages(browser, hall.address, language);
  const manager = await pages.open('manager', 'M1');
  const folder = mkdtempSync(join(tmpdir(), 'hall-e2e-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  const said = words[language];
  const fileOf = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  await at(manager, 'page-plan').click();
  await at(manager, 'history-adopted').waitFor();
  const download = manager.waitForEvent('download');
  await at(manager, 'plan-export').click();
  const plan = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as Plan;
  expect(plan.queues).toHaveLength(16);

  const [faulty, right] = [structuredClone(plan), structuredClone(plan)];
  Object.assign(faulty, { capacity: 0, unknown: 1 });
  Object.assign(faulty.services[12] ?? {}, { queueId: 'Z' });
  await at(manager, 'file-plan').setInputFiles(fileOf('faulty.json', JSON.stringify(faulty)));
  await at(manager, 'plan-faulty').waitFor();
  expect(await textOf(manager, 'plan-faulty')).toMatch(said.faults);
  expect(await textOf(manager, 'plan-faults')).toMatch(said.noQueue);
  await look(manager, `plan-faults-${language}`);

  right.name = { zh: '改名大厅', en: plan.name.en };
  await at(manager, 'file-plan').setInputFiles(fileOf('right.json', JSON.stringify(right)));
  await at(manager, 'plan-ready').waitFor();
  expect(await textOf(manager, 'plan-ready')).toMatch(said.changes);
  await look(manager, `plan-changes-${language}`);
  await at(manager, 'plan-confirm').click();
  await at(manager, 'plan-next').waitFor();
  expect(await textOf(manager, 'plan-next')).toMatch(said.waits);
  await at(manager, 'history-scheduled').waitFor();
  await at(manager, 'plan-withdraw').click();
  await at(manager, 'plan-next').waitFor({ state: 'detached' });
  await at(manager, 'history-withdrawn').waitFor();

  await at(manager, 'plan-from-now').check();
  await at(manager, 'file-plan').setInputFiles(fileOf('right.json', JSON.stringify(right)));
  await at(manager, 'plan-ready').waitFor();
  await at(manager, 'plan-confirm').click();
  await at(manager, 'plan-taken').waitFor();
  await manager.locator('.hall-name', { hasText: language === 'zh' ? '改名大厅' : plan.name.en }).waitFor();

  await at(manager, 'page-appointments').click();
  const tomorrow = new Intl.DateTimeFormat('en-CA', { timeZone: plan.timeZone }).format(Date.now() + 86_400_000);
  const rows = [`A-1,企业设立登记,${tomorrow},9:00,张三,13800001234`, `A-2,企业设立登记,${tomorrow},9:00,李四,1.38E+10`, `A-3,没有的事项,${tomorrow},9:00,,`];
  await at(manager, 'file-appointments').setInputFiles(fileOf('list.csv', ['外部编号,事项,日期,时段,姓名,手机号', ...rows].join('\n')));
  await at(manager, 'import-result').waitFor();
  expect(await textOf(manager, 'import-result')).toMatch(said.imported);
  expect(await textOf(manager, 'import-table')).toMatch(said.phone);
  await at(manager, 'day-table').waitFor();
  expect(await textOf(manager, 'day-table')).toContain(`${tomorrow} 1 0 1`);
  await look(manager, `appointments-${language}`);
  pages.expectNoErrors();
  await pages.close();
});
