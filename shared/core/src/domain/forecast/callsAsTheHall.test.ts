// The draws call as the hall calls: random halls with helpers and thresholds, conditions, ceilings, tickets for one
// counter and every policy, run forward without chance and held against the calling function itself.
import { expect, test } from 'vitest';
import { seededRandom, type Random } from '../../base/random.ts';
import { chooseNext, policyOf } from '../callOrder.ts';
import { emptyHall, type Hall } from '../hall.ts';
import type { CounterId } from '../ids.ts';
import { ranks } from '../line.ts';
import { buildLines, leaveItsLine } from '../lines.ts';
import type { Plan } from '../plan.ts';
import { nextChoices } from '../questions.ts';
import { randomPlan } from '../testing/randomPlan.ts';
import type { Ticket } from '../ticket.ts';
import { AskersApart } from './askers.ts';
import { callsAhead } from './engine.ts';
import type { Outlook } from './forecastState.ts';
import { localSeconds, PlanIndices, stateOfHall, type StateOfHall } from './hallState.ts';

const minute = 60_000;
const now = Date.UTC(2026, 0, 5, 2);
const toSeconds = localSeconds('Asia/Shanghai');
const away = [{ start: 0, end: Infinity, endIsMoment: false, untilEmpty: false, latest: Infinity }];

interface RandomHall { readonly hall: Hall; readonly plan: Plan; readonly open: readonly CounterId[] }

/** People who have waited for up to two hours in three queues, under a random plan in which most helpers have a threshold. */
function randomHall(random: Random, counters: number): RandomHall {
  const plain = randomPlan(random);
  const plan = { ...plain, counters: plain.counters.map((counter) => ({ ...counter, helpAbove: random.pick([0, 2, 2, 5]) })) };
  const open = plan.counters.map(({ id }) => id).filter(() => random.chance(0.7)).slice(0, counters);
  const hall: Hall = { ...emptyHall(), plan, seq: 900 };
  const people = 5 + random.below(40);
  for (let bornSeq = 1; bornSeq <= people; bornSeq += 1) {
    const rank = random.pick([...ranks, 'ordinary', 'ordinary', 'ordinary'] as const);
    // No two were issued at the same moment, so that the wait tells who was called.
    const dueAt = now + (random.below(120) - (rank === 'appointment' ? 60 : 119)) * minute - random.below(3) * 1_000;
    const issuedAt = now - 8_000_000 + bornSeq * 1_000;
    const forCounterId = random.chance(0.1) ? random.pick(plan.counters).id : null;
    const ticket = { id: `1.${bornSeq}`, rank, bornSeq, issuedAt, dueAt, forCounterId, queueId: random.pick(plan.queues).id, serviceId: 'SA', state: 'waiting' } as unknown as Ticket;
    hall.tickets.set(ticket.id, ticket);
  }
  for (const { id } of plan.counters) {
    hall.counters.set(id, { id, state: open.includes(id) ? 'open' : 'closed', activeTicketId: null, rankedInARow: random.below(3), since: now - minute, lastRecord: null } as never);
  }
  buildLines(hall);
  return { hall, plan, open };
}

/** Nobody comes, leaves or is missed; a service takes what the test says, and only open counters call. */
function outlookOf({ open }: RandomHall, indices: PlanIndices, seconds: (counter: number) => number, called: (waited: number, then: number) => void = () => undefined): Outlook {
  const calls = new Set(open.map((id) => indices.counter(id)));
  return {
    serviceSeconds: (_kind, counter) => seconds(counter), remainingSeconds: () => 0, missedShare: () => 0, missedSeconds: () => 0, gapSeconds: () => 0,
    staysShare(waited, then) {
      called(waited, then);
      return 1;
    },
    nextArrival: () => Infinity, arrivalKind: () => 0, isDueOnArrival: () => true, arrivalDue: (_line, at) => at,
    absences: (counter) => (calls.has(counter) ? [] : away),
  };
}

