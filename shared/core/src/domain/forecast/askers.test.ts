// Askers in the lines: they are told exactly, and nobody else's call moves by them.
import { expect, test } from 'vitest';
import { seededRandom } from '../../base/random.ts';
import { rankWithCap } from '../callPolicy.ts';
import { AskersApart, askersWait, waitOfAsker } from './askers.ts';
import { callsAhead } from './engine.ts';
import type { CounterAhead, ForecastState, Outlook } from './forecastState.ts';

const now = 10_000;
const policy = rankWithCap({ standing: [0, 1], outsideCap: [], bySlot: [], earlyBy: 0, cap: 2, ceiling: Infinity });
const ranked = 0;
const ordinary = 1;

/** Ten minutes each and one between two; whoever waits is missed or leaves only if the test says so. */
const plain: Outlook = {
  serviceSeconds: () => 600,
  remainingSeconds: () => 300,
  missedShare: () => 0,
  missedSeconds: () => 60,
  staysShare: () => 1,
  gapSeconds: () => 60,
  nextArrival: () => Infinity,
  arrivalKind: () => 0,
  isDueOnArrival: () => true,
  arrivalDue: (_line, at) => at,
  absences: () => [],
};

interface Row { readonly queue?: number; readonly rank: number; readonly asks?: true }
const serving = (own: readonly number[], rankedInARow = 0): CounterAhead => ({ own, helped: [], helpAbove: 0, conditions: [], rankedInARow, active: { kind: 0, calledAt: now - 300, waited: 0 }, freeSince: 0 });
const free = (own: readonly number[]): CounterAhead => ({ own, helped: [], helpAbove: 0, conditions: [], rankedInARow: 0, active: null, freeSince: now - 500 });

/** Those who wait have come a second after one another; askers come now, behind all. */
function waits(rows: readonly Row[], counters: readonly CounterAhead[], outlook: Outlook = plain): number[] {
  const at = rows.map(({ asks }, nth) => (asks === true ? now : now - 100 + nth));
  const state: ForecastState = {
    now, queues: 2, ranks: 2, counters, policy,
    waiting: {
      queue: Int32Array.from(rows, ({ queue }) => queue ?? 0), rank: Int32Array.from(rows, ({ rank }) => rank), kind: new Int32Array(rows.length),
      issuedAt: Float64Array.from(rows, ({ asks }, nth) => (asks === true ? now - askersWait : (at[nth] ?? 0))), dueAt: Float64Array.from(at),
    },
  };
  const apart = new AskersApart(outlook);
  const told = callsAhead(apart.around(state), apart, seededRandom(1), { draws: 1, only: null });
  // Seconds from now.
  return rows.map(({ asks }, nth) => (asks === true ? waitOfAsker(told[nth] ?? NaN) : (told[nth] ?? NaN) - now + (at[nth] ?? 0)));
}

const line: readonly Row[] = [{ rank: ordinary }, { rank: ranked }, { rank: ranked }, { rank: ranked }, { rank: ordinary }];
const askers: readonly Row[] = [ranked, ordinary].flatMap((rank) => [0, 1].map((queue): Row => ({ rank, queue, asks: true })));

test('C4 given askers of every rank in every queue, then nobody who waits is told anything else', () => {
  const alone = waits(line, [serving([0, 1])]);
  // Two ranked, one ordinary, the third ranked, the last.
  expect(alone).toEqual([360 + 2 * 660, 360, 360 + 660, 360 + 3 * 660, 360 + 4 * 660]);
  expect(waits([...line, ...askers], [serving([0, 1])]).slice(0, line.length)).toEqual(alone);
});

test('C4 an asker is told when its turn would come', () => {
  const [ofRank, otherRank, atEnd, otherAtEnd] = waits([...line, ...askers], [serving([0, 1])]).slice(line.length);
  // Behind the third ranked one, whose turn leaves room for a second in a row.
  expect([ofRank, otherRank]).toEqual([360 + 4 * 660, 360 + 4 * 660]);
  expect([atEnd, otherAtEnd]).toEqual([360 + 5 * 660, 360 + 5 * 660]);
});

test('given a free counter and nobody else, then an asker is called at once', () => {
  expect(waits(askers, [free([0]), free([1])])).toEqual([0, 0, 0, 0]);
});

test('given people who leave or are missed, then an asker stays until it is called', () => {
  const impatient: Outlook = { ...plain, staysShare: () => 0 };
  // Everybody before it has left when the counter is free.
  expect(waits([...line, { rank: ordinary, asks: true }], [serving([0])], impatient).at(-1)).toBe(360);
  const missed: Outlook = { ...plain, missedShare: () => 1 };
  expect(waits([...line, { rank: ordinary, asks: true }], [serving([0])], missed).at(-1)).toBe(360 + 5 * 120);
});

test('C5 given a helper with a threshold, then askers are not counted among those who wait', () => {
  const helper: CounterAhead = { ...free([0]), helped: [1], helpAbove: 1 };
  const inOther: Row = { rank: ordinary, queue: 1 };
  expect(waits([inOther, ...askers], [helper])[0]).toBeNaN();
  expect(waits([inOther, inOther, ...askers], [helper]).slice(0, 2)).toEqual([0, NaN]);
});

test('given a queue that no counter serves, then an asker is told nothing', () => {
  expect(waits([{ rank: ordinary, queue: 1, asks: true }], [serving([0])])).toEqual([NaN]);
});

test('given one draw after the other, then each begins as if nobody had asked before', () => {
  const [counter] = [{ ...free([0]), freeSince: now }];
  const state: ForecastState = {
    now, queues: 1, ranks: 2, counters: [counter], policy,
    waiting: { queue: new Int32Array(1), rank: Int32Array.of(ordinary), kind: new Int32Array(1), issuedAt: Float64Array.of(now - askersWait), dueAt: Float64Array.of(now) },
  };
  const apart = new AskersApart(plain);
  // The counter has just become free: its clerk calls after a minute, in every draw.
  expect([...callsAhead(apart.around(state), apart, seededRandom(1), { draws: 3, only: null })].map(waitOfAsker)).toEqual([60, 60, 60]);
});
