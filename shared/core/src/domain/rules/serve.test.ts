// Serving: start, finish, and finish together with the next call.
import { expect, test } from 'vitest';
import { given, givenPlan, morning } from '../testing/hallSpec.ts';
import { after, finish, finishAndNext, issue, next, numbered, open, pause, signIn, signOut, close, start, recall } from '../testing/orders.ts';
import { realLimits, smallPlan } from '../testing/smallPlan.ts';

const at1 = [signIn('1', '1001'), open('1')];
const served = [...at1, issue('SA'), next('1'), after(30_000), start('1', 'A001'), after(300_000)];

test('T4 a start opens a service record, a finish closes it with its outcome', () => {
  const scenario = given(...at1, issue('SA'), next('1'), after(30_000));
  scenario.when(start('1', 'A001')).thenEvents({ type: 'serviceStarted', data: { counterId: '1', recordId: '1.17' } });
  scenario.and(after(300_000)).when(finish('1', 'A001')).thenEvents({ type: 'serviceFinished', data: { recordId: '1.17', outcome: 'finished' } });
  expect([...scenario.hall.records.values()]).toEqual([
    { id: '1.17', ticketId: '1.15', number: 'A001', serviceIds: ['SA'], counterId: '1', startedAt: morning + 30_000, endedAt: morning + 330_000, rated: false },
  ]);
});

test('T5 waiting, way and service are told by one clock, in this order', () => {
  const { hall } = given(...at1, issue('SA'), after(60_000), next('1'), after(5_000), recall('1', 'A001'), after(7_000), start('1', 'A001'), after(300_000), finish('1', 'A001'));
  const { issuedAt, firstCalledAt, calledAt, startedAt, endedAt } = numbered(hall, 'A001');
  expect([issuedAt, firstCalledAt, calledAt, startedAt, endedAt].map((at) => Number(at) - morning)).toEqual([0, 60_000, 65_000, 72_000, 372_000]);
});

test('C2 finish and next is one order with two facts', () => {
  given(...served, issue('SA')).when(finishAndNext('1', 'A001')).thenEvents(
    { type: 'serviceFinished', data: { outcome: 'finished' } }, { type: 'ticketCalled', data: { number: 'A002', counterId: '1', nth: 1 } },
  );
});

test('C2 given nobody waits, then the finish holds', () => {
  given(...served).when(finishAndNext('1', 'A001')).thenEvents({ type: 'serviceFinished', data: { outcome: 'finished' } });
});

test('C2 given the counter is paused, then the finish holds and nobody is called', () => {
  given(...served, issue('SA'), pause('1')).when(finishAndNext('1', 'A001')).thenEvents({ type: 'serviceFinished' });
});

test('C2 C7 given the last call is less than 3 s ago, then the finish holds and nobody is called', () => {
  const scenario = givenPlan(smallPlan(realLimits), ...at1, issue('SA'), issue('SA'), next('1'), start('1', 'A001'), after(2_999));
  scenario.when(finishAndNext('1', 'A001')).thenEvents({ type: 'serviceFinished' });
  scenario.and(after(1)).when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A002' } });
});

test('T2 a counter with a ticket in hand can neither close nor be left', () => {
  given(...served).when(close('1')).thenRefused('ticketActive', { number: 'A001', state: 'serving' });
  given(...served).when(signOut('1')).thenRefused('ticketActive', { number: 'A001', state: 'serving' });
});

test('T1 given the clerk has signed out, then nothing can be ordered on a ticket there', () => {
  given(...at1, issue('SA'), signOut('1')).when(start('1', 'A001')).thenRefused('notSignedIn', { counterId: '1' });
});

test('a second finish of the same press is stale, not done twice', () => {
  const scenario = given(...served);
  const version = numbered(scenario.hall, 'A001').version;
  scenario.and(finish('1', 'A001'));
  const again = { ...finish('1', 'A001'), command: () => ({ type: 'finishService', data: { counterId: '1', ticketId: '1.15', version } }) as never };
  scenario.when(again).thenRefused('staleTicket', { state: 'done' });
});
