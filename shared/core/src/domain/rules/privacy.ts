// Looking at a visitor in full, and forgetting visitors (V1, V2). The data itself is nowhere in the hall: the side store gives
// or forgets it once the fact is durable (server/src/visitors).
import { accept, fact, refuse, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';
import type { ReasonId } from '../ids.ts';
import type { Plan } from '../plan.ts';

type Refused = Decision & { accepted: false };

/** Also while no day is open: who is asked about may have come yesterday. */
export function seeVisitor(hall: Readonly<Hall>, { visitorId, reasonId }: CommandData<'seeVisitor'>): Decision {
  const refused = reasonFault(hall, 'lookReasons', reasonId);
  if (refused !== null) return refused;
  return hall.staff.erased.has(visitorId) ? refuse('visitorErased', {}) : accept(fact('visitorSeen', {}, { visitorId, reasonId }));
}

/** Once and for ever; who comes again is somebody new. */
export function eraseVisitor(hall: Readonly<Hall>, { visitorId, reasonId }: CommandData<'eraseVisitor'>): Decision {
  const refused = reasonFault(hall, 'eraseReasons', reasonId);
  if (refused !== null) return refused;
  return hall.staff.erased.has(visitorId) ? refuse('visitorErased', {}) : accept(fact('visitorErased', {}, { visitorId, reasonId }));
}

/** Everybody whose last day was that one, with all words and files of it. Only a day that is over: work needs the others. */
export function eraseVisitorsOfDay(hall: Readonly<Hall>, { date, reasonId }: CommandData<'eraseVisitorsOfDay'>): Decision {
  const refused = reasonFault(hall, 'eraseReasons', reasonId);
  if (refused !== null) return refused;
  const { day } = hall;
  const isOver = day !== null && (day.closedAt === null ? date < day.date : date <= day.date);
  return isOver ? accept(fact('visitorsOfDayErased', {}, { date, reasonId })) : refuse('dayNotOver', { date });
}

function reasonFault({ plan }: Readonly<Hall>, list: 'lookReasons' | 'eraseReasons', reasonId: ReasonId): Refused | null {
  if (plan === null) return refuse('noPlan', {});
  const reasons: Plan['lookReasons'] = plan[list];
  return reasons.some(({ id }) => id === reasonId) ? null : refuse('noSuchReason', { reasonId });
}
