// What a clerk does beside the main way: park, transfer, put back, undo; take up, return and pick (T1, C8–C11).
// Chosen by chance among what the screen shows, so that some of it is refused, as in life.
import type { CounterId } from '@hall/core/domain/ids';
import { ticketsIn } from '@hall/core/domain/questions';
import type { Ticket } from '@hall/core/domain/ticket';
import { must } from '@hall/core/base/assert';
import type { CommandData } from '@hall/core/domain/commands';
import type { Screen } from '../screens.ts';
import type { Stage } from './stage.ts';

export interface Exceptions {
  /** With a ticket in hand; false when there was nothing of the kind to do. */
  onTicket(ticket: Ticket): boolean;
  /** With free hands. */
  freeHands(): boolean;
}

export type Destination = CommandData<'moveTicket'>['to'];

/** Somewhere, mostly sensible: any queue, now and then one counter of it. */
export function somewhere({ random, plan }: Pick<Stage, 'random' | 'plan'>): Destination {
  const queueId = random.pick(plan.queues).id;
  const serving = plan.counters.filter(({ ownQueues, helperQueues }) => ownQueues.includes(queueId) || helperQueues.includes(queueId));
  const counterId = random.chance(0.5) && serving.length > 0 ? random.pick(serving).id : null;
  return { queueId, counterId, place: random.chance(0.7) ? 'byRule' : 'end' };
}

export function exceptionsAt(stage: Stage, screen: Screen): Exceptions {
  const { random, plan } = stage;
  const counterId = screen.place as CounterId;
  const { ownQueues, helperQueues } = must(plan.counters.find(({ id }) => id === counterId), `counter ${counterId} of the plan`);
  const ours = ({ queueId }: Ticket): boolean => ownQueues.includes(queueId) || helperQueues.includes(queueId);
  const on = ({ id, version }: Ticket): { counterId: CounterId; ticketId: Ticket['id']; version: number } => ({ counterId, ticketId: id, version });

  function takeUp(tickets: readonly Ticket[], take: (ticket: Ticket) => void): boolean {
    const [first] = tickets;
    if (first === undefined) return false;
    take(random.chance(0.8) ? first : random.pick(tickets));
    return true;
  }

  return {
    onTicket(ticket) {
      if (ticket.state !== 'called' && ticket.state !== 'serving') return false;
      const luck = random.next();
      if (luck < 0.4) screen.order('transferTicket', { ...on(ticket), to: somewhere(stage) });
      else if (ticket.state === 'called') screen.order('putBackTicket', { ...on(ticket), reasonId: random.pick(plan.putBackReasons).id });
      else if (luck < 0.8) screen.order('parkTicket', { ...on(ticket), reasonId: random.pick(plan.parkReasons).id });
      else screen.order('undoStep', on(ticket));
      return true;
    },
    freeHands() {
      const luck = random.next();
      const { hall } = screen;
      if (luck < 0.25) {
        return takeUp(ticketsIn(hall, 'parked').filter(ours), (ticket) => {
          if (random.chance(0.7)) screen.order('resumeTicket', on(ticket));
          else screen.order('unparkTicket', { ticketId: ticket.id, version: ticket.version });
        });
      }
      if (luck < 0.5) return takeUp(ticketsIn(hall, 'missed').filter(ours), ({ id, version }) => screen.order('returnTicket', { ticketId: id, version, override: null }));
      if (luck < 0.7) return takeUp(ticketsIn(hall, 'waiting').filter(ours).reverse(), (ticket) => screen.order('pickTicket', { ...on(ticket), reasonId: random.pick(plan.pickReasons).id }));
      const last = hall.counters.get(counterId)?.lastRecord?.ticketId;
      const done = last === undefined ? undefined : hall.tickets.get(last);
      return takeUp([...(done === undefined ? [] : [done]), ...ticketsIn(hall, 'missed').filter((ticket) => ticket.counterId === counterId)], (ticket) => screen.order('undoStep', on(ticket)));
    },
  };
}
