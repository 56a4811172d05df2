// The invariants must find what they are there for: each is broken here by hand, and told.
import { expect, test } from 'vitest';
import type { CounterState, Hall } from './hall.ts';
import { faultsOf, faultsTouched } from './invariants.ts';
import type { Appointment } from './appointment.ts';
import { book, change, comeToKiosk } from './testing/bookingOrders.ts';
import { given, today } from './testing/hallSpec.ts';
import { smallPlan } from './testing/smallPlan.ts';
import { after, cancel, issue, issueSeveral, next, numbered, open, signIn } from './testing/orders.ts';
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

const promised = (): Hall => given(book(today, '08:30', { code: '4711' }), book(today, '09:00', { code: '4712' }), after(1_800_000), comeToKiosk({ code: '4711' }), issueSeveral('SA', 'SB')).hall;
function brokenPromise(change: (hall: Hall, first: Appointment, second: Appointment) => void): string[] {
  const hall = promised();
  expect(faultsOf(hall)).toEqual([]);
  const [first, second] = [...hall.staff.appointments.values()];
  change(hall, must(first, 'an appointment'), must(second, 'another one'));
  return faultsOf(hall);
}

test('T4 a ticket that needs what the plan does not have, or the same twice; who is gone needs nothing', () => {
  expect(brokenPromise((hall) => { numbered(hall, 'A002').laterServiceIds = ['SB', 'SA'] as never; })).toEqual(['T4: A002 needs a service twice: SA SB SA']);
  expect(brokenPromise((hall) => { numbered(hall, 'A002').laterServiceIds = ['SX'] as never; })).toEqual(['T4: A002 needs SA SX, which the plan does not have']);
  expect(faultsOf(given(issueSeveral('SA', 'SB'), cancel('A001'), change({ ...smallPlan(), services: smallPlan().services.slice(0, 2) })).hall)).toEqual([]);
});

test('H3 an appointment and its ticket that do not know each other', () => {
  expect(brokenPromise((_hall, first) => { first.state = 'booked'; })).toEqual(['H3: A001 says it is appointment 1.13, which is booked with ticket 1.15', 'H3: appointment 1.13 is booked with ticket 1.15']);
  expect(brokenPromise((hall, _first, second) => { Object.assign(numbered(hall, 'A002'), { staff: { ...numbered(hall, 'A002').staff, appointmentId: second.id } }); })).toEqual(['H3: A002 says it is appointment 1.14, which is booked with ticket none']);
  expect(brokenPromise((hall, first) => { Object.assign(numbered(hall, 'A002'), { staff: { ...numbered(hall, 'A002').staff, appointmentId: first.id } }); })).toEqual(['H3: A002 says it is appointment 1.13, which is checkedIn with ticket 1.15']);
  expect(brokenPromise((hall, _first, second) => { Object.assign(second, { state: 'checkedIn', ticketId: numbered(hall, 'A002').id }); })).toEqual(['H3: appointment 1.14 has ticket A002, which does not know it']);
  expect(brokenPromise((hall, first) => { hall.staff.appointments.delete(first.id); })).toEqual(['H3: A001 says it is appointment 1.13, which is unknown with ticket none']);
});

test('H3 an appointment for a day that is over, and a code that is there twice', () => {
  expect(brokenPromise((_hall, _first, second) => { Object.assign(second, { date: '2026-01-04' }); })).toEqual(['H3: appointment 1.14 is booked for 2026-01-04, which is over']);
  expect(brokenPromise((_hall, _first, second) => { Object.assign(second, { code: '4711' }); })).toEqual(['H3: code 4711 is there twice on 2026-01-05']);
});

test('J2 a hall that is not where its last event is; and only what the event touched is looked at', () => {
  const scenario = given(signIn('1', '1001'), open('1'), issue('SA'), next('1'));
  const last = must(scenario.events.at(-1), 'an event');
  expect(faultsTouched(scenario.hall, last)).toEqual([]);
  counter(scenario.hall, '1').activeTicketId = null;
  scenario.hall.seq += 1;
  expect(faultsTouched(scenario.hall, last)).toEqual([`J2: folded ${last.seq}, hall is at ${last.seq + 1}`, 'T2: A001 is called at counter 1, which does not hold it']);
});
