// Tickets that come back to a line: returned after a miss by each policy, put back, unparked.
import { expect, test } from 'vitest';
import { given, givenPlan, morning, type Scenario } from '../testing/hallSpec.ts';
import { after, checkIn, comeBack, finish, issue, issueTo, miss, next, numbered, ofDesk, open, order, park, pick, putBack, recall, signIn, start, unpark, type Step } from '../testing/orders.ts';
import type { ReturnPolicy } from '../plan.ts';
import { nextChoices } from '../questions.ts';
import { realLimits, smallPlan } from '../testing/smallPlan.ts';

const at1 = [signIn('1', '1001'), open('1')];
/** The small plan with this return policy for queue A. */
const withReturn = (policy: Partial<ReturnPolicy>, ...steps: readonly Step[]): Scenario => {
  const plan = smallPlan();
  return givenPlan({ ...plan, queues: plan.queues.map((queue) => (queue.id === 'A' ? { ...queue, returnPolicy: { kind: 'toTheEnd', places: 0, withinMs: null, ...policy } } : queue)) }, ...at1, ...steps);
};
const order1 = ({ hall, now }: Scenario): string[] => nextChoices(hall, '1' as never, now(), 20).map(({ ticket }) => ticket.number);
/** A001 is missed; then three more of its queue come, a second apart. */
const missedThenThree = [issue('SA'), next('1'), miss('1', 'A001'), ...[1, 2, 3].flatMap(() => [after(1_000), issue('SA')]), after(1_000)];

test('C8 to the end: a returned ticket stands behind all who wait now, and before whoever comes later', () => {
  const scenario = withReturn({ kind: 'toTheEnd' }, ...missedThenThree, comeBack('A001'), after(1), issue('SA'));
  expect(order1(scenario)).toEqual(['A002', 'A003', 'A004', 'A001', 'A005']);
});

test.each([
  [0, ['A001', 'A002', 'A003', 'A004']], [1, ['A002', 'A001', 'A003', 'A004']], [2, ['A002', 'A003', 'A001', 'A004']], [3, ['A002', 'A003', 'A004', 'A001']], [9, ['A002', 'A003', 'A004', 'A001']],
])('C8 after %i places: so many of its rank go before it', (places, numbers) => {
  expect(order1(withReturn({ kind: 'afterPlaces', places }, ...missedThenThree, comeBack('A001')))).toEqual(numbers);
});

test('C8 given nobody waits, then a returned ticket is next, whatever the policy', () => {
  for (const kind of ['toTheEnd', 'afterPlaces'] as const) {
    withReturn({ kind, places: 3 }, issue('SA'), next('1'), miss('1', 'A001'), after(5_000), comeBack('A001')).when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
  }
});

test('C8 places are counted in its own rank: a returned priority ticket is not behind ordinary ones', () => {
  const scenario = withReturn({ kind: 'toTheEnd' }, issueTo('elderly', 'SA'), next('1'), miss('1', 'A001'), issue('SA'), issue('SA'), after(1_000), comeBack('A001'));
  expect(order1(scenario)).toEqual(['A001', 'A002', 'A003']);
});

test('C8 C4 a returned appointment does not wait for slots of the evening', () => {
  for (const policy of [{ kind: 'toTheEnd' as const }, { kind: 'afterPlaces' as const, places: 1 }]) {
    const scenario = withReturn(policy, after(60_000), checkIn('SA', morning), next('1'), miss('1', 'A001'), checkIn('SA', morning + 8 * 3_600_000), issue('SA'), after(1_000), comeBack('A001'));
    expect(order1(scenario)).toEqual(['A001', 'A003', 'A002']);
  }
});

test('C8 not allowed: a missed ticket of that queue does not return', () => {
  withReturn({ kind: 'notAllowed' }, ...missedThenThree).when(comeBack('A001')).thenRefused('returnNotAllowed', { number: 'A001' });
});

test('C8 within so many minutes of the miss only, to the millisecond', () => {
  const policy = { kind: 'toTheEnd', withinMs: 600_000 } as const;
  withReturn(policy, issue('SA'), next('1'), miss('1', 'A001'), after(600_001)).when(comeBack('A001')).thenRefused('returnTooLate', { number: 'A001', withinMs: 600_000 });
  withReturn(policy, issue('SA'), next('1'), miss('1', 'A001'), after(600_000)).when(comeBack('A001')).thenEvents({ type: 'ticketReturned', facts: { override: null } });
  // The time runs from the last miss.
  const again = [comeBack('A001'), next('1'), miss('1', 'A001')];
  withReturn(policy, issue('SA'), next('1'), miss('1', 'A001'), after(500_000), ...again, after(500_000)).when(comeBack('A001')).thenEvents({ type: 'ticketReturned' });
});

