// Visitors at the door: they come by the day's curve, most take a ticket at a kiosk, some for several services, some tell who
// they are; who has booked checks in with a code, who has priority gets a ticket at the desk (the manager's place); a few
// give up waiting.
import type { Random } from '@hall/core/base/random';
import { plainTicket } from '@hall/core/domain/commands';
import type { TicketId } from '@hall/core/domain/ids';
import type { Plan } from '@hall/core/domain/plan';
import { isDayOpen } from '@hall/core/domain/questions';
import type { Answer } from '@hall/core/protocol/messages';
import { dayStart, minutesToNext, wishes } from './arrivals.ts';
import { visitByAppointment } from './bookings.ts';
import type { Door } from './door.ts';
import { randomOf } from './fate.ts';
import { someone } from './someone.ts';
import type { Person, World } from './person.ts';

/** Shares of the sample hall's arrivals; who gives up is our own guess. */
const priorityShare = 0.09;
const bookedShare = 0.12;
const givesUpShare = 0.02;
/** Who comes for more than one service, and who tells the kiosk who he is: our own guesses. */
const severalShare = 0.15;
const knownShare = 0.15;

export async function liveAsVisitors(world: World, door: Door, visitorsADay: number): Promise<void> {
  const random = randomOf(world.seed, 'visitors');
  await door.desk.awake();
  while (!world.over.aborted) {
    const minutes = minutesToNext(random, visitorsADay, Math.max(dayStart, world.minuteOfDay()));
    const realMs = (minutes * 60_000) / world.speed;
    // When nobody comes any more today, look again later: the lived day begins anew.
    if (realMs > 60_000) {
      await door.desk.nap(1_000);
      continue;
    }
    await door.desk.nap(realMs);
    if (!world.over.aborted && isDayOpen(door.desk.hall())) void visit(world, door, random);
  }
}

/** One visitor takes a ticket, and perhaps gives up waiting. Resolves with the answer to the first order. */
export async function visit(world: World, door: Door, random: Random): Promise<Answer | null> {
  const { plan } = door.desk.hall();
  if (plan === null) return null;
  const answer = await takeTicket(world, door, plan, random);
  const issued = answer.ok ? answer.events.find(({ type }) => type === 'ticketIssued') : undefined;
  if (issued?.type === 'ticketIssued' && random.chance(givesUpShare)) void giveUp(world, door.desk, issued.data.ticketId, random);
  return answer;
}

async function takeTicket({ speed }: World, door: Door, plan: Plan, random: Random): Promise<Answer> {
  const { kiosks, desk } = door;
  const wish = wishes(plan);
  const service = wish(random);
  const luck = random.next();
  const also = random.chance(severalShare) ? [wish(random).id].filter((id) => id !== service.id) : [];
  const order = { ...plainTicket(service.id), alsoServiceIds: also };
  if (luck < priorityShare && plan.classes.length > 0) {
    return desk.press('issueTicket', { ...order, priority: { classId: random.pick(plan.classes).id, reason: random.pick(plan.grantReasons).id } });
  }
  if (luck < priorityShare + bookedShare) {
    const answer = await visitByAppointment(door, service, random);
    if (answer !== null) return answer;
    // At an hour without slots: a slot that was promised elsewhere. Most come a little before it.
    const earlyMs = ((random.next() * 20 - 5) * 60_000) / speed;
    return desk.press('issueTicket', { ...order, slotAt: Math.round(desk.link.serverNow() + earlyMs) });
  }
  return random.pick(kiosks).press('issueTicket', order, random.chance(knownShare) ? someone(random) : undefined);
}

async function giveUp(world: World, desk: Person, ticketId: TicketId, random: Random): Promise<void> {
  await desk.nap(random.lognormal(900_000, 0.5) / world.speed);
  const ticket = desk.hall().tickets.get(ticketId);
  if (ticket?.state === 'waiting' && !world.over.aborted) await desk.press('cancelTicket', { ticketId, version: ticket.version });
}
