// The guide desk: whoever missed a call or was parked turns up there, and some are moved to another line (C8, C10, T1).
import { isDayOpen, ticketsIn } from '@hall/core/domain/questions';
import type { Ticket } from '@hall/core/domain/ticket';
import type { Screen } from '../screens.ts';
import { somewhere } from './exceptions.ts';
import type { Stage } from './stage.ts';

/** Between two visitors at the desk, in thoughts. */
const pauseInThoughts = 8;

export function liveAsGuide(stage: Stage, desk: Screen): void {
  const { clock, random, plan, pace } = stage;
  const some = (state: Ticket['state'], act: (ticket: Ticket) => void): void => {
    const tickets = ticketsIn(desk.hall, state);
    if (tickets.length > 0) act(random.pick(tickets));
  };

  function attend(): void {
    if (isDayOpen(desk.hall)) {
      const luck = random.next();
      const override = random.chance(0.5) ? random.pick(plan.grantReasons).id : null;
      if (luck < 0.4) some('missed', ({ id, version }) => desk.order('returnTicket', { ticketId: id, version, override }));
      else if (luck < 0.55) some('parked', ({ id, version }) => desk.order('unparkTicket', { ticketId: id, version }));
      else if (luck < 0.75) some('waiting', ({ id, version }) => desk.order('moveTicket', { ticketId: id, version, to: somewhere(stage) }));
    }
    clock.after(pace.thinkMs * pauseInThoughts * (0.5 + random.next()), attend);
  }
  clock.after(pace.thinkMs * pauseInThoughts, attend);
}
