// Presses that make no sense at the moment: old versions, foreign tickets, other counters, ids that never were.
// All of them must be refused without a trace, or be right by chance.
import type { CounterId, ReasonId, RecordId, TicketId } from '@hall/core/domain/ids';
import type { Screen } from '../screens.ts';
import { somewhere } from './exceptions.ts';
import type { Stage } from './stage.ts';

export function pressAnything({ random, plan, people }: Pick<Stage, 'random' | 'plan' | 'people'>, screen: Screen): void {
  const tickets = [...screen.hall.tickets.values()];
  const ticket = tickets.length > 0 && random.chance(0.8) ? random.pick(tickets) : null;
  const counterId = random.chance(0.7) ? (screen.place as CounterId) : random.pick(plan.counters).id;
  const on = { counterId, ticketId: ticket?.id ?? ('9.999' as TicketId), version: Math.max(1, (ticket?.version ?? 1) - random.below(2)) };
  const presses = [
    () => screen.order('startService', on),
    () => screen.order('finishService', on),
    () => screen.order('finishAndCallNext', on),
    () => screen.order('missTicket', on),
    () => screen.order('recallTicket', on),
    () => screen.order('callNext', { counterId }),
    () => screen.order('signOut', { counterId }),
    () => screen.order('closeCounter', { counterId }),
    () => screen.order('openCounter', { counterId }),
    () => screen.order('parkTicket', { ...on, reasonId: 'materials' as ReasonId }),
    () => screen.order('resumeTicket', on),
    () => screen.order('unparkTicket', { ticketId: on.ticketId, version: on.version }),
    () => screen.order('returnTicket', { ticketId: on.ticketId, version: on.version, override: null }),
    () => screen.order('transferTicket', { ...on, to: somewhere({ random, plan }) }),
    () => screen.order('pickTicket', { ...on, reasonId: 'urgent' as ReasonId }),
    () => screen.order('putBackTicket', { ...on, reasonId: 'nothing' as ReasonId }),
    () => screen.order('undoStep', on),
    () => screen.order('releaseCounter', { counterId, then: 'finish' }),
    () => screen.order('cancelTicket', { ticketId: on.ticketId, version: on.version }),
    () => screen.order('signIn', { counterId, clerkId: random.pick(people).id }),
    () => screen.order('rateService', { counterId, recordId: '1.7' as RecordId, level: 3, codes: [], givenAt: screen.hall.at }),
  ];
  random.pick(presses)();
}
