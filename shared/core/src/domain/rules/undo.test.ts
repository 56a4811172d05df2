// Taking back the last step: finish, miss and start, by the same clerk, within a minute, at a free counter, unrated.
import { expect, test } from 'vitest';
import { given, givenPlan, type Scenario } from '../testing/hallSpec.ts';
import { change } from '../testing/bookingOrders.ts';
import { after, close, finish, issue, miss, next, numbered, open, park, pause, putBack, rate, recall, resume, signIn, signOut, start, transfer, undo, unpark } from '../testing/orders.ts';
import { dayTally } from '../questions.ts';
import { fullSnapshot } from '../snapshot.ts';
import { smallPlan, zeroLimits } from '../testing/smallPlan.ts';

const called = [signIn('1', '1001'), open('1'), issue('SA'), next('1')];
const serving = [...called, start('1', 'A001')];
const done = [...serving, after(240_000), finish('1', 'A001')];
const stateOf = ({ hall }: Scenario, number = 'A001') => numbered(hall, number).state;

test('T1 given a finish, when it is undone, then the ticket is served again and no sum remembers the finish', () => {
  const scenario = given(...serving, after(240_000));
  const before = dayTally(scenario.hall);
  scenario.and(finish('1', 'A001'), after(60_000)).when(undo('1', 'A001')).thenEvents({ type: 'stepUndone', data: { counterId: '1', step: 'finish' } });
  expect(numbered(scenario.hall, 'A001')).toMatchObject({ state: 'serving', counterId: '1', endedAt: null });
  expect([...scenario.hall.counters.values()][0]).toMatchObject({ activeTicketId: numbered(scenario.hall, 'A001').id, lastRecord: null });
  expect(dayTally(scenario.hall)).toEqual(before);
});

test('T1 T4 given a finish that was undone, when it is finished again, then it is one record over the whole time', () => {
  const scenario = given(...done, after(30_000), undo('1', 'A001'), after(30_000), finish('1', 'A001'));
  expect(dayTally(scenario.hall)).toMatchObject({ served: 1, serviceMs: 300_000 });
  expect(scenario.hall.records.size).toBe(1);
  scenario.when(rate('1', 5)).thenEvents({ type: 'recordRated' });
});

test('T1 given a miss, when it is undone, then the ticket is called as before and may be called on', () => {
  const scenario = given(...called, recall('1', 'A001'));
  const { calls, calledAt, history } = numbered(scenario.hall, 'A001');
  scenario.and(after(1_000), miss('1', 'A001'), after(1_000)).when(undo('1', 'A001')).thenEvents({ type: 'stepUndone', data: { step: 'miss' } });
  expect(numbered(scenario.hall, 'A001')).toMatchObject({ state: 'called', calls, calledAt, history, missedAt: null });
  expect(dayTally(scenario.hall).missed).toBe(0);
  scenario.when(recall('1', 'A001')).thenEvents({ type: 'ticketRecalled', data: { nth: 3 } });
});

test('T1 given a start, when it is undone, then the ticket is called and its record never was', () => {
  const scenario = given(...serving);
  scenario.when(undo('1', 'A001')).thenEvents({ type: 'stepUndone', data: { step: 'start' } });
  expect(numbered(scenario.hall, 'A001')).toMatchObject({ state: 'called', startedAt: null, recordId: null });
  expect(scenario.hall.records.size).toBe(0);
  scenario.when(start('1', 'A001')).thenEvents({ type: 'serviceStarted' });
});

test('T1 given 60 s have passed since the step, then it is too late; at 60 s it is not', () => {
  given(...done, after(60_001)).when(undo('1', 'A001')).thenRefused('undoTooLate', { number: 'A001', withinMs: 60_000 });
  given(...called, miss('1', 'A001'), after(60_001)).when(undo('1', 'A001')).thenRefused('undoTooLate');
  given(...serving, after(60_001)).when(undo('1', 'A001')).thenRefused('undoTooLate');
  given(...done, after(60_000)).when(undo('1', 'A001')).thenEvents({ type: 'stepUndone' });
  givenPlan(smallPlan({ ...zeroLimits, undoMs: 5_000 }), ...done, after(5_001)).when(undo('1', 'A001')).thenRefused('undoTooLate', { withinMs: 5_000 });
});

