// The engine's input from the hall itself: the present of the fold (rule J7) in seconds of local time and in indices.
// Habits come from elsewhere (hallForecast.ts); kinds are the plan's services, queues and counters stand in the plan's order.
import { policyOf } from '../callOrder.ts';
import type { Hall } from '../hall.ts';
import type { TicketId } from '../ids.ts';
import { ranks } from '../line.ts';
import type { Plan } from '../plan.ts';
import type { Ticket } from '../ticket.ts';
import type { CounterAhead, ForecastState } from './forecastState.ts';

/** Seconds whose remainder by 86,400 is the local time of day; the caller knows the hall's time zone. */
export type ToSeconds = (at: number) => number;

/** Numbers for what the plan names. */
export class PlanIndices {
  private readonly queues: Map<string, number>;
  private readonly counters: Map<string, number>;
  private readonly services: Map<string, number>;
  constructor({ queues, counters, services }: Plan) {
    this.queues = new Map(queues.map(({ id }, index) => [id, index]));
    this.counters = new Map(counters.map(({ id }, index) => [id, index]));
    this.services = new Map(services.map(({ id }, index) => [id, index]));
  }
  queue = (id: string): number => this.queues.get(id) ?? 0;
  counter = (id: string): number => this.counters.get(id) ?? 0;
  kind = (id: string): number => this.services.get(id) ?? 0;
}

/** The hall at `now` (ms) as the engine wants it, and whose row is whose. Only counters that are open call. */
export function stateOfHall(hall: Readonly<Hall>, plan: Plan, now: number, toSeconds: ToSeconds): { readonly state: ForecastState; readonly tickets: readonly TicketId[] } {
  const indices = new PlanIndices(plan);
  const tickets = [...hall.lines.values()].flatMap((line) => ranks.flatMap((rank) => line[rank])).sort((a, b) => a.bornSeq - b.bornSeq);
  const waiting = {
    queue: Int32Array.from(tickets, ({ queueId }) => indices.queue(queueId)),
    rank: Int32Array.from(tickets, ({ rank }) => ranks.indexOf(rank)),
    kind: Int32Array.from(tickets, ({ serviceId }) => indices.kind(serviceId)),
    issuedAt: Float64Array.from(tickets, ({ issuedAt }) => toSeconds(issuedAt)),
    dueAt: Float64Array.from(tickets, ({ dueAt }) => toSeconds(dueAt)),
  };
  const counters = plan.counters.map(({ id, ownQueues, helperQueues }): CounterAhead => {
    const counter = hall.counters.get(id);
    const active = counter?.activeTicketId === null || counter === undefined ? undefined : hall.tickets.get(counter.activeTicketId);
    return {
      own: ownQueues.map(indices.queue), helped: helperQueues.map(indices.queue),
      rankedInARow: counter?.rankedInARow ?? 0,
      active: active === undefined ? null : activeAt(active, indices, toSeconds),
      freeSince: toSeconds(Math.max(counter?.since ?? 0, counter?.lastRecord?.endedAt ?? 0)),
    };
  });
  return {
    state: { now: toSeconds(now), queues: plan.queues.length, ranks: ranks.length, waiting, counters, policy: policyOf(plan, 1 / 1_000) },
    tickets: tickets.map(({ id }) => id),
  };
}

function activeAt({ serviceId, issuedAt, firstCalledAt, calledAt }: Ticket, indices: PlanIndices, toSeconds: ToSeconds): CounterAhead['active'] {
  const called = firstCalledAt ?? calledAt ?? issuedAt;
  return { kind: indices.kind(serviceId), calledAt: toSeconds(called), waited: Math.max(0, (called - issuedAt) / 1_000) };
}