test('C8 the guide desk returns a ticket against the policy, with a reason of the plan', () => {
  const missed = [issue('SA'), next('1'), miss('1', 'A001'), after(3_600_000)];
  withReturn({ kind: 'notAllowed' }, ...missed).when(comeBack('A001', 'leader')).thenEvents({ type: 'ticketReturned', data: { queueId: 'A' }, facts: { override: 'leader' } });
  withReturn({ withinMs: 1_000 }, ...missed).when(comeBack('A001', 'leader')).thenEvents({ type: 'ticketReturned' });
  withReturn({ kind: 'notAllowed' }, ...missed).when(comeBack('A001', 'whim')).thenRefused('noSuchReason', { reasonId: 'whim' });
  withReturn({ kind: 'notAllowed' }, ...missed).when({ ...comeBack('A001', 'leader'), by: 'counter', place: '1' }).thenRefused('overrideNeedsStaff', {});
});

test('C7 N5 a returned ticket keeps its number and is called three times anew', () => {
  const scenario = givenPlan(smallPlan(realLimits), ...at1, issue('SA'), next('1'), after(5_000), recall('1', 'A001'), after(5_000), recall('1', 'A001'), after(20_000), miss('1', 'A001'), comeBack('A001'));
  expect(numbered(scenario.hall, 'A001')).toMatchObject({ state: 'waiting', calls: 0, counterId: null });
  scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001', nth: 1 } });
  scenario.and(after(5_000), recall('1', 'A001'), after(5_000), recall('1', 'A001'), after(5_000)).when(recall('1', 'A001')).thenRefused('callsUsed', { maxCalls: 3 });
});

test('T1 a called ticket is put back to where it stood, with a reason for staff, and can be called by another counter', () => {
  const scenario = given(...at1, signIn('2', '1002'), open('2'), issue('SA'), after(1_000), issue('SA'), next('1'));
  scenario.when(putBack('1', 'A001', 'system')).thenEvents({ type: 'ticketPutBack', data: { counterId: '1', queueId: 'A', dueAt: morning }, facts: { reasonId: 'system' } });
  scenario.when(next('2')).thenEvents({ type: 'ticketCalled', data: { number: 'A001', nth: 1 } });
  given(...at1, issue('SA'), next('1')).when(putBack('1', 'A001', 'whim')).thenRefused('noSuchReason', { reasonId: 'whim' });
});

test('T1 a parked ticket waits again at its old place', () => {
  const scenario = given(...at1, issue('SA'), after(1_000), issue('SA'), next('1'), start('1', 'A001'), park('1', 'A001'), unpark('A001'));
  expect(order1(scenario)).toEqual(['A001', 'A002']);
  expect(numbered(scenario.hall, 'A001')).toMatchObject({ state: 'waiting', parkedAt: null, parkReasonId: null, calls: 0 });
});

test('N5 C11 the number stays and the history tells it all: miss, return, put back, park', () => {
  const scenario = given(
    ...at1, issue('SA'), next('1'), miss('1', 'A001'), comeBack('A001'), next('1'), putBack('1', 'A001'), pick('1', 'A001'), start('1', 'A001'), park('1', 'A001'), unpark('A001'),
    next('1'), start('1', 'A001'), finish('1', 'A001'),
  );
  const ticket = numbered(scenario.hall, 'A001');
  expect(ticket).toMatchObject({ number: 'A001', state: 'done', id: '1.15' });
  expect(ticket.history.map(({ what, counterId }) => [what, counterId])).toEqual([['missed', '1'], ['returned', '1'], ['putBack', '1'], ['parked', '1']]);
});

test('nobody returns or unparks what nobody knows, or before there is a plan', () => {
  given().when(order('returnTicket', { ticketId: '9.9', version: 1, override: null }, 'desk', 'D1')).thenRefused('noSuchTicket', { ticketId: '9.9' });
  given(issue('SA')).when(ofDesk('unparkTicket', 'A001', {}, 7)).thenRefused('staleTicket', { number: 'A001', version: 1 });
});
