// The kiosk's flow on its other ways: finding, guides, cards, paper and modes; and what a visit leaves behind.
import type { ServiceId, TicketId } from '@hall/core/domain/ids';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import { expect, test } from 'vitest';
import { checkInOrder } from './checkInOrder.ts';
import { guidanceFor } from './guidance.ts';
import { freshVisit, modes, type Known } from './kioskPages.ts';
import { allKnown, atService, departmentId, serviceId, story, ticket, wish } from './kioskStory.ts';
import { countdown } from './kioskTimes.ts';
import { nextBox } from './keyboardWalk.ts';
import { layoutOf } from './layout.ts';

const found: Known = { ...allKnown, ticketOf: (number) => (number === 'H012' ? ticket.ticketId : null) };
const visitor: ToldVisitor = { name: '测试', phone: null, idNumber: '110000199001010005' };
const card = { kind: 'card', visitor } as const;

test('letters find a service: only letters are typed there, and its touch opens its page or its guide', () => {
  const told = story();
  told.touch(1_000, { on: 'search', wanted: 'guide' });
  for (const digit of ['S', '1', 'F', 'Z']) told.touch(2_000, { on: 'digit', digit });
  expect(told.state.page).toEqual({ kind: 'search', wanted: 'guide', typed: 'SFZ' });
  told.touch(2_100, { on: 'erase' });
  told.touch(2_200, { on: 'guide', serviceId });
  expect(told.state.page).toMatchObject({ kind: 'guide', serviceId });
  told.touch(3_000, { on: 'back' });
  expect(told.state.page).toEqual({ kind: 'search', wanted: 'guide', typed: 'SF' });
});

test('a ticket is found by the number on its slip; one that is not there is said so, and the keys are free again', () => {
  const told = story(found);
  told.touch(1_000, { on: 'find' });
  for (const digit of '0H012A') told.touch(2_000, { on: 'digit', digit });
  expect(told.state.page).toEqual({ kind: 'find', typed: 'H012', missing: null });
  told.touch(2_100, { on: 'findNumber' });
  expect(told.state.page).toEqual({ kind: 'ticket', ticketId: ticket.ticketId });
  told.touch(3_000, { on: 'reprint', ticketId: ticket.ticketId });
  expect(told.orders).toEqual([{ what: 'reprint', ticketId: ticket.ticketId }]);
  const other = story(found);
  other.touch(1_000, { on: 'find' });
  for (const digit of 'Z9') other.touch(2_000, { on: 'digit', digit });
  other.touch(2_100, { on: 'findNumber' });
  expect(other.state.page).toEqual({ kind: 'find', typed: '', missing: 'Z9' });
});

test('given a ticket whose day is closed while it is looked at, then its page is not left empty', () => {
  const told = story(found);
  told.tell({ kind: 'read', at: 1_000, reading: { kind: 'number', number: 'H012' } });
  expect(told.state.page.kind).toBe('ticket');
  told.known = { ...found, hasTicket: () => false };
  told.tell({ kind: 'ticked', at: 1_250 });
  expect(told.state.page).toEqual({ kind: 'find', typed: '', missing: null });
});

test('V1 V4 a card on the first page asks for its appointment, travels beside the orders of this visit, and goes with it', () => {
  const told = story();
  told.tell({ kind: 'read', at: 1_000, reading: card });
  expect(told.orders).toEqual([{ what: 'checkIn', proof: { by: 'card', typed: '' }, appointmentId: null }]);
  expect(checkInOrder({ by: 'card', typed: '' }, null, told.state.card)).toMatchObject({ data: { code: null, visitorId: null }, visitor });
  // Nothing of it is in any page or wish.
  expect(JSON.stringify([told.state.page, told.orders])).not.toMatch(/110000|测试/);
  told.tell({ kind: 'answered', at: 1_100, order: 1, answer: { refusal: { code: 'noSuchAppointment', facts: {} } } });
  told.touch(2_000, { on: 'home' });
  expect(told.state.card).toEqual(visitor);
  told.touch(3_000, { on: 'service', serviceId });
  told.tell({ kind: 'ticked', at: 33_001 });
  expect(told.state).toMatchObject({ page: { kind: 'home' }, visit: 1, ...freshVisit });
});

test('V1 a card read on a service\'s page is only kept; one read while an order is on its way, or after it, is nobody\'s', () => {
  const told = atService();
  told.tell({ kind: 'read', at: 2_000, reading: card });
  expect([told.state.page.kind, told.orders, told.state.card]).toEqual(['service', [], visitor]);
  told.touch(2_100, { on: 'forgetCard' });
  told.touch(3_000, { on: 'take' });
  told.tell({ kind: 'read', at: 3_100, reading: card });
  told.tell({ kind: 'answered', at: 3_200, order: 1, answer: { ticket } });
  told.tell({ kind: 'read', at: 3_300, reading: card });
  expect([told.state.page.kind, told.orders.length, told.state.card]).toEqual(['done', 1, null]);
});

