// The engine's input from the hall itself: the present of the fold (rule J7) in seconds of local time and in indices.
// Who waits for one counter alone (C11) stands in a queue of that counter's own, behind the plan's queues.
import { localTime } from '../../base/localTime.ts';
import { policyOf } from '../callOrder.ts';
import type { Hall } from '../hall.ts';
import type { CounterId, QueueId, TicketId } from '../ids.ts';
import { ranks, waitingIn, type Line } from '../line.ts';
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
  const alone = new Map<CounterId, number>();
  for (const [id, line] of hall.counterLines) if (waitingIn(line) > 0) alone.set(id, indices.queueCount + alone.size);
  const tickets = [...allOf(hall.lines.values()).filter(({ queueId }) => isCalled(queueId)), ...allOf(hall.counterLines.values())].sort((a, b) => a.bornSeq - b.bornSeq);
  const queueOf = ({ queueId, forCounterId }: Ticket): number => (forCounterId === null ? undefined : alone.get(forCounterId)) ?? indices.queue(queueId);
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
  const counters = [...indices.counterIds()].map((id) => counterAhead(hall, ofPlan.get(id), alone, indices, toSeconds));
  return {
    state: { now: here, queues: indices.queueCount + alone.size, ranks: ranks.length, waiting, counters, policy: policyOf(plan, 1 / 1_000) },
    tickets: tickets.map(({ id }) => id), asked,
  };
}

const allOf = (lines: Iterable<Line>): Ticket[] => [...lines].flatMap((line) => ranks.flatMap((rank) => line[rank]));

/** Whether an open counter calls from the queue: as its own, or helping once one more waits there. */
function calledQueues({ counters, lines }: Readonly<Hall>, plan: Plan): (id: QueueId) => boolean {
  const called = new Set<QueueId>();
  for (const { id, ownQueues, helperQueues, helpAbove } of plan.counters) {
    if (counters.get(id)?.state !== 'open') continue;
    for (const queueId of ownQueues) called.add(queueId);
    for (const queueId of helperQueues) {
      const line = lines.get(queueId);
      if (line !== undefined && waitingIn(line) + 1 > helpAbove) called.add(queueId);
    }
  }
  return (id) => called.has(id);
}

/** A counter that only an older plan had calls nobody. */
function counterAhead(hall: Readonly<Hall>, counter: Counter | undefined, alone: ReadonlyMap<CounterId, number>, indices: PlanIndices, toSeconds: ToSeconds): CounterAhead {
  if (counter === undefined) return { own: [], helped: [], rankedInARow: 0, active: null, freeSince: 0 };
  const { id, ownQueues, helperQueues } = counter;
  const state = hall.counters.get(id);
  const active = state?.activeTicketId === null || state === undefined ? undefined : hall.tickets.get(state.activeTicketId);
  const bound = alone.get(id);
  return {
    own: [...ownQueues.map(indices.queue), ...(bound === undefined ? [] : [bound])], helped: helperQueues.map(indices.queue),
    rankedInARow: state?.rankedInARow ?? 0,
    active: active === undefined ? null : activeAt(active, indices, toSeconds),
    freeSince: toSeconds(Math.max(state?.since ?? 0, state?.lastRecord?.endedAt ?? 0)),
  };
}

function activeAt({ serviceId, issuedAt, firstCalledAt, calledAt }: Ticket, indices: PlanIndices, toSeconds: ToSeconds): CounterAhead['active'] {
  const called = firstCalledAt ?? calledAt ?? issuedAt;
  return { kind: indices.kind(serviceId), calledAt: toSeconds(called), waited: Math.max(0, (called - issuedAt) / 1_000) };
}
