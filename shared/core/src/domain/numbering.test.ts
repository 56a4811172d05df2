// Numbers of tickets: one counter per prefix, ranges that never meet, floors after a restore.
import { expect, test } from 'vitest';
import { restoreFloors } from './numbering.ts';
import { given, givenPlan, today, tomorrow, type Scenario } from './testing/hallSpec.ts';
import { adopt, cancel, closeDay, issue, openDay, order, restored } from './testing/orders.ts';
import { smallPlan } from './testing/smallPlan.ts';

const issued = ({ events }: Scenario): string[] => events.flatMap((event) => (event.type === 'ticketIssued' ? [event.data.number] : []));
const times = (count: number, serviceId: string) => Array.from({ length: count }, () => issue(serviceId));

test('N1 a number is prefix and zero-padded digits, counted per prefix', () => {
  expect(issued(given(issue('SA'), issue('SC'), issue('SA2'), issue('SA')))).toEqual(['A001', 'C01', 'A002', 'A003']);
});

test('N2 the numbers of a prefix have no gaps, whatever is refused or cancelled between', () => {
  const scenario = given(issue('SA'));
  scenario.when(issue('nowhere')).thenRefused('noSuchService', { serviceId: 'nowhere' });
  expect(issued(scenario.and(cancel('A001'), issue('SA'), issue('SA')))).toEqual(['A001', 'A002', 'A003']);
});

test('N4 given the main range has run out, then numbers go on in the overflow prefix', () => {
  expect(issued(given(...times(5, 'SB')))).toEqual(['B001', 'B002', 'B003', 'BB01', 'BB02']);
});

test('N4 given the overflow has run out too, when a ticket is asked for, then it is refused and no number repeated', () => {
  given(...times(5, 'SB')).when(issue('SB')).thenRefused('numbersExhausted', { queueId: 'B' });
});

test('N4 given a queue without overflow has run out, then it is refused and other queues go on', () => {
  const scenario = given(...times(2, 'SC'));
  scenario.when(issue('SC')).thenRefused('numbersExhausted', { queueId: 'C' });
  scenario.when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { number: 'A001' } });
});

test('N4 J9 the range kept for a restore is not used on an ordinary day, even when the main range has run out', () => {
  expect(issued(given(...times(4, 'SB')))).not.toContain('B004');
});

test('N3 a new day begins every prefix anew', () => {
  const scenario = given(...times(3, 'SA'), closeDay(today), openDay(tomorrow), issue('SA'));
  expect(issued(scenario).at(-1)).toBe('A001');
});

test('N3 the same day opened again goes on with its numbers', () => {
  const scenario = given(...times(3, 'SA'), closeDay(today), openDay(today), issue('SA'));
  expect(issued(scenario).at(-1)).toBe('A004');
});

test('J9 given a restore today, then numbers go on in the range kept for it', () => {
  expect(issued(given(issue('SA'), restored(2, today, { A: 600, B: 4, BB: 3, C: 3 }), issue('SA'), issue('SA'))).slice(1)).toEqual(['A600', 'A601']);
});

test('J9 given more was printed than the backup knows, then numbers go on past it', () => {
  expect(issued(given(issue('SA'), restored(2, today, { A: 640 }), issue('SA'))).at(-1)).toBe('A640');
});

test('J9 given a second restore on the same day with lower floors, then the higher ones hold', () => {
  expect(issued(given(restored(2, today, { A: 650 }), restored(3, today, { A: 600 }), issue('SA')))).toEqual(['A650']);
});

test('J9 given the backup does not know the day of the restore, then that day begins at the floors', () => {
  const scenario = given(issue('SA'), closeDay(today), restored(2, tomorrow, { A: 600 }), openDay(tomorrow), issue('SA'));
  expect(issued(scenario).at(-1)).toBe('A600');
});

test('J9 given a restore after midnight, while the day of yesterday is still open, then that day goes on in its kept range', () => {
  const scenario = given(issue('SA'), restored(2, today, { A: 600 }), restored(3, tomorrow, { A: 600 }), issue('SA'), closeDay(today), openDay(today), issue('SA'));
  expect(issued(scenario)).toEqual(['A001', 'A600', 'A601']);
  expect(issued(scenario.and(closeDay(today), openDay(tomorrow), issue('SA'))).at(-1)).toBe('A600');
});

test('J9 given a restore while the day is closed, when the same day is opened again, then it goes on in its kept range', () => {
  expect(issued(given(issue('SA'), closeDay(today), restored(2, today, { A: 600 }), openDay(today), issue('SA')))).toEqual(['A001', 'A600']);
});

test('J9 the day after a restored day is an ordinary one', () => {
  const scenario = given(restored(2, today, { A: 600 }), issue('SA'), closeDay(today), openDay(tomorrow), issue('SA'));
  expect(issued(scenario)).toEqual(['A600', 'A001']);
});

test('J9 N4 given the kept range has run out, then the overflow goes on in its own kept range, and then it is refused', () => {
  const scenario = given(restored(2, today, { A: 600, B: 4, BB: 3, C: 3 }), ...times(5, 'SB'));
  expect(issued(scenario)).toEqual(['B004', 'B005', 'B006', 'BB03', 'BB04']);
  scenario.when(issue('SB')).thenRefused('numbersExhausted');
});

test('J9 floors cover every prefix of the plan, overflow included, and never lie below what is known', () => {
  const known = new Map([['A', 12], ['BB', 4], ['C', 9]]);
  expect(restoreFloors(smallPlan().queues, known)).toEqual({ A: 600, B: 4, BB: 4, C: 9 });
});

test('N1 tickets of a restored journal carry the new epoch in their id', () => {
  const scenario = given(issue('SA'), restored(2, today, { A: 600 }), issue('SA'));
  expect([...scenario.hall.tickets.keys()]).toEqual(['1.13', '2.15']);
});

test('N1 given a plan that counts below what was issued this day, when a day is opened again, then no number comes twice', () => {
  const plan = smallPlan();
  const narrow = { ...plan, queues: plan.queues.map((queue) => (queue.id === 'A' ? { ...queue, numbering: { ...queue.numbering, main: { from: 1, to: 2 } } } : queue)) };
  const scenario = givenPlan(plan, ...times(3, 'SA'), closeDay(today), adopt(narrow), openDay(today));
  scenario.when(issue('SA')).thenRefused('numbersExhausted', { queueId: 'A' });
});

test('N1 a restore that is told a floor for a prefix nobody uses changes nothing else', () => {
  expect(issued(given(order('startEpoch', { epoch: 2, date: today, floors: { ZZ: 5 } }, 'system'), issue('SA')))).toEqual(['A001']);
});
