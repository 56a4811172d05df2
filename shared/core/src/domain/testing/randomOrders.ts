// Random orders for the laws: everything a screen could send, most of it sensible, some of it wrong.
// Made from a seed, so that a sequence that broke a law can be run again.
import type { Random } from '../../base/random.ts';
import type { Hall } from '../hall.ts';
import type { Plan } from '../plan.ts';
import type { Ticket } from '../ticket.ts';
import type { TicketState } from '../ticket.ts';
import { adopt, after, cancel, checkIn, close, closeDay, issue, issueTo, next, onTicket, open, openDay, order, pause, rate, restored, signIn, signOut, type Order, type TicketOrder, type Wait } from './orders.ts';

const days = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'];
const ticketOrders: readonly TicketOrder[] = ['recallTicket', 'startService', 'finishService', 'finishAndCallNext', 'missTicket'];
/** What a clerk would most likely press for a ticket in that state. */
const likely: Readonly<Partial<Record<TicketState, TicketOrder>>> = { called: 'startService', serving: 'finishService' };

/** One order, sent to `hall` at `now`. */
export function randomOrder(hall: Readonly<Hall>, plan: Plan, now: number, random: Random): Order {
  const counterId = random.pick(plan.counters).id;
  const serviceId = random.chance(0.97) ? random.pick(plan.services).id : 'nowhere';
  const classId = random.chance(0.9) ? random.pick(plan.classes).id : 'nobody';
  // A closed hall refuses nearly everything: it is opened again soon, on that day or a later one.
  if (hall.day?.closedAt !== null && random.chance(0.4)) return openDay(random.pick(days.filter((day) => day >= (hall.day?.date ?? ''))));
  const dice = random.below(100);
  if (dice < 20) return issue(serviceId);
  if (dice < 25) return issueTo(classId, serviceId);
  if (dice < 29) return checkIn(serviceId, now + random.below(3_600_000) - 1_800_000);
  if (dice < 30) return order('issueTicket', { serviceId, priority: { classId, reason: 'x' }, slotAt: now }, random.pick(['kiosk', 'manager']));
  if (dice < 38) return signIn(counterId, random.chance(0.95) ? random.pick(plan.staff?.clerks ?? []).id : '9999');
  if (dice < 45) return open(counterId);
  if (dice < 46) return signOut(counterId);
  if (dice < 48) return pause(counterId, random.pick(['lunch', 'meeting', 'nothing']));
  if (dice < 49) return close(counterId);
  if (dice < 67) return next(counterId);
  if (dice < 92) return orderOnTicket(hall, counterId, random);
  if (dice < 95) return rate(counterId, 1 + random.below(5), { codes: random.chance(0.5) ? [] : ['501', '103'], givenAt: now - random.below(60_000) });
  if (random.chance(0.8)) return random.chance(0.2) ? openDay(random.pick(days)) : issue(serviceId);
  if (random.chance(0.3)) return restored(hall.epoch + random.below(2), hall.day?.date ?? '2026-01-05', { A: 600, B: 4, BB: 3, C: 3 });
  return random.chance(0.3) ? adopt(plan) : closeDay(hall.day?.date ?? '2026-01-05');
}

function orderOnTicket(hall: Readonly<Hall>, counterId: string, random: Random): Order {
  const ticket = random.chance(0.8) ? activeAt(hall, counterId) : anyOf(hall, random);
  if (ticket === null) return next(counterId);
  const version = random.chance(0.95) ? ticket.version : ticket.version + 1 - random.below(3);
  if (random.chance(0.1)) return cancel(ticket.number, version);
  const at = random.chance(0.95) ? counterId : '2';
  return onTicket(random.chance(0.5) ? (likely[ticket.state] ?? 'recallTicket') : random.pick(ticketOrders), at, ticket.number, version);
}

function activeAt(hall: Readonly<Hall>, counterId: string): Ticket | null {
  for (const ticket of hall.tickets.values()) {
    if (ticket.counterId === counterId && (ticket.state === 'called' || ticket.state === 'serving')) return ticket;
  }
  return null;
}

function anyOf(hall: Readonly<Hall>, random: Random): Ticket | null {
  const all = [...hall.tickets.values()];
  return all.length === 0 ? null : random.pick(all);
}

/** A moment between two orders: often none, sometimes long. */
export const randomWait = (random: Random): Wait => after(random.chance(0.4) ? 0 : random.pick([1, 250, 2_999, 3_000, 5_000, 20_000, 120_000, 1_900_000]));
