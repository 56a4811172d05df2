// Appointments by real clicks, in both languages: somebody comes late and is still called first, somebody comes too late
// and is ordinary, nobody gets a second ticket; the desk books and checks in; the clerk reads the slot on the screen.
// The morning's bookings are in the journal before the server starts, so that a slot can lie in the past.
import { trusted } from '@hall/core/protocol/rights';
import { localTime } from '@hall/core/base/localTime';
import type { CommandData } from '@hall/core/domain/commands';
import type { BusinessDay, ServiceId } from '@hall/core/domain/ids';
import { planSchema, type Plan } from '@hall/core/domain/plan';
import { openTestHall } from '@hall/server/testing/testHall';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { at, openPages, textOf } from './hallPages.ts';
import { startHallProcess } from './hallProcess.ts';
import { inHand, key, look, numberOn, openCounter, ready, take } from './handiwork.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const minute = 60_000;
const service = 'S004' as ServiceId;
const codes = { late: '111111', tooLate: '222222', inTime: '333333' } as const;

/** Somewhere in the world it is noon: no slot of the test lies beyond midnight. */
const noonZone = (now: number): string => {
  const east = 12 - new Date(now).getUTCHours();
  return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
};

function day(now: number): { slots: { late: string; tooLate: string; inTime: string }; change: (plan: Plan) => void; before: (folder: string, plan: Plan) => void } {
  const timeZone = noonZone(now);
  const time = (minutes: number): string => localTime(now + minutes * minute, timeZone).time;
  const slots = { tooLate: time(-100), late: time(-40), inTime: time(-5) };
  return {
    slots,
    change(plan) {
      plan.timeZone = timeZone;
      plan.hoursApply = false;
      plan.day = { opensAt: '00:00', lastHour: '23:59' };
      plan.calling.nextGapMs = 200;
      plan.bookings = plan.bookings.map((booking) => ({
        ...booking, slots: [{ from: slots.tooLate, to: time(-60), most: 3 }, { from: slots.late, to: time(-10), most: 3 }, { from: slots.inTime, to: time(50), most: 3 }],
      }));
    },
    before(folder, plan) {
      const date = localTime(now, timeZone).date as BusinessDay;
      const hall = openTestHall(folder, { at: now - 110 * minute, plan: planSchema.parse(plan), dayOpen: false });
      const done = (outcome: ReturnType<typeof hall.one>): void => { if (!outcome.ok) throw new Error(outcome.refusal.code); };
      done(hall.one(trusted('manager', 'M1'), 'openDay', { date }));
      for (const which of ['tooLate', 'late', 'inTime'] as const) {
        const data: CommandData<'bookAppointment'> = { serviceId: service, date, from: slots[which], visitorId: null, code: codes[which], externalId: null, override: null };
        done(hall.one(trusted('desk', 'D1'), 'bookAppointment', data));
      }
      hall.close();
    },
  };
}

async function typeCode(kiosk: Page, code: string): Promise<void> {
  await at(kiosk, 'check-in').click();
  await at(kiosk, 'by-code').click();
  for (const digit of code) await at(kiosk, `key-${digit}`).click();
  await at(kiosk, 'send-proof').click();
}

async function checkIn(kiosk: Page, code: string): Promise<{ number: string; standing: string | null }> {
  await typeCode(kiosk, code);
  await at(kiosk, 'done-screen').waitFor();
  const number = await numberOn(kiosk, 'number');
  const standing = await at(kiosk, 'standing').getAttribute('data-standing');
  return { number, standing };
}

const words = {
  zh: { late: /您来晚了一些，仍按预约优先叫号/, tooLate: /普通/, again: /已签到|补打/, came: /迟到|晚/ },
  en: { late: /A little late, and still called with priority/, tooLate: /ordinary/i, again: /checked in|again/i, came: /late/i },
} as const;

test.for(['zh', 'en'] as const)('H3 late, too late and in time; the clerk sees it; nobody has two tickets (%s)', async (language) => {
  const { change, before, slots } = day(Date.now());
  const hall = await startHallProcess(change, before);
  onTestFinished(() => hall.stop());
  const pages = openPages(browser, hall.address, language);
  const kiosk = await pages.open('kiosk', 'K1');
  const three = await pages.open('counter', '3');
  const desk = await pages.open('desk', 'D1');
  await openCounter(three, '1003');

  const walkIn = await take(kiosk, `service-${service}`);
  const tooLate = await checkIn(kiosk, codes.tooLate);
  expect(tooLate.standing).toBe('tooLate');
  expect(await textOf(kiosk, 'standing')).toMatch(words[language].tooLate);
  await at(kiosk, 'finished').click();
  const late = await checkIn(kiosk, codes.late);
  expect(late.standing).toBe('late');
  expect(await textOf(kiosk, 'standing')).toMatch(words[language].late);
  await look(kiosk, `kiosk-late-appointment-${language}`);
  await at(kiosk, 'finished').click();

  // Typed once more: the same ticket, never a second one.
  await typeCode(kiosk, codes.late);
  await kiosk.getByText(late.number, { exact: false }).first().waitFor();
  expect(await kiosk.locator('#app').innerText()).toMatch(words[language].again);
  expect(await at(kiosk, 'done-screen').count()).toBe(0);

  // The desk checks the third one in, from the list of the day.
  await at(desk, 'job-appointments').click();
  await ready(desk, `check-in-${codes.inTime}`);
  await look(desk, `desk-appointments-${language}`);
  await at(desk, `check-in-${codes.inTime}`).click();
  await at(desk, 'issued').waitFor();
  const inTime = await numberOn(desk, 'issued-number');

  // In time by its slot, late by its check-in, both before who only took a number; too late stands behind him.
  const called: string[] = [];
  for (let nth = 0; nth < 4; nth += 1) {
    await key(three, 'call-next', 'F2');
    await at(three, 'current-ticket').waitFor();
    const number = await numberOn(three, 'current-number');
    called.push(number);
    if (number === late.number) {
      expect(await textOf(three, 'current-appointment')).toContain(slots.late);
      expect(await textOf(three, 'current-appointment')).toMatch(words[language].came);
      await look(three, `counter-late-appointment-${language}`);
    }
    await key(three, 'start', 'F4');
    await inHand(three, number, 'serving');
    await key(three, 'finish', 'F8');
    await at(three, 'no-current').waitFor();
  }
  expect(called).toEqual([inTime, late.number, walkIn, tooLate.number]);
  pages.expectNoErrors();
  await pages.close();
});
