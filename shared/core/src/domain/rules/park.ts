// Parking a ticket in service and taking it up again (rule C10).
import { accept, fact, refuse, staffedCounter, ticketAsPressed, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';
import type { RecordId } from '../ids.ts';
import { must } from '../../base/assert.ts';
import { ticketAtCounter } from './call.ts';
import { freeCounter, notClosed, servesQueue } from './counters.ts';

/** Its stretch of service ends as parked; the counter is free for others. */
export function parkTicket(hall: Readonly<Hall>, data: CommandData<'parkTicket'>): Decision {
  const serving = ticketAtCounter(hall, data, 'serving');
  if (serving.found === null) return serving.refusal;
  const { ticket, plan } = serving.found;
  if (!plan.parkReasons.some(({ id }) => id === data.reasonId)) return refuse('noSuchReason', { reasonId: data.reasonId });
  const recordId = must(ticket.recordId, 'record of a ticket that is served');
  return accept(fact('ticketParked', { ticketId: ticket.id, counterId: data.counterId, recordId, reasonId: data.reasonId }));
}

/** Served again, at any free counter that is not closed and serves or helps its queue: a new stretch begins. */
export function resumeTicket(hall: Readonly<Hall>, data: CommandData<'resumeTicket'>): Decision {
  const staffed = staffedCounter(hall, data.counterId);
  if (staffed.found === null) return staffed.refusal;
  const pressed = ticketAsPressed(hall, data.ticketId, data.version);
  if (pressed.found === null) return pressed.refusal;
  const { number, state, queueId } = pressed.found;
  if (state !== 'parked') return refuse('wrongState', { number, state });
  const cannotHold = notClosed(staffed.found.state) ?? freeCounter(hall, staffed.found.state);
  if (cannotHold !== null) return cannotHold;
  if (!servesQueue(staffed.found.counter, queueId)) return refuse('notOurQueue', { number, queueId });
  const recordId = `${hall.epoch}.${hall.seq + 1}` as RecordId;
  return accept(fact('serviceStarted', { ticketId: data.ticketId, counterId: data.counterId, recordId }));
}
