// Who is next and why: ranks, the cap, early appointments, the ceiling, and helper queues.
import { expect, test } from 'vitest';
import { at1, served } from './testing/callingHall.ts';
import { given, givenPlan, morning } from './testing/hallSpec.ts';
import { after, checkIn, finish, issue, issueTo, next, open, signIn, start, type Step } from './testing/orders.ts';
import { smallPlan, zeroLimits } from './testing/smallPlan.ts';

const order = (...steps: Step[]): [string, string][] => served(given(...at1, ...steps));

test('C4 ordinary tickets are called in the order of issue, over all queues of the counter', () => {
  expect(order(issue('SA'), after(1), issue('SB'), after(1), issue('SA'))).toEqual([['A001', 'onlyRankWaiting'], ['B001', 'onlyRankWaiting'], ['A002', 'onlyRankWaiting']]);
});

test('C4 of two issued in the same millisecond the one issued first is called first', () => {
  expect(order(issue('SB'), issue('SA')).map(([number]) => number)).toEqual(['B001', 'A001']);
});

test('C4 the ranks: green channel, appointment that has begun, priority, ordinary', () => {
  const numbers = order(issue('SA'), after(1), issueTo('elderly', 'SA'), after(1), checkIn('SA', morning), after(1), issueTo('green', 'SA'));
  expect(numbers).toEqual([['A004', 'greenChannel'], ['A003', 'firstOfRank'], ['A002', 'firstOfRank'], ['A001', 'onlyRankWaiting']]);
});

test('C4 after two ranked calls in a row an ordinary ticket is called if one waits', () => {
  const elderly = Array.from({ length: 5 }, () => issueTo('elderly', 'SA'));
  expect(order(...elderly, issue('SA'), issue('SA'))).toEqual([
    ['A001', 'firstOfRank'], ['A002', 'firstOfRank'], ['A006', 'ordinaryTurn'],
    ['A003', 'firstOfRank'], ['A004', 'firstOfRank'], ['A007', 'ordinaryTurn'], ['A005', 'onlyRankWaiting'],
  ]);
});

test('C4 the green channel is outside the cap: it neither waits for it nor fills it', () => {
  const scenario = given(...at1, issueTo('elderly', 'SA'), issueTo('elderly', 'SA'), issue('SA'), issueTo('elderly', 'SA'));
  scenario.and(next('1'), start('1', 'A001'), finish('1', 'A001'), issueTo('green', 'SA'));
  expect(served(scenario).map(([number]) => number)).toEqual(['A005', 'A002', 'A003', 'A004']);
});

test('C4 each counter counts its own ranked calls', () => {
  const scenario = given(...at1, signIn('2', '1002'), open('2'), ...Array.from({ length: 4 }, () => issueTo('elderly', 'SA')), issue('SA'));
  scenario.and(next('1'), start('1', 'A001'), finish('1', 'A001'), next('1'));
  scenario.when(next('2')).thenEvents({ type: 'ticketCalled', data: { number: 'A003' }, facts: { why: { rule: 'firstOfRank', rankedInARow: 0 } } });
});

test('C4 an appointment that has not begun is called only when nobody else waits', () => {
  const slot = morning + 600_000;
  expect(order(checkIn('SA', slot), issue('SA'))).toEqual([['A002', 'onlyRankWaiting'], ['A001', 'earlyAppointment']]);
  expect(order(checkIn('SA', slot), issue('SA'), after(600_000))).toEqual([['A001', 'firstOfRank'], ['A002', 'onlyRankWaiting']]);
});

test('C4 given an early appointment in its own queue and somebody in a helper queue, then the one who waits is called first', () => {
  expect(order(checkIn('SA', morning + 600_000), issue('SC'))).toEqual([['C01', 'onlyRankWaiting'], ['A001', 'earlyAppointment']]);
});

test('C4 inside a rank the earliest due goes first: a slot before a late check-in', () => {
  const numbers = order(after(700_000), checkIn('SA', morning), checkIn('SA', morning + 650_000), checkIn('SA', morning + 800_000), after(200_000));
  expect(numbers.map(([number]) => number)).toEqual(['A001', 'A002', 'A003']);
});

test('C4 early appointments go by their slots, not by their arrival', () => {
  expect(order(checkIn('SA', morning + 900_000), checkIn('SA', morning + 600_000)).map(([number]) => number)).toEqual(['A002', 'A001']);
});

test('C5 beyond the ceiling the earliest due goes first, whatever the rank', () => {
  const waited = [issue('SA'), after(3_600_001), issueTo('green', 'SA'), issueTo('elderly', 'SA')];
  expect(order(...waited)).toEqual([['A001', 'pastCeiling'], ['A002', 'greenChannel'], ['A003', 'onlyRankWaiting']]);
});

test('C5 at the ceiling itself the ranks still hold', () => {
  expect(order(issue('SA'), after(3_600_000), issueTo('elderly', 'SA'))[0]).toEqual(['A002', 'firstOfRank']);
});

test('C5 an appointment waits from its slot: before it no ceiling is counted', () => {
  const slot = morning + 3_700_000;
  expect(order(checkIn('SA', slot), after(3_650_000), issue('SA'))[0]).toEqual(['A002', 'onlyRankWaiting']);
});

test('C4 helper queues are served only when nobody waits in the own ones', () => {
  const scenario = given(...at1, issue('SC'), after(1), issue('SA'));
  scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' }, facts: { why: { helping: false } } });
  scenario.and(start('1', 'A001'), finish('1', 'A001')).when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'C01' }, facts: { why: { helping: true, rule: 'onlyRankWaiting' } } });
});

test('C4 a counter calls nobody from queues that are not its own', () => {
  given(signIn('2', '1001'), open('2'), issue('SB'), issue('SC')).when(next('2')).thenRefused('nobodyWaiting', { counterId: '2' });
});

test('C3 every call says why, as data', () => {
  const scenario = given(...at1, issueTo('elderly', 'SA'), issueTo('elderly', 'SA'), issue('SA'), next('1'), start('1', 'A001'), finish('1', 'A001'), next('1'));
  expect(scenario.events.at(-1)?.staff?.facts).toEqual({ why: { rule: 'firstOfRank', rank: 'priority', rankedInARow: 1, helping: false, reasonId: null } });
  expect([...scenario.hall.tickets.values()][1]?.staff?.why).toEqual({ rule: 'firstOfRank', rank: 'priority', rankedInARow: 1, helping: false, reasonId: null });
});

test('C3 the plan decides the cap: with one in a row, every other call is ordinary', () => {
  const scenario = givenPlan(smallPlan({ ...zeroLimits, policy: { kind: 'rankWithCap', rankedInARow: 1 } }), ...at1, issueTo('elderly', 'SA'), issueTo('elderly', 'SA'), issue('SA'), issue('SA'));
  expect(served(scenario).map(([number]) => number)).toEqual(['A001', 'A003', 'A002', 'A004']);
});
