// People of the soak who make sure that every death meets orders on their way, and that days come and go.
import type { BusinessDay } from '@hall/core/domain/ids';
import { isDayOpen } from '@hall/core/domain/questions';
import { wishes } from '../demo/arrivals.ts';
import { randomOf } from '../demo/fate.ts';
import type { Person, World } from '../demo/person.ts';

/** Takes a ticket and gives it back, again and again. */
export async function liveRestless(world: World, me: Person): Promise<void> {
  const random = randomOf(world.seed, `restless ${me.place}`);
  await me.awake();
  while (!world.over.aborted) {
    await me.nap(10 + random.next() * 40);
    const { plan } = me.hall();
    if (plan === null || !isDayOpen(me.hall())) continue;
    const answer = await me.press('issueTicket', { serviceId: wishes(plan)(random).id, alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null });
    const issued = answer.ok ? answer.events[0] : undefined;
    if (issued?.type === 'ticketIssued') await me.press('cancelTicket', { ticketId: issued.data.ticketId, version: 1 });
  }
}

const dayMs = 86_400_000;

/** Closes the day every so often and opens the next, so that starts also begin from a day close's snapshot. */
export async function turnDays(world: World, desk: Person, everyMs: number): Promise<void> {
  while (!world.over.aborted) {
    await desk.nap(everyMs);
    const { day } = desk.hall();
    if (world.over.aborted || day === null) continue;
    if (day.closedAt === null) await desk.press('closeDay', { date: day.date });
    await desk.press('openDay', { date: new Date(Date.parse(day.date) + dayMs).toISOString().slice(0, 10) as BusinessDay });
  }
}
