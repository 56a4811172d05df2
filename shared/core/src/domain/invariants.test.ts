// The invariants must find what they are there for: each is broken here by hand, and told.
import { expect, test } from 'vitest';
import type { CounterState, Hall } from './hall.ts';
import { faultsOf, faultsTouched } from './invariants.ts';
import { given } from './testing/hallSpec.ts';
import { issue, next, numbered, open, signIn } from './testing/orders.ts';
import { must } from '../base/assert.ts';

const busy = (): Hall => given(signIn('1', '1001'), open('1'), issue('SA'), issue('SA'), next('1')).hall;
const counter = (hall: Hall, id: string): CounterState => must([...hall.counters.values()].find((one) => one.id === id), `counter ${id}`);
function broken(change: (hall: Hall) => void): string[] {
  const hall = busy();
  change(hall);
  return faultsOf(hall);
}

test('a hall that follows the rules has no faults', () => {
  expect(faultsOf(busy())).toEqual([]);
});

test('N1 a number that is there twice', () => {
  expect(broken((hall) => { (numbered(hall, 'A002') as { number: string }).number = 'A001'; })).toEqual(['N1: A001 is there twice']);
});

test('N2 a number past its prefix\'s counter', () => {
  expect(broken((hall) => { hall.numbers.set('A', 2); })).toEqual(["N2: A002 is past its prefix's counter"]);
});

test('T1 a ticket that waits and does not stand in its line', () => {
  expect(broken((hall) => { for (const line of hall.lines.values()) line.ordinary = []; })).toEqual(['T1: A002 is waiting and does not stand in its line', 'T1: 1 wait and 0 stand in lines']);
});

test('T2 a ticket whose counter does not hold it, and a counter that holds a ticket that is not active', () => {
  expect(broken((hall) => { counter(hall, '1').activeTicketId = null; })).toEqual(['T2: A001 is called at counter 1, which does not hold it']);
  expect(broken((hall) => { numbered(hall, 'A001').state = 'missed'; })).toEqual(['T2: counter 1 holds A001, which is missed']);
  expect(broken((hall) => { counter(hall, '2').activeTicketId = numbered(hall, 'A001').id; })).toEqual(['T2: counter 2 is closed and holds A001', 'T2: A001 is held by counter 2 and belongs to 1']);
  expect(broken((hall) => { counter(hall, '2').activeTicketId = '7.7' as never; })).toEqual(['T2: counter 2 holds an unknown ticket 7.7', 'T2: counter 2 is closed and holds 7.7']);
});

test('T2 a closed counter that holds a ticket', () => {
  expect(broken((hall) => { counter(hall, '1').state = 'closed'; })).toEqual(['T2: counter 1 is closed and holds A001']);
});

test('C10 a ticket that is parked since never, or not parked and yet since', () => {
  expect(broken((hall) => { numbered(hall, 'A002').parkedAt = 1; })).toEqual(['C10: A002 is waiting and parked since 1']);
});

test('C11 T1 a ticket that waits for a closed counter, or stands in the wrong line', () => {
  const waitsFor = (counterId: string): string[] => broken((hall) => { numbered(hall, 'A002').forCounterId = counterId as never; });
  expect(waitsFor('2')).toEqual(['T1: A002 is waiting and does not stand in its line', 'C11: A002 waits for counter 2, which is closed']);
  expect(waitsFor('1')).toEqual(['T1: A002 is waiting and does not stand in its line']);
});

test('T5 times that run backwards', () => {
  expect(broken((hall) => { numbered(hall, 'A001').firstCalledAt = 1; })).toEqual(['T5: times of A001 run backwards']);
});

test('C13 an open counter with nobody at it', () => {
  expect(broken((hall) => { counter(hall, '1').signedIn = false; })).toEqual(['C13: counter 1 is open with nobody signed in']);
});

test('J2 a hall that is not where its last event is; and only what the event touched is looked at', () => {
  const scenario = given(signIn('1', '1001'), open('1'), issue('SA'), next('1'));
  const last = must(scenario.events.at(-1), 'an event');
  expect(faultsTouched(scenario.hall, last)).toEqual([]);
  counter(scenario.hall, '1').activeTicketId = null;
  scenario.hall.seq += 1;
  expect(faultsTouched(scenario.hall, last)).toEqual([`J2: folded ${last.seq}, hall is at ${last.seq + 1}`, 'T2: A001 is called at counter 1, which does not hold it']);
});
