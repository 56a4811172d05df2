// Who is called next at a counter, and why: the one function behind every call (rules C1, C3, C4, C5's ceiling, C6).
// Pure and O(queues of the counter): it looks only at the head of each line. The choice among heads is callPolicy.ts.
import { dueOrder, rankWithCap, type CallPolicy, type RankRule, type Turn } from './callPolicy.ts';
import type { CallReason } from './events.ts';
import type { CounterState, Hall } from './hall.ts';
import type { Ticket } from './ticket.ts';
import type { QueueId } from './ids.ts';
import { ranks } from './line.ts';
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
 * The next ticket for this counter, or null when nobody waits for it. Helper queues only when nobody is due in its own;
 * an appointment before its slot only when nobody is due in either.
 */
export function chooseNext(hall: Readonly<Hall>, plan: Plan, counter: Counter, state: CounterState, now: number): Choice | null {
  const { rankedInARow } = state;
  const policy = policyOf(plan);
  const choose = (turn: Turn<TicketAtHead, RankRule> | null, helping: boolean): Choice | null =>
    turn === null ? null : { ticket: turn.head.ticket, why: { rule: turn.rule, rank: turn.head.ticket.rank, rankedInARow, helping } };
  const own = headsOf(hall, counter.ownQueues);
  const ofOwn = policy.chooseDue(own, rankedInARow, now);
  if (ofOwn !== null) return choose(ofOwn, false);
  const helped = headsOf(hall, counter.helperQueues);
  return choose(policy.chooseDue(helped, rankedInARow, now), true) ?? choose(policy.chooseEarly(own), false) ?? choose(policy.chooseEarly(helped), true);
}

/** The plan's calling policy over the ranks of line.ts; only its moments are in the caller's unit. */
export function policyOf(plan: Pick<Plan, 'calling'>, unitsPerMs = 1): CallPolicy<RankRule> {
  const { rankedInARow: cap, ceilingMs } = plan.calling;
  return rankWithCap({
    standing: ranks.map((_, index) => index),
    outsideCap: ranks.map((rank) => rank === 'green'),
    bySlot: ranks.map((rank) => rank === 'appointment'),
    earlyBy: 0, cap, ceiling: ceilingMs * unitsPerMs,
  });
}

/** The earliest due of each rank over these queues, by the rank's index. */
function headsOf(hall: Readonly<Hall>, queueIds: readonly QueueId[]): (TicketAtHead | undefined)[] {
  return ranks.map((name, rank) => {
    let first: Ticket | undefined;
    for (const queueId of queueIds) {
      const head = hall.lines.get(queueId)?.[name][0];
      if (head !== undefined && (first === undefined || dueOrder(head, first) < 0)) first = head;
    }
    return first && { rank, dueAt: first.dueAt, bornSeq: first.bornSeq, ticket: first };
  });
}
