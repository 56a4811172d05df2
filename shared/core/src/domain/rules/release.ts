// The manager frees a counter whose clerk has gone (rule C13): first what becomes of an active ticket, then the counter.
import { accept, fact, refuse, staffedCounter, type Context, type CounterInPlan, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { Ticket } from '../ticket.ts';
import { must } from '../../base/assert.ts';
import { activeTicket } from '../questions.ts';
import { finishOf } from './finish.ts';

export function releaseCounter(hall: Readonly<Hall>, { counterId, then }: CommandData<'releaseCounter'>, { now }: Context): Decision {
  const staffed = staffedCounter(hall, counterId);
  if (staffed.found === null) return staffed.refusal;
  const { state } = staffed.found;
  const ticket = activeTicket(hall, counterId);
  // Nobody was served yet: such a ticket can only go back to its place.
  if (ticket?.state === 'called' && then !== 'putBack') return refuse('wrongState', { number: ticket.number, state: ticket.state });
  const ends: NewEvent[] = ticket === null ? [] : [freeing(hall, staffed.found, ticket, then, now)];
  if (state.state !== 'closed') ends.push(fact('counterClosed', { counterId }));
  const [first, ...more] = [...ends, fact('counterSignedOut', { counterId })];
  return accept(must(first, 'an event of the release'), ...more);
}

function freeing(hall: Readonly<Hall>, { plan, counter }: CounterInPlan, ticket: Ticket, then: CommandData<'releaseCounter'>['then'], now: number): NewEvent {
  const counterId = counter.id;
  const { id: ticketId, queueId, dueAt, recordId } = ticket;
  const standing = { queueId, forCounterId: null, dueAt };
  const [putBackReason] = plan.putBackReasons;
  const [parkReason] = plan.parkReasons;
  if (ticket.state === 'called') return fact('ticketPutBack', { ticketId, counterId, ...standing }, { reasonId: must(putBackReason, 'a reason').id });
  const record = must(recordId, 'record of a ticket that is served');
  if (then === 'finish') return must(finishOf(hall, { plan, counter, ticket }, undefined, now).found, 'a finish that nobody chose');
  if (then === 'park') return fact('ticketParked', { ticketId, counterId, recordId: record, reasonId: must(parkReason, 'a reason').id });
  return fact('ticketTransferred', { ticketId, fromCounterId: counterId, recordId: record, ...standing });
}
