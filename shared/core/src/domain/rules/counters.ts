// Who sits at a counter and whether it calls (rules C12, C13).
import { accept, fact, openHall, refuse, staffedCounter, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { CounterState, Hall } from '../hall.ts';
import type { QueueId } from '../ids.ts';
import { maySitAt } from '../person.ts';
import type { Counter } from '../plan.ts';

/** One clerk holds a counter, and a clerk holds one counter (C13). A sign-in leaves the counter closed. */
export function signIn(hall: Readonly<Hall>, { counterId, clerkId }: CommandData<'signIn'>): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const state = hall.counters.get(counterId);
  if (state === undefined) return refuse('noSuchCounter', { counterId });
  const person = hall.staff.people.get(clerkId);
  const counter = open.found.plan.counters.find(({ id }) => id === counterId);
  if (person?.duties.includes('clerk') !== true || !person.isActive) return refuse('noSuchClerk', { clerkId });
  if (counter !== undefined && !maySitAt(person, counter)) return refuse('mayNotSitHere', { counterId });
  if (state.signedIn) return refuse('counterHeld', { counterId });
  for (const other of hall.counters.values()) {
    if (other.staff?.clerkId === clerkId) return refuse('clerkElsewhere', { counterId: other.id });
  }
  return accept(fact('counterSignedIn', { counterId }, { clerkId }));
}

/** Leaving closes the counter first; not with a ticket in hand. */
export function signOut(hall: Readonly<Hall>, { counterId }: CommandData<'signOut'>): Decision {
  const staffed = staffedCounter(hall, counterId);
  if (staffed.found === null) return staffed.refusal;
  const busy = freeCounter(hall, staffed.found.state);
  if (busy !== null) return busy;
  const out = fact('counterSignedOut', { counterId });
  return staffed.found.state.state === 'closed' ? accept(out) : accept(fact('counterClosed', { counterId }), out);
}

export function openCounter(hall: Readonly<Hall>, { counterId }: CommandData<'openCounter'>): Decision {
  const staffed = staffedCounter(hall, counterId);
  if (staffed.found === null) return staffed.refusal;
  if (staffed.found.state.state === 'open') return refuse('counterAlready', { counterId, state: 'open' });
  return accept(fact('counterOpened', { counterId }));
}

/** A pause may begin while a ticket is in hand: it keeps the next one from being called (C12). */
export function pauseCounter(hall: Readonly<Hall>, { counterId, reasonId }: CommandData<'pauseCounter'>): Decision {
  const staffed = staffedCounter(hall, counterId);
  if (staffed.found === null) return staffed.refusal;
  const { plan, state } = staffed.found;
  if (state.state === 'closed') return refuse('counterNotOpen', { counterId, state: state.state });
  if (state.state === 'paused') return refuse('counterAlready', { counterId, state: 'paused' });
  if (!plan.pauseReasons.some(({ id }) => id === reasonId)) return refuse('noSuchReason', { reasonId });
  return accept(fact('counterPaused', { counterId, reasonId }));
}

export function closeCounter(hall: Readonly<Hall>, { counterId }: CommandData<'closeCounter'>): Decision {
  const staffed = staffedCounter(hall, counterId);
  if (staffed.found === null) return staffed.refusal;
  if (staffed.found.state.state === 'closed') return refuse('counterAlready', { counterId, state: 'closed' });
  return freeCounter(hall, staffed.found.state) ?? accept(fact('counterClosed', { counterId }));
}

/** Null when no ticket is active at the counter; else which one is (C2, T2). */
export function freeCounter(hall: Readonly<Hall>, { activeTicketId }: CounterState): (Decision & { accepted: false }) | null {
  const ticket = activeTicketId === null ? undefined : hall.tickets.get(activeTicketId);
  return ticket === undefined ? null : refuse('ticketActive', { ticketId: ticket.id, number: ticket.number, state: ticket.state });
}

/** Null unless the counter is closed: a closed counter holds no ticket (T2). */
export const notClosed = ({ id, state }: CounterState): (Decision & { accepted: false }) | null =>
  state === 'closed' ? refuse('counterNotOpen', { counterId: id, state }) : null;

/** Own or helper queue. */
export const servesQueue = ({ ownQueues, helperQueues }: Counter, queueId: QueueId): boolean => ownQueues.includes(queueId) || helperQueues.includes(queueId);
