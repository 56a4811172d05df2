// Picking: a call out of turn, with a reason, made by the same call as every other and counted for its clerk.
import { expect, test } from 'vitest';
import { given, givenPlan } from '../testing/hallSpec.ts';
import { after, finish, issue, issueTo, moveTo, next, numbered, open, pause, pick, signIn, start } from '../testing/orders.ts';
import { dayTally } from '../questions.ts';
import { realLimits, smallPlan } from '../testing/smallPlan.ts';

const two = [signIn('1', '1001'), open('1'), signIn('2', '1002'), open('2')];

test('C9 C3 a pick calls the ticket that was named, and says for staff why', () => {
  const scenario = given(...two, issue('SA'), issue('SA'));
  scenario.when(pick('1', 'A002')).thenEvents({
    type: 'ticketCalled', data: { number: 'A002', counterId: '1', nth: 1, picked: true }, facts: { why: { rule: 'picked', reasonId: 'urgent', helping: false, rank: 'ordinary', rankedInARow: 0 } },
  });
  scenario.when(next('2')).thenEvents({ type: 'ticketCalled', data: { number: 'A001', picked: false } });
});

test('C9 a pick needs a reason of the plan', () => {
  given(...two, issue('SA')).when(pick('1', 'A001', 'friend')).thenRefused('noSuchReason', { reasonId: 'friend' });
});

test('C9 picks are counted for queue, counter and day', () => {
  const scenario = given(...two, issue('SA'), issue('SA'), pick('1', 'A002'), next('2'));
  expect(dayTally(scenario.hall).picked).toBe(1);
  expect([...scenario.hall.counterTallies].map(([id, { picked }]) => [id, picked])).toEqual([['1', 1], ['2', 0], ['3', 0], ['4', 0]]);
});

test('C1 C2 C7 C12 a pick is a call like any other: not with a ticket in hand, not too soon, not at a counter that is not open', () => {
  given(...two, issue('SA'), issue('SA'), next('1')).when(pick('1', 'A002')).thenRefused('ticketActive', { number: 'A001' });
  given(...two, issue('SA'), pause('1')).when(pick('1', 'A001')).thenRefused('counterNotOpen', { state: 'paused' });
  const busy = givenPlan(smallPlan(realLimits), ...two, issue('SA'), issue('SA'), next('1'), start('1', 'A001'), finish('1', 'A001'), after(2_999));
  busy.when(pick('1', 'A002')).thenRefused('tooSoon', { waitMs: 1 });
});

test('C9 C11 only of queues this counter serves or helps, and not whoever waits for another counter alone', () => {
  given(...two, issue('SB')).when(pick('2', 'B001')).thenRefused('notOurQueue', { number: 'B001', queueId: 'B' });
  given(...two, issue('SC')).when(pick('1', 'C01')).thenEvents({ type: 'ticketCalled', facts: { why: { helping: true } } });
  const promised = [...two, issue('SA'), moveTo('A001', { queueId: 'A', counterId: '2' })];
  given(...promised).when(pick('1', 'A001')).thenRefused('otherCounter', { number: 'A001', counterId: '2' });
  given(...promised).when(pick('2', 'A001')).thenEvents({ type: 'ticketCalled' });
});

test('C6 of two who pick the same ticket one gets it, and the other is told what it is now', () => {
  const scenario = given(...two, issue('SA'));
  const second = pick('2', 'A001').command(scenario.hall);
  scenario.and(pick('1', 'A001')).when({ ...pick('2', 'A001'), command: () => second }).thenRefused('staleTicket', { number: 'A001', state: 'called' });
});

test('C4 C9 a pick counts among the ranked calls in a row', () => {
  const scenario = given(...two, issueTo('elderly', 'SA'), issueTo('elderly', 'SA'), issueTo('elderly', 'SA'), issue('SA'), pick('1', 'A002'), start('1', 'A002'), finish('1', 'A002'));
  scenario.and(next('1'), start('1', 'A001'), finish('1', 'A001')).when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A004' }, facts: { why: { rule: 'ordinaryTurn', rankedInARow: 2 } } });
  expect(numbered(scenario.hall, 'A003').state).toBe('waiting');
});
