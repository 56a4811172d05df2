// What a rule answers: new facts, or a refusal as a value. Small builders that keep the rules readable.
import type { Actor } from './actor.ts';
import type { Expectation } from './expected.ts';
import type { EventData, EventPrivateFacts, EventType, NewEvent } from './events.ts';
import type { CounterState, Hall } from './hall.ts';
import type { Ticket } from './ticket.ts';
import type { CounterId, TicketId } from './ids.ts';
import type { Counter, Plan } from './plan.ts';
import type { Refusal, RefusalCode, RefusalFacts } from './refusals.ts';

/** What a decision may know besides the hall: hall time in ms, and who orders. */
export interface Context {
  readonly now: number;
  readonly actor: Actor;
  /** What the forecast says now; absent where there is none. */
  readonly expected?: Expectation;
}

export type Decision =
  | { readonly accepted: true; readonly events: readonly [NewEvent, ...NewEvent[]] }
  | { readonly accepted: false; readonly refusal: Refusal };

export const accept = (first: NewEvent, ...more: NewEvent[]): Decision => ({ accepted: true, events: [first, ...more] });

export function refuse<C extends RefusalCode>(code: C, facts: RefusalFacts<C>): Decision & { accepted: false } {
  return { accepted: false, refusal: { code, facts } as Refusal };
}

/** A fact without private part unless one is given. */
export function fact<T extends EventType>(type: T, data: EventData<T>, facts?: EventPrivateFacts<T>): NewEvent {
  return { type, data, facts: facts ?? {} } as NewEvent;
}

type Found<T> = { readonly found: T } | { readonly found: null; readonly refusal: Decision & { accepted: false } };

/** The plan of a hall whose day is open, or why nothing can be ordered now. */
export function openHall(hall: Readonly<Hall>): Found<{ plan: Plan }> {
  if (hall.plan === null) return { found: null, refusal: refuse('noPlan', {}) };
  if (hall.day === null || hall.day.closedAt !== null) return { found: null, refusal: refuse('dayNotOpen', {}) };
  return { found: { plan: hall.plan } };
}

export interface CounterInPlan {
  readonly plan: Plan;
  readonly counter: Counter;
  readonly state: CounterState;
}

/** A counter of the plan with a clerk signed in, while the day is open. */
export function staffedCounter(hall: Readonly<Hall>, counterId: CounterId): Found<CounterInPlan> {
  const open = openHall(hall);
  if (open.found === null) return open;
  const counter = open.found.plan.counters.find(({ id }) => id === counterId);
  const state = hall.counters.get(counterId);
  if (counter === undefined || state === undefined) return { found: null, refusal: refuse('noSuchCounter', { counterId }) };
  if (!state.signedIn) return { found: null, refusal: refuse('notSignedIn', { counterId }) };
  return { found: { plan: open.found.plan, counter, state } };
}

/** A ticket of today in the version the order was pressed on (J6). */
export function ticketAsPressed(hall: Readonly<Hall>, ticketId: TicketId, version: number): Found<Ticket> {
  const ticket = hall.tickets.get(ticketId);
  if (ticket === undefined) return { found: null, refusal: refuse('noSuchTicket', { ticketId }) };
  const { number, state } = ticket;
  if (ticket.version !== version) return { found: null, refusal: refuse('staleTicket', { number, version: ticket.version, state }) };
  return { found: ticket };
}
