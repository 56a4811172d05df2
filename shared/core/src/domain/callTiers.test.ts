// Helper thresholds and conditions of a plan (C5): when a counter calls elsewhere than in its own queues first.
import { expect, test } from 'vitest';
import { nextChoices, waitingTotal } from './questions.ts';
import { hallCalling, minute, numbersServed, served } from './testing/callingHall.ts';
import { givenPlan } from './testing/hallSpec.ts';
import { after, issue, issueTo, moveTo, next, open, signIn, type Step } from './testing/orders.ts';
import { smallPlan, zeroLimits } from './testing/smallPlan.ts';

const green = issueTo('green', 'SA');

test('C5 a helper queue is served only when more than the threshold wait there', () => {
  const plan = smallPlan();
  const helping = (helpAbove: number, ...steps: Step[]) => givenPlan({ ...plan, counters: plan.counters.map((counter) => ({ ...counter, helpAbove })) }, signIn('3', '1003'), open('3'), ...steps);
  helping(1, issue('SB')).when(next('3')).thenRefused('nobodyWaiting');
  const scenario = helping(1, issue('SB'), issue('SB'), issue('SC'));
  expect(served(scenario, '3')).toEqual([['C01', 'onlyRankWaiting'], ['B001', 'onlyRankWaiting']]);
  expect(waitingTotal(scenario.hall)).toBe(1);
  scenario.and(issue('SB'));
  expect(nextChoices(scenario.hall, '3' as never, scenario.now(), 9).map(({ ticket, why }) => [ticket.number, why.helping])).toEqual([['B002', true]]);
});

test('C5 below the threshold nobody is left for ever: past the ceiling the helper calls', () => {
  const plan = smallPlan();
  const scenario = givenPlan({ ...plan, counters: plan.counters.map((counter) => ({ ...counter, helpAbove: 5 })) }, signIn('3', '1003'), open('3'), issue('SB'), after(60 * minute));
  scenario.when(next('3')).thenRefused('nobodyWaiting');
  scenario.and(after(1)).when(next('3')).thenEvents({ type: 'ticketCalled', data: { number: 'B001' }, facts: { why: { rule: 'pastCeiling', helping: true } } });
});

const whenB = { conditions: [{ queueId: 'B' as never, waitedMs: 30 * minute }] };

test('C5 C3 a condition: once someone in B has waited longer than 30 minutes, B is called first', () => {
  const waiting = [issue('SB'), after(20 * minute), green, after(10 * minute)];
  expect(numbersServed(hallCalling(whenB, ...waiting))).toEqual(['A001', 'B001']);
  expect(served(hallCalling(whenB, ...waiting, after(1)))).toEqual([['B001', 'condition'], ['A001', 'greenChannel']]);
});

test('C5 a condition reaches helpers, below their threshold too, and no counter of other queues', () => {
  const plan = smallPlan({ ...zeroLimits, ...whenB });
  const scenario = givenPlan({ ...plan, counters: plan.counters.map((counter) => ({ ...counter, helpAbove: 5 })) }, signIn('3', '1003'), open('3'), signIn('2', '1002'), open('2'), issue('SB'), after(31 * minute), issue('SC'), issue('SA'));
  scenario.when(next('3')).thenEvents({ type: 'ticketCalled', data: { number: 'B001' }, facts: { why: { rule: 'condition', helping: true } } });
  scenario.when(next('2')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
});

test('C5 C11 a condition sees whoever waits in B for this counter alone', () => {
  const scenario = hallCalling(whenB, issue('SB'), moveTo('B001', { queueId: 'B', counterId: '1' }), after(31 * minute), green);
  scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'B001' }, facts: { why: { rule: 'condition', helping: false } } });
});

test('C5 the ceiling stands above a condition', () => {
  expect(served(hallCalling(whenB, issue('SA'), after(5 * minute), issue('SB'), after(56 * minute)))).toEqual([['A001', 'pastCeiling'], ['B001', 'condition']]);
});
