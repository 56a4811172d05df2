// The policies a plan can choose besides rank with a cap, and the ceiling above them all.
import { expect, test } from 'vitest';
import { ranks } from './line.ts';
import { accumulatingCredit, rankWithCap, type Head } from './callPolicy.ts';
import type { Policy } from './plan.ts';
import { nextChoices } from './questions.ts';
import { hallCalling, minute, numbersServed, served } from './testing/callingHall.ts';
import { morning } from './testing/hallSpec.ts';
import { after, checkIn, finish, issue, issueTo, next, start } from './testing/orders.ts';
import { seededRandom } from '../base/random.ts';

const elderly = issueTo('elderly', 'SA');
const green = issueTo('green', 'SA');
const credits = (change: Partial<Record<'green' | 'appointment' | 'priority' | 'ordinary', number>>, rest: number) => ({ green: rest, appointment: rest, priority: rest, ordinary: rest, ...change });

test('C5 strict ranks: no ordinary ticket while a ranked one waits', () => {
  expect(served(hallCalling({ policy: { kind: 'strictRanks' } }, issue('SA'), elderly, elderly, elderly, elderly, green))).toEqual([
    ['A006', 'greenChannel'], ['A002', 'firstOfRank'], ['A003', 'firstOfRank'], ['A004', 'firstOfRank'], ['A005', 'firstOfRank'], ['A001', 'onlyRankWaiting'],
  ]);
});

test('C5 ratio N:M: two ranked, then three ordinary, and again', () => {
  const waiting = [...Array.from({ length: 5 }, () => elderly), ...Array.from({ length: 6 }, () => issue('SA'))];
  const scenario = hallCalling({ policy: { kind: 'ratio', ranked: 2, ordinary: 3 } }, ...waiting);
  const shown = nextChoices(scenario.hall, '1' as never, scenario.now(), 20).map(({ ticket }) => ticket.number);
  expect(served(scenario)).toEqual([
    ['A001', 'firstOfRank'], ['A002', 'firstOfRank'], ['A006', 'ordinaryTurn'], ['A007', 'ordinaryTurn'], ['A008', 'ordinaryTurn'],
    ['A003', 'firstOfRank'], ['A004', 'firstOfRank'], ['A009', 'ordinaryTurn'], ['A010', 'ordinaryTurn'], ['A011', 'ordinaryTurn'], ['A005', 'onlyRankWaiting'],
  ]);
  expect(shown).toEqual(numbersServed(hallCalling({ policy: { kind: 'ratio', ranked: 2, ordinary: 3 } }, ...waiting)));
});

test('C5 C3 ratio: ordinary turns that are owed are counted below zero, in the reason too, and green is outside', () => {
  const scenario = hallCalling({ policy: { kind: 'ratio', ranked: 1, ordinary: 3 } }, elderly, elderly, issue('SA'), issue('SA'), issue('SA'));
  const rows = () => [...scenario.hall.counters.values()][0]?.rankedInARow;
  const one = (number: string) => scenario.and(next('1'), start('1', number), finish('1', number));
  one('A001');
  expect(rows()).toBe(1);
  one('A003');
  expect(rows()).toBe(-2);
  scenario.and(green);
  one('A006');
  expect(rows()).toBe(-2);
  scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A004' }, facts: { why: { rule: 'ordinaryTurn', rankedInARow: -2 } } });
  expect(rows()).toBe(-1);
});

test('C5 ratio: what is owed to ordinary tickets ends when none of them waits', () => {
  const policy = rankWithCap({ standing: [0, 1, 2, 3], outsideCap: [true, false, false, false], bySlot: [false, true, false, false], earlyBy: 0, cap: 2, ordinaryTurns: 3, ceiling: Infinity });
  const head: Head = { rank: 2, dueAt: 0, bornSeq: 1 };
  expect(policy.chooseDue([undefined, undefined, head, undefined], -2, 10)).toEqual({ head, rule: 'onlyRankWaiting' });
  expect([policy.rankedAfter(2, -2), policy.rankedAfter(0, -2), policy.rankedAfter(3, -1), policy.rankedAfter(3, 2), policy.rankedAfter(3, 1), policy.rankedAfter(3, 0)]).toEqual([1, -2, 0, -2, 0, 0]);
});

test('C5 first come first served: by due moment alone, whatever the rank', () => {
  expect(served(hallCalling({ policy: { kind: 'firstCome', creditMs: credits({}, 0) } }, issue('SA'), after(1), elderly, after(1), green))).toEqual([
    ['A001', 'mostCredit'], ['A002', 'mostCredit'], ['A003', 'mostCredit'],
  ]);
});

