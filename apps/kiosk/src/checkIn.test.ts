// Checking in at the kiosk against the real rules: what a visitor reads for each answer, and the ticket that comes of it.
import type { Command } from '@hall/core/domain/commands';
import { decide } from '@hall/core/domain/decide';
import type { HallEvent } from '@hall/core/domain/events';
import { evolve } from '@hall/core/domain/evolve';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import type { TicketId } from '@hall/core/domain/ids';
import { redactEvent } from '@hall/core/domain/redact';
import { smallPlan } from '@hall/core/domain/testing/smallPlan';
import type { Answer } from '@hall/core/protocol/messages';
import { expect, test } from 'vitest';
import { calmPage } from './calmPage.ts';
import { answered, calledMeanwhile, isLive } from './issuedTicket.ts';
import { smallPeople } from '@hall/core/domain/testing/smallPeople';
import type { Answered, IssuedTicket, Wish } from './kioskPages.ts';

const plan = smallPlan();
/** 08:40 in the hall, ten minutes into the slot from 08:30 to 09:00. */
const inSlot = Date.UTC(2025, 10, 20, 0, 40);
const minutes = (count: number): number => count * 60_000;

/** A hall and the kiosk's copy of it, with one appointment for the slot at 08:30 under the code 2468. */
function hallOf() {
  const hall = emptyHall();
  const seen = emptyHall();
  let now = inSlot - minutes(60);
  function give(command: unknown, role: 'system' | 'desk' | 'kiosk' | 'counter' = 'system', place = 'K1'): Answered {
    const decision = decide(hall, command as Command, { now, actor: { role, place, personId: null }, expected: () => ({ p50Ms: minutes(12), p90Ms: minutes(21) }) });
    if (!decision.accepted) return answered({ ok: false, refusal: decision.refusal } as unknown as Answer, seen);
    const events = decision.events.map(({ type, data, facts }) => {
      const event = { seq: hall.seq + 1, at: now, day: null, type, v: 1, data, staff: { by: {}, commandId: '', facts } } as unknown as HallEvent;
      evolve(hall, event);
      evolve(seen, redactEvent(event));
      return redactEvent(event);
    });
    return role === 'kiosk' ? answered({ ok: true, events } as unknown as Answer, seen) : ({} as Answered);
  }
  const checkIn = (code: string, appointmentId: string | null = null): Answered =>
    give({ type: 'checkIn', data: { appointmentId, code, visitorId: null, priority: null, override: null } }, 'kiosk');
  const book = (code: string, serviceId: string, date: string, from: string): Answered =>
    give({ type: 'bookAppointment', data: { serviceId, date, from, visitorId: null, code, externalId: null, override: null } }, 'desk', 'D1');
  give({ type: 'adoptPlan', data: { plan, from: 'now' } });
  give({ type: 'setPeople', data: { people: smallPeople, then: null } });
  give({ type: 'openDay', data: { date: '2025-11-20' } });
  book('2468', 'SA', '2025-11-20', '08:30');
  now = inSlot;
  return { hall, seen, give, checkIn, book, at(moment: number) { now = moment; } };
}

const ticketOf = (answer: Answered): IssuedTicket => {
  if (!('ticket' in answer)) throw new Error('refusal' in answer ? answer.refusal.code : answer.alone);
  return answer.ticket;
};
/** Title, fact, words and buttons of the page that follows a refusal. */
function page(answer: Answered, seen: Hall, language: 'zh' | 'en' = 'zh', wish: Wish = { what: 'checkIn', proof: { by: 'code', typed: '13572468' }, appointmentId: null }): string[] {
  if (!('refusal' in answer)) throw new Error('no refusal');
  const told = calmPage('open', { kind: 'refused', wish, refusal: answer.refusal }, { plan, status: { kind: 'live' }, stop: null, paper: 'none', isLive: (id) => isLive(seen, id) }, language);
  return told === null ? [] : [told.title, ...(told.fact === null ? [] : [told.fact]), ...told.words, ...told.actions.map(({ text }) => `[${text}]`)];
}

test('H3: in time the slot is told, and the range of the event', () => {
  const { checkIn } = hallOf();
  expect(ticketOf(checkIn('2468'))).toMatchObject({
    number: 'A001', appointment: 'inTime', slotAt: inSlot - minutes(10), ahead: 0, wait: { fromMinutes: 10, toMinutes: 25 }, reprint: null,
  });
});

