// Orders to erase are carried out in the side store once they are durable (V1): in the same turn, and at every start for what a
// crash, a full disk or an older copy of the store has left of them.
import type { HallEvent } from '@hall/core/domain/events';
import type { Logger } from 'pino';
import type { HallKeeper } from '../hall/hallKeeper.ts';
import type { Visitors } from './visitors.ts';

/** Begins with what is left, so before anything else of this start: a day may be opened again, and is then worked on. */
export function keepErased({ keeper, visitors, log }: { readonly keeper: HallKeeper; readonly visitors: Visitors; readonly log: Logger }): void {
  const carryOut = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      // The hall goes on; the next start does it again.
      log.error({ error: String(error) }, 'visitors could not be erased; it is done again at the next start');
    }
  };
  carryOut(() => {
    const { erased, erasedDays } = keeper.hall.staff;
    const left = visitors.holdTo({ visitors: erased.keys(), days: erasedDays.keys() });
    if (left > 0) log.warn({ left }, 'orders to erase had been broken off and were finished');
  });
  keeper.onTurn((events) => events.forEach((event) => carryOut(() => eraseBy(event, visitors))));
}

function eraseBy({ type, staff }: HallEvent, visitors: Visitors): void {
  if (type === 'visitorErased' && staff !== undefined) visitors.erase(staff.facts.visitorId);
  if (type === 'visitorsOfDayErased' && staff !== undefined) visitors.eraseDay(staff.facts.date);
}
