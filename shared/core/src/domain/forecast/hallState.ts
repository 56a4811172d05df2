// The engine's input from the hall itself: the present of the fold (rule J7) in seconds of local time and in indices.
// Who waits for one counter alone (C11) stands in queues of that counter's own, behind the plan's queues: one for each
// queue they wait in, so that a condition on that queue sees them.
import { localTime } from '../../base/localTime.ts';
import { policyOf } from '../callOrder.ts';
import type { Hall } from '../hall.ts';
import type { CounterId, QueueId, TicketId } from '../ids.ts';
import { ranks, type Line } from '../line.ts';
import type { Counter, Plan } from '../plan.ts';
import type { Ticket } from '../ticket.ts';
import { askersWait } from './askers.ts';
import type { CounterAhead, ForecastState } from './forecastState.ts';

/** Seconds whose remainder by 86,400 is the local time of day; the caller knows the hall's time zone. */
export type ToSeconds = (at: number) => number;

/** By the clock of a time zone; `at` in ms. */
export function localSeconds(timeZone: string): ToSeconds {
  let minute = NaN;
  let offset = 0;
  return (at) => {
    if (Math.floor(at / 60_000) !== minute) {
      minute = Math.floor(at / 60_000);
      const { date, time } = localTime(at, timeZone);
      offset = Date.parse(`${date}T${time}:00Z`) / 1_000 - minute * 60;
    }
    return at / 1_000 + offset;
  };
}

/** Numbers for what plans name. A name keeps its number through every plan, so that what was learned under it stays true. */
export class PlanIndices {
  private readonly queues = new Map<string, number>();
  private readonly counters = new Map<string, number>();
  private readonly services = new Map<string, number>();

  adopt({ queues, counters, services }: Plan): void {
    for (const { id } of queues) this.queue(id);
    for (const { id } of counters) this.counter(id);
    for (const { id } of services) this.kind(id);
  }

  get queueCount(): number {
    return this.queues.size;
  }

  queue = (id: string): number => numbered(this.queues, id);
  counter = (id: string): number => numbered(this.counters, id);
  kind = (id: string): number => numbered(this.services, id);
  counterIds = (): Iterable<string> => this.counters.keys();
}

function numbered(known: Map<string, number>, id: string): number {
  const number = known.get(id) ?? known.size;
  if (number === known.size) known.set(id, number);
  return number;
}

export interface StateOfHall {
  readonly state: ForecastState;
  /** Whose the first rows are. */
  readonly tickets: readonly TicketId[];
  /** The rows behind them: one for every rank of these queues, in the order of `ranks`. */
  readonly asked: readonly QueueId[];
}

/** The hall at `now` (ms) as the engine wants it. Queues that no open counter calls from are left out: nothing can be said of them. */
export function stateOfHall(hall: Readonly<Hall>, plan: Plan, indices: PlanIndices, now: number, toSeconds: ToSeconds): StateOfHall {
  const isCalled = calledQueues(hall, plan);
  const asked = plan.queues.map(({ id }) => id).filter(isCalled);
  const alone = aloneQueues(hall, indices.queueCount);
  const tickets = [...allOf(hall.lines.values()).filter(({ queueId }) => isCalled(queueId)), ...allOf(hall.counterLines.values())].sort((a, b) => a.bornSeq - b.bornSeq);
  const queueOf = ({ queueId, forCounterId }: Ticket): number => (forCounterId === null ? undefined : alone.of.get(forCounterId)?.get(queueId)) ?? indices.queue(queueId);
  const here = toSeconds(now);
  const row = <T>(ofTicket: (ticket: Ticket) => T, ofAsker: (queueId: QueueId, rank: number) => T): T[] =>
    [...tickets.map(ofTicket), ...asked.flatMap((queueId) => ranks.map((_, rank) => ofAsker(queueId, rank)))];
  const waiting = {
    queue: Int32Array.from(row(queueOf, (queueId) => indices.queue(queueId))),
    rank: Int32Array.from(row(({ rank }) => ranks.indexOf(rank), (_, rank) => rank)),
    kind: Int32Array.from(row(({ serviceId }) => indices.kind(serviceId), () => 0)),
    issuedAt: Float64Array.from(row(({ issuedAt }) => toSeconds(issuedAt), () => here - askersWait)),
    dueAt: Float64Array.from(row(({ dueAt }) => toSeconds(dueAt), () => here)),
  };
  const ofPlan = new Map<string, Counter>(plan.counters.map((counter) => [counter.id, counter]));
  const counters = [...indices.counterIds()].map((id) => counterAhead(hall, plan, ofPlan.get(id), alone.of.get(id as CounterId), indices, toSeconds));
  return {
    state: { now: here, queues: indices.queueCount + alone.count, ranks: ranks.length, waiting, counters, policy: policyOf(plan, 1 / 1_000) },
    tickets: tickets.map(({ id }) => id), asked,
  };
}

