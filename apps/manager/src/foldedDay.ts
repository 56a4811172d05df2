// For tests only: a small hall with two queues and three counters, changed by real orders through decide and evolve,
// so that figures can be checked against sums done by hand. Nothing of it is shipped.
import { decide } from '@hall/core/domain/decide';
import type { Command, CommandData, CommandType } from '@hall/core/domain/commands';
import type { HallEvent } from '@hall/core/domain/events';
import { evolve } from '@hall/core/domain/evolve';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import type { CommandId, CounterId } from '@hall/core/domain/ids';
import { planSchema } from '@hall/core/domain/plan';

const both = (name: string) => ({ zh: name, en: name });
const queue = (id: string) => ({
  id, name: both(`queue ${id}`), zoneId: 'Z', overflow: null,
  numbering: { prefix: id, digits: 3, main: { from: 1, to: 100 }, restored: { from: 101, to: 200 }, offline: null },
});
const service = (id: string) => ({ id: `s${id}`, departmentId: 'd', queueId: id, name: both(id), materials: [], promiseDays: 0, typicalMs: 1000, spread: 0, featured: false });
const counter = (id: string, own: string, helper: string[]) => ({ id, name: both(`counter ${id}`), zoneId: 'Z', ownQueues: [own], helperQueues: helper });

/** Counters 1 and 2 serve A; counter 3 serves B and helps A; nobody helps B. */
export const smallPlan = planSchema.parse({
  format: 1, name: both('Hall'), timeZone: 'Asia/Shanghai', capacity: 50, day: { opensAt: '08:00', lastHour: '20:00' },
  zones: [{ id: 'Z', name: both('Z'), floor: both('1') }], departments: [{ id: 'd', name: both('d') }],
  queues: [queue('A'), queue('B')], services: [service('A'), service('B')],
  counters: [counter('1', 'A', []), counter('2', 'A', []), counter('3', 'B', ['A'])],
  classes: [], calling: { rankedInARow: 2, ceilingMs: 3_600_000, nextGapMs: 0, recallGapMs: 0, maxCalls: 3, missAfterCalls: 1, missAfterMs: 0 },
  pauseReasons: [{ id: 'lunch', name: both('Lunch') }],
  rating: { version: '1', levels: [5, 4, 3, 2, 1].map((level) => ({ level, name: both(`level ${level}`), codes: [] })) },
  waitLimitMs: 15 * 60_000, staff: { clerks: [{ id: '1001', name: 'Wang' }, { id: '1002', name: 'Li' }, { id: '1003', name: 'Zhao' }] },
});

export const minute = 60_000;

export class FoldedDay {
  readonly hall: Hall = emptyHall();
  /** Nine in the morning of the hall. */
  now = Date.parse('2026-03-02T09:00:00+08:00');

  constructor() {
    this.order('openJournal', { hallId: '0190d3a0-0000-7000-8000-000000000001', journalId: '0190d3a0-0000-7000-8000-000000000002' });
    this.order('adoptPlan', { plan: smallPlan });
    this.order('openDay', { date: '2026-03-02' } as CommandData<'openDay'>);
  }

  /** Carries out an order or throws its refusal. */
  order<T extends CommandType>(type: T, data: CommandData<T>): this {
    const actor = { role: 'system', place: 'test', clerkId: null } as const;
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
    return this.order('issueTicket', { serviceId: `s${queueId}`, priority: null, slotAt: null } as unknown as CommandData<'issueTicket'>);
  }

  open(counterId: string, clerkId: string): this {
    return this.order('signIn', { counterId, clerkId } as CommandData<'signIn'>).order('openCounter', { counterId } as CommandData<'openCounter'>);
  }

  call(counterId: string): this {
    return this.order('callNext', { counterId } as CommandData<'callNext'>);
  }

  onActive(type: 'startService' | 'finishService' | 'missTicket', counterId: string): this {
    const ticketId = this.hall.counters.get(counterId as CounterId)?.activeTicketId ?? null;
    const ticket = ticketId === null ? undefined : this.hall.tickets.get(ticketId);
    if (ticket === undefined) throw new Error('no active ticket');
    return this.order(type, { counterId: counterId as CounterId, ticketId: ticket.id, version: ticket.version });
  }

  /** Rates the last record of a counter. */
  rate(counterId: string, level: number): this {
    const record = this.hall.counters.get(counterId as CounterId)?.lastRecord;
    if (record === null || record === undefined) throw new Error('no record');
    return this.order('rateService', { counterId: record.counterId, recordId: record.id, level, codes: [], givenAt: this.now });
  }
}
