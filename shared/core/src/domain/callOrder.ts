// Who is called next at a counter, and why: the one function behind every call (rules C1, C3, C4, C5's ceiling, C6).
// Pure and O(queues of the counter): it looks only at the head of each line.
import type { CallReason, Rank } from './events.ts';
import type { CounterState, Hall } from './hall.ts';
import type { Ticket } from './ticket.ts';
import type { QueueId } from './ids.ts';
import { dueOrder, ranks } from './line.ts';
import type { Counter, Plan } from './plan.ts';

export interface Choice {
  readonly ticket: Ticket;
  readonly why: CallReason;
}

type Heads = Partial<Record<Rank, Ticket>>;

/** The next ticket for this counter, or null when nobody waits for it. Helper queues only when its own are empty. */
export function chooseNext(hall: Readonly<Hall>, plan: Plan, counter: Counter, state: CounterState, now: number): Choice | null {
  return (
    chooseAmong(headsOf(hall, counter.ownQueues), plan, state.rankedInARow, now, false) ??
    chooseAmong(headsOf(hall, counter.helperQueues), plan, state.rankedInARow, now, true)
  );
}

function headsOf(hall: Readonly<Hall>, queueIds: readonly QueueId[]): Heads {
  const heads: Heads = {};
  for (const queueId of queueIds) {
    const line = hall.lines.get(queueId);
    if (line === undefined) continue;
    for (const rank of ranks) {
      const head = line[rank][0];
      const best = heads[rank];
      if (head !== undefined && (best === undefined || dueOrder(head, best) < 0)) heads[rank] = head;
    }
  }
  return heads;
}

function chooseAmong(heads: Heads, plan: Plan, rankedInARow: number, now: number, helping: boolean): Choice | null {
  const choose = (ticket: Ticket, rule: CallReason['rule']): Choice =>
    ({ ticket, why: { rule, rank: ticket.rank, rankedInARow, helping } });
  const { green, appointment, priority, ordinary } = heads;
  const begun = appointment !== undefined && appointment.dueAt <= now ? appointment : undefined;
  const ranked = begun ?? priority;
  const oldest = earliest([green, begun, priority, ordinary]);
  if (oldest !== null && now - oldest.dueAt > plan.calling.ceilingMs) return choose(oldest, 'pastCeiling');
  if (green !== undefined) return choose(green, 'greenChannel');
  if (ranked !== undefined && ordinary === undefined) return choose(ranked, 'onlyRankWaiting');
  if (ranked !== undefined && rankedInARow < plan.calling.rankedInARow) return choose(ranked, 'firstOfRank');
  if (ordinary !== undefined) return choose(ordinary, ranked === undefined ? 'onlyRankWaiting' : 'ordinaryTurn');
  return appointment === undefined ? null : choose(appointment, 'earlyAppointment');
}

function earliest(tickets: readonly (Ticket | undefined)[]): Ticket | null {
  let first: Ticket | null = null;
  for (const ticket of tickets) if (ticket !== undefined && (first === null || dueOrder(ticket, first) < 0)) first = ticket;
  return first;
}
