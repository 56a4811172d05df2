// For tests only: a small hall with two queues and three counters, changed by real orders through decide and evolve,
// so that figures can be checked against sums done by hand. Nothing of it is shipped.
import { decide } from '@hall/core/domain/decide';
import type { Command, CommandData, CommandType } from '@hall/core/domain/commands';
import type { HallEvent } from '@hall/core/domain/events';
import { evolve } from '@hall/core/domain/evolve';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import type { CommandId, CounterId, TicketId } from '@hall/core/domain/ids';
import { personSchema } from '@hall/core/domain/person';
import { planSchema } from '@hall/core/domain/plan';
import { smallPlan as ofCore } from '@hall/core/domain/testing/smallPlan';

const plan = ofCore();
const [queueA, queueB] = plan.queues;
const service = (id: string) => ({ ...plan.services[0], id: `s${id}`, queueId: id });
const counter = (id: string, own: string, helper: string[]) => ({ ...plan.counters[0], id, ownQueues: [own], helperQueues: helper });

/** The core's small plan with counters 1 and 2 for A; counter 3 serves B and helps A; nobody helps B. */
export const smallPlan = planSchema.parse({
  ...plan,
  queues: [queueA, { ...queueB, numbering: { ...queueB?.numbering, main: { from: 1, to: 100 }, restored: { from: 101, to: 200 } } }],
  services: [service('A'), service('B')], counters: [counter('1', 'A', []), counter('2', 'A', []), counter('3', 'B', ['A'])],
  pauseReasons: [{ id: 'lunch', name: { zh: 'Lunch', en: 'Lunch' } }],
});

const people = [['1001', 'Wang'], ['1002', 'Li'], ['1003', 'Zhao']].map(([id, name]) =>
  personSchema.parse({ id, name, duties: ['clerk'], extras: ['pick'], queueIds: [], counterIds: [], isActive: true }));

export const minute = 60_000;

export class FoldedDay {
  readonly hall: Hall = emptyHall();
  /** Nine in the morning of the hall. */
  now = Date.parse('2026-03-02T09:00:00+08:00');

  constructor() {
    this.order('openJournal', { hallId: '0190d3a0-0000-7000-8000-000000000001', journalId: '0190d3a0-0000-7000-8000-000000000002' });
    this.order('adoptPlan', { plan: smallPlan, from: 'now' });
    this.order('setPeople', { people, then: null });
    this.order('openDay', { date: '2026-03-02' } as CommandData<'openDay'>);
  }

  /** Carries out an order or throws its refusal. */
  order<T extends CommandType>(type: T, data: CommandData<T>): this {
    const actor = { role: 'system', place: 'test', personId: null } as const;
    const decision = decide(this.hall, { type, data } as unknown as Command, { now: this.now, actor });
    if (!decision.accepted) throw new Error(decision.refusal.code);
    for (const { facts, ...fact } of decision.events) {
      evolve(this.hall, { ...fact, seq: this.hall.seq + 1, at: this.now, day: null, v: 1, staff: { by: actor, commandId: 'x' as CommandId, facts } } as HallEvent);
    }
    return this;
  }

  pass(ms: number): this {
    this.now += ms;
    return this;
  }

  issue(queueId: 'A' | 'B'): this {
    return this.order('issueTicket', { serviceId: `s${queueId}`, alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null } as unknown as CommandData<'issueTicket'>);
  }

  open(counterId: string, clerkId: string): this {
    return this.order('signIn', { counterId, clerkId } as CommandData<'signIn'>).order('openCounter', { counterId } as CommandData<'openCounter'>);
  }

  call(counterId: string): this {
    return this.order('callNext', { counterId } as CommandData<'callNext'>);
  }

  onActive(type: 'startService' | 'finishService' | 'missTicket', counterId: string): this {
    return this.order(type, this.inHand(counterId));
  }

  /** What an order on the active ticket of a counter names. */
  inHand(counterId: string): { counterId: CounterId; ticketId: TicketId; version: number } {
    const ticketId = this.hall.counters.get(counterId as CounterId)?.activeTicketId ?? null;
    const ticket = ticketId === null ? undefined : this.hall.tickets.get(ticketId);
    if (ticket === undefined) throw new Error('no active ticket');
    return { counterId: counterId as CounterId, ticketId: ticket.id, version: ticket.version };
  }

  /** Rates the last record of a counter. */
  rate(counterId: string, level: number): this {
    const record = this.hall.counters.get(counterId as CounterId)?.lastRecord;
    if (record === null || record === undefined) throw new Error('no record');
    return this.order('rateService', { counterId: record.counterId, recordId: record.id, level, codes: [], givenAt: this.now });
  }
}