const allOf = (lines: Iterable<Line>): Ticket[] => [...lines].flatMap((line) => ranks.flatMap((rank) => line[rank]));

/** Whether an open counter calls from the queue: as its own, or helping, if only past the ceiling. */
function calledQueues({ counters }: Readonly<Hall>, plan: Plan): (id: QueueId) => boolean {
  const called = new Set<QueueId>();
  for (const { id, ownQueues, helperQueues } of plan.counters) {
    if (counters.get(id)?.state === 'open') for (const queueId of [...ownQueues, ...helperQueues]) called.add(queueId);
  }
  return (id) => called.has(id);
}

type AloneAt = ReadonlyMap<QueueId, number>;

/** Numbers, behind those of the plan's queues, for the queues in which somebody waits for one counter alone. */
function aloneQueues({ counterLines }: Readonly<Hall>, from: number): { readonly of: ReadonlyMap<CounterId, AloneAt>; readonly count: number } {
  const of = new Map<CounterId, Map<QueueId, number>>();
  let count = 0;
  for (const [id, line] of counterLines) {
    const at = new Map<QueueId, number>();
    for (const { queueId } of ranks.flatMap((rank) => line[rank])) {
      if (at.has(queueId)) continue;
      at.set(queueId, from + count);
      count += 1;
    }
    if (at.size > 0) of.set(id, at);
  }
  return { of, count };
}

/** A counter that only an older plan had calls nobody. */
function counterAhead(hall: Readonly<Hall>, { calling }: Plan, counter: Counter | undefined, alone: AloneAt | undefined, indices: PlanIndices, toSeconds: ToSeconds): CounterAhead {
  if (counter === undefined) return { own: [], helped: [], helpAbove: 0, conditions: [], rankedInARow: 0, active: null, freeSince: 0 };
  const { id, ownQueues, helperQueues, helpAbove } = counter;
  const state = hall.counters.get(id);
  const active = state?.activeTicketId === null || state === undefined ? undefined : hall.tickets.get(state.activeTicketId);
  return {
    own: [...ownQueues.map(indices.queue), ...(alone?.values() ?? [])], helped: helperQueues.map(indices.queue), helpAbove,
    conditions: conditionsOf(calling, counter, indices, alone),
    rankedInARow: state?.rankedInARow ?? 0,
    active: active === undefined ? null : activeAt(active, indices, toSeconds),
    freeSince: toSeconds(Math.max(state?.since ?? 0, state?.lastRecord?.endedAt ?? 0)),
  };
}

/** Those of the plan's conditions that this counter follows, in seconds; also for who waits for it alone. */
export function conditionsOf({ conditions }: Plan['calling'], { ownQueues, helperQueues }: Counter, indices: PlanIndices, alone?: AloneAt): CounterAhead['conditions'] {
  return conditions.flatMap(({ queueId, waitedMs }) => {
    if (!ownQueues.includes(queueId) && !helperQueues.includes(queueId)) return [];
    const bound = alone?.get(queueId);
    return [indices.queue(queueId), ...(bound === undefined ? [] : [bound])].map((queue) => ({ queue, waited: waitedMs / 1_000 }));
  });
}

function activeAt({ serviceId, issuedAt, firstCalledAt, calledAt }: Ticket, indices: PlanIndices, toSeconds: ToSeconds): CounterAhead['active'] {
  const called = firstCalledAt ?? calledAt ?? issuedAt;
  return { kind: indices.kind(serviceId), calledAt: toSeconds(called), waited: Math.max(0, (called - issuedAt) / 1_000) };
}
