// Moving a ticket to another queue or to one counter; number and history stay (rules C11, N5).
import { accept, fact, openHall, refuse, ticketAsPressed, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';
import type { Plan } from '../plan.ts';
import type { Ticket } from '../ticket.ts';
import { dueAfterTransfer } from '../place.ts';
import { must } from '../../base/assert.ts';
import { ticketAtCounter } from './call.ts';
import { servesQueue } from './counters.ts';

type Destination = CommandData<'moveTicket'>['to'];

/** From the counter that called or serves it. */
export function transferTicket(hall: Readonly<Hall>, data: CommandData<'transferTicket'>, { now }: Context): Decision {
  const state = hall.tickets.get(data.ticketId)?.state === 'serving' ? 'serving' : 'called';
  const active = ticketAtCounter(hall, data, state);
  if (active.found === null) return active.refusal;
  const { plan, ticket } = active.found;
  return transferred(hall, plan, ticket, data.to, now, data.counterId);
}

/** A waiting ticket, by the guide desk (T1). */
export function moveTicket(hall: Readonly<Hall>, data: CommandData<'moveTicket'>, { now }: Context): Decision {
  const open = openHall(hall);
  if (open.found === null) return open.refusal;
  const pressed = ticketAsPressed(hall, data.ticketId, data.version);
  if (pressed.found === null) return pressed.refusal;
  const { number, state } = pressed.found;
  if (state !== 'waiting') return refuse('wrongState', { number, state });
  return transferred(hall, open.found.plan, pressed.found, data.to, now, null);
}

function transferred(hall: Readonly<Hall>, plan: Plan, ticket: Ticket, to: Destination, now: number, from: Ticket['counterId']): Decision {
  const queue = plan.queues.find(({ id }) => id === to.queueId);
  if (queue === undefined) return refuse('noSuchQueue', { queueId: to.queueId });
  if (to.counterId !== null) {
    const counter = plan.counters.find(({ id }) => id === to.counterId);
    if (counter === undefined) return refuse('noSuchCounter', { counterId: to.counterId });
    if (!servesQueue(counter, queue.id)) return refuse('notOurQueue', { number: ticket.number, queueId: queue.id });
    // Whoever waits for one counter alone must find it at work.
    const state = must(hall.counters.get(counter.id), `counter ${counter.id}`).state;
    if (state === 'closed') return refuse('counterNotOpen', { counterId: counter.id, state });
  }
  return accept(fact('ticketTransferred', {
    ticketId: ticket.id, fromCounterId: from, recordId: ticket.state === 'serving' ? ticket.recordId : null,
    queueId: queue.id, forCounterId: to.counterId, dueAt: dueAfterTransfer(hall, ticket, queue, to, now),
  }));
}