function stateOfRandom({ hall, plan }: RandomHall): StateOfHall & { readonly indices: PlanIndices } {
  const indices = new PlanIndices();
  indices.adopt(plan);
  return { ...stateOfHall(hall, plan, indices, now, toSeconds), indices };
}

/** Seconds from now to each call, by ticket. */
function drawn({ state, tickets }: StateOfHall, outlook: Outlook): Map<string, number> {
  const apart = new AskersApart(outlook);
  const waits = callsAhead(apart.around(state), apart, seededRandom(1), { draws: 1, only: null });
  return new Map(tickets.map((id, row) => [id, (waits[row] ?? NaN) + (state.waiting.issuedAt[row] ?? 0) - state.now]));
}

test('C4 C5 C11 given any hall and the clock standing still, then one counter of the draws calls whom the calling function calls, in that order', () => {
  let [helped, urgent, below] = [0, 0, 0];
  for (let seed = 1; seed <= 400; seed += 1) {
    const given = randomHall(seededRandom(seed), 1);
    const [counterId] = given.open;
    if (counterId === undefined) continue;
    const choices = nextChoices(given.hall, counterId, now, 100);
    const ofHall = stateOfRandom(given);
    const called: string[] = [];
    const byWait = new Map(ofHall.tickets.map((id, row) => [ofHall.state.now - (ofHall.state.waiting.issuedAt[row] ?? 0), id]));
    drawn(ofHall, outlookOf(given, ofHall.indices, () => 0, (waited, then) => { if (waited === then) called.push(byWait.get(waited) ?? ''); }));
    expect(called, `seed ${seed}`).toEqual(choices.map(({ ticket }) => ticket.id));
    helped += choices.filter(({ why }) => why.helping).length;
    urgent += choices.filter(({ why }) => why.helping && (why.rule === 'pastCeiling' || why.rule === 'condition')).length;
    below += choices.length < given.hall.tickets.size ? 1 : 0;
  }
  // Everything the order knows of has been asked for.
  expect(Math.min(helped / 500, urgent / 200, below / 50)).toBeGreaterThan(1);
});

/** The hall itself, second by second: each open counter asks the calling function whenever it is free. */
function calledByTheHall({ hall, plan, open }: RandomHall, seconds: (nth: number) => number, horizon: number): Map<string, number> {
  const policy = policyOf(plan);
  const free = plan.counters.map(({ id }) => (open.includes(id) ? 0 : Infinity));
  const called = new Map<string, number>();
  for (let left = hall.tickets.size; left > 0;) {
    const at = Math.min(...free);
    if (at > horizon) break;
    const nth = free.indexOf(at);
    const counter = plan.counters[nth];
    const state = counter && hall.counters.get(counter.id);
    const choice = counter && state && chooseNext(hall, plan, counter, state, now + at * 1_000);
    free[nth] = at + (choice ? seconds(nth) : 1);
    if (!choice || state === undefined) continue;
    leaveItsLine(hall, choice.ticket);
    state.rankedInARow = policy.rankedAfter(ranks.indexOf(choice.ticket.rank), state.rankedInARow);
    called.set(choice.ticket.id, at);
    left -= 1;
  }
  return called;
}

test('C4 C5 C11 given any hall whose services take so many seconds, then the draws call at the moments at which the calling function would', () => {
  const horizon = 5 * 3_600;
  let compared = 0;
  for (let seed = 1_001; seed <= 1_060; seed += 1) {
    const given = randomHall(seededRandom(seed), 3);
    const seconds = (nth: number): number => 301 + 14 * nth;
    const ofHall = stateOfRandom(given);
    const told = drawn(ofHall, outlookOf(given, ofHall.indices, seconds));
    const called = calledByTheHall(given, seconds, horizon);
    for (const [id, at] of called) expect(told.get(id), `seed ${seed}, ticket ${id}`).toBe(at);
    for (const [id, at] of told) if (at < horizon - 600) expect(called.has(id), `seed ${seed}, ticket ${id}`).toBe(true);
    compared += called.size;
  }
  expect(compared).toBeGreaterThan(700);
});
