// Random orders for the laws, beside randomOrders.ts: appointments, tickets for several services, slips printed again, and
// plans that change under the feet of those who wait.
import type { Random } from '../../base/random.ts';
import { localTime } from '../../base/localTime.ts';
import type { Appointment } from '../appointment.ts';
import type { Hall } from '../hall.ts';
import type { Plan } from '../plan.ts';
import { isFinal } from '../ticket.ts';
import { book, change, comeToDesk, comeToKiosk, excuse, reprint, withdraw, whileExpecting } from './bookingOrders.ts';
import { issueSeveral, order, type Order } from './orders.ts';
import { randomPolicy } from './randomPlan.ts';

export const visitors: readonly string[] = ['a', 'b', 'c', 'd', 'e', 'f', '1', '2', '3', '4'].map((letter) => letter.repeat(32));
const visitorOrNone = (random: Random): string | null => (random.chance(0.6) ? random.pick(visitors) : null);

export function randomBooking(hall: Readonly<Hall>, plan: Plan, days: readonly string[], now: number, random: Random): Order {
  const dice = hall.staff.appointments.size === 0 ? random.below(160) : random.below(100);
  if (dice < 36 || dice >= 100) return bookSomething(hall, plan, days, now, random);
  if (dice < 62) return comeSomehow(hall, random);
  if (dice < 78) return manyServices(plan, random);
  if (dice < 84) return reprint(anyNumber(hall, random));
  if (dice < 89) return order('cancelAppointment', { appointmentId: anyAppointment(hall, random)?.id ?? '9.9' }, 'desk', 'D1');
  if (dice < 94) {
    const blamed = [...hall.staff.noShows.keys(), ...hall.staff.blocks.keys()];
    return excuse(random.pick(blamed.length > 0 && random.chance(0.8) ? blamed : visitors), random.chance(0.8) ? 'leader' : 'nothing');
  }
  return dice < 96 ? withdraw : changePlan(hall, plan, random);
}

function bookSomething(hall: Readonly<Hall>, plan: Plan, days: readonly string[], now: number, random: Random): Order {
  // The very same once more, as a booking system does that did not hear the answer.
  const before = random.chance(0.08) ? anyAppointment(hall, random) : null;
  if (before !== null) return book(before.date, before.from, { ...before, externalId: before.externalId ?? 'web-0' });
  const bookable = plan.services.filter((service) => service.bookingId !== null);
  const { id: serviceId, bookingId } = random.pick(bookable.length === 0 || random.chance(0.1) ? plan.services : bookable);
  const slots = plan.bookings.find(({ id }) => id === bookingId)?.slots ?? plan.bookings[0]?.slots ?? [];
  // Mostly one of the next few, which are soon full and soon over.
  const { time } = localTime(now, plan.timeZone);
  const soon = slots.filter(({ to }) => to > time).slice(0, 3);
  const date = random.chance(0.6) && hall.day !== null ? hall.day.date : random.pick(days);
  return {
    ...book(date, random.chance(0.03) ? '03:33' : random.pick(soon.length > 0 && random.chance(0.9) ? soon : slots).from, {
      serviceId, visitorId: visitorOrNone(random), externalId: random.chance(0.3) ? `web-${random.below(40)}` : null,
      override: random.chance(0.15) ? random.pick(['leader', 'leader', 'nothing']) : null,
      ...(random.chance(0.2) ? { code: `code-${random.below(20)}`.replace('-', '0') } : {}),
    }),
    by: random.pick(['desk', 'desk', 'manager', 'system']),
  };
}

