// "People ahead": who of one queue would be called before one ticket under the plan's policy (C4, C5), in closed form.
// Exact for this moment: it is what nextChoices would make with the clock standing still, nobody coming, and one counter
// that serves only this queue and has called nobody of rank yet. As time goes by the order itself may move: slots begin,
// the ceiling is passed, and under accumulating priority credits grow at different rates.
// Binary searches only: it is asked at every issue, with thousands waiting.
import { placeOf } from '../base/sortedLine.ts';
import { dueOrder } from './callPolicy.ts';
import type { Rank } from './events.ts';
import type { QueueId } from './ids.ts';
import { ranks, type Line } from './line.ts';
import type { Plan, Policy } from './plan.ts';
import type { Ticket } from './ticket.ts';

/** Who is asked about: somebody who waits in that line, or would. */
export type Standing = Pick<Ticket, 'rank' | 'dueAt' | 'bornSeq'>;

type Moment = Pick<Ticket, 'dueAt' | 'bornSeq'>;

/** Part of one rank's line: those from `from` up to and without `to`. */
interface Stretch {
  readonly line: readonly Ticket[];
  readonly from: number;
  readonly to: number;
}
type Stretches = Readonly<Record<Rank, Stretch>>;

/** How many of the line would be called before `one`, at `now` in ms. O(ranks · log of the longest line). */
export function aheadIn(line: Line, calling: Plan['calling'], queueId: QueueId, one: Standing, now: number): number {
  const overdue = now - longestWait(calling, queueId);
  // Past the ceiling (or a condition on this queue) the earliest due goes first, whatever the rank.
  if (one.dueAt < overdue) return sum((rank) => placeOf<Moment>(line[rank], one, dueOrder));
  const urgent = stretches((rank) => ({ line: line[rank], from: 0, to: firstNotBefore(line[rank], overdue) }));
  const due = stretches((rank) => ({ line: line[rank], from: urgent[rank].to, to: rank === 'appointment' ? firstAfter(line[rank], now) : line[rank].length }));
  const pastCeiling = sum((rank) => length(urgent[rank]));
  if (one.rank === 'appointment' && one.dueAt > now) {
    // Before its slot: when nobody else is due, in the order of slots.
    return pastCeiling + sum((rank) => length(due[rank])) + within({ line: line.appointment, from: due.appointment.to, to: line.appointment.length }, one);
  }
  const { policy } = calling;
  return pastCeiling + (policy.kind === 'firstCome' || policy.kind === 'accumulating' ? withMoreCredit(due, policy, one, now) : aheadByRank(urgent, due, policy, one));
}

/** Who has waited longer goes first: the ceiling, or a condition on this queue that is sooner (C5). */
function longestWait({ ceilingMs, conditions }: Plan['calling'], queueId: QueueId): number {
  let least = ceilingMs;
  for (const condition of conditions) if (condition.queueId === queueId) least = Math.min(least, condition.waitedMs);
  return least;
}

// Credits (C5): with the clock standing still all lines merge into one, by credit and then by due moment.

type CreditPolicy = Extract<Policy, { kind: 'firstCome' | 'accumulating' }>;

function withMoreCredit(due: Stretches, policy: CreditPolicy, one: Standing, now: number): number {
  const credit = (rank: Rank, dueAt: number): number => policy.creditMs[rank] + (policy.kind === 'accumulating' ? policy.rate[rank] : 1) * (now - dueAt);
  const own = credit(one.rank, one.dueAt);
  return sum((rank) => firstThat(due[rank], (other) => {
    const gained = credit(rank, other.dueAt);
    return gained < own || (gained === own && dueOrder(other, one) >= 0);
  }) - due[rank].from);
}

// Ranks (C4, strict ranks and ratio of C5): green, and then ranked and ordinary in turns.

type RankPolicy = Exclude<Policy, CreditPolicy>;

/** Larger than any line, and still a number to divide by. */
const noCap = 1e9;

