// Stopping issuing, releasing a counter, parked tickets and the work of counters, from days that real orders have made.
import { expect, test } from 'vitest';
import type { CommandData } from '@hall/core/domain/commands';
import type { CounterId, QueueId, ReasonId, ZoneId } from '@hall/core/domain/ids';
import type { Scope } from '@hall/core/domain/scope';
import { counterZones, workedCounters } from './counterFigures.ts';
import { FoldedDay, minute } from './foldedDay.ts';
import { parkedRows, releaseOf, scopeChoices, scopeName, stopRows } from './orderFlow.ts';

const one = '1' as CounterId;
const stop = (day: FoldedDay, scope: Scope): FoldedDay => day.order('stopIssuing', { scope, reasonId: 'power' as ReasonId });
const serving = (): FoldedDay => new FoldedDay().open('1', '1001').issue('A').call('1').onActive('startService', '1');
const park = (day: FoldedDay): FoldedDay => day.order('parkTicket', { ...day.inHand('1'), reasonId: 'materials' as ReasonId });

test('H6 given a hall, when a queue, its zone and the hall are stopped, then each is listed since when, and can be stopped only once', () => {
  const day = new FoldedDay();
  const keys = (): string[] => scopeChoices(day.hall).map(({ key }) => key);
  expect(keys()).toEqual(['hall', 'zone Z', 'queue A', 'queue B']);
  expect(scopeChoices(day.hall).map(({ queues }) => queues)).toEqual([2, 2, 1, 1]);
  stop(day, { kind: 'queue', queueId: 'B' as QueueId });
  const since = day.now;
  stop(day.pass(minute), { kind: 'hall' });
  expect(keys()).toEqual(['zone Z', 'queue A']);
  expect(stopRows(day.hall)).toMatchObject([{ key: 'queue B', since, reason: { en: 'power' } }, { key: 'hall', since: since + minute }]);
  day.order('resumeIssuing', { scope: { kind: 'hall' } });
  expect(stopRows(day.hall).map(({ key }) => key)).toEqual(['queue B']);
});

test('H6 scopes are named as the hall knows them', () => {
  const { plan } = new FoldedDay().hall;
  if (plan === null) throw new Error('no plan');
  const scopes: Scope[] = [{ kind: 'hall' }, { kind: 'zone', zoneId: 'Z' as ZoneId }, { kind: 'queue', queueId: 'A' as QueueId }];
  expect(scopes.map((scope) => scopeName(plan, scope, 'en'))).toEqual(['The whole hall', 'Zone: zone Z', 'Queue: A queue A']);
});

test('C13 given a counter, then releasing asks only what can become of its ticket', () => {
  expect(releaseOf(new FoldedDay().hall, one)).toBeNull();
  const day = new FoldedDay().open('1', '1001');
  expect(releaseOf(day.hall, one)).toEqual({ counterId: '1', clerk: 'Wang', ticket: null, choices: ['putBack'] });
  day.issue('A').call('1');
  expect(releaseOf(day.hall, one)).toMatchObject({ ticket: { number: 'A001', state: 'called' }, choices: ['putBack'] });
  day.onActive('startService', '1');
  expect(releaseOf(day.hall, one)).toMatchObject({ ticket: { number: 'A001', state: 'serving' }, choices: ['putBack', 'park', 'finish'] });
});

test.each(['putBack', 'park', 'finish'] as const)('C13 given a ticket in service, when the counter is released with %s, then the counter is free for another clerk', (then) => {
  const day = serving().order('releaseCounter', { counterId: one, then });
  expect(releaseOf(day.hall, one)).toBeNull();
  expect([...day.hall.tickets.values()].map(({ state }) => state)).toEqual([{ putBack: 'waiting', park: 'parked', finish: 'done' }[then]]);
  expect(releaseOf(day.open('1', '1002').hall, one)).toMatchObject({ clerk: 'Li' });
});

test('C10, X1 given parked tickets, then the longest stands first and is marked past the plan\'s time', () => {
  const day = park(serving());
  park(day.pass(20 * minute).issue('A').call('1').onActive('startService', '1'));
  day.pass(11 * minute);
  expect(parkedRows(day.hall, day.now)).toMatchObject([
    { number: 'A001', counterId: '1', parkedMs: 31 * minute, isTooLong: true, reason: { en: 'materials' } },
    { number: 'A002', parkedMs: 11 * minute, isTooLong: false },
  ]);
});

test('C9, C11 given a pick and a transfer, then they are counted at their counter', () => {
  const day = new FoldedDay().open('1', '1001').issue('A').issue('A');
  const last = [...day.hall.tickets.values()].at(-1);
  if (last === undefined) throw new Error('no ticket');
  day.order('pickTicket', { counterId: one, ticketId: last.id, version: last.version, reasonId: 'urgent' as ReasonId });
  day.order('transferTicket', { ...day.inHand('1'), to: { queueId: 'B' as QueueId, counterId: null, place: 'byRule' } as CommandData<'transferTicket'>['to'] });
  expect(workedCounters(counterZones(day.hall))).toMatchObject([{ counter: { id: '1' }, served: 0, picked: 1, transferred: 1 }]);
});
