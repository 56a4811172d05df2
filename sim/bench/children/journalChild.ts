// Makes a hall's journal of one long day without sockets, and opens it again as the server does.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import type { BusinessDay, PersonId, CounterId, ServiceId } from '@hall/core/domain/ids';
import { planSchema } from '@hall/core/domain/plan';
import { activeTicket } from '@hall/core/domain/questions';
import { resumableEvents } from '@hall/core/protocol/limits';
import { trusted, type Sender } from '@hall/core/protocol/rights';
import { createKeeper } from '@hall/server/hall/hallKeeper';
import { openHall } from '@hall/server/hall/openHall';
import { systemActor, systemCommand } from '@hall/server/hall/systemCommand';
import { createRecentEvents } from '@hall/server/sockets/recentEvents';
import { clerksFor } from '../../src/clerksFor.ts';
import { servicesByCounter } from '../benchPlan.ts';
import { answerWith } from '../processes.ts';

function make(data: string, planFile: string, events: number): number {
  const opened = openHall(data, () => undefined);
  const { hall, journal } = opened;
  let turn = (): void => undefined;
  let at = Date.parse('2026-01-05T08:30:00+08:00');
  const keeper = createKeeper({ journal, hall, now: () => at, soon: (run) => { turn = run; }, fatal: (error) => { throw error; } });
  const give = <T extends CommandType>(actor: Sender, type: T, content: CommandData<T>): void => {
    keeper.order(actor, systemCommand(type, content, at), (outcome) => {
      if (!outcome.ok) throw new Error(`${type}: ${outcome.refusal.code}`);
    });
  };
  const plan = planSchema.parse(JSON.parse(readFileSync(planFile, 'utf8')));
  const services = servicesByCounter(plan) as ServiceId[];
  give(systemActor('install'), 'openJournal', { hallId: opened.hallId, journalId: randomUUID() });
  turn();
  give(systemActor('install'), 'adoptPlan', { plan, from: 'now' });
  turn();
  give(systemActor('install'), 'setPeople', { people: clerksFor(plan), then: null });
  turn();
  give(systemActor('clock'), 'openDay', { date: '2026-01-05' as BusinessDay });
  turn();
  const counters = plan.counters.map(({ id }) => ({ id, actor: trusted('counter', id) }));
  /** One turn in which every counter gives an order. */
  const all = (order: (counterId: CounterId, actor: Sender, index: number) => void): void => {
    counters.forEach(({ id, actor }, index) => { order(id, actor, index); });
    at += 250;
    turn();
  };
  all((counterId, actor, index) => { give(actor, 'signIn', { counterId, clerkId: String(1001 + index) as PersonId }); });
  all((counterId, actor) => { give(actor, 'openCounter', { counterId }); });
  while (hall.seq < events) {
    all((_, __, index) => { give(trusted('kiosk', 'K1'), 'issueTicket', { serviceId: services[index] as ServiceId, alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null }); });
    all((counterId, actor) => { give(actor, 'callNext', { counterId }); });
    all((counterId, actor) => { give(actor, 'startService', { counterId, ...pressed(counterId) }); });
    all((counterId, actor) => { give(actor, 'finishService', { counterId, ...pressed(counterId) }); });
  }
  function pressed(counterId: CounterId): Pick<CommandData<'startService'>, 'ticketId' | 'version'> {
    const ticket = activeTicket(hall, counterId);
    if (ticket === null) throw new Error(`nobody at ${counterId}`);
    return { ticketId: ticket.id, version: ticket.version };
  }
  journal.close();
  opened.release();
  return hall.seq;
}

const handlers = {
  /** Events made. */
  make,
  /** As main.ts does it: fold, verify, and keep the newest events for screens that come back. */
  open(data: string): { ms: number; cpuMs: number; seq: number } {
    const recent = createRecentEvents(resumableEvents);
    const before = process.cpuUsage();
    const startedAt = performance.now();
    const { hall, journal, release } = openHall(data, (event) => recent.add([event]));
    const ms = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(before);
    journal.close();
    release();
    return { ms, cpuMs: (user + system) / 1000, seq: hall.seq };
  },
};
export type JournalChild = typeof handlers;

answerWith(handlers);
