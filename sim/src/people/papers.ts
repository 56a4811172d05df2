// Notes and files on tickets, looks at visitors in full, and visitors and days that are forgotten (V1, V2): now and then, by the desk,
// a counter and the manager. What the notes say may never be told to anybody; files come by a way beside the sockets.
import { hash } from 'node:crypto';
import type { BusinessDay, CommandId, FileRef } from '@hall/core/domain/ids';
import { isDayOpen } from '@hall/core/domain/questions';
import type { Ticket } from '@hall/core/domain/ticket';
import { noteStart, somebody, visitorIdOf } from '../memoryVisitors.ts';
import type { Screen } from '../screens.ts';
import type { Office } from './planner.ts';
import type { Stage } from './stage.ts';

const dayMs = 86_400_000;

export function liveWithPapers({ clock, random, plan }: Stage, screens: { readonly desk: Screen; readonly counters: readonly Screen[]; readonly manager: Screen }, office: Office, ids: () => CommandId, lengthMs: number): void {
  const often = (most: number, act: (nth: number) => void): void => {
    const times = 1 + random.below(most);
    for (let nth = 0; nth < times; nth += 1) clock.after(lengthMs * random.next(), () => act(nth));
  };
  const someTicket = (screen: Screen): Ticket | null => {
    const tickets = [...screen.hall.tickets.values()];
    return tickets.length === 0 ? null : random.pick(tickets);
  };

  often(4, (nth) => {
    const screen = random.chance(0.5) ? screens.desk : random.pick(screens.counters);
    const ticket = someTicket(screen);
    if (ticket !== null) screen.order('noteTicket', { ticketId: ticket.id, text: null }, undefined, ids(), undefined, random.chance(0.9) ? `${noteStart}${nth}` : undefined);
  });
  often(3, (nth) => {
    const ticket = someTicket(screens.desk);
    if (ticket === null) return;
    const ref = hash('md5', `${ticket.id} ${nth} ${clock.now()}`, 'hex') as FileRef;
    office.give('attachFile', { ticketId: ticket.id, file: { ref, sha256: ref + ref, bytes: 1 + random.below(5_000_000), kind: random.pick(['png', 'jpeg', 'pdf']) } }, ids(), () => undefined);
  });
  often(3, () => screens.desk.order('seeVisitor', { visitorId: visitorIdOf(somebody(random.below(20))), reasonId: random.pick(plan.lookReasons).id }));
  if (random.chance(0.4)) often(2, () => screens.manager.order('eraseVisitor', { visitorId: visitorIdOf(somebody(random.below(20))), reasonId: random.pick(plan.eraseReasons).id }));
  if (random.chance(0.3)) {
    often(1, () => {
      const date = screens.manager.hall.day?.date;
      if (date === undefined) return;
      // Mostly the day before; sometimes the one that is open, which must be refused.
      const before = new Date(Date.parse(date) - (random.chance(0.8) ? dayMs : 0)).toISOString().slice(0, 10) as BusinessDay;
      if (isDayOpen(screens.manager.hall)) screens.manager.order('eraseVisitorsOfDay', { date: before, reasonId: random.pick(plan.eraseReasons).id });
    });
  }
}