function comeSomehow(hall: Readonly<Hall>, random: Random): Order {
  const one = anyAppointment(hall, random);
  const { id: appointmentId, code, visitorId } = one ?? { id: null, code: 'nobody', visitorId: null };
  const how = random.below(6);
  if (how === 0) return comeToKiosk({ code });
  if (how === 1) return comeToKiosk({ visitorId: visitorId ?? random.pick(visitors) });
  if (how === 2) return comeToKiosk({ appointmentId, visitorId, code: random.chance(0.5) ? code : null });
  if (how === 3) return comeToDesk({ appointmentId, visitorId: random.chance(0.2) ? random.pick(visitors) : null });
  // The desk lets those in too who come hours before their slot.
  return comeToDesk({ appointmentId, override: random.chance(0.9) ? 'leader' : 'nothing', classId: random.chance(0.2) ? random.pick(['elderly', 'green', 'nobody']) : null });
}

function manyServices(plan: Plan, random: Random): Order {
  const services = plan.services.map(({ id }) => id as string).filter(() => random.chance(0.6));
  const [first = 'SA', ...also] = random.chance(0.5) ? services : services.reverse();
  if (random.chance(0.1)) also.push(random.pick(['nowhere', first]));
  if (random.chance(0.6)) return issueSeveral(first, ...also.slice(0, 4));
  return order('issueTicket', {
    serviceId: first, alsoServiceIds: also.slice(0, 4), priority: random.chance(0.2) ? { classId: 'elderly', reason: 'age' } : null, slotAt: null,
    override: random.chance(0.3) ? 'leader' : null, visitorId: visitorOrNone(random),
  }, 'desk', 'D1');
}

/** By chance the plan there is with something changed, sometimes for the worse; else the one the day began with. */
function changePlan({ plan: present }: Readonly<Hall>, first: Plan, random: Random): Order {
  const plan = random.chance(0.7) && present !== null ? present : first;
  const less = <T>(list: readonly T[]): T[] => list.filter((_one, nth) => nth !== at % list.length);
  const at = random.below(12);
  const changes: readonly (() => Partial<Plan>)[] = [
    () => ({}),
    () => ({ name: { zh: `第${at}版`, en: `version ${at}` } }),
    () => ({ calling: { ...plan.calling, policy: randomPolicy(random) } }),
    () => ({ hoursApply: !plan.hoursApply }),
    () => ({ services: plan.services.map((service) => ({ ...service, quota: { daily: random.pick([null, 1, 20]), spans: [] } })) }),
    () => ({ services: plan.services.length > 1 ? less(plan.services) : plan.services }),
    () => ({ counters: plan.counters.length > 1 ? less(plan.counters) : plan.counters }),
    () => ({ classes: less(plan.classes) }),
    () => ({ parkReasons: [{ ...plan.parkReasons[0], id: `reason${at}` }] as unknown as Plan['parkReasons'] }),
    () => ({ queues: less(plan.queues) }),
    () => ({ timeZone: random.pick(['Asia/Urumqi', 'Mars/Olympus']) }),
    () => ({ queues: plan.queues.map((queue) => ({ ...queue, numbering: { ...queue.numbering, main: { ...queue.numbering.main, from: 1 + random.below(20) } } })) }),
  ];
  return change({ ...plan, ...random.pick(changes)() }, random.pick(['now', 'now', 'nextDay']));
}

function anyAppointment(hall: Readonly<Hall>, random: Random): Appointment | null {
  const all = [...hall.staff.appointments.values()];
  const fresh = all.filter(({ state, date }) => state === 'booked' && date === hall.day?.date);
  if (fresh.length > 0 && random.chance(0.7)) return random.pick(fresh);
  return all.length === 0 ? null : random.pick(all);
}

function anyNumber(hall: Readonly<Hall>, random: Random): string {
  const all = [...hall.tickets.values()];
  const live = all.filter(({ state }) => !isFinal(state));
  return all.length === 0 ? 'nothing' : random.pick(live.length > 0 && random.chance(0.6) ? live : all).number;
}

/** The order at a moment when the forecast says something, as it mostly does; now and then that it is too late (H5). */
export const withForecast = (what: Order, random: Random): Order =>
  random.chance(0.5) ? what : whileExpecting(random.chance(0.95) ? random.below(3_600_000) : 43_000_000, what);
