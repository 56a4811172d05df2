// Who is called next at a counter, and why: the one function behind every call (rules C1, C3, C4, C5, C6).
// Pure and O(queues of the counter): it looks only at the head of each line. The choice among heads is callPolicy.ts.
import { accumulatingCredit, dueOrder, rankWithCap, type CallPolicy, type Turn } from './callPolicy.ts';
import type { CallReason } from './events.ts';
import type { CounterState, Hall } from './hall.ts';
import type { Ticket } from './ticket.ts';
import type { QueueId } from './ids.ts';
import { ranks, waitingIn, type Line } from './line.ts';
import type { Counter, Plan } from './plan.ts';

export interface Choice {
  readonly ticket: Ticket;
  readonly why: CallReason;
}

interface TicketAtHead {
  readonly rank: number;
  readonly dueAt: number;
  readonly bornSeq: number;
  readonly ticket: Ticket;
}

/**
 * The next ticket for this counter, or null when nobody waits for it. First whoever is past the ceiling, own queue or
 * helped; then what a condition of the plan asks for; then the own queues and who waits for this counter alone; helper
 * queues only when nobody is due there and more wait than the counter's threshold; an appointment before its slot only
 * when nobody is due anywhere.
 */
export function chooseNext(hall: Readonly<Hall>, plan: Plan, counter: Counter, state: CounterState, now: number): Choice | null {
  const { rankedInARow } = state;
  const policy = policyOf(plan);
  const choose = (turn: Turn<TicketAtHead> | null, helping: boolean): Choice | null =>
    turn === null ? null : { ticket: turn.head.ticket, why: { rule: turn.rule, rank: turn.head.ticket.rank, rankedInARow, helping, reasonId: null } };
  const first = (ticket: Ticket | null, rule: CallReason['rule']): Choice | null =>
    ticket && { ticket, why: { rule, rank: ticket.rank, rankedInARow, helping: ticket.forCounterId === null && !counter.ownQueues.includes(ticket.queueId), reasonId: null } };
  const ownLines = [hall.counterLines.get(counter.id), ...linesOf(hall, counter.ownQueues)];
  const helpedLines = linesOf(hall, counter.helperQueues);
  const urgent = first(longestDue([...ownLines, ...helpedLines], now - plan.calling.ceilingMs), 'pastCeiling') ?? first(conditionHead(hall, plan, counter, now), 'condition');
  if (urgent !== null) return urgent;
  const own = headsOf(ownLines);
  const ofOwn = policy.chooseDue(own, rankedInARow, now);
  if (ofOwn !== null) return choose(ofOwn, false);
  const helped = headsOf(helpedLines.filter((line) => line !== undefined && waitingIn(line) > counter.helpAbove));
  return choose(policy.chooseDue(helped, rankedInARow, now), true) ?? choose(policy.chooseEarly(own), false) ?? choose(policy.chooseEarly(helped), true);
}

/** A plan's policy is asked at every call and fold: it is made once for each plan. */
const policies = new WeakMap<Plan['calling'], CallPolicy>();

/** The plan's calling policy over the ranks of line.ts; `unitsPerMs`: only its moments are in the caller's unit. */
export function policyOf({ calling }: Pick<Plan, 'calling'>, unitsPerMs = 1): CallPolicy {
  if (unitsPerMs !== 1) return policyFrom(calling, unitsPerMs);
  const known = policies.get(calling);
  if (known !== undefined) return known;
  const made = policyFrom(calling, unitsPerMs);
  policies.set(calling, made);
  return made;
}

function policyFrom({ policy, ceilingMs }: Plan['calling'], unitsPerMs: number): CallPolicy {
  const bySlot = ranks.map((rank) => rank === 'appointment');
  const ceiling = ceilingMs * unitsPerMs;
  if (policy.kind === 'firstCome' || policy.kind === 'accumulating') {
    return accumulatingCredit({
      credit: ranks.map((rank) => policy.creditMs[rank] * unitsPerMs),
      rate: ranks.map((rank) => (policy.kind === 'accumulating' ? policy.rate[rank] : 1)),
      bySlot, earlyBy: 0, ceiling,
    });
  }
  return rankWithCap({
    standing: ranks.map((_, index) => index),
    outsideCap: ranks.map((rank) => rank === 'green'),
    bySlot, earlyBy: 0, ceiling,
    cap: policy.kind === 'strictRanks' ? Infinity : policy.kind === 'ratio' ? policy.ranked : policy.rankedInARow,
    ordinaryTurns: policy.kind === 'ratio' ? policy.ordinary : 1,
  });
}

/** Somebody has waited past a condition's limit in a queue this counter serves or helps: the earliest due of them (C5). */
function conditionHead(hall: Readonly<Hall>, plan: Plan, { id, ownQueues, helperQueues }: Counter, now: number): Ticket | null {
  let first: Ticket | null = null;
  for (const { queueId, waitedMs } of plan.calling.conditions) {
    if (!ownQueues.includes(queueId) && !helperQueues.includes(queueId)) continue;
    const longest = longestDue([hall.lines.get(queueId), ofQueue(hall.counterLines.get(id), queueId)], now - waitedMs);
    if (longest !== null && (first === null || dueOrder(longest, first) < 0)) first = longest;
  }
  return first;
}

/** The earliest due of any rank, if it was due before that moment. */
function longestDue(lines: readonly (Line | undefined)[], before: number): Ticket | null {
  let first: Ticket | null = null;
  for (const line of lines) {
    for (const rank of ranks) {
      const head = line?.[rank][0];
      if (head !== undefined && head.dueAt < before && (first === null || dueOrder(head, first) < 0)) first = head;
    }
  }
  return first;
}

/** Those of a counter's own line who wait in that queue: few, so that a copy costs nothing. */
function ofQueue(line: Line | undefined, queueId: QueueId): Line | undefined {
  if (line === undefined || waitingIn(line) === 0) return undefined;
  const only = (tickets: readonly Ticket[]): Ticket[] => tickets.filter((ticket) => ticket.queueId === queueId);
  return { green: only(line.green), appointment: only(line.appointment), priority: only(line.priority), ordinary: only(line.ordinary) };
}

const linesOf = (hall: Readonly<Hall>, queueIds: readonly QueueId[]): (Line | undefined)[] => queueIds.map((id) => hall.lines.get(id));

/** The earliest due of each rank over these lines, by the rank's index. */
function headsOf(lines: readonly (Line | undefined)[]): (TicketAtHead | undefined)[] {
  return ranks.map((name, rank) => {
    let first: Ticket | undefined;
    for (const line of lines) {
      const head = line?.[name][0];
      if (head !== undefined && (first === undefined || dueOrder(head, first) < 0)) first = head;
    }
    return first && { rank, dueAt: first.dueAt, bornSeq: first.bornSeq, ticket: first };
  });
}
