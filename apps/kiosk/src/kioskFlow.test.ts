// The kiosk's flow: one order per press whatever the fingers do, calm pages when the hall changes, time-outs.
// Checking in and several services are in kioskChoices.test.ts.
import { calmPage } from './calmPage.ts';
import { expect, test } from 'vitest';
import { allKnown, atService, departmentId, serviceId, story, taking, ticket, wish } from './kioskStory.ts';
import { countdown, isPatienceOver } from './kioskTimes.ts';

test('three touches lead to a ticket: department, service, take', () => {
  const told = story();
  told.touch(1_000, { on: 'department', departmentId });
  told.touch(2_000, { on: 'service', serviceId });
  told.touch(3_000, { on: 'take' });
  expect(told.orders).toEqual([{ ...wish, from: departmentId }]);
  told.tell({ kind: 'answered', at: 3_050, order: 1, answer: { ticket } });
  expect(told.state.page).toEqual({ kind: 'done', ticket });
});

test.for([[2_000, 2_000], [2_000, 2_120], [2_000, 2_080, 2_160], [2_000, 2_700, 3_400]])('N6: taps of 取号 at %s are one order', (taps) => {
  const told = atService();
  for (const at of taps) told.touch(at, { on: 'take' });
  expect(told.orders).toEqual([wish]);
  expect(told.state.orders).toBe(1);
});

test('N6: given an answer between two taps of a triple tap, when they go on, then the number stays and no second order is given', () => {
  const told = taking();
  told.tell({ kind: 'answered', at: 2_040, order: 1, answer: { ticket } });
  for (const at of [2_150, 2_300]) {
    told.touch(at, { on: 'home' });
    told.touch(at, { on: 'take' });
  }
  expect(told.state.page.kind).toBe('done');
  expect(told.orders).toHaveLength(1);
});

test('a double tap on a tile does not press what lies below it on the next page', () => {
  const told = atService();
  told.touch(1_150, { on: 'take' });
  expect(told.state.page.kind).toBe('service');
  expect(told.orders).toEqual([]);
});

test('given a service that vanished between two touches, when it is touched, then a calm page comes', () => {
  const told = story({ ...allKnown, hasService: () => false });
  told.touch(1_000, { on: 'service', serviceId });
  expect(told.state.page.kind).toBe('vanished');
});

test('given its page is shown, when the service vanishes, then a calm page comes and nothing is ordered', () => {
  const byTake = atService();
  byTake.known = { ...allKnown, hasService: () => false };
  byTake.touch(2_000, { on: 'take' });
  expect(byTake.state.page.kind).toBe('vanished');
  expect(byTake.orders).toEqual([]);
  const byTick = atService();
  byTick.known = { ...allKnown, hasService: () => false };
  byTick.tell({ kind: 'ticked', at: 1_500 });
  expect(byTick.state.page.kind).toBe('vanished');
});

test('given the server refuses the service as gone, then the page is the calm one, not a fault', () => {
  const told = taking();
  told.tell({ kind: 'answered', at: 2_050, order: 1, answer: { refusal: { code: 'noSuchService', facts: { serviceId } } } });
  expect(told.state.page.kind).toBe('vanished');
});

test('given a refusal, when the visitor tries again, then the service page is back and the next press is a new order', () => {
  const told = taking();
  told.tell({ kind: 'answered', at: 2_050, order: 1, answer: { refusal: { code: 'tooFast', facts: { limitPerSecond: 200 } } } });
  expect(told.state.page).toMatchObject({ kind: 'refused', refusal: { code: 'tooFast' } });
  told.touch(4_000, { on: 'back' });
  expect(told.state.page).toEqual({ kind: 'service', serviceId, also: [], from: null });
  told.touch(5_000, { on: 'take' });
  expect(told.state.orders).toBe(2);
});

test('out of touch the button of the service page gives no order', () => {
  const told = atService({ ...allKnown, live: false });
  told.touch(2_000, { on: 'take' });
  expect(told.state.page.kind).toBe('service');
  expect(told.orders).toEqual([]);
});

test('O1 out of touch with lent numbers, the button gives one order; used up or not kept, a calm page says so and nothing is taken', () => {
  const alone = { ...allKnown, live: false, givesAlone: () => true };
  const told = atService(alone);
  told.touch(2_000, { on: 'take' });
  told.touch(2_100, { on: 'take' });
  expect([told.state.page.kind, told.orders.length]).toEqual(['taking', 1]);
  for (const why of ['noNumbers', 'usedUp', 'notKept'] as const) {
    const other = atService(alone);
    other.touch(2_000, { on: 'take' });
    other.tell({ kind: 'answered', at: 2_500, order: 1, answer: { alone: why } });
    expect(other.state.page).toEqual({ kind: 'noNumber', why });
    for (const language of ['zh', 'en'] as const) {
      const page = calmPage('open', other.state.page, { plan: null, status: { kind: 'away', since: 0 }, stop: null, paper: 'none', isLive: () => false }, language);
      expect(page).toMatchObject({ test: why === 'notKept' ? 'calm-not-kept' : 'calm-used-up', actions: [{ touch: { on: 'home' } }] });
    }
  }
});

