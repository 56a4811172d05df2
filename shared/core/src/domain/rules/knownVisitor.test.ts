// One live ticket per known visitor and service.
import { expect, test } from 'vitest';
import { given, today, tomorrow } from '../testing/hallSpec.ts';
import { cancel, closeDay, finish, issue, issueAnyway, issueFor, miss, next, numbered, open, openDay, park, signIn, start } from '../testing/orders.ts';

const at1 = [signIn('1', '1001'), open('1')];
const zhang = 'a'.repeat(32);
const li = 'b'.repeat(32);

test('T6 a known visitor has one live ticket for a service, and is told which', () => {
  const scenario = given(issueFor(zhang, 'SA'));
  scenario.when(issueFor(zhang, 'SA')).thenRefused('ticketAlreadyLive', { ticketId: '1.13', number: 'A001' });
  scenario.when(issueFor(zhang, 'SA2')).thenEvents({ type: 'ticketIssued', facts: { visitorId: zhang } });
  scenario.when(issueFor(li, 'SA')).thenEvents({ type: 'ticketIssued' });
  scenario.when(issue('SA')).thenEvents({ type: 'ticketIssued', facts: { visitorId: null } });
});

test.each([
  ['waiting', [], false], ['called', [next('1')], false], ['serving', [next('1'), start('1', 'A001')], false], ['parked', [next('1'), start('1', 'A001'), park('1', 'A001')], false],
  ['missed', [next('1'), miss('1', 'A001')], false], ['done', [next('1'), start('1', 'A001'), finish('1', 'A001')], true], ['cancelled', [cancel('A001')], true],
] as const)('T6 given the first ticket is %s, then it is live or not', (state, steps, another) => {
  const scenario = given(...at1, issueFor(zhang, 'SA'), ...steps);
  expect(numbered(scenario.hall, 'A001').state).toBe(state);
  const outcome = scenario.when(issueFor(zhang, 'SA'));
  if (another) outcome.thenEvents({ type: 'ticketIssued', data: { number: 'A002' } });
  else outcome.thenRefused('ticketAlreadyLive', { number: 'A001' });
});

test('T6 the desk may give a second one with a reason', () => {
  given(issueFor(zhang, 'SA')).when(issueAnyway('SA', 'leader', zhang)).thenEvents({ type: 'ticketIssued', facts: { visitorId: zhang, override: 'leader' } });
});

test('T6 a new day knows nobody of the day before', () => {
  given(issueFor(zhang, 'SA'), closeDay(today), openDay(tomorrow)).when(issueFor(zhang, 'SA')).thenEvents({ type: 'ticketIssued' });
});
