// Who sits at a counter and whether it calls.
import { expect, test } from 'vitest';
import { given, givenNothing, morning, today, tomorrow } from '../testing/hallSpec.ts';
import { adopt, after, close, closeDay, issue, next, open, openDay, openJournal, order, pause, signIn, signOut } from '../testing/orders.ts';
import { smallPlan } from '../testing/smallPlan.ts';

const counterOf = (scenario: ReturnType<typeof given>, id: string) => [...scenario.hall.counters.values()].find((counter) => counter.id === id);

test('C13 a clerk signs in at a counter, which stays closed until it is opened', () => {
  const scenario = given().when(signIn('1', '1001')).thenEvents({ type: 'counterSignedIn', data: { counterId: '1' }, facts: { clerkId: '1001' } });
  expect(counterOf(scenario, '1')).toMatchObject({ state: 'closed', signedIn: true, staff: { clerkId: '1001' } });
});

test('C13 a counter is held by one clerk: another sign-in there is refused', () => {
  given(signIn('1', '1001')).when(signIn('1', '1002')).thenRefused('counterHeld', { counterId: '1' });
});

test('C13 a clerk holds one counter and is told which', () => {
  given(signIn('1', '1001')).when(signIn('2', '1001')).thenRefused('clerkElsewhere', { counterId: '1' });
});

test('C13 after a sign-out the counter is free, and so is the clerk', () => {
  const scenario = given(signIn('1', '1001'), signOut('1'));
  scenario.and(signIn('2', '1001')).when(signIn('1', '1002')).thenEvents({ type: 'counterSignedIn' });
});

test('C13 leaving an open counter closes it first', () => {
  given(signIn('1', '1001'), open('1')).when(signOut('1')).thenEvents({ type: 'counterClosed' }, { type: 'counterSignedOut' });
  given(signIn('1', '1001')).when(signOut('1')).thenEvents({ type: 'counterSignedOut' });
});

test('C13 somebody who is not on the plan, or a counter that is not, is refused by name', () => {
  given().when(signIn('1', '9999')).thenRefused('noSuchClerk', { clerkId: '9999' });
  given().when(signIn('88', '1001')).thenRefused('noSuchCounter', { counterId: '88' });
});

test('C13 the day close frees every counter and clerk', () => {
  const scenario = given(signIn('1', '1001'), open('1'), closeDay(today), openDay(tomorrow));
  scenario.when(signIn('2', '1001')).thenEvents({ type: 'counterSignedIn' });
});

test('C12 a pause has a reason from the plan, is shown, and ends with opening', () => {
  const scenario = given(signIn('1', '1001'), open('1'), after(1_000)).when(pause('1', 'meeting')).thenEvents({ type: 'counterPaused', data: { counterId: '1', reasonId: 'meeting' } });
  expect(counterOf(scenario, '1')).toMatchObject({ state: 'paused', pauseReasonId: 'meeting', since: morning + 1_000 });
  scenario.when(open('1')).thenEvents({ type: 'counterOpened' });
  expect(counterOf(scenario, '1')).toMatchObject({ state: 'open', pauseReasonId: null });
});

test('C12 a reason that the plan does not have is refused', () => {
  given(signIn('1', '1001'), open('1')).when(pause('1', 'shopping')).thenRefused('noSuchReason', { reasonId: 'shopping' });
});

test('C12 a pause may begin with a ticket in hand', () => {
  given(signIn('1', '1001'), open('1'), issue('SA'), next('1')).when(pause('1')).thenEvents({ type: 'counterPaused' });
});

test('what a counter is already is refused', () => {
  given(signIn('1', '1001'), open('1')).when(open('1')).thenRefused('counterAlready', { counterId: '1', state: 'open' });
  given(signIn('1', '1001'), open('1'), pause('1')).when(pause('1')).thenRefused('counterAlready', { state: 'paused' });
  given(signIn('1', '1001')).when(close('1')).thenRefused('counterAlready', { state: 'closed' });
  given(signIn('1', '1001')).when(pause('1')).thenRefused('counterNotOpen', { state: 'closed' });
});

test.each([open('1'), pause('1'), close('1'), signOut('1'), next('1')])('C13 with nobody signed in nothing can be ordered at a counter', (press) => {
  given().when(press).thenRefused('notSignedIn', { counterId: '1' });
});

test('N3 nobody signs in before the day is open', () => {
  givenNothing(openJournal, adopt(smallPlan())).when(signIn('1', '1001')).thenRefused('dayNotOpen', {});
  givenNothing(openJournal).when(order('openCounter', { counterId: '1' })).thenRefused('noPlan', {});
});