test('C5 first come with credits: a class stands as if it had come so much earlier', () => {
  const policy: Policy = { kind: 'firstCome', creditMs: credits({ priority: 10 * minute }, 0) };
  expect(numbersServed(hallCalling({ policy }, issue('SA'), after(9 * minute), elderly))).toEqual(['A002', 'A001']);
  expect(numbersServed(hallCalling({ policy }, issue('SA'), after(10 * minute + 1), elderly))).toEqual(['A001', 'A002']);
  // Of equal credit the earlier due goes first.
  expect(numbersServed(hallCalling({ policy }, issue('SA'), after(10 * minute), elderly))).toEqual(['A001', 'A002']);
});

test('C5 accumulating priority: a class that gains faster overtakes who came before it', () => {
  const policy: Policy = { kind: 'accumulating', creditMs: credits({}, 0), rate: credits({ priority: 3 }, 1) };
  const waited = (later: number) => numbersServed(hallCalling({ policy }, issue('SA'), after(10 * minute), elderly, after(later)));
  expect(waited(4 * minute)).toEqual(['A001', 'A002']);
  expect(waited(6 * minute)).toEqual(['A002', 'A001']);
});

test('C5 accumulating priority: fixed credit besides the rate', () => {
  const policy: Policy = { kind: 'accumulating', creditMs: credits({ priority: 2 * minute }, 0), rate: credits({}, 1) };
  expect(numbersServed(hallCalling({ policy }, issue('SA'), after(minute), elderly))).toEqual(['A002', 'A001']);
  expect(numbersServed(hallCalling({ policy }, issue('SA'), after(3 * minute), elderly))).toEqual(['A001', 'A002']);
});

test.each(['firstCome', 'accumulating'] as const)('C5 C4 %s: an appointment before its slot is called when nobody else is due', (kind) => {
  const policy: Policy = kind === 'firstCome' ? { kind, creditMs: credits({ appointment: 60 * minute }, 0) } : { kind, creditMs: credits({ appointment: 60 * minute }, 0), rate: credits({}, 1) };
  expect(served(hallCalling({ policy }, checkIn('SA', morning + 10 * minute), issue('SA')))).toEqual([['A002', 'mostCredit'], ['A001', 'earlyAppointment']]);
  expect(numbersServed(hallCalling({ policy }, checkIn('SA', morning + 10 * minute), issue('SA'), after(10 * minute)))).toEqual(['A001', 'A002']);
});

const policies: readonly Policy[] = [
  { kind: 'rankWithCap', rankedInARow: 2 }, { kind: 'strictRanks' }, { kind: 'ratio', ranked: 3, ordinary: 1 },
  { kind: 'firstCome', creditMs: credits({ green: 500 * minute }, 0) }, { kind: 'accumulating', creditMs: credits({}, 0), rate: credits({ green: 100, ordinary: 0 }, 1) },
];

test.each(policies)('C5 under $kind whoever is past the ceiling goes first, earliest due before all', (policy) => {
  // A001 is due for 61 minutes, B001 for 60: the ceiling itself is not yet past it.
  const calls = served(hallCalling({ policy }, issue('SA'), after(minute), issue('SB'), after(60 * minute), elderly, green));
  expect(calls[0]).toEqual(['A001', 'pastCeiling']);
  expect(calls.map(([, rule]) => rule).slice(1)).not.toContain('pastCeiling');
  expect(served(hallCalling({ policy }, issue('SA'), after(minute), issue('SB'), after(60 * minute + 1), elderly, green)).slice(0, 2)).toEqual([['A001', 'pastCeiling'], ['B001', 'pastCeiling']]);
});

test('C5 no policy lets anybody wait past the ceiling while one who was due later is called: random heads', () => {
  const random = seededRandom(20_260_105);
  const ceiling = 60 * minute;
  const bySlot = ranks.map((rank) => rank === 'appointment');
  for (let nth = 0; nth < 20_000; nth += 1) {
    const now = 300 * minute;
    const heads = ranks.map((_, rank) => (random.chance(0.2) ? undefined : { rank, dueAt: now + random.below(200 * minute) - 150 * minute, bornSeq: rank + 1 }));
    const policy = random.chance(0.5)
      ? rankWithCap({ standing: [0, 1, 2, 3], outsideCap: [true, false, false, false], bySlot, earlyBy: 0, ceiling, cap: random.pick([1, 2, Infinity]), ordinaryTurns: 1 + random.below(3) })
      : accumulatingCredit({ credit: ranks.map(() => random.below(90) * minute), rate: ranks.map(() => random.below(4)), bySlot, earlyBy: 0, ceiling });
    const turn = policy.chooseDue(heads, random.below(6) - 3, now);
    const due = heads.filter((head) => head !== undefined).filter(({ rank, dueAt }) => bySlot[rank] !== true || dueAt <= now);
    expect(turn === null).toBe(due.length === 0);
    const late = due.filter(({ dueAt }) => now - dueAt > ceiling);
    if (late.length > 0) expect([turn?.rule, turn?.head.dueAt]).toEqual(['pastCeiling', Math.min(...late.map(({ dueAt }) => dueAt))]);
  }
});