test('T1 given another clerk sits there since the step, then there is nothing for that one to undo', () => {
  given(...done, after(1_000), signOut('1'), signIn('1', '1002')).when(undo('1', 'A001')).thenRefused('nothingToUndo', { number: 'A001' });
  given(...called, miss('1', 'A001'), after(1_000), signOut('1'), signIn('1', '1002'), open('1')).when(undo('1', 'A001')).thenRefused('nothingToUndo');
});

test('T1 T2 given the counter has called somebody else meanwhile, then it is told whom', () => {
  given(...serving, issue('SA'), finish('1', 'A001'), next('1')).when(undo('1', 'A001')).thenRefused('ticketActive', { number: 'A002' });
});

test('T1 given another counter, then it has nothing to undo', () => {
  given(...done, signIn('2', '1002'), open('2')).when(undo('2', 'A001')).thenRefused('nothingToUndo', { number: 'A001' });
});

test('T1 R2 given the finish was rated, then it stays finished', () => {
  given(...done, rate('1', 5)).when(undo('1', 'A001')).thenRefused('nothingToUndo', { number: 'A001' });
});

test('T1 given a finish that is not the last one of its counter, then it cannot be undone', () => {
  const scenario = given(...done, issue('SA'), next('1'), start('1', 'A002'), finish('1', 'A002'));
  scenario.when(undo('1', 'A001')).thenRefused('nothingToUndo', { number: 'A001' });
  scenario.when(undo('1', 'A002')).thenEvents({ type: 'stepUndone' });
});

test('T1 T2 given the counter was closed, then nothing comes back to it; paused it may', () => {
  given(...done, close('1')).when(undo('1', 'A001')).thenRefused('counterNotOpen', { counterId: '1', state: 'closed' });
  given(...called, miss('1', 'A001'), close('1')).when(undo('1', 'A001')).thenRefused('counterNotOpen');
  given(...done, pause('1')).when(undo('1', 'A001')).thenEvents({ type: 'stepUndone' });
});

test('T1 given a ticket was parked and is served again, then its start has no call to go back to', () => {
  given(...serving, park('1', 'A001'), resume('1', 'A001')).when(undo('1', 'A001')).thenRefused('nothingToUndo', { number: 'A001' });
});

test('T1 given a ticket was parked, waited again and was called, then its start can be undone', () => {
  const scenario = given(...serving, park('1', 'A001'), unpark('A001'), next('1'), start('1', 'A001'));
  scenario.when(undo('1', 'A001')).thenEvents({ type: 'stepUndone', data: { step: 'start' } });
  expect(stateOf(scenario)).toBe('called');
});

test('T1 one step after the other can be undone: the finish, then the start, then nothing', () => {
  const scenario = given(...serving, after(5_000), finish('1', 'A001'), undo('1', 'A001'), undo('1', 'A001'));
  expect(stateOf(scenario)).toBe('called');
  scenario.when(undo('1', 'A001')).thenRefused('nothingToUndo');
});

test('T1 what was put back or transferred is not undone: it waits, and may be elsewhere already', () => {
  given(...called, putBack('1', 'A001')).when(undo('1', 'A001')).thenRefused('nothingToUndo');
  given(...serving, transfer('1', 'A001', { queueId: 'B' })).when(undo('1', 'A001')).thenRefused('nothingToUndo');
});

test('T1 J6 undo names the version it was pressed on', () => {
  const scenario = given(...done);
  const pressed = undo('1', 'A001').command(scenario.hall);
  scenario.and(undo('1', 'A001'));
  const text = fullSnapshot(scenario.hall);
  scenario.when({ ...undo('1', 'A001'), command: () => pressed }).thenRefused('staleTicket', { number: 'A001', state: 'serving' });
  expect(fullSnapshot(scenario.hall)).toBe(text);
});

test('T1 T4 given a finished ticket whose service a plan has dropped meanwhile, then it stays finished: nobody could serve it on', () => {
  const plan = smallPlan();
  const without = { ...plan, services: plan.services.filter(({ id }) => id !== 'SA') };
  given(...done, change(without)).when(undo('1', 'A001')).thenRefused('nothingToUndo', { number: 'A001' });
  given(...done, change(plan)).when(undo('1', 'A001')).thenEvents({ type: 'stepUndone' });
});
