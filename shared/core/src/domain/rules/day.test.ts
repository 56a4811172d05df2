// The business day, the journal's identity and its epochs, and the plan.
import { expect, test } from 'vitest';
import { given, givenNothing, givenPlan, morning, today, tomorrow } from '../testing/hallSpec.ts';
import { adopt, after, checkIn, closeDay, finish, issue, miss, next, open, openDay, openJournal, pause, restored, signIn, start } from '../testing/orders.ts';
import { smallPlan } from '../testing/smallPlan.ts';
import { dayTally } from '../questions.ts';

test('J8 a journal is opened once and belongs to one hall for ever', () => {
  givenNothing().when(openJournal).thenEvents({ type: 'journalOpened' });
  givenNothing(openJournal).when(openJournal).thenRefused('journalAlreadyOpen', {});
});

test('J9 an epoch follows only an older one', () => {
  const scenario = given(restored(2, today, { A: 600 }));
  expect(scenario.hall.epoch).toBe(2);
  scenario.when(restored(2, today, { A: 600 })).thenRefused('epochNotNewer', { epoch: 2 });
});

test('N3 the day opens and closes by order, once each', () => {
  const scenario = givenNothing(openJournal, adopt(smallPlan()));
  scenario.when(openDay(today)).thenEvents({ type: 'dayOpened', data: { date: today, again: false } });
  scenario.when(openDay(tomorrow)).thenRefused('dayAlreadyOpen', { date: today });
  scenario.when(closeDay(tomorrow)).thenRefused('otherDayOpen', { date: today });
  scenario.when(closeDay(today)).thenEvents({ type: 'dayClosed', data: { date: today } });
  scenario.when(closeDay(today)).thenRefused('dayNotOpen', {});
});

test('N3 a day that lies before the last one is never opened', () => {
  given(closeDay(today)).when(openDay('2026-01-04')).thenRefused('dayInPast', { last: today });
});

test('N3 a day closed too early is opened again and goes on, sums included', () => {
  const scenario = given(issue('SA'), closeDay(today)).when(openDay(today)).thenEvents({ type: 'dayOpened', data: { again: true } });
  expect(dayTally(scenario.hall).issued).toBe(1);
});

test('N3 a plan adopted between close and opening again keeps the sums of the day', () => {
  const scenario = given(issue('SA'), closeDay(today), adopt(smallPlan()), openDay(today));
  expect(dayTally(scenario.hall).issued).toBe(1);
});

test('N3 a new day begins its sums anew', () => {
  expect(dayTally(given(issue('SA'), closeDay(today), openDay(tomorrow)).hall).issued).toBe(0);
});

test('T3 the day close ends every open ticket and says what it was', () => {
  const scenario = given(
    signIn('1', '1001'), open('1'), signIn('2', '1002'), open('2'), signIn('4', '1004'), open('4'),
    ...['SA', 'SA', 'SA', 'SA'].map(issue), next('1'), miss('1', 'A001'), next('1'), start('1', 'A002'), next('2'),
  );
  const of = (nth: number): string => `1.${18 + nth}`;
  scenario.when(closeDay(today)).thenEvents(
    { type: 'ticketExpired', data: { ticketId: of(1), from: 'missed' } },
    { type: 'serviceFinished', data: { ticketId: of(2), outcome: 'endedByDay' } },
    { type: 'ticketExpired', data: { ticketId: of(3), from: 'called' } },
    { type: 'ticketExpired', data: { ticketId: of(4), from: 'waiting' } },
    { type: 'counterClosed', data: { counterId: '1' } }, { type: 'counterSignedOut', data: { counterId: '1' } },
    { type: 'counterClosed', data: { counterId: '2' } }, { type: 'counterSignedOut', data: { counterId: '2' } },
    { type: 'counterClosed', data: { counterId: '4' } }, { type: 'counterSignedOut', data: { counterId: '4' } },
    { type: 'dayClosed', data: { date: today } },
  );
});

test('T3 a service that the day close ended stays out of the service sums', () => {
  const scenario = given(signIn('1', '1001'), open('1'), issue('SA'), next('1'), start('1', 'A001'), after(900_000), closeDay(today));
  expect(dayTally(scenario.hall)).toMatchObject({ called: 1, served: 0, serviceMs: 0, expired: 0 });
});

test('T3 law 11 after the day close no ticket, line, call or record is left, and counters are closed and empty', () => {
  const { hall } = given(signIn('1', '1001'), open('1'), pause('1'), open('1'), issue('SA'), checkIn('SB', morning + 60_000), next('1'), start('1', 'A001'), finish('1', 'A001'), closeDay(today));
  expect([hall.tickets.size, hall.records.size, hall.recentCalls.length]).toEqual([0, 0, 0]);
  expect([...hall.lines.values()].flatMap((line) => Object.values(line).flat())).toEqual([]);
  for (const counter of hall.counters.values()) expect(counter).toMatchObject({ state: 'closed', signedIn: false, activeTicketId: null, lastRecord: null, rankedInARow: 0 });
});

test('H7 the day closes with people left, and every one of them is named by the facts of the close', () => {
  const { decision } = given(issue('SA'), issue('SB'), issue('SC')).when(closeDay(today));
  expect(decision.accepted && decision.events.filter(({ type }) => type === 'ticketExpired')).toHaveLength(3);
});

test('a plan is adopted whole or refused whole, and without one no day opens', () => {
  const plan = smallPlan();
  const faulty = { ...plan, services: plan.services.map((service) => ({ ...service, queueId: 'Z' as never })) };
  givenNothing(openJournal).when(adopt(faulty)).thenRefused('planFaulty', { faults: [0, 1, 2, 3].map((nth) => `services[${nth}].queueId: no queue Z`) });
  givenPlan(plan).when(adopt(plan)).thenEvents({ type: 'planAdopted', facts: { changes: [] } });
  givenNothing(openJournal).when(openDay(today)).thenRefused('noPlan', {});
});

test('C12 given a plan with another counter is adopted, then known counters stay and the new one is closed', () => {
  const plan = smallPlan();
  const extra = { ...plan, counters: [...plan.counters.slice(1), { ...plan.counters[0], id: '9' } as never] };
  const { hall } = given(closeDay(today), adopt(extra), openDay(tomorrow));
  expect([...hall.counters.keys()]).toEqual(['2', '3', '4', '9']);
});
