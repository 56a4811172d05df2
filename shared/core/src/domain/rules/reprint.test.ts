// A slip once more: counted, so that the paper can say so.
import { expect, test } from 'vitest';
import { given, today } from '../testing/hallSpec.ts';
import { cancel, closeDay, finish, issue, next, numbered, open, signIn, start } from '../testing/orders.ts';
import { reprint } from '../testing/bookingOrders.ts';

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
