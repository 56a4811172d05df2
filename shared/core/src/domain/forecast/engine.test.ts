// The engine against halls whose waits are known: exact ones without chance, and queueing formulas.
import { expect, test } from 'vitest';
import { seededRandom } from '../../base/random.ts';
import { rankWithCap } from '../callPolicy.ts';
import { callsAhead } from './engine.ts';
import type { CounterAhead, ForecastState, Outlook } from './forecastState.ts';

const policy = rankWithCap({ standing: [0, 1, 2], outsideCap: [], bySlot: [true], earlyBy: 0, cap: 2, ceiling: Infinity });
const appointment = 0;
const priority = 1;
const ordinary = 2;

/** Every service takes ten minutes, nobody comes, leaves or is missed, no counter goes away. */
const plain: Outlook = {
  serviceSeconds: () => 600,
  remainingSeconds: (_kind, _counter, elapsed) => Math.max(0, 600 - elapsed),
  missedShare: () => 0,
  missedSeconds: () => 60,
  staysShare: () => 1,
  gapSeconds: () => 0,
  nextArrival: () => Infinity,
  arrivalKind: () => 0,
  isDueOnArrival: () => true,
  arrivalDue: (_line, at) => at,
  absences: () => [],
};

interface Waits { readonly queue?: number; readonly rank?: number; readonly at: number; readonly dueAt?: number }
const free = (own: readonly number[] = [0], helped: readonly number[] = []): CounterAhead => ({ own, helped, helpAbove: 0, conditions: [], rankedInARow: 0, active: null, freeSince: 0 });
const serving = (calledAt: number): CounterAhead => ({ ...free(), active: { kind: 0, calledAt, waited: 0 } });

function stateWith(now: number, waits: readonly Waits[], counters: readonly CounterAhead[]): ForecastState {
  return {
    now, queues: 3, ranks: 3, counters, policy,
    waiting: {
      queue: Int32Array.from(waits, ({ queue }) => queue ?? 0), rank: Int32Array.from(waits, ({ rank }) => rank ?? ordinary),
      kind: new Int32Array(waits.length), issuedAt: Float64Array.from(waits, ({ at }) => at),
      dueAt: Float64Array.from(waits, ({ at, dueAt }) => dueAt ?? at),
    },
  };
}
const waitsIn = (state: ForecastState, outlook: Outlook = plain, only: number | null = null): number[] =>
  [...callsAhead(state, outlook, seededRandom(1), { draws: 1, only })];

test('given one counter in the middle of a service, then each waits for those before', () => {
  expect(waitsIn(stateWith(1_000, [{ at: 900 }, { at: 950 }, { at: 1_000 }], [serving(800)]))).toEqual([500, 1_050, 1_600]);
});

test('C4 the engine calls by the policy: priority first, an ordinary one after two ranked ones', () => {
  const waits = [{ at: 0 }, { at: 1, rank: priority }, { at: 2, rank: priority }, { at: 3, rank: priority }];
  expect(waitsIn(stateWith(10, waits, [free()]))).toEqual([1_210, 9, 608, 1_807]);
});

test('C4 an appointment whose slot has not begun is called early only when nobody else waits', () => {
  const waits = [{ at: 0, rank: appointment, dueAt: 5_000 }, { at: 1 }, { at: 2 }];
  expect(waitsIn(stateWith(10, waits, [free()]))).toEqual([1_210, 9, 608]);
});

test('C4 a helper queue is served only when nobody waits in the own one', () => {
  expect(waitsIn(stateWith(10, [{ at: 0, queue: 1 }, { at: 5, queue: 0 }], [free([0], [1])]))).toEqual([610, 5]);
});

test('given an absence, then the counter finishes first, is away for its length, and calls again', () => {
  const away: Outlook = { ...plain, absences: () => [{ start: 100, end: 1_000, endIsMoment: false, untilEmpty: false, latest: Infinity }] };
  expect(waitsIn(stateWith(0, [{ at: 0 }, { at: 0 }], [free()]), away)).toEqual([0, 1_500]);
});

test('H7 given a counter that closes when nobody waits any more, then all who wait are called', () => {
  const closing = (untilEmpty: boolean): Outlook => ({ ...plain, absences: () => [{ start: 100, end: Infinity, endIsMoment: true, untilEmpty, latest: Infinity }] });
  const state = stateWith(0, [{ at: 0 }, { at: 0 }], [free()]);
  expect(waitsIn(state, closing(true))).toEqual([0, 600]);
  expect(waitsIn(state, closing(false))).toEqual([0, NaN]);
});

test('given somebody who overtakes by rank, then the ordinary ones wait longer', () => {
  const arrivals: Outlook = { ...plain, nextArrival: (line, after) => (line === priority && after < 300 ? 300 : Infinity) };
  expect(waitsIn(stateWith(0, [{ at: 0 }, { at: 0 }], [free()]), arrivals)).toEqual([0, 1_200]);
});

