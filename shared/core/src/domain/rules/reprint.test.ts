// A slip once more: counted, so that the paper can say so.
import { expect, test } from 'vitest';
import { given, today } from '../testing/hallSpec.ts';
import { cancel, closeDay, finish, issue, next, numbered, open, signIn, start } from '../testing/orders.ts';
import { reprint, slipNoted } from '../testing/bookingOrders.ts';

test('S3 given a live ticket, when its slip is wanted again, then it is counted each time and the ticket stays as it was', () => {
  const scenario = given(issue('SA'));
  const { version } = numbered(scenario.hall, 'A001');
  scenario.when(reprint('A001')).thenEvents({ type: 'slipReprinted', data: { ticketId: '1.13', nth: 1 } });
  scenario.when(reprint('A001')).thenEvents({ type: 'slipReprinted', data: { nth: 2 } });
  // A clerk's button that was drawn before still holds.
  expect(numbered(scenario.hall, 'A001')).toMatchObject({ reprints: 2, version, state: 'waiting' });
});

test('S3 T6 a ticket that is over, or that nobody knows, has no slip any more', () => {
  const at1 = [signIn('1', '1001'), open('1')];
  given(issue('SA'), cancel('A001')).when(reprint('A001')).thenRefused('wrongState', { number: 'A001', state: 'cancelled' });
  given(issue('SA'), ...at1, next('1'), start('1', 'A001'), finish('1', 'A001')).when(reprint('A001')).thenRefused('wrongState', { state: 'done' });
  given(issue('SA'), ...at1, next('1'), start('1', 'A001')).when(reprint('A001')).thenEvents({ type: 'slipReprinted' });
  given().when(reprint('A001')).thenRefused('noSuchTicket', { ticketId: '9.9' });
  given(issue('SA'), closeDay(today)).when(reprint('A001')).thenRefused('dayNotOpen', {});
});

test('S2 S3 given a slip that was printed, failed or was not heard of, then staff see it at the ticket; a certain end is told once', () => {
  const scenario = given(issue('SA')).when(slipNoted('A001', 'unknown')).thenEvents({ type: 'slipNoted', data: { ticketId: '1.13', nth: 0, paper: 'unknown' } });
  const { version } = numbered(scenario.hall, 'A001');
  scenario.when(slipNoted('A001', 'unknown')).thenRefused('nothingChanged');
  scenario.when(slipNoted('A001', 'failed')).thenEvents({ type: 'slipNoted' });
  scenario.when(slipNoted('A001', 'confirmed')).thenRefused('nothingChanged');
  // A clerk's button that was drawn before still holds.
  expect(numbered(scenario.hall, 'A001')).toMatchObject({ paper: 'failed', version });
});

test('S3 given a slip that was printed again, then what became of the first says nothing about it', () => {
  const scenario = given(issue('SA'), slipNoted('A001', 'confirmed'), reprint('A001'));
  expect(numbered(scenario.hall, 'A001').paper).toBeNull();
  scenario.when(slipNoted('A001', 'unknown', 0)).thenRefused('nothingChanged');
  scenario.when(slipNoted('A001', 'confirmed', 1)).thenEvents({ type: 'slipNoted', data: { nth: 1 } });
});

test('S2 given a kiosk that did not give the ticket, then it tells nothing about its paper', () => {
  const scenario = given(issue('SA'));
  scenario.when(slipNoted('A001', 'confirmed', 0, 'kiosk', 'K2')).thenRefused('noSuchTicket');
  scenario.when(slipNoted('A001', 'confirmed', 0, 'kiosk', 'K1')).thenEvents({ type: 'slipNoted' });
});
