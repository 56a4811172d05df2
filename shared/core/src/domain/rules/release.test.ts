// The manager frees a counter whose clerk has gone, and says what becomes of an active ticket.
import { expect, test } from 'vitest';
import { given } from '../testing/hallSpec.ts';
import { after, issue, moveTo, next, numbered, open, park, release, resume, signIn, start, undo } from '../testing/orders.ts';
import { dayTally } from '../questions.ts';

const two = [signIn('1', '1001'), open('1'), signIn('2', '1002'), open('2')];
const called = [...two, issue('SA'), next('1')];
const serving = [...called, start('1', 'A001'), after(60_000)];
const freed = [{ type: 'counterClosed', data: { counterId: '1' } }, { type: 'counterSignedOut', data: { counterId: '1' } }] as const;

test('C13 a free counter is closed and its clerk signed out; another may sit there, and the clerk elsewhere', () => {
  const scenario = given(...two);
  scenario.when(release('1')).thenEvents(...freed);
  scenario.when(signIn('1', '1003')).thenEvents({ type: 'counterSignedIn' });
  scenario.when(signIn('3', '1001')).thenEvents({ type: 'counterSignedIn' });
  given(signIn('1', '1001')).when(release('1')).thenEvents({ type: 'counterSignedOut' });
});

test('C13 T1 a called ticket is put back to its place, and nothing else can become of it', () => {
  given(...called).when(release('1', 'park')).thenRefused('wrongState', { number: 'A001', state: 'called' });
  given(...called).when(release('1', 'finish')).thenRefused('wrongState');
  const scenario = given(...called);
  scenario.when(release('1', 'putBack')).thenEvents({ type: 'ticketPutBack', data: { counterId: '1', queueId: 'A', forCounterId: null }, facts: { reasonId: 'mistake' } }, ...freed);
  scenario.when(next('2')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
});

test('C13 T1 a served ticket is finished …', () => {
  const scenario = given(...serving);
  scenario.when(release('1', 'finish')).thenEvents({ type: 'serviceFinished', data: { outcome: 'finished' } }, ...freed);
  expect(dayTally(scenario.hall)).toMatchObject({ served: 1, serviceMs: 60_000 });
});

test('C13 C10 … or parked, to be taken up elsewhere …', () => {
  const scenario = given(...serving);
  scenario.when(release('1', 'park')).thenEvents({ type: 'ticketParked', data: { reasonId: 'materials' } }, ...freed);
  scenario.when(resume('2', 'A001')).thenEvents({ type: 'serviceStarted', data: { counterId: '2' } });
});

test('C13 C11 … or put back to wait, at its place', () => {
  const scenario = given(...serving, issue('SA'));
  scenario.when(release('1', 'putBack')).thenEvents({ type: 'ticketTransferred', data: { fromCounterId: '1', queueId: 'A', forCounterId: null } }, ...freed);
  scenario.when(next('2')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
});

test('C13 C11 who waited for the released counter alone waits in the queue again', () => {
  const scenario = given(...two, issue('SA'), moveTo('A001', { queueId: 'A', counterId: '1' }), release('1'));
  expect(numbered(scenario.hall, 'A001').forCounterId).toBeNull();
});

test('C13 T1 the next clerk cannot undo what the release did', () => {
  given(...serving, release('1', 'finish'), after(1), signIn('1', '1003'), open('1')).when(undo('1', 'A001')).thenRefused('nothingToUndo', { number: 'A001' });
});

test('C13 a counter where nobody sits, or that is not there, has nothing to release', () => {
  given().when(release('1')).thenRefused('notSignedIn', { counterId: '1' });
  given().when(release('77')).thenRefused('noSuchCounter', { counterId: '77' });
  given(...serving, park('1', 'A001')).when(release('1', 'finish')).thenEvents(...freed);
});