test('C4 given somebody who comes to a helper\'s own queue, then those in the queue it helps wait for them, though they overtake nobody', () => {
  const ofOwn = 0 * 3 + ordinary;
  const arrivals: Outlook = { ...plain, nextArrival: (line, after) => (line === ofOwn && after < 300 ? 300 : Infinity) };
  const waits = [{ at: 0, queue: 1 }, { at: 0, queue: 1 }];
  expect(waitsIn(stateWith(0, waits, [free([0], [1])]), arrivals)).toEqual([0, 1_200]);
  expect(waitsIn(stateWith(0, waits, [free([0], [1])]), arrivals, 1)).toEqual([1_200]);
});

test('C5 given newcomers who are served by counters that do not matter to those who wait, then no helper leaves its queue for them', () => {
  const ofOther = 1 * 3 + ordinary;
  const arrivals: Outlook = { ...plain, nextArrival: (line, after) => (line === ofOther && after < 100 ? 100 : Infinity) };
  const hour = rankWithCap({ standing: [0, 1, 2], outsideCap: [], bySlot: [true], earlyBy: 0, cap: 2, ceiling: 3_600 });
  const waits = Array.from({ length: 9 }, () => ({ at: 0, dueAt: 1_000 }));
  const oneAfterTheOther = waits.map((_, nth) => 600 * nth);
  expect(waitsIn({ ...stateWith(0, waits, [free([0], [1]), free([1])]), policy: hour }, arrivals)).toEqual(oneAfterTheOther);
  // Without a counter of their own they are called past the ceiling, before those of the helper's own queue.
  expect(waitsIn({ ...stateWith(0, waits, [free([0], [1])]), policy: hour }, arrivals)).toEqual([...oneAfterTheOther.slice(0, 7), 4_800, 5_400]);
});

test('given somebody with an early slot who joins later, then it goes before those whose slot is later', () => {
  const arrivals: Outlook = {
    ...plain, isDueOnArrival: (line) => line !== appointment, arrivalDue: (_line, at) => at - 250,
    nextArrival: (line, after) => (line === appointment && after < 300 ? 300 : Infinity),
  };
  expect(waitsIn(stateWith(0, [{ at: 0 }, { at: 0, rank: appointment, dueAt: 100 }], [free()]), arrivals)).toEqual([0, 1_200]);
});

test('C8 given visitors who do not come, then their calls are short', () => {
  expect(waitsIn(stateWith(0, [{ at: 0 }, { at: 0 }, { at: 0 }], [free()]), { ...plain, missedShare: () => 1 })).toEqual([0, 60, 120]);
});

test('given a queue that no open counter serves, then there is no answer', () => {
  expect(waitsIn(stateWith(0, [{ at: 0, queue: 2 }], [free()]))).toEqual([NaN]);
});

test('one ticket alone gets the answer it gets in the pass over all, and other parts of the hall do not matter', () => {
  const waits = [{ at: 0 }, { at: 1, queue: 1 }, { at: 2 }];
  const state = stateWith(10, waits, [free(), free([1])]);
  expect(waitsIn(state)).toEqual([10, 9, 608]);
  expect(waitsIn(state, plain, 2)).toEqual([608]);
});

test('the same seed gives the same draws', () => {
  const random: Outlook = { ...plain, serviceSeconds: (_kind, _counter, source) => source.exponential(600) };
  const state = stateWith(10, [{ at: 0 }, { at: 1 }, { at: 2 }], [free()]);
  const draw = (seed: number): Float64Array => callsAhead(state, random, seededRandom(seed), { draws: 20, only: null });
  expect(draw(4)).toEqual(draw(4));
  expect(draw(4)).not.toEqual(draw(5));
});

test('given exponential services at two counters, then the mean wait of the n-th is n × mean ÷ 2', () => {
  const random: Outlook = {
    ...plain, serviceSeconds: (_kind, _counter, source) => source.exponential(600), remainingSeconds: (_kind, _counter, _elapsed, _waited, source) => source.exponential(600),
  };
  const draws = 4_000;
  const waits = callsAhead(stateWith(10, Array.from({ length: 6 }, () => ({ at: 10 })), [serving(0), serving(0)]), random, seededRandom(2), { draws, only: null });
  const mean = (ticket: number): number => waits.subarray(ticket * draws, (ticket + 1) * draws).reduce((sum, wait) => sum + wait, 0) / draws;
  expect(mean(0)).toBeGreaterThan(300 * 0.95);
  expect(mean(0)).toBeLessThan(300 * 1.05);
  expect(mean(5)).toBeGreaterThan(1_800 * 0.97);
  expect(mean(5)).toBeLessThan(1_800 * 1.03);
});
