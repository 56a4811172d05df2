// The manager changes the plan while the hall runs: at once or for the next day, sensibly, faultily, or so that tickets would
// be left without what they wait for. A plan does not go over a socket, which takes no message of that size.
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import { localTime } from '@hall/core/base/localTime';
import { leaseKey } from '@hall/core/domain/lease';
import type { BookingId, BusinessDay, CommandId, CounterId, DeviceId, ServiceId } from '@hall/core/domain/ids';
import type { Hall } from '@hall/core/domain/hall';
import type { Plan } from '@hall/core/domain/plan';
import { isFinal } from '@hall/core/domain/ticket';
import type { Random } from '@hall/core/base/random';
import { faultyName } from '../laws/planBook.ts';
import type { Stage } from './stage.ts';

/** The way beside the sockets. */
export interface Office {
  readonly hall: () => Readonly<Hall> | null;
  /** Gives an order, if anybody is there to take it; `answered` is not called when the server dies over it. */
  give<T extends CommandType>(type: T, data: CommandData<T>, id: CommandId, answered: () => void): void;
}

/** An answer that has not come is asked for again, with the same id, after this, and so often. */
const again = { afterMs: 3_000, times: 8 } as const;

type Give = <T extends CommandType>(type: T, data: CommandData<T>) => void;

/** Gives an order with one id as often as it takes to learn its answer. */
const giver = ({ clock }: Stage, office: Office, ids: () => CommandId): Give => (type, data) => {
  const id = ids();
  let isAnswered = false;
  const attempt = (left: number): void => {
    if (isAnswered || left === 0) return;
    office.give(type, data, id, () => { isAnswered = true; });
    clock.after(again.afterMs, () => attempt(left - 1));
  };
  attempt(again.times);
};

/** Devices are let in, revoked, doubted and trusted by the same way: their codes are compared at the office. */
export function letDevicesCome(stage: Stage, office: Office, ids: () => CommandId, lengthMs: number): void {
  const { clock, random } = stage;
  const give = giver(stage, office, ids);
  const times = random.below(4);
  for (let nth = 0; nth < times; nth += 1) {
    const deviceId = random.pick(['a', 'b']).repeat(43) as DeviceId;
    const role = random.pick(['kiosk', 'display', 'pad'] as const);
    clock.after(lengthMs * random.next(), () => give('enrolDevice', { deviceId, publicKey: 'k'.repeat(122), role, place: random.pick(['1', 'K7', '999']), name: 'device' }));
    if (random.chance(0.5)) clock.after(lengthMs * random.next(), () => give('revokeDevice', { deviceId }));
    if (random.chance(0.6)) clock.after(lengthMs * random.next(), () => give('doubtDevice', { deviceId }));
    if (random.chance(0.6)) clock.after(lengthMs * random.next(), () => give('trustDevice', { deviceId }));
  }
}

/** Rights that change while people work, and traces of sign-ins; whoever sits at a counter leaves it, or nothing happens. */
export function letPeopleChange(stage: Stage, office: Office, ids: () => CommandId, lengthMs: number): void {
  const { clock, random, people } = stage;
  const give = giver(stage, office, ids);
  const times = random.below(4);
  for (let nth = 0; nth < times; nth += 1) {
    const one = random.pick(people);
    clock.after(lengthMs * random.next(), () => give('setPeople', { people: [{ ...one, extras: random.chance(0.5) ? [] : ['pick'] }], then: random.pick([null, 'putBack', 'park', 'finish']) }));
    clock.after(lengthMs * random.next(), () => give('noteAccess', { kind: random.pick(['signedIn', 'wrongPassword', 'locked']), personId: random.pick([null, one.id]), role: 'counter', place: '1' }));
  }
}

/** A kiosk that is lent numbers, and tells later what it gave while it was alone; some of it more than once, or lent to nobody. */
export function letKiosksBeAlone(stage: Stage, office: Office, ids: () => CommandId, lengthMs: number): void {
  const { clock, random, plan } = stage;
  const give = giver(stage, office, ids);
  if (random.chance(0.4)) return;
  const storeId = ids();
  const date = businessDayAt(stage);
  clock.after(lengthMs * 0.1 * random.next(), () => give('leaseNumbers', { storeId, date }));
  const times = 1 + random.below(3);
  for (let nth = 0; nth < times; nth += 1) {
    clock.after(lengthMs * (0.1 + random.next() * 0.8), () => {
      const block = office.hall()?.leases.get(leaseKey({ date, storeId }))?.blocks.find(({ prefix }) => prefix === random.pick(['A', 'D']));
      const from = block?.from ?? 401;
      const tickets = Array.from({ length: 1 + random.below(3) }, () => ({
        prefix: block?.prefix ?? 'A', serial: from + random.below(4), serviceId: random.pick(plan.services).id as string, alsoServiceIds: [], givenAt: clock.now() - random.below(30_000),
      }));
      give('mergeTickets', { storeId, date, tickets });
    });
  }
}

const businessDayAt = ({ clock, plan }: Stage): BusinessDay => localTime(clock.now(), plan.timeZone).date as BusinessDay;

