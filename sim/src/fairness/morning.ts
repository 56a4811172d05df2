// One morning of the sample hall on the pure path: the core's own decide and evolve, a list of moments in place of people,
// no network and no disk. Visitors come by the day's curve; counters call, serve as long as their services take, call on.
import { clerksFor } from '../clerksFor.ts';
import { seededRandom, type Random } from '@hall/core/base/random';
import type { Command, CommandData, CommandType } from '@hall/core/domain/commands';
import { decide } from '@hall/core/domain/decide';
import type { HallEvent, Rank } from '@hall/core/domain/events';
import { evolve } from '@hall/core/domain/evolve';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import type { BusinessDay, CounterId, PersonId } from '@hall/core/domain/ids';
import { ranks } from '@hall/core/domain/line';
import type { Counter, Plan } from '@hall/core/domain/plan';
import type { Ticket } from '@hall/core/domain/ticket';
import { must } from '@hall/core/base/assert';
import { dayStart, lunch, minutesToNext, wishes } from '../demo/arrivals.ts';

/** 08:30 in Asia/Shanghai, a Monday. */
const morning = Date.UTC(2026, 2, 2, 0, 30);
const visitorsADay = 1_050;
/** From the call to the start, and what lies between two visitors. */
const wayMs = 25_000;

interface Moment { readonly at: number; readonly run: () => void }

/** Tells every first call's rank and wait; returns how often somebody past the ceiling was passed over. */
export function liveMorning(ofHall: Plan, seed: number, called: (rank: Rank, waitMs: number) => void): number {
  const plan: Plan = { ...ofHall, hoursApply: false, services: ofHall.services.map((service) => ({ ...service, quota: { daily: null, spans: [] } })) };
  const arrivals = seededRandom(seed);
  const wish = wishes(plan);
  const hall = emptyHall();
  const agenda: Moment[] = [];
  const idle = new Set<CounterId>();
  let now = morning;
  let breaches = 0;
  const later = (ms: number, run: () => void): void => {
    const moment = { at: now + ms, run };
    let index = agenda.length;
    while (index > 0 && (agenda[index - 1]?.at ?? 0) < moment.at) index -= 1;
    agenda.splice(index, 0, moment);
  };

  function order<T extends CommandType>(type: T, data: CommandData<T>): HallEvent | null {
    const decision = decide(hall, { type, data } as unknown as Command, { now, actor: { role: 'system', place: 'test', personId: null } });
    if (!decision.accepted) return null;
    let last: HallEvent | null = null;
    for (const { facts, ...fact } of decision.events) {
      last = { ...fact, seq: hall.seq + 1, at: now, day: null, v: 1, staff: { by: {}, commandId: '', facts } } as unknown as HallEvent;
      if (last.type === 'ticketCalled') look(last);
      evolve(hall, last);
    }
    return last;
  }

  function look({ data: { ticketId, counterId } }: HallEvent<'ticketCalled'>): void {
    const ticket = must(hall.tickets.get(ticketId), 'called ticket');
    called(ticket.rank, Math.max(0, now - Math.max(ticket.issuedAt, ticket.dueAt)));
    if (isPassedOver(hall, must(plan.counters.find(({ id }) => id === counterId), 'counter'), ticket, now - plan.calling.ceilingMs)) breaches += 1;
  }

  function callAt(counterId: CounterId): void {
    const event = order('callNext', { counterId });
    if (event?.type !== 'ticketCalled') return void idle.add(counterId);
    idle.delete(counterId);
    const ticket = must(hall.tickets.get(event.data.ticketId), 'called ticket');
    later(wayMs, () => {
      order('startService', { counterId, ticketId: ticket.id, version: ticket.version });
      later(serviceMs(plan, ticket, seed), () => {
        order('finishService', { counterId, ticketId: ticket.id, version: ticket.version });
        later(plan.calling.nextGapMs + 5_000, () => callAt(counterId));
      });
    });
  }

  function arrive(): void {
    const serviceId = wish(arrivals).id;
    const { priority, slotAt } = standingOf(plan, arrivals, now);
    order('issueTicket', { serviceId, alsoServiceIds: [], priority, slotAt, override: null, visitorId: null });
    // Whoever has free hands looks up.
    for (const counterId of idle) callAt(counterId);
    const minute = dayStart + (now - morning) / 60_000;
    const next = minutesToNext(arrivals, visitorsADay, minute);
    if (minute + next < lunch.from) later(next * 60_000, arrive);
  }

  order('adoptPlan', { plan, from: 'now' });
  order('setPeople', { people: clerksFor(plan), then: null });
  order('openDay', { date: '2026-03-02' as BusinessDay });
  plan.counters.forEach(({ id: counterId }, index) => {
    order('signIn', { counterId, clerkId: String(1001 + index) as PersonId });
    order('openCounter', { counterId });
    idle.add(counterId);
  });
  arrive();
  for (let moment = agenda.pop(); moment !== undefined; moment = agenda.pop()) {
    now = moment.at;
    moment.run();
  }
  return breaches;
}

/** 12% have an appointment, 9% a class, as in the sample hall. */
function standingOf(plan: Plan, random: Random, now: number): Pick<CommandData<'issueTicket'>, 'priority' | 'slotAt'> {
  const luck = random.next();
  if (luck < 0.12) return { priority: null, slotAt: Math.round(now + (random.next() * 25 - 5) * 60_000) };
  if (luck < 0.21) return { priority: { classId: random.pick(plan.classes).id, reason: must(plan.grantReasons[0], 'reason').id }, slotAt: null };
  return { priority: null, slotAt: null };
}

/** Drawn by the ticket, not by the order of calls: every policy serves the same people. */
function serviceMs(plan: Plan, { serial, serviceId, prefix }: Ticket, seed: number): number {
  const service = must(plan.services.find(({ id }) => id === serviceId), 'service');
  return seededRandom(seed * 1_000_003 + serial * 131 + prefix.charCodeAt(0)).lognormal(service.typicalMs, service.spread);
}

/** Somebody this counter could have called was due before that moment, and earlier than the one it calls. Looks at all. */
function isPassedOver(hall: Readonly<Hall>, counter: Counter, called: Ticket, ceiling: number): boolean {
  for (const queueId of [...counter.ownQueues, ...counter.helperQueues]) {
    for (const rank of ranks) {
      for (const { dueAt } of hall.lines.get(queueId)?.[rank] ?? []) if (dueAt < ceiling && dueAt < called.dueAt) return true;
    }
  }
  return false;
}
