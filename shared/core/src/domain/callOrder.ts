// Who is called next at a counter, and why: the one function behind every call (rules C1, C3, C4, C5, C6).
// Pure and O(queues of the counter): it looks only at the head of each line. The order of the choice is callChoice.ts,
// the choice among heads callPolicy.ts.
import { chooseAmong, type LinesBefore } from './callChoice.ts';
import { accumulatingCredit, dueOrder, rankWithCap, type CallPolicy } from './callPolicy.ts';
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
  const turn = chooseAmong(new LinesOfHall(hall, plan, counter), policyOf(plan), rankedInARow, now);
  if (turn === null) return null;
  const { ticket } = turn.head;
  const helping = ticket.forCounterId === null && !counter.ownQueues.includes(ticket.queueId);
  return { ticket, why: { rule: turn.rule, rank: ticket.rank, rankedInARow, helping, reasonId: null } };
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

/** The hall's lines before one counter. */
class LinesOfHall implements LinesBefore<TicketAtHead> {
  private readonly hall: Readonly<Hall>;
  private readonly plan: Plan;
  private readonly counter: Counter;
  /** Those who wait for this counter alone (C11). */
  private readonly alone: Line | undefined;

  constructor(hall: Readonly<Hall>, plan: Plan, counter: Counter) {
    this.hall = hall;
    this.plan = plan;
    this.counter = counter;
    this.alone = hall.counterLines.get(counter.id);
  }

  longestDue(before: number): TicketAtHead | undefined {
    const { hall: { lines }, counter: { ownQueues, helperQueues } } = this;
    let first = longestIn(this.alone, before, undefined);
    for (const id of ownQueues) first = longestIn(lines.get(id), before, first);
    for (const id of helperQueues) first = longestIn(lines.get(id), before, first);
    return atHead(first);
  }

  /** Somebody has waited past a condition's limit in a queue this counter serves or helps: the earliest due of them (C5). */
  byCondition(now: number): TicketAtHead | undefined {
    const { hall, plan, counter: { ownQueues, helperQueues } } = this;
    let first: Ticket | undefined;
    for (const { queueId, waitedMs } of plan.calling.conditions) {
      if (!ownQueues.includes(queueId) && !helperQueues.includes(queueId)) continue;
      first = longestIn(hall.lines.get(queueId), now - waitedMs, first);
      first = longestIn(ofQueue(this.alone, queueId), now - waitedMs, first);
    }
    return atHead(first);
  }

  ownHeads(): (TicketAtHead | undefined)[] {
    const first: Firsts = [undefined, undefined, undefined, undefined];
    addHeads(first, this.alone);
    for (const id of this.counter.ownQueues) addHeads(first, this.hall.lines.get(id));
    return first.map(atHead);
  }

  helpedHeads(): (TicketAtHead | undefined)[] {
    const { helperQueues, helpAbove } = this.counter;
    const first: Firsts = [undefined, undefined, undefined, undefined];
    for (const id of helperQueues) {
      const line = this.hall.lines.get(id);
      if (line !== undefined && waitingIn(line) > helpAbove) addHeads(first, line);
    }
    return first.map(atHead);
  }
}

/** The earliest due of each rank, by the rank's index. */
type Firsts = (Ticket | undefined)[];

function addHeads(first: Firsts, line: Line | undefined): void {
  if (line === undefined) return;
  for (let rank = 0; rank < ranks.length; rank += 1) {
    const head = line[ranks[rank] ?? 'ordinary'][0];
    const known = first[rank];
    if (head !== undefined && (known === undefined || dueOrder(head, known) < 0)) first[rank] = head;
  }
}

const atHead = (ticket: Ticket | undefined): TicketAtHead | undefined =>
  ticket && { rank: ranks.indexOf(ticket.rank), dueAt: ticket.dueAt, bornSeq: ticket.bornSeq, ticket };

/** The earliest due of the line and one seen before, if it was due before that moment. */
function longestIn(line: Line | undefined, before: number, known: Ticket | undefined): Ticket | undefined {
  if (line === undefined) return known;
  let first = known;
  for (const rank of ranks) {
    const head = line[rank][0];
    if (head !== undefined && head.dueAt < before && (first === undefined || dueOrder(head, first) < 0)) first = head;
  }
  return first;
}

/** Those of a counter's own line who wait in that queue: few, so that a copy costs nothing. */
function ofQueue(line: Line | undefined, queueId: QueueId): Line | undefined {
  if (line === undefined || waitingIn(line) === 0) return undefined;
  const only = (tickets: readonly Ticket[]): Ticket[] => tickets.filter((ticket) => ticket.queueId === queueId);
  return { green: only(line.green), appointment: only(line.appointment), priority: only(line.priority), ordinary: only(line.ordinary) };
}
