// Why no number is given, each on its own calm page with what to do: too early in the day, all given, a queue stopped, the whole
// hall stopped; on real pages, in both languages. The morning is in the journal before the server starts.
import { trusted } from '@hall/core/protocol/rights';
import { localTime } from '@hall/core/base/localTime';
import type { BusinessDay, QueueId, ReasonId, ServiceId } from '@hall/core/domain/ids';
import { planSchema, type Plan } from '@hall/core/domain/plan';
import type { Scope } from '@hall/core/domain/scope';
import { openTestHall } from '@hall/server/testing/testHall';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { at, openPages } from './hallPages.ts';
import { startHallProcess, type HallProcess } from './hallProcess.ts';
import { look } from './handiwork.ts';
import { press, typeOn } from './kioskWalk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const minute = 60_000;
/** Somewhere in the world it is noon: what opens in the evening has not opened. */
const noonZone = (now: number): string => {
  const east = 12 - new Date(now).getUTCHours();
  return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
};
const stopped = { queueId: 'L' as QueueId, serviceId: 'S050' };

async function hallStopped(scope: Scope): Promise<HallProcess> {
  const now = Date.now();
  const allDay = Array.from({ length: 7 }, () => [{ opensAt: '00:00', closesAt: '23:59', issuesFrom: '00:00' }]);
  const evening = Array.from({ length: 7 }, () => [{ opensAt: '22:30', closesAt: '23:30', issuesFrom: '22:00' }]);
  function change(plan: Plan): void {
    const [first] = plan.hours;
    if (first === undefined) throw new Error('the sample plan has hours');
    Object.assign(plan, { timeZone: noonZone(now), hoursApply: true, day: { opensAt: '00:00', lastHour: '23:59' } });
    plan.hours = [...plan.hours.map((hours) => ({ ...hours, week: allDay })), { ...first, id: 'evening', week: evening }] as unknown as Plan['hours'];
    plan.services = plan.services.map((service) => (service.id === 'S004' ? { ...service, hoursId: 'evening' } : service.id === 'S041' ? { ...service, quota: { daily: 1, spans: [] } } : service)) as Plan['services'];
  }
  function before(folder: string, plan: Plan): void {
    const hall = openTestHall(folder, { at: now - 30 * minute, plan: planSchema.parse(plan), dayOpen: false });
    const done = (outcome: ReturnType<typeof hall.one>): void => { if (!outcome.ok) throw new Error(outcome.refusal.code); };
    const [reason] = plan.stopReasons;
    done(hall.one(trusted('manager', 'M1'), 'openDay', { date: localTime(now, plan.timeZone).date as BusinessDay }));
    done(hall.one(trusted('kiosk', 'K1'), 'issueTicket', { serviceId: 'S041' as ServiceId, alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null }));
    done(hall.one(trusted('manager', 'M1'), 'stopIssuing', { scope, reasonId: reason?.id as ReasonId }));
    hall.close();
  }
  const hall = await startHallProcess(change, before);
  onTestFinished(() => hall.stop());
  return hall;
}

async function obstacleAt(page: Page, letters: string, service: string): Promise<string | null> {
  await press(page, 'search');
  await typeOn(page, letters);
  await press(page, `service-${service}`);
  await at(page, 'take-obstacle').waitFor();
  expect(await at(page, 'take').count()).toBe(0);
  return at(page, 'take-obstacle').getAttribute('data-code');
}

test.for(['zh', 'en'] as const)('H1 H2 H6 a service without numbers says why, and what to do (%s)', async (language) => {
  const hall = await hallStopped({ kind: 'queue', queueId: stopped.queueId });
  const pages = openPages(browser, hall.address, language);
  const page = await pages.open('kiosk', 'K1');
  await at(page, 'home-screen').waitFor();
  for (const [letters, service, code] of [['GTGSH', 'S004', 'outOfHours'], ['LSSFZ', 'S041', 'quotaReached'], ['JHDJ', stopped.serviceId, 'issuingStopped']] as const) {
    expect(await obstacleAt(page, letters, service)).toBe(code);
    await look(page, `kiosk-refused-${code}-${language}`);
    await press(page, 'home');
  }
  pages.expectNoErrors();
  await pages.close();
});

test.for(['zh', 'en'] as const)('H6 a hall that was stopped says so on the first page, with its reason (%s)', async (language) => {
  const hall = await hallStopped({ kind: 'hall' });
  const pages = openPages(browser, hall.address, language);
  const page = await pages.open('kiosk', 'K1');
  await at(page, 'calm-stopped').waitFor();
  await look(page, `kiosk-refused-hall-${language}`);
  await at(page, 'elder').click();
  await look(page, `kiosk-refused-hall-${language}-elder`);
  pages.expectNoErrors();
  await pages.close();
});
