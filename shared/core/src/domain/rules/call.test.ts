// Calling: next, recall and miss at counters, with their times and counts.
import { expect, test } from 'vitest';
import { given, givenPlan, type Scenario } from '../testing/hallSpec.ts';
import { after, cancel, close, finish, finishAndNext, issue, miss, next, numbered, onTicket, open, order, pause, recall, signIn, start, type Step } from '../testing/orders.ts';
import { realLimits, smallPlan } from '../testing/smallPlan.ts';

const two = [signIn('1', '1001'), open('1'), signIn('2', '1002'), open('2')];
const real = (...steps: Step[]): Scenario => givenPlan(smallPlan(realLimits), ...two, ...steps);

test('C1 next and finish-and-next make the same call', () => {
  const waiting = [...two, issue('SA'), issue('SA'), next('1'), start('1', 'A001')];
  const one = given(...waiting).when(finishAndNext('1', 'A001'));
  const both = given(...waiting, finish('1', 'A001')).when(next('1'));
  expect(one.decision.accepted && one.decision.events.at(-1)).toEqual(both.decision.accepted && both.decision.events.at(-1));
});

test('C2 given an active ticket, when next is pressed, then nothing is finished or missed: the clerk is told which', () => {
  given(...two, issue('SA'), issue('SA'), next('1')).when(next('1')).thenRefused('ticketActive', { number: 'A001', state: 'called' });
  given(...two, issue('SA'), issue('SA'), next('1'), start('1', 'A001')).when(next('1')).thenRefused('ticketActive', { number: 'A001', state: 'serving' });
});

test('C6 given one ticket, when two clerks press next, then one gets it and the other is told that nobody waits', () => {
  const scenario = given(...two, issue('SA'));
  scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001', counterId: '1', nth: 1 } });
  scenario.when(next('2')).thenRefused('nobodyWaiting', { counterId: '2' });
});

test('C6 given two tickets, when two clerks press next, then they get two different ones', () => {
  const scenario = given(...two, issue('SA'), issue('SA'));
  scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
  scenario.when(next('2')).thenEvents({ type: 'ticketCalled', data: { number: 'A002' } });
});

test('C7 given a call less than 3 s ago, when next is pressed, then it is too soon, and how long is told', () => {
  const scenario = real(issue('SA'), issue('SA'), next('1'), start('1', 'A001'), finish('1', 'A001'), after(2_999));
  scenario.when(next('1')).thenRefused('tooSoon', { waitMs: 1 });
  scenario.and(after(1)).when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A002' } });
});

test('C7 one counter does not hold up another', () => {
  real(issue('SA'), issue('SA'), next('1')).when(next('2')).thenEvents({ type: 'ticketCalled', data: { number: 'A002' } });
});

test('C7 a recall comes 5 s after the last call or recall, and three calls are all', () => {
  const scenario = real(issue('SA'), next('1'), after(4_999));
  scenario.when(recall('1', 'A001')).thenRefused('tooSoon', { waitMs: 1 });
  scenario.and(after(1)).when(recall('1', 'A001')).thenEvents({ type: 'ticketRecalled', data: { number: 'A001', counterId: '1', nth: 2 } });
  scenario.when(recall('1', 'A001')).thenRefused('tooSoon', { waitMs: 5_000 });
  scenario.and(after(5_000), recall('1', 'A001'), after(5_000)).when(recall('1', 'A001')).thenRefused('callsUsed', { number: 'A001', maxCalls: 3 });
});

test('C8 a miss needs three calls and 20 s after the last of them', () => {
  const scenario = real(issue('SA'), next('1'), after(60_000));
  scenario.when(miss('1', 'A001')).thenRefused('callAgainFirst', { calls: 1, needed: 3 });
  scenario.and(recall('1', 'A001'), after(5_000), recall('1', 'A001'), after(19_999)).when(miss('1', 'A001')).thenRefused('tooSoon', { waitMs: 1 });
  scenario.and(after(1)).when(miss('1', 'A001')).thenEvents({ type: 'ticketMissed', data: { counterId: '1' } });
});

test('C8 given a missed ticket, then its counter is free for the next one', () => {
  given(...two, issue('SA'), issue('SA'), next('1'), miss('1', 'A001')).when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A002' } });
});

test('T2 given a ticket active at one counter, when another orders on it, then it is told where the ticket is', () => {
  const scenario = given(...two, issue('SA'), next('1'));
  for (const press of [recall('2', 'A001'), start('2', 'A001'), miss('2', 'A001')]) scenario.when(press).thenRefused('otherCounter', { number: 'A001', counterId: '1' });
  scenario.and(start('1', 'A001')).when(finish('2', 'A001')).thenRefused('otherCounter', { number: 'A001', counterId: '1' });
});

test('T2 given a called ticket is cancelled, then its counter holds nothing and can call', () => {
  const scenario = given(...two, issue('SA'), issue('SA'), next('1'), cancel('A001'));
  expect(scenario.hall.counters.get(numbered(scenario.hall, 'A001').counterId as never)?.activeTicketId).toBeNull();
  scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A002' } });
});

test('J6 given the ticket has changed since the button was drawn, then the order is stale and says what it is now', () => {
  const scenario = given(...two, issue('SA'), next('1'), recall('1', 'A001'));
  for (const type of ['recallTicket', 'startService', 'missTicket', 'finishService', 'finishAndCallNext'] as const) {
    scenario.when(onTicket(type, '1', 'A001', 2)).thenRefused('staleTicket', { number: 'A001', version: 3, state: 'called' });
  }
  scenario.when(cancel('A001', 1)).thenRefused('staleTicket', { version: 3 });
});

test('C12 given a counter is closed or paused, or nobody is signed in, then it calls nobody', () => {
  given(issue('SA')).when(next('1')).thenRefused('notSignedIn', { counterId: '1' });
  given(issue('SA'), signIn('1', '1001')).when(next('1')).thenRefused('counterNotOpen', { counterId: '1', state: 'closed' });
  given(issue('SA'), ...two, pause('1')).when(next('1')).thenRefused('counterNotOpen', { state: 'paused' });
  given(issue('SA'), ...two, close('1')).when(next('1')).thenRefused('counterNotOpen', { state: 'closed' });
});

test('given a counter the plan does not have, then it is refused by its number', () => {
  given().when(order('callNext', { counterId: '99' }, 'counter', '99')).thenRefused('noSuchCounter', { counterId: '99' });
});
