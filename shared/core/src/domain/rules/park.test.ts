// Parking and taking up again: the counter is free meanwhile, and the parked time belongs to nobody's service.
import { expect, test } from 'vitest';
import { given, today } from '../testing/hallSpec.ts';
import { after, close, closeDay, finish, issue, next, numbered, open, park, pause, resume, signIn, signOut, start } from '../testing/orders.ts';
import { dayTally, ticketsIn } from '../questions.ts';

const at1 = [signIn('1', '1001'), open('1')];
const serving = [...at1, issue('SA'), next('1'), after(10_000), start('1', 'A001'), after(60_000)];
const parked = [...serving, park('1', 'A001')];

test('C10 a ticket is parked with a reason of the plan, which staff and boards see; its counter is free', () => {
  const scenario = given(...serving, issue('SA'));
  scenario.when(park('1', 'A001', 'coffee')).thenRefused('noSuchReason', { reasonId: 'coffee' });
  scenario.when(park('1', 'A001')).thenEvents({ type: 'ticketParked', data: { counterId: '1', reasonId: 'materials' } });
  expect(numbered(scenario.hall, 'A001')).toMatchObject({ state: 'parked', parkReasonId: 'materials', parkedAt: scenario.now() });
  expect(ticketsIn(scenario.hall, 'parked').map(({ number }) => number)).toEqual(['A001']);
  scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A002' } });
});

test('C10 T4 a parked ticket is served again at any free counter of its queue, in a new record', () => {
  const scenario = given(...parked, signIn('2', '1002'), open('2'), after(300_000));
  scenario.when(resume('2', 'A001')).thenEvents({ type: 'serviceStarted', data: { counterId: '2' } });
  expect(scenario.hall.records.size).toBe(2);
  expect(numbered(scenario.hall, 'A001')).toMatchObject({ state: 'serving', counterId: '2', parkedAt: null, parkReasonId: null });
});

test('C10 T5 the parked time is no service, and the stretch that was parked is none that finished', () => {
  const scenario = given(...parked, after(600_000), resume('1', 'A001'), after(30_000), finish('1', 'A001'));
  expect(dayTally(scenario.hall)).toMatchObject({ served: 1, serviceMs: 30_000 });
  for (const { startedAt, endedAt } of scenario.hall.records.values()) expect((endedAt ?? 0) - startedAt).toBeGreaterThanOrEqual(0);
});

test('C10 T2 a counter that is closed, busy or of other queues does not take it up; a paused one may', () => {
  given(...parked, signIn('3', '1003'), open('3')).when(resume('3', 'A001')).thenRefused('notOurQueue', { number: 'A001', queueId: 'A' });
  given(...parked, issue('SA'), next('1')).when(resume('1', 'A001')).thenRefused('ticketActive', { number: 'A002' });
  given(...parked, close('1')).when(resume('1', 'A001')).thenRefused('counterNotOpen', { counterId: '1', state: 'closed' });
  given(...parked, signOut('1')).when(resume('1', 'A001')).thenRefused('notSignedIn', { counterId: '1' });
  given(...parked, pause('1')).when(resume('1', 'A001')).thenEvents({ type: 'serviceStarted' });
});

test('T3 the day close expires a parked ticket and keeps where it came from', () => {
  const scenario = given(...parked, close('1'), signOut('1'));
  scenario.when(closeDay(today)).thenEvents({ type: 'ticketExpired', data: { from: 'parked' } }, { type: 'dayClosed' });
  expect(dayTally(scenario.hall)).toMatchObject({ expired: 1, served: 0 });
});
