// Calling: the next ticket, the same ticket again, and giving up on it (rules C1, C2, C6, C7, C8).
import { accept, fact, refuse, staffedCounter, ticketAsPressed, type Context, type CounterInPlan, type Decision } from '../decision.ts';
import { chooseNext } from '../callOrder.ts';
import { freeCounter } from './counters.ts';
import type { CommandData } from '../commands.ts';
import type { CallReason, NewEvent } from '../events.ts';
import type { CounterState, Hall } from '../hall.ts';
import type { Plan } from '../plan.ts';
import type { Ticket } from '../ticket.ts';
import type { CounterId, TicketId } from '../ids.ts';

/** Calls the next ticket by the plan's policy; never touches an active one (C2). */
export function callNext(hall: Readonly<Hall>, { counterId }: CommandData<'callNext'>, { now }: Context): Decision {
  const callable = callableCounter(hall, counterId);
  return callable.found === null ? callable.refusal : nextCall(hall, callable.found, now);
}

type Callable = { readonly found: CounterInPlan } | { readonly found: null; readonly refusal: Decision & { accepted: false } };

/** A counter that is open and free, so that it may call. */
export function callableCounter(hall: Readonly<Hall>, counterId: CounterId): Callable {
  const staffed = staffedCounter(hall, counterId);
  if (staffed.found === null) return staffed;
  const { state } = staffed.found;
  if (state.state !== 'open') return { found: null, refusal: refuse('counterNotOpen', { counterId, state: state.state }) };
  const busy = freeCounter(hall, state);
  return busy === null ? staffed : { found: null, refusal: busy };
}

/** The call itself, once the counter is known to be free. Refuses `tooSoon` (C7) or `nobodyWaiting` (C6). */
export function nextCall(hall: Readonly<Hall>, { plan, counter, state }: CounterInPlan, now: number): Decision {
  const early = tooSoonToCall(plan, state, now);
  if (early !== null) return early;
  const choice = chooseNext(hall, plan, counter, state, now);
  if (choice === null) return refuse('nobodyWaiting', { counterId: counter.id });
  return accept(callOf(choice.ticket, counter.id, choice.why));
}

/** Two calls of a next ticket at one counter keep the plan's gap (C7). */
export function tooSoonToCall(plan: Plan, state: CounterState, now: number): (Decision & { accepted: false }) | null {
  const waitMs = (state.nextCalledAt ?? -Infinity) + plan.calling.nextGapMs - now;
  return waitMs > 0 ? refuse('tooSoon', { waitMs }) : null;
}

/** Every call is made here, whoever asked for it (C1). */
export function callOf(ticket: Ticket, counterId: CounterId, why: CallReason): NewEvent {
  return fact('ticketCalled', { ticketId: ticket.id, number: ticket.number, counterId, nth: ticket.calls + 1, picked: why.rule === 'picked' }, { why });
}

/** The same call once more, not sooner than the plan's gap and not more often than it allows (C7). */
export function recallTicket(hall: Readonly<Hall>, data: CommandData<'recallTicket'>, { now }: Context): Decision {
  const called = ticketAtCounter(hall, data, 'called');
  if (called.found === null) return called.refusal;
  const { ticket, plan } = called.found;
  const { recallGapMs, maxCalls } = plan.calling;
  if (ticket.calls >= maxCalls) return refuse('callsUsed', { number: ticket.number, maxCalls });
  const waitMs = (ticket.calledAt ?? 0) + recallGapMs - now;
  if (waitMs > 0) return refuse('tooSoon', { waitMs });
  return accept(fact('ticketRecalled', { ticketId: ticket.id, number: ticket.number, counterId: data.counterId, nth: ticket.calls + 1 }));
}

/** Called and not come, after enough calls and enough time (C8). */
export function missTicket(hall: Readonly<Hall>, data: CommandData<'missTicket'>, { now }: Context): Decision {
  const called = ticketAtCounter(hall, data, 'called');
  if (called.found === null) return called.refusal;
  const { ticket, plan } = called.found;
  const { missAfterCalls, missAfterMs } = plan.calling;
  if (ticket.calls < missAfterCalls) return refuse('callAgainFirst', { calls: ticket.calls, needed: missAfterCalls });
  const waitMs = (ticket.calledAt ?? 0) + missAfterMs - now;
  if (waitMs > 0) return refuse('tooSoon', { waitMs });
  return accept(fact('ticketMissed', { ticketId: ticket.id, counterId: data.counterId }));
}

interface OnTicket { readonly counterId: CounterId; readonly ticketId: TicketId; readonly version: number }
type AtCounter =
  | { readonly found: CounterInPlan & { readonly ticket: Ticket } }
  | { readonly found: null; readonly refusal: Decision & { accepted: false } };

/** The ticket as pressed, in the state the order needs, active at this very counter (T2). */
export function ticketAtCounter(hall: Readonly<Hall>, { counterId, ticketId, version }: OnTicket, needed: 'called' | 'serving'): AtCounter {
  const staffed = staffedCounter(hall, counterId);
  if (staffed.found === null) return staffed;
  const pressed = ticketAsPressed(hall, ticketId, version);
  if (pressed.found === null) return pressed;
  const ticket = pressed.found;
  const { number, state } = ticket;
  if (state !== needed) return { found: null, refusal: refuse('wrongState', { number, state }) };
  if (ticket.counterId !== counterId) return { found: null, refusal: refuse('otherCounter', { number, counterId: ticket.counterId ?? '' }) };
  return { found: { ...staffed.found, ticket } };
}
