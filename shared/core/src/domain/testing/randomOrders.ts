// Random orders for the laws: everything a screen could send, most of it sensible, some of it wrong.
// Made from a seed, so that a sequence that broke a law can be run again.
import { momentAt } from '../../base/localTime.ts';
import type { Random } from '../../base/random.ts';
import type { Hall } from '../hall.ts';
import type { Plan } from '../plan.ts';
import type { Ticket, TicketState } from '../ticket.ts';
import { randomBooking, visitors, withForecast } from './randomBookings.ts';
import { randomPrivacy } from './randomPrivacy.ts';
import { person, smallPeople } from './smallPeople.ts';
import {
  adopt, after, checkIn, close, closeDay, issue, issueAnyway, issueFor, issueTo, next, ofDesk, onTicket, open, openDay, order, pause, rate, release, restored, resumeGiving, setPeople, signIn, signOut,
  stop, type Order, type TestScope, type TicketOrder, type Wait,
} from './orders.ts';

const days = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'];
const ticketOrders: readonly TicketOrder[] = [
  'recallTicket', 'startService', 'finishService', 'finishAndCallNext', 'missTicket', 'parkTicket', 'resumeTicket', 'transferTicket', 'pickTicket', 'putBackTicket', 'undoStep',
];
/** What a clerk would most likely press for a ticket in that state. */
const likely: Readonly<Record<TicketState, readonly TicketOrder[]>> = {
  waiting: ['pickTicket'], called: ['startService', 'startService', 'missTicket', 'recallTicket', 'putBackTicket', 'transferTicket'],
  serving: ['finishService', 'finishAndCallNext', 'parkTicket', 'transferTicket', 'undoStep'], parked: ['resumeTicket'], missed: ['undoStep'], done: ['undoStep'],
  cancelled: ['startService'], expired: ['startService'],
};
const clerkIds = smallPeople.filter(({ duties }) => duties.includes('clerk')).map(({ id }) => id);
const overrides = [null, null, 'leader', 'nothing'] as const;

/** One order, sent to `hall` at `now`, while the forecast says something or nothing. */
export const randomOrder = (hall: Readonly<Hall>, plan: Plan, now: number, random: Random): Order => withForecast(anOrder(hall, plan, now, random), random);

function anOrder(hall: Readonly<Hall>, plan: Plan, now: number, random: Random): Order {
  const counterId = random.pick(plan.counters).id;
  const serviceId = random.chance(0.97) ? random.pick(plan.services).id : 'nowhere';
  const classId = random.chance(0.9) ? random.pick(plan.classes).id : 'nobody';
  // A closed hall refuses nearly everything: it is opened again soon, on that day or a later one.
  if (hall.day?.closedAt !== null && random.chance(0.4)) return openDay(random.pick(days.filter((day) => day >= (hall.day?.date ?? ''))));
  if (hall.day?.closedAt !== null && random.chance(0.05)) return adopt(plan);
  // A counter nobody sits at refuses most of what follows.
  const state = hall.counters.get(counterId);
  if (state?.signedIn !== true && random.chance(0.5)) return signIn(counterId, random.pick(clerkIds));
  if (state !== undefined && state.state !== 'open' && random.chance(0.5)) return open(counterId);
  if (random.chance(0.008)) return closeDay(hall.day?.date ?? '2026-01-05');
  if (random.chance(0.015)) return randomPrivacy(hall, visitors, days, random);
  if (random.chance(0.015)) return randomNote(hall, random);
  if (random.chance(0.015)) return randomLonely(hall, plan, now, random);
  if (random.chance(0.16)) return randomBooking(hall, plan, days, now, random);
  // What is wrong with a device shows while it is there.
  if (hall.staff.devices.size > 0 && random.chance(0.02)) return randomDevice(hall, plan, random);
  const dice = random.below(100);
  if (dice < 12) return issue(serviceId);
  if (dice < 16) return issueTo(classId, serviceId);
  if (dice < 19) return checkIn(serviceId, now + random.below(3_600_000) - 1_800_000);
  if (dice < 20) return order('issueTicket', { serviceId, alsoServiceIds: [], priority: { classId, reason: 'x' }, slotAt: now, override: null, visitorId: null }, random.pick(['kiosk', 'manager']));
  if (dice < 22) return issueFor(random.pick(visitors), serviceId);
  if (dice < 24) return { ...issueAnyway(serviceId, random.pick(['leader', 'nothing']), random.pick([null, ...visitors])), by: random.pick(['desk', 'desk', 'kiosk']) };
  if (dice < 26) return signIn(counterId, random.chance(0.95) ? random.pick(clerkIds) : '9999');
  if (dice < 29) return open(counterId);
  if (dice < 31) return random.chance(0.3) ? signOut(counterId) : pause(counterId, random.pick(['lunch', 'meeting', 'nothing']));
  if (dice < 32) return close(counterId);
  if (dice < 50) return next(counterId);
  if (dice < 86) return orderAtCounter(hall, plan, counterId, random);
  if (dice < 93) return orderAtDesk(hall, plan, random);
  if (dice < 96) return rate(counterId, 1 + random.below(5), { codes: random.chance(0.5) ? [] : ['501', '103'], givenAt: now - random.below(60_000) });
  if (dice < 97 && random.chance(0.5)) return random.chance(0.6) ? randomDevice(hall, plan, random) : randomPeople(hall, plan, random);
  if (dice < 97) return release(counterId, random.pick(['putBack', 'park', 'finish']));
  if (dice < 98) return random.chance(0.3) ? stop(randomScope(random), random.pick(['power', 'nothing'])) : resumeGiving(random.chance(0.8) ? stoppedScope(hall, random) : randomScope(random));
  if (random.chance(0.5)) return random.chance(0.2) ? openDay(random.pick(days)) : issue(serviceId);
  if (random.chance(0.3)) return restored(hall.epoch + random.below(2), hall.day?.date ?? '2026-01-05', { A: 600, B: 4, BB: 3, C: 3 });
  if (random.chance(0.5)) return next(counterId);
  return closeDay(hall.day?.date ?? '2026-01-05');
}