test.each([[25, 'late'], [36, 'tooLate']] as const)('H3: %i minutes later it is told as %s, without a slot', (after, appointment) => {
  const { checkIn, at } = hallOf();
  at(inSlot + minutes(after));
  expect(ticketOf(checkIn('2468'))).toMatchObject({ appointment, slotAt: null });
});

test('H3: too early says from when, and that no other number is needed', () => {
  const { checkIn, at, seen } = hallOf();
  at(inSlot - minutes(40));
  expect(page(checkIn('2468'), seen)).toEqual(['还没到签到时间', '08:15 起签到', '您预约的时段从 08:30 开始。', '请届时再来本机签到，不用另外取号。', '[首页]']);
});

test('H3: another day is named, cancelled and missed ones are told apart, and each leads on', () => {
  const { checkIn, book, give, hall, seen } = hallOf();
  book('1357', 'SA', '2025-11-24', '08:30');
  expect(page(checkIn('1357'), seen)).toEqual(['您预约的不是今天', '2025年11月24日 星期一', '请在预约当天来签到。今天就要办理的，可以取普通号。', '[首页]']);
  expect(page(checkIn('1357'), seen, 'en')[1]).toBe('Monday, November 24, 2025');
  const [first] = hall.staff.appointments.keys();
  give({ type: 'cancelAppointment', data: { appointmentId: first } }, 'desk', 'D1');
  expect(page(checkIn('2468'), seen)[0]).toBe('这个预约已取消');
});

test('H3: what was not found is read back to be corrected, a phone number masked (V2)', () => {
  const { checkIn, seen } = hallOf();
  expect(page(checkIn('9999'), seen)).toEqual(['没有找到预约', '预约码 1357 2468 没有对应的预约。', '请核对后重新输入，或带上预约信息到咨询引导台。', '[重新输入]', '[首页]']);
  const byPhone = page(checkIn('9999'), seen, 'zh', { what: 'checkIn', proof: { by: 'phone', typed: '13800001234' }, appointmentId: null });
  expect(byPhone[1]).toBe('手机号 138****1234 没有预约。');
});


test('S3, T6: who has checked in is shown his number and can have the slip again, marked, with the people ahead of now', () => {
  const { checkIn, give, seen } = hallOf();
  const { ticketId } = ticketOf(checkIn('2468'));
  expect(page(checkIn('2468'), seen)).toEqual(['您已经签到', 'A001', '您的号码仍然有效，不用重复取号。', '号单丢了可以补打。', '[查看号码并补打号单]', '[首页]']);
  expect(ticketOf(give({ type: 'reprintSlip', data: { ticketId } }, 'kiosk'))).toMatchObject({
    number: 'A001', ahead: 0, wait: null, slotAt: inSlot - minutes(10), reprint: { nth: 1, at: inSlot },
  });
  expect(ticketOf(give({ type: 'reprintSlip', data: { ticketId } }, 'kiosk')).reprint?.nth).toBe(2);
});

test('S3: a ticket that has ended is not printed again, and the page says what to do', () => {
  const { checkIn, give, seen } = hallOf();
  const { ticketId } = ticketOf(checkIn('2468'));
  give({ type: 'cancelTicket', data: { ticketId, version: 1 } }, 'desk', 'D1');
  expect(page(checkIn('2468'), seen)).toEqual(['您已经签到', '这个号码今天已经办结或失效。再要办理请取普通号，或到咨询引导台。', '[首页]']);
});

test('given a ticket that is called or missed while its page stands, then the page knows', () => {
  const { checkIn, give, seen } = hallOf();
  const { ticketId } = ticketOf(checkIn('2468'));
  expect(calledMeanwhile(seen, ticketId)).toBeNull();
  give({ type: 'signIn', data: { counterId: '1', clerkId: '1001' } }, 'counter', '1');
  give({ type: 'openCounter', data: { counterId: '1' } }, 'counter', '1');
  give({ type: 'callNext', data: { counterId: '1' } }, 'counter', '1');
  expect(calledMeanwhile(seen, ticketId)).toEqual({ what: 'called', counterId: '1' });
  expect(ticketOf(give({ type: 'reprintSlip', data: { ticketId } }, 'kiosk')).ahead).toBeNull();
  give({ type: 'missTicket', data: { counterId: '1', ticketId, version: seen.tickets.get(ticketId)?.version } }, 'counter', '1');
  expect(calledMeanwhile(seen, ticketId)).toEqual({ what: 'missed' });
  expect(calledMeanwhile(seen, '9.9' as TicketId)).toBeNull();
});
