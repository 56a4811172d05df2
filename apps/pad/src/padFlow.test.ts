// What the pad shows in every state of its counter, on a hall folded from real orders.
import { expect, test } from 'vitest';
import type { CommandData } from '@hall/core/domain/commands';
import { FoldedHall } from './foldedHall.ts';
import { codesShown, levelsShown, padView, ratingOpenMs, thanksMs } from './padFlow.ts';
import { freshMemory, type PadMemory } from './padMemory.ts';

const seen = (hall: FoldedHall, memory: PadMemory = freshMemory, place = '1') => padView(hall.hall, place, memory, hall.now);
const kind = (hall: FoldedHall, memory: PadMemory = freshMemory, place = '1') => seen(hall, memory, place).kind;

test('given no plan yet or an unknown place, the pad says so and shows no counter', () => {
  const hall = new FoldedHall();
  expect(kind(hall, freshMemory, '99')).toBe('noCounter');
  expect(kind(hall, freshMemory, '')).toBe('loading');
});

test('C12 given a counter, when it pauses or closes, then the idle page says so with the reason', () => {
  const hall = new FoldedHall();
  expect(seen(hall)).toMatchObject({ kind: 'idle', state: 'open', pauseReason: null, dayOpen: true });
  hall.order({ type: 'pauseCounter', data: { counterId: '1', reasonId: 'lunch' } as CommandData<'pauseCounter'> });
  expect(seen(hall)).toMatchObject({ kind: 'idle', state: 'paused', pauseReason: { zh: 'Lunch' } });
  hall.order({ type: 'closeCounter', data: { counterId: '1' } as CommandData<'closeCounter'> });
  expect(seen(hall)).toMatchObject({ state: 'closed' });
  hall.order({ type: 'closeDay', data: { date: '2026-03-02' } as CommandData<'closeDay'> });
  expect(seen(hall)).toMatchObject({ kind: 'idle', dayOpen: false });
});

test('given a call, a start and a finish, then calling, serving and rating are shown at this counter only', () => {
  const hall = new FoldedHall().issue().call();
  expect(seen(hall)).toMatchObject({ kind: 'calling', number: 'A001' });
  expect(kind(hall, freshMemory, '2')).toBe('idle');
  hall.onActive('recallTicket');
  expect(kind(hall)).toBe('calling');
  hall.onActive('startService');
  expect(seen(hall)).toMatchObject({ kind: 'serving', number: 'A001', services: [{ id: 's' }] });
  hall.onActive('finishService');
  expect(seen(hall)).toMatchObject({ kind: 'rate', record: { number: 'A001' }, choice: null, chosen: null, secondsLeft: 60, nextNumber: null });
  expect(kind(hall, freshMemory, '2')).toBe('idle');
});

test('T4 given several services on one ticket, then those of this counter are shown, and rated are those that were finished', () => {
  const hall = new FoldedHall().issue('far', 's2').call().onActive('startService');
  expect(seen(hall)).toMatchObject({ kind: 'serving', services: [{ id: 's' }, { id: 's2' }] });
  hall.onActive('finishService');
  expect(seen(hall)).toMatchObject({ kind: 'rate', services: [{ id: 's' }, { id: 's2' }] });
});

test('given a miss, then nothing is asked', () => {
  expect(kind(new FoldedHall().issue().call().onActive('missTicket'))).toBe('idle');
});

test('R2 given a finished record, when 60 s have passed, then it is not asked any more', () => {
  const hall = new FoldedHall().served().pass(ratingOpenMs - 1);
  expect(seen(hall)).toMatchObject({ kind: 'rate', secondsLeft: 1 });
  expect(kind(hall.pass(1))).toBe('idle');
});

test('R2 given a finished record, when the clerk calls the next visitor later, then that call is shown', () => {
  const hall = new FoldedHall().served().issue().pass(10_000).call();
  expect(seen(hall)).toMatchObject({ kind: 'calling', number: 'A002' });
});

test('R2 given finish-and-next in one press, then the asking stays beside the call, through a recall, until the next start', () => {
  const hall = new FoldedHall().issue().issue().call().onActive('startService').pass(1_000).onActive('finishAndCallNext');
  expect(seen(hall)).toMatchObject({ kind: 'rate', record: { number: 'A001' }, nextNumber: 'A002' });
  hall.pass(6_000).onActive('recallTicket');
  expect(kind(hall)).toBe('rate');
  hall.onActive('startService');
  expect(seen(hall)).toMatchObject({ kind: 'serving', number: 'A002' });
});

test('R2 given a rated or a settled record, then it is not asked again', () => {
  const hall = new FoldedHall().served();
  const record = hall.hall.counters.get('1' as never)?.lastRecord;
  if (record === undefined || record === null) throw new Error('no record');
  expect(kind(hall, { ...freshMemory, settled: record.id })).toBe('idle');
  hall.rate({ counterId: record.counterId, recordId: record.id });
  expect(kind(hall)).toBe('idle');
});

test('given thanks, then they stay five seconds, and never over the next visitor', () => {
  const hall = new FoldedHall().served();
  const recordId = hall.hall.counters.get('1' as never)?.lastRecord?.id as never;
  const memory: PadMemory = { choice: null, thanks: { recordId, outcome: 'given', since: hall.now }, settled: recordId };
  expect(seen(hall, memory)).toMatchObject({ kind: 'thanks', outcome: 'given' });
  hall.issue().call();
  expect(kind(hall, memory)).toBe('thanks');
  expect(kind(hall.pass(thanksMs), memory)).toBe('calling');
  hall.now -= thanksMs;
  hall.onActive('startService');
  expect(kind(hall, memory)).toBe('serving');
});

test('R1 given the levels, then best first, three codes first and the rest behind more', () => {
  const levels = levelsShown(new FoldedHall().hall);
  expect(levels.map(({ level }) => level)).toEqual([5, 4, 3, 2, 1]);
  const [best] = levels;
  if (best === undefined) throw new Error('no level');
  expect(codesShown(best, false).map(({ code }) => code)).toEqual(['510', '511', '512']);
  expect(codesShown(best, true)).toHaveLength(5);
});
