// Visitors at the door: they come by the day's curve, most take a ticket at a kiosk; who has booked or has priority
// gets it at the desk (the manager's place); a few give up waiting.
import type { Random } from '@hall/core/base/random';
import type { ClassId, ReasonId, ServiceId, TicketId } from '@hall/core/domain/ids';
import { isDayOpen } from '@hall/core/domain/questions';
import type { Answer } from '@hall/core/protocol/messages';
import { dayStart, minutesToNext, wishes } from './arrivals.ts';
import { randomOf } from './fate.ts';
import type { Person, World } from './person.ts';

/** Shares of the sample hall's arrivals; who gives up is our own guess. */
const priorityShare = 0.09;
const bookedShare = 0.12;
const givesUpShare = 0.02;

export interface Door {
  readonly kiosks: readonly Person[];
  readonly desk: Person;
}

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
  const serviceId = wishes(plan)(random).id;
  const answer = await takeTicket(world, door, random, serviceId, plan.classes.map(({ id }) => id), plan.grantReasons.map(({ id }) => id));
  const issued = answer.ok ? answer.events.find(({ type }) => type === 'ticketIssued') : undefined;
  if (issued?.type === 'ticketIssued' && random.chance(givesUpShare)) void giveUp(world, door.desk, issued.data.ticketId, random);
  return answer;
}

function takeTicket({ speed }: World, { kiosks, desk }: Door, random: Random, serviceId: ServiceId, classes: readonly ClassId[], reasons: readonly ReasonId[]): Promise<Answer> {
  const luck = random.next();
  if (luck < priorityShare && classes.length > 0) {
    return desk.press('issueTicket', { serviceId, priority: { classId: random.pick(classes), reason: random.pick(reasons) }, slotAt: null, override: null, visitorKey: null });
  }
  if (luck < priorityShare + bookedShare) {
    // Most come a little before their slot.
    const earlyMs = ((random.next() * 20 - 5) * 60_000) / speed;
    return desk.press('issueTicket', { serviceId, priority: null, slotAt: Math.round(desk.link.serverNow() + earlyMs), override: null, visitorKey: null });
  }
  return random.pick(kiosks).press('issueTicket', { serviceId, priority: null, slotAt: null, override: null, visitorKey: null });
}

async function giveUp(world: World, desk: Person, ticketId: TicketId, random: Random): Promise<void> {
  await desk.nap(random.lognormal(900_000, 0.5) / world.speed);
  const ticket = desk.hall().tickets.get(ticketId);
  if (ticket?.state === 'waiting' && !world.over.aborted) await desk.press('cancelTicket', { ticketId, version: ticket.version });
}