export function letPlanChange(stage: Stage, office: Office, ids: () => CommandId, lengthMs: number): void {
  const { clock, random } = stage;
  let edition = 0;
  const give = giver(stage, office, ids);

  function change(): void {
    const hall = office.hall();
    if (hall === null || hall.plan === null) return;
    edition += 1;
    const luck = random.next();
    const plan = luck < 0.6 ? random.pick(sensible)(hall.plan, random) : luck < 0.8 ? faulty(random.pick(contradictions)(hall.plan, random)) : random.pick(breaking)(hall.plan, random, hall);
    const from = random.chance(0.65) ? 'now' : 'nextDay';
    give('adoptPlan', { plan: { ...plan, name: { ...plan.name, en: `${plan.name.en.split(', edition')[0]}, edition ${edition}` } }, from });
    if (from === 'nextDay' && random.chance(0.3)) clock.after(random.below(lengthMs / 8), () => give('withdrawPlan', {}));
  }

  const times = random.chance(0.6) ? 1 + random.below(3) : 0;
  for (let nth = 0; nth < times; nth += 1) clock.after(lengthMs * (0.05 + random.next()), change);
}

type Edit = (plan: Plan, random: Random) => Plan;
type Change = (plan: Plan, random: Random, hall: Readonly<Hall>) => Plan;
const replaced = <T>(list: readonly T[], one: T, by: Partial<T>): T[] => list.map((each) => (each === one ? { ...each, ...by } : each));
const without = <T>(list: readonly T[], one: T): T[] => (list.length > 1 ? list.filter((each) => each !== one) : [...list]);

const sensible: readonly Edit[] = [
  /** Another service, at a counter of its own. */
  (plan, random) => {
    const like = random.pick(plan.services);
    const counter = random.pick(plan.counters);
    if (plan.services.length > 400) return plan;
    return {
      ...plan,
      services: [...plan.services, { ...like, id: `N${plan.services.length}` as ServiceId, quota: { daily: null, spans: [] } }],
      counters: [...plan.counters, { ...counter, id: String(900 - plan.counters.length) as CounterId, ownQueues: [like.queueId], helperQueues: [] }],
    };
  },
  (plan, random) => ({ ...plan, counters: replaced(plan.counters, random.pick(plan.counters), { helperQueues: [random.pick(plan.queues).id] }) }),
  (plan, random) => ({ ...plan, counters: replaced(plan.counters, random.pick(plan.counters), { ownQueues: [random.pick(plan.queues).id], helperQueues: [] }) }),
  (plan, random) => ({ ...plan, services: replaced(plan.services, random.pick(plan.services), { queueId: random.pick(plan.queues).id }) }),
  (plan, random) => ({ ...plan, services: replaced(plan.services, random.pick(plan.services), { quota: { daily: 1 + random.below(20), spans: [] } }) }),
  (plan, random) => ({ ...plan, calling: { ...plan.calling, policy: random.pick<Plan['calling']['policy']>([{ kind: 'strictRanks' }, { kind: 'rankWithCap', rankedInARow: 1 }, { kind: 'ratio', ranked: 1, ordinary: 2 }]) } }),
  (plan, random) => ({ ...plan, calling: { ...plan.calling, maxCalls: plan.calling.missAfterCalls + random.below(3), ceilingMs: plan.calling.ceilingMs + random.below(60_000) } }),
  (plan, random) => ({ ...plan, queues: replaced(plan.queues, random.pick(plan.queues), { transferPlace: random.pick(['dueKept', 'toTheEnd'] as const), returnPolicy: { kind: 'toTheEnd', places: 0, withinMs: null } }) }),
  (plan) => ({ ...plan, bookings: plan.bookings.map((booking) => ({ ...booking, slots: without(booking.slots, booking.slots[0] as (typeof booking.slots)[number]) })) }),
];

/** So that tickets, appointments or clerks at work are left without what they need; refused while there are any. */
const breaking: readonly Change[] = [
  (plan, random, { tickets }) => {
    const live = [...tickets.values()].filter(({ state }) => !isFinal(state));
    const needed = live.length === 0 ? random.pick(plan.services).id : random.pick(live).serviceId;
    return { ...plan, services: plan.services.length > 1 ? plan.services.filter(({ id }) => id !== needed) : plan.services };
  },
  (plan, random) => ({ ...plan, services: without(plan.services, random.pick(plan.services)) }),
  (plan, random) => ({ ...plan, counters: without(plan.counters, random.pick(plan.counters)) }),
];

/** Refused always. */
const contradictions: readonly Edit[] = [
  (plan, random) => ({ ...plan, services: replaced(plan.services, random.pick(plan.services), { queueId: 'ZZ9' as never }) }),
  (plan, random) => ({ ...plan, counters: [...plan.counters, random.pick(plan.counters)] }),
  (plan, random) => ({ ...plan, services: replaced(plan.services, random.pick(plan.services), { bookingId: 'nowhere' as BookingId }) }),
  (plan) => ({ ...plan, day: { opensAt: plan.day.lastHour, lastHour: plan.day.opensAt } }),
];

const faulty = (plan: Plan): Plan => ({ ...plan, name: { ...plan.name, en: `Hall ${faultyName}` } });
