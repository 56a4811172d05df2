// "People ahead" against the calling function itself, over hundreds of random lines under every policy.
import { expect, test } from 'vitest';
import { seededRandom, type Random } from '../base/random.ts';
import type { Rank } from './events.ts';
import { emptyHall, type Hall } from './hall.ts';
import { emptyLine, ranks, standIn } from './line.ts';
import type { Plan, Policy } from './plan.ts';
import { aheadOf, aheadOfTicket, nextChoices } from './questions.ts';
import { given } from './testing/hallSpec.ts';
import { after, checkIn, issue, issueTo, open, signIn } from './testing/orders.ts';
import { zeroLimits } from './testing/smallPlan.ts';
import type { Ticket } from './ticket.ts';

const minute = 60_000;
const now = 1_000 * minute;
const queueId = 'A' as never;
const counterId = '2' as never;
/** What the calling function is asked with: it serves queue A and nothing else. */
const servesA = { id: counterId, ownQueues: [queueId], helperQueues: [], helpAbove: 0 };

const perRank = (random: Random, values: readonly number[]): Record<Rank, number> =>
  ({ green: random.pick(values), appointment: random.pick(values), priority: random.pick(values), ordinary: random.pick(values) });
const policies: Record<Policy['kind'], (random: Random) => Policy> = {
  rankWithCap: (random) => ({ kind: 'rankWithCap', rankedInARow: 1 + random.below(3) }),
  strictRanks: () => ({ kind: 'strictRanks' }),
  ratio: (random) => ({ kind: 'ratio', ranked: 1 + random.below(4), ordinary: 1 + random.below(4) }),
  firstCome: (random) => ({ kind: 'firstCome', creditMs: perRank(random, [0, 3 * minute, 20 * minute]) }),
  accumulating: (random) => ({ kind: 'accumulating', creditMs: perRank(random, [0, 3 * minute]), rate: perRank(random, [0, 0.5, 1, 3]) }),
};

/** A hall in which only queue A has people: moments in whole minutes, so that many are equal. */
function randomHall(random: Random, kind: Policy['kind']): Hall {
  const calling: Plan['calling'] = {
    ...zeroLimits, policy: policies[kind](random), ceilingMs: random.pick([10, 40, 1_000]) * minute,
    conditions: random.chance(0.3) ? [{ queueId: random.pick(['A', 'B']) as never, waitedMs: random.pick([5, 30]) * minute }] : [],
  };
  const hall = { ...emptyHall(), plan: { calling, counters: [servesA] }, seq: 500, lines: new Map([[queueId, emptyLine()]]) } as unknown as Hall;
  const line = hall.lines.get(queueId) ?? emptyLine();
  const weights = ranks.map(() => random.below(3));
  const people = random.below(60);
  for (let seq = 1; seq <= people; seq += 1) {
    const rank = random.pick(ranks.flatMap((name, index) => Array.from<Rank>({ length: (weights[index] ?? 0) + 1 }).fill(name)));
    standIn(line, ticket(rank, now + (random.below(60) - (rank === 'appointment' ? 45 : 55)) * minute, seq));
  }
  hall.counters.set(counterId, { id: counterId, state: 'open', rankedInARow: 0 } as never);
  return hall;
}

const ticket = (rank: Rank, dueAt: number, bornSeq: number): Ticket => ({ id: `1.${bornSeq}`, rank, dueAt, bornSeq, queueId, forCounterId: null, state: 'waiting' }) as unknown as Ticket;

/** How many the calling function calls before that ticket. */
const calledBefore = (hall: Hall, id: string): number => nextChoices(hall, counterId, now, 100).findIndex((choice) => choice.ticket.id === id);

test.each(Object.keys(policies) as Policy['kind'][])('C5 given any line under %s, then people ahead are those the calling function calls before', (kind) => {
  let asked = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = seededRandom(seed);
    const hall = randomHall(random, kind);
    const line = hall.lines.get(queueId) ?? emptyLine();
    for (const waiting of ranks.flatMap((rank) => line[rank])) {
      expect([seed, waiting.id, aheadOfTicket(hall, waiting, now)]).toEqual([seed, waiting.id, calledBefore(hall, waiting.id)]);
      asked += 1;
    }
    for (const rank of ranks) {
      const dueAt = now + (rank === 'appointment' ? random.pick([0, 5, 30]) : random.pick([0, 0, -15])) * minute;
      const told = aheadOf(hall, queueId, rank, dueAt, now);
      const newcomer = ticket(rank, dueAt, hall.seq + 1);
      const joined = { ...hall, lines: new Map([[queueId, { ...line, [rank]: [...line[rank]] }]]) } as Hall;
      standIn(joined.lines.get(queueId) ?? emptyLine(), newcomer);
      expect([seed, rank, told]).toEqual([seed, rank, calledBefore(joined, newcomer.id)]);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(3_000);
});

test('C4 given ranked and ordinary people, then the ordinary newcomer has everybody ahead and the ranked one the turns of the cap', () => {
  const scenario = given(signIn('2', '1002'), open('2'), issue('SA'), issue('SA'), issue('SA'), issueTo('elderly', 'SA'), issueTo('elderly', 'SA'), issueTo('elderly', 'SA'));
  const at = scenario.now();
  expect(aheadOf(scenario.hall, queueId, 'ordinary', at, at)).toBe(6);
  // Two ranked, one ordinary, the third ranked, and then this one.
  expect(aheadOf(scenario.hall, queueId, 'priority', at, at)).toBe(4);
  expect(aheadOf(scenario.hall, queueId, 'green', at, at)).toBe(0);
});

test('C4 given an appointment before its slot, then it counts for nobody until the slot begins', () => {
  const scenario = given(issue('SA'));
  scenario.and(checkIn('SA', scenario.now() + 10 * minute));
  const at = scenario.now();
  expect(aheadOf(scenario.hall, queueId, 'ordinary', at, at)).toBe(1);
  scenario.and(after(10 * minute));
  expect(aheadOf(scenario.hall, queueId, 'ordinary', scenario.now(), scenario.now())).toBe(2);
});

test('given no plan, no such queue or nobody waiting, then nobody is ahead', () => {
  expect(aheadOf(emptyHall(), queueId, 'ordinary', now, now)).toBe(0);
  expect(aheadOf(given().hall, 'X' as never, 'ordinary', now, now)).toBe(0);
  expect(aheadOf(given().hall, queueId, 'ordinary', now, now)).toBe(0);
});

test('given five thousand who wait, then an answer takes microseconds', () => {
  const hall = randomHall(seededRandom(1), 'ratio');
  const line = hall.lines.get(queueId) ?? emptyLine();
  for (let seq = 1_000; seq < 6_000; seq += 1) line[ranks[seq % 4] ?? 'ordinary'].push(ticket(ranks[seq % 4] ?? 'ordinary', now + seq, seq));
  const looked = { count: 0 };
  const counted = new Map([[queueId, Object.fromEntries(ranks.map((rank) => [rank, new Proxy(line[rank], { get: (of, key, self) => { looked.count += 1; return Reflect.get(of, key, self) as unknown; } })])) as never]]);
  aheadOf({ ...hall, lines: counted } as Hall, queueId, 'ordinary', now, now);
  expect(looked.count).toBeLessThan(400);
});