/** Three devices for ever new places: most are known, or their place is taken, or they are not there. */
function randomDevice({ staff }: Readonly<Hall>, plan: Plan, random: Random): Order {
  const deviceId = random.pick(['a', 'b', 'c']).repeat(43);
  const doubted = [...staff.devices.values()].find(({ doubtedAt }) => doubtedAt !== null);
  if (doubted !== undefined && random.chance(0.4)) return order('trustDevice', { deviceId: doubted.id }, 'manager');
  if (random.chance(0.35)) {
    const known = random.chance(0.8) && staff.devices.size > 0 ? random.pick([...staff.devices.keys()]) : deviceId;
    return random.chance(0.75) ? order('doubtDevice', { deviceId: known }, 'system') : order('trustDevice', { deviceId: known }, 'manager');
  }
  if (random.chance(0.45)) return order('revokeDevice', { deviceId: random.chance(0.7) && staff.devices.size > 0 ? random.pick([...staff.devices.keys()]) : deviceId }, 'manager');
  const role = random.pick(['kiosk', 'pad', 'display', 'counter'] as const);
  const place = random.chance(0.8) ? random.pick(plan.counters).id : 'K1';
  return order('enrolDevice', { deviceId, publicKey: 'k'.repeat(122), role, place, name: 'device' }, 'manager');
}

/** What became of some slip, told by the hall or by a kiosk that may not have given it. */
function randomNote(hall: Readonly<Hall>, random: Random): Order {
  const ticket = anyOf(hall, random);
  const nth = random.chance(0.8) ? (ticket?.reprints ?? 0) : random.below(3);
  return order('noteSlip', { ticketId: ticket?.id ?? '9.9', nth, paper: random.pick(['confirmed', 'failed', 'unknown']) }, random.pick(['system', 'kiosk']), 'K1');
}

/** Kiosks that are lent numbers, and what they gave while they were alone: some of it lent to others, twice, or to nobody. */
function randomLonely(hall: Readonly<Hall>, plan: Plan, now: number, random: Random): Order {
  const date = hall.day?.date ?? random.pick(days);
  const storeId = random.pick(['1', '2', '3']).repeat(8) + '-0000-4000-8000-000000000000';
  const place = random.pick(['K1', 'K2']);
  if (random.chance(0.3)) return order('leaseNumbers', { storeId, date: random.chance(0.8) ? date : random.pick(days) }, 'kiosk', place);
  const tickets = Array.from({ length: 1 + random.below(3) }, () => ({
    prefix: random.chance(0.9) ? 'A' : 'B', serial: random.chance(0.9) ? 800 + random.below(200) : 1 + random.below(20), serviceId: random.chance(0.9) ? random.pick(plan.services).id : 'gone',
    alsoServiceIds: random.chance(0.2) ? [random.pick(plan.services).id] : [], givenAt: now - random.below(3_600_000),
  }));
  return order('mergeTickets', { storeId, date: random.chance(0.7) ? date : random.pick(['2026-01-04', '2026-02-01']), tickets }, 'kiosk', place);
}

/** Rights that come and go, some of them against the rules; a trace now and then. */
function randomPeople({ staff }: Readonly<Hall>, plan: Plan, random: Random): Order {
  const known = random.pick([...staff.people.values(), ...smallPeople]);
  if (random.chance(0.3)) return order('noteAccess', { kind: 'signedIn', personId: random.chance(0.6) ? known.id : 'nobody', role: 'counter', place: '1' }, 'system');
  const isActive = random.chance(0.7);
  const queueIds = random.chance(0.3) ? [random.chance(0.95) ? random.pick(plan.queues).id : 'Z'] : [];
  const duties = known.id < '2000' && random.chance(0.9) ? known.duties : random.pick([['clerk'], ['system'], ['system', 'audit'], ['guide', 'manager']] as const);
  return setPeople([person(known.id, duties, { isActive, queueIds, extras: known.extras })], random.pick([null, 'putBack', 'park', 'finish']));
}

