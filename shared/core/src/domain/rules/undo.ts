// Taking back the last step of a ticket: finish, miss or start, by the same clerk, soon after (T1).
import { accept, fact, refuse, staffedCounter, ticketAsPressed, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { EventData } from '../events.ts';
import type { CounterState, Hall } from '../hall.ts';
import type { Plan } from '../plan.ts';
import type { Ticket } from '../ticket.ts';
import { notClosed, freeCounter } from './counters.ts';

type Step = EventData<'stepUndone'>['step'];

/** The clerk is the same when the sign-in is older than the step. A finish that was rated stays finished. */
export function undoStep(hall: Readonly<Hall>, data: CommandData<'undoStep'>, { now }: Context): Decision {
  const staffed = staffedCounter(hall, data.counterId);
  if (staffed.found === null) return staffed.refusal;
  const pressed = ticketAsPressed(hall, data.ticketId, data.version);
  if (pressed.found === null) return pressed.refusal;
  const ticket = pressed.found;
  const { plan, state } = staffed.found;
  const last = lastStep(ticket, state);
  if (last === null || ticket.counterId !== data.counterId || !canLive(ticket, plan)) return refuse('nothingToUndo', { number: ticket.number });
  if (last.at < (state.signedInAt ?? Infinity)) return refuse('nothingToUndo', { number: ticket.number });
  if (now - last.at > plan.calling.undoMs) return refuse('undoTooLate', { number: ticket.number, withinMs: plan.calling.undoMs });
  const cannotHold = last.step === 'start' ? null : (notClosed(state) ?? freeCounter(hall, state));
  return cannotHold ?? accept(fact('stepUndone', { ticketId: ticket.id, counterId: data.counterId, step: last.step }));
}

/** A plan may drop what only a finished ticket had; then it stays finished. */
const canLive = ({ state, serviceId, laterServiceIds, queueId, staff }: Ticket, { services, queues, classes }: Plan): boolean => state !== 'done'
  || ([serviceId, ...laterServiceIds].every((id) => services.some((one) => one.id === id)) && queues.some(({ id }) => id === queueId)
    && (staff === undefined || staff.classId === null || classes.some(({ id }) => id === staff.classId)));

function lastStep(ticket: Ticket, { lastRecord }: CounterState): { readonly step: Step; readonly at: number } | null {
  switch (ticket.state) {
    case 'done': return lastRecord?.ticketId === ticket.id && !lastRecord.rated && ticket.endedAt !== null ? { step: 'finish', at: ticket.endedAt } : null;
    case 'missed': return ticket.missedAt === null ? null : { step: 'miss', at: ticket.missedAt };
    // A ticket that came back from being parked was not called here: there is no call to go back to.
    case 'serving': return ticket.startedAt === null || ticket.calledAt === null ? null : { step: 'start', at: ticket.startedAt };
    case 'waiting': case 'called': case 'parked': case 'cancelled': case 'expired': return null;
  }
}