function aheadByRank(urgent: Stretches, due: Stretches, policy: RankPolicy, one: Standing): number {
  if (one.rank === 'green') return within(due.green, one);
  const cap = policy.kind === 'strictRanks' ? noCap : policy.kind === 'ratio' ? policy.ranked : policy.rankedInARow;
  const turns = policy.kind === 'ratio' ? policy.ordinary : 1;
  const row = rowAfter(urgent, cap, turns);
  // So many of the side whose turn it is go first; then so many of the other, and again.
  const firstOrdinary = Math.max(0, -row);
  const firstRanked = row < 0 ? 0 : Math.max(0, cap - row);
  const greens = length(due.green);
  if (one.rank === 'ordinary') {
    const before = within(due.ordinary, one);
    const ranked = before < firstOrdinary ? 0 : row < 0 ? cap * (1 + Math.floor((before - firstOrdinary) / turns)) : firstRanked + cap * Math.floor(before / turns);
    return greens + before + Math.min(ranked, length(due.appointment) + length(due.priority));
  }
  const before = one.rank === 'appointment' ? within(due.appointment, one) : length(due.appointment) + within(due.priority, one);
  const ordinary = row < 0 ? firstOrdinary + turns * Math.floor(before / cap) : before < firstRanked ? 0 : turns * (1 + Math.floor((before - firstRanked) / cap));
  return greens + before + Math.min(ordinary, length(due.ordinary));
}

/** Ranked calls in a row after all who are past the ceiling, as `rankedAfter` of callPolicy.ts would count: only the last turns matter. */
function rowAfter({ appointment, priority, ordinary }: Stretches, cap: number, turns: number): number {
  const lastOrdinary = ordinary.line[ordinary.to - 1];
  const ranked = rankedAfter(appointment, priority, ordinary.to === 0 ? undefined : lastOrdinary);
  if (ranked > 0 || ordinary.to === 0) return ranked;
  const lastRanked = later(last(appointment), last(priority));
  if (lastRanked === undefined) return 0;
  // Ordinary turns at the end, and the ranked ones in a row before them.
  const before = placeOf<Moment>(ordinary.line, lastRanked, dueOrder);
  const inARow = rankedAfter(appointment, priority, before === 0 ? undefined : ordinary.line[before - 1]);
  return inARow < cap ? 0 : Math.min(0, ordinary.to - before - turns);
}

/** Of those past the ceiling: appointments and priority due after that one; all, when there is none. */
const rankedAfter = (appointment: Stretch, priority: Stretch, one: Moment | undefined): number =>
  one === undefined ? length(appointment) + length(priority) : length(appointment) + length(priority) - within(appointment, one) - within(priority, one);

const last = ({ line, from, to }: Stretch): Ticket | undefined => (to > from ? line[to - 1] : undefined);
const later = (a: Ticket | undefined, b: Ticket | undefined): Ticket | undefined => (a === undefined || (b !== undefined && dueOrder(a, b) < 0) ? b : a);

// Stretches of a line in order.

const sum = (of: (rank: Rank) => number): number => ranks.reduce((total, rank) => total + of(rank), 0);
const stretches = (of: (rank: Rank) => Stretch): Stretches => ({ green: of('green'), appointment: of('appointment'), priority: of('priority'), ordinary: of('ordinary') });
const length = ({ from, to }: Stretch): number => Math.max(0, to - from);
const firstNotBefore = (line: readonly Ticket[], moment: number): number => placeOf<Moment>(line, { dueAt: moment, bornSeq: -Infinity }, dueOrder);
const firstAfter = (line: readonly Ticket[], moment: number): number => placeOf<Moment>(line, { dueAt: moment, bornSeq: Infinity }, dueOrder);

/** How many of the stretch stand before that moment. */
const within = ({ line, from, to }: Stretch, one: Moment): number => Math.min(Math.max(placeOf<Moment>(line, one, dueOrder), from), Math.max(from, to)) - from;

/** Index of the first of the stretch of which `isIt` holds; it holds of all behind it. */
function firstThat({ line, from, to }: Stretch, isIt: (ticket: Ticket) => boolean): number {
  let low = from;
  let high = Math.max(from, to);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const ticket = line[middle];
    if (ticket !== undefined && isIt(ticket)) high = middle;
    else low = middle + 1;
  }
  return low;
}