test('a card of nonsense is a calm page, and the page before comes back', () => {
  const told = atService();
  told.tell({ kind: 'read', at: 2_000, reading: { kind: 'nonsense' } });
  told.tell({ kind: 'read', at: 2_200, reading: { kind: 'nonsense' } });
  expect(told.state.page.kind).toBe('unread');
  expect(told.orders).toEqual([]);
  told.touch(3_000, { on: 'back' });
  expect(told.state.page).toMatchObject({ kind: 'service', serviceId });
});

test.each(['out', 'unsure'] as const)('S4 given paper that is %s, then the visitor is asked before any number is taken, once in a visit', (paper) => {
  const told = atService({ ...allKnown, paper });
  told.touch(2_000, { on: 'take' });
  expect([told.state.page.kind, told.orders]).toEqual(['paper', []]);
  told.touch(2_500, { on: 'back' });
  told.touch(3_000, { on: 'take' });
  told.touch(3_500, { on: 'withoutPaper' });
  told.touch(3_600, { on: 'withoutPaper' });
  expect(told.orders).toEqual([wish]);
  told.tell({ kind: 'answered', at: 4_000, order: 1, answer: { ticket } });
  expect(told.state).toMatchObject({ page: { kind: 'done' }, slip: 'screen' });
  // Long enough to take a photo of it.
  expect(countdown(told.state, 4_000)).toBe(40);
});

test('S2 S3 a slip is under way when the number is there, then what the printer says; a word about another slip is passed over', () => {
  const told = atService({ ...allKnown, paper: 'fine' });
  told.touch(2_000, { on: 'take' });
  told.tell({ kind: 'answered', at: 2_100, order: 1, answer: { ticket } });
  expect(told.state.slip).toBe('printing');
  told.tell({ kind: 'printed', at: 3_000, ticketId: '9.9' as TicketId, slip: 'failed' });
  expect(told.state.slip).toBe('printing');
  told.tell({ kind: 'printed', at: 4_000, ticketId: ticket.ticketId, slip: 'unknown' });
  expect([told.state.slip, countdown(told.state, 4_000)]).toEqual(['unknown', 40]);
  told.touch(6_000, { on: 'home' });
  told.tell({ kind: 'printed', at: 7_000, ticketId: ticket.ticketId, slip: 'confirmed' });
  expect(told.state.slip).toBe('preview');
});

test('V4 ways to use the kiosk are put on and off, and end with the visit', () => {
  for (const mode of modes) {
    const told = story();
    told.touch(1_000, { on: mode });
    expect(told.state[mode]).toBe(true);
    told.touch(2_000, { on: 'service', serviceId });
    told.tell({ kind: 'ticked', at: 60_000 });
    expect(told.state[mode]).toBe(false);
  }
});

test('given a department page of its own, then it leads on like the first page', () => {
  const told = story();
  told.touch(1_000, { on: 'departments' });
  told.touch(2_000, { on: 'department', departmentId });
  expect(told.state.page).toEqual({ kind: 'department', departmentId });
});

test('given a guide whose service vanishes, then a calm page comes', () => {
  const told = atService();
  told.touch(2_000, { on: 'guide', serviceId: 'S040' as ServiceId });
  told.known = { ...allKnown, hasService: () => false };
  told.tell({ kind: 'ticked', at: 2_500 });
  expect(told.state.page.kind).toBe('vanished');
});

test.each([
  [{ width: 1080, height: 1920 }, false, { shape: 'tall', isShort: false }],
  [{ width: 1080, height: 1920 }, true, { shape: 'wide', isShort: false }],
  [{ width: 1920, height: 1080 }, false, { shape: 'wide', isShort: false }],
  [{ width: 1280, height: 800 }, false, { shape: 'wide', isShort: true }],
  [{ width: 1024, height: 600 }, true, { shape: 'wide', isShort: true }],
])('a screen of %j, low %s, is laid out as %j', (room, isLow, as) => {
  expect(layoutOf(room, false, isLow)).toMatchObject(as);
  expect(layoutOf(room, true, isLow).rem).toBeGreaterThanOrEqual(24);
});

test('arrow keys go to the nearest button in their direction', () => {
  const box = (left: number, top: number) => ({ left, top, width: 10, height: 10 });
  const boxes = [box(0, 0), box(20, 0), box(0, 30), box(20, 30)];
  expect(nextBox(boxes, boxes[0] ?? null, 'right')).toBe(1);
  expect(nextBox(boxes, boxes[0] ?? null, 'down')).toBe(2);
  expect(nextBox(boxes, boxes[3] ?? null, 'up')).toBe(1);
  expect(nextBox(boxes, boxes[0] ?? null, 'left')).toBeNull();
  expect(nextBox(boxes, null, 'up')).toBe(0);
});

test('what is said of a number is what stands there, and where', () => {
  const said = guidanceFor({ page: { kind: 'done', ticket }, slip: 'failed' }, null, null, 'zh');
  expect(said).toContain('H012');
  expect(said).toContain('没有打印出来');
});