test('given no answer, then the page waits, says so after 3 s, and after 75 s sends the visitor to the desk', () => {
  const told = taking();
  expect(isPatienceOver(told.state, 4_999)).toBe(false);
  expect(isPatienceOver(told.state, 5_000)).toBe(true);
  told.touch(60_000, { on: 'screen' });
  told.tell({ kind: 'ticked', at: 76_000 });
  expect(told.state.page.kind).toBe('taking');
  told.tell({ kind: 'ticked', at: 77_000 });
  expect(told.state.page.kind).toBe('left');
});

test('given a visitor who stopped waiting and stands there still, when the answer comes, then the number is shown', () => {
  const told = taking();
  told.touch(9_000, { on: 'leave' });
  expect(told.state.page).toEqual({ kind: 'left', order: 1 });
  told.tell({ kind: 'answered', at: 11_000, order: 1, answer: { ticket } });
  expect(told.state.page.kind).toBe('done');
});

test('given the next visitor, when the answer of the one before comes, then it is kept apart and forgotten in time', () => {
  const told = taking();
  told.touch(9_000, { on: 'leave' });
  told.touch(10_000, { on: 'home' });
  told.touch(11_000, { on: 'service', serviceId });
  told.touch(12_000, { on: 'take' });
  told.tell({ kind: 'answered', at: 12_100, order: 1, answer: { ticket } });
  expect(told.state.page).toMatchObject({ kind: 'taking', order: 2 });
  expect(told.state.late?.ticket.number).toBe('H012');
  told.tell({ kind: 'answered', at: 12_200, order: 2, answer: { ticket: { ...ticket, number: 'H013' } } });
  expect(told.state.page).toMatchObject({ kind: 'done', ticket: { number: 'H013' } });
  told.tell({ kind: 'ticked', at: 132_100 });
  expect(told.state.late).toBeNull();
});

test('the number stays 10 s with a countdown, then the kiosk is fresh for the next visitor', () => {
  const told = taking();
  told.touch(2_500, { on: 'elder' });
  told.touch(3_000, { on: 'elder' });
  told.tell({ kind: 'answered', at: 3_100, order: 1, answer: { ticket } });
  expect(countdown(told.state, 3_100)).toBe(10);
  expect(countdown(told.state, 12_101)).toBe(1);
  told.tell({ kind: 'ticked', at: 13_099 });
  expect(told.state.page.kind).toBe('done');
  told.tell({ kind: 'ticked', at: 13_100 });
  expect(told.state).toMatchObject({ page: { kind: 'home' }, visit: 1, elder: false });
});

test('V4: an untouched service page warns after 20 s and goes home after 30 s; a touch extends it', () => {
  const told = atService();
  expect(countdown(told.state, 20_999)).toBeNull();
  expect(countdown(told.state, 21_000)).toBe(10);
  told.touch(25_000, { on: 'screen' });
  expect(countdown(told.state, 31_000)).toBeNull();
  told.tell({ kind: 'ticked', at: 54_999 });
  expect(told.state.page.kind).toBe('service');
  told.tell({ kind: 'ticked', at: 55_000 });
  expect(told.state).toMatchObject({ page: { kind: 'home' }, visit: 1 });
});

test('elder mode warns 20 s before a page goes, and ends with the visit', () => {
  const told = atService();
  told.touch(2_000, { on: 'elder' });
  expect(countdown(told.state, 31_999)).toBeNull();
  expect(countdown(told.state, 32_000)).toBe(20);
  told.tell({ kind: 'ticked', at: 52_000 });
  expect(told.state).toMatchObject({ page: { kind: 'home' }, elder: false });
});

test('a home page that nobody touched stays as it is; a touched one is fresh again after a minute', () => {
  const told = story();
  told.tell({ kind: 'ticked', at: 90_000 });
  expect(told.state.visit).toBe(0);
  told.touch(100_000, { on: 'elder' });
  told.tell({ kind: 'ticked', at: 160_000 });
  expect(told.state).toMatchObject({ visit: 1, elder: false });
  told.tell({ kind: 'ticked', at: 300_000 });
  expect(told.state.visit).toBe(1);
});
