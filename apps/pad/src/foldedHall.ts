// For tests only: a small hall with two counters, changed by real orders through decide and evolve,
// as the public receives it. Nothing of it is shipped.
import { decide } from '@hall/core/domain/decide';
import type { Command, CommandData } from '@hall/core/domain/commands';
import type { HallEvent } from '@hall/core/domain/events';
import { evolve } from '@hall/core/domain/evolve';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import type { CommandId, CounterId } from '@hall/core/domain/ids';
import { planSchema } from '@hall/core/domain/plan';
import { smallPlan } from '@hall/core/domain/testing/smallPlan';
import { smallPeople } from '@hall/core/domain/testing/smallPeople';
import { redactEvent } from '@hall/core/domain/redact';

const small = smallPlan();
const level = (number: number) => ({
  level: number,
  name: { zh: `level ${number}`, en: `level ${number}` },
  codes: [10, 11, 12, 13, 14].map((end) => ({ code: `${number}${end}`, name: { zh: `code ${end}`, en: `code ${end}` }, first: end < 13 })),
});
/** The core's small plan with one service, two counters for it, a second one served there and one that is not, and five codes a level. */
const plan = planSchema.parse({
  ...small, services: ['s', 's2', 'far'].map((id) => ({ ...small.services[0], id, name: { zh: 'Service', en: 'Service' }, queueId: id === 'far' ? 'C' : 'A' })), pauseReasons: [{ id: 'lunch', name: { zh: 'Lunch', en: 'Lunch' } }], counters: ['1', '2'].map((id) => ({ ...small.counters[0], id, ownQueues: ['A'], helperQueues: [] })),
  rating: { version: '1', levels: [5, 4, 3, 2, 1].map(level) },
});

const start = Date.parse('2026-03-02T09:00:00+08:00');

export class FoldedHall {
  /** The server's copy, and the pad's. */
  readonly server: Hall = emptyHall();
  readonly hall: Hall = emptyHall();
  now = start;

  constructor() {
    this.order({ type: 'openJournal', data: { hallId: '0190d3a0-0000-7000-8000-000000000001', journalId: '0190d3a0-0000-7000-8000-000000000002' } });
    this.order({ type: 'adoptPlan', data: { plan, from: 'now' } });
    this.order({ type: 'setPeople', data: { people: [...smallPeople], then: null } });
    this.order({ type: 'openDay', data: { date: '2026-03-02' } as CommandData<'openDay'> });
    for (const [counterId, clerkId] of [['1', '1001'], ['2', '1002']]) {
      this.order({ type: 'signIn', data: { counterId, clerkId } as CommandData<'signIn'> });
      this.order({ type: 'openCounter', data: { counterId } as CommandData<'openCounter'> });
    }
  }

  /** Carries out an order or throws its refusal. */
  order(command: Command): void {
    const decision = decide(this.server, command, { now: this.now, actor: { role: 'system', place: 'test', personId: null } });
    if (!decision.accepted) throw new Error(decision.refusal.code);
    for (const { type, data, facts } of decision.events) {
      const event = { seq: this.server.seq + 1, at: this.now, day: null, type, v: 1, data, staff: { by: { role: 'system', place: 'test', personId: null }, commandId: 'x' as CommandId, facts } } as HallEvent;
      evolve(this.server, event);
      evolve(this.hall, redactEvent(event));
    }
  }

  pass(ms: number): this {
    this.now += ms;
    return this;
  }

  /** `also`: what the visitor has come for besides. */
  issue(...also: string[]): this {
    this.order({ type: 'issueTicket', data: { serviceId: 's', alsoServiceIds: also, priority: null, slotAt: null, override: null, visitorId: null } as unknown as CommandData<'issueTicket'> });
    return this;
  }

  call(counterId = '1'): this {
    this.order({ type: 'callNext', data: { counterId: counterId as CounterId } });
    return this;
  }

  onActive(type: 'startService' | 'finishService' | 'finishAndCallNext' | 'recallTicket' | 'missTicket', counterId = '1' as CounterId): this {
    const ticket = this.server.tickets.get(this.server.counters.get(counterId)?.activeTicketId as never);
    if (ticket === undefined) throw new Error('no active ticket');
    this.order({ type, data: { counterId, ticketId: ticket.id, version: ticket.version } });
    return this;
  }

  rate(data: Pick<CommandData<'rateService'>, 'counterId' | 'recordId'>): this {
    this.order({ type: 'rateService', data: { ...data, level: 5, codes: [], givenAt: this.now } });
    return this;
  }

  /** One visitor served at counter 1, just finished. */
  served(): this {
    return this.issue().call().pass(20_000).onActive('startService').pass(300_000).onActive('finishService');
  }
}