function orderAtCounter(hall: Readonly<Hall>, plan: Plan, counterId: string, random: Random): Order {
  const ticket = random.chance(0.7) ? ofCounter(hall, counterId, random) : anyOf(hall, random);
  if (ticket === null) return next(counterId);
  const type = random.chance(0.8) ? random.pick(likely[ticket.state]) : random.pick(ticketOrders);
  return onTicket(type, random.chance(0.95) ? counterId : '2', ticket.number, versionOf(ticket, random), more(type, plan, ticket, random));
}

/** What an order carries besides ticket and counter. */
function more(type: TicketOrder, plan: Plan, ticket: Ticket, random: Random): Record<string, unknown> {
  const reason = (id: string): string => (random.chance(0.95) ? id : 'nothing');
  if (type === 'parkTicket') return { reasonId: reason('materials') };
  if (type === 'pickTicket') return { reasonId: reason('urgent') };
  if (type === 'putBackTicket') return { reasonId: reason('mistake') };
  if (type === 'finishService' || type === 'finishAndCallNext') return random.chance(0.6) ? {} : { services: someServices(plan, ticket, random) };
  return type === 'transferTicket' ? { to: destination(plan, random) } : {};
}

/** Of what the ticket still needs, seldom of anything else (T4). */
function someServices(plan: Plan, { serviceId, laterServiceIds }: Ticket, random: Random): string[] {
  const open = [serviceId, ...laterServiceIds].filter(() => random.chance(0.5));
  return random.chance(0.1) ? [...open, random.pick(plan.services).id] : open.length > 0 ? open : [serviceId];
}

function orderAtDesk(hall: Readonly<Hall>, plan: Plan, random: Random): Order {
  const state = random.pick(['missed', 'missed', 'parked', 'waiting'] as const);
  const ticket = (random.chance(0.8) ? [...hall.tickets.values()].find((one) => one.state === state) : undefined) ?? anyOf(hall, random);
  if (ticket === null) return issue('SA');
  const by = random.pick(['desk', 'desk', 'counter'] as const);
  const version = versionOf(ticket, random);
  if (random.chance(0.15)) return ofDesk('cancelTicket', ticket.number, {}, version);
  if (state === 'parked') return ofDesk('unparkTicket', ticket.number, {}, version);
  if (state === 'missed') return { ...ofDesk('returnTicket', ticket.number, { override: random.pick(overrides) }, version), by };
  return ofDesk('moveTicket', ticket.number, { to: destination(plan, random) }, version);
}

function destination(plan: Plan, random: Random): Record<string, unknown> {
  return {
    queueId: random.chance(0.97) ? random.pick(plan.queues).id : 'Z', place: random.pick(['byRule', 'end']),
    counterId: random.chance(0.5) ? null : random.chance(0.95) ? random.pick(plan.counters).id : '88',
  };
}

const randomScope = (random: Random): TestScope =>
  random.pick([{ kind: 'hall' }, { kind: 'zone', zoneId: 'Z' }, { kind: 'zone', zoneId: 'Y' }, { kind: 'queue', queueId: 'A' }, { kind: 'queue', queueId: 'B' }] as const);
const stoppedScope = (hall: Readonly<Hall>, random: Random): TestScope => (hall.stops.size === 0 ? randomScope(random) : random.pick([...hall.stops.values()]).scope);

/** The one pressed on, or one that has changed since. */
const versionOf = ({ version }: Ticket, random: Random): number => (random.chance(0.95) ? version : Math.max(1, version + 1 - random.below(3)));

/** Active at the counter, or one that it had last. */
function ofCounter(hall: Readonly<Hall>, counterId: string, random: Random): Ticket | null {
  const own = [...hall.tickets.values()].filter((ticket) => ticket.counterId === counterId);
  const active = own.find(({ state }) => state === 'called' || state === 'serving');
  if (active !== undefined) return active;
  const back = own.filter(({ state }) => state === 'parked' || state === 'missed' || state === 'done');
  return back.length === 0 || random.chance(0.5) ? null : (back.at(-1) ?? null);
}

function anyOf(hall: Readonly<Hall>, random: Random): Ticket | null {
  const all = [...hall.tickets.values()];
  return all.length === 0 ? null : random.pick(all);
}

/** A moment between two orders: often none, sometimes long; mostly to the morning of a day that was opened before it came. */
export function randomWait(random: Random, { day, plan }: Readonly<Hall>, now: number): Wait {
  const toMorning = day === null || plan === null || day.closedAt !== null ? 0 : momentAt(day.date, '08:00', plan.timeZone) - now;
  return toMorning > 0 && random.chance(0.6) ? after(toMorning) : betweenOrders(random);
}

const betweenOrders = (random: Random): Wait => after(random.chance(0.4) ? 0 : random.chance(0.01) ? 1_900_000 : random.pick([1, 250, 2_999, 3_000, 5_000, 20_000, 120_000]));
