// `node sim/src/pureDay.ts [--events N]`: how fast the heart of the hall is. Keeper, decide, evolve, a journal in memory
// and the invariants of the touched parts after every event; no network, no disk, no screens.
import { parseArgs } from 'node:util';
import { seededRandom } from '@hall/core/base/random';
import type { PersonId } from '@hall/core/domain/ids';
import { must } from '@hall/core/base/assert';
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import { emptyHall } from '@hall/core/domain/hall';
import type { BusinessDay, CommandId, CounterId } from '@hall/core/domain/ids';
import { faultsTouched } from '@hall/core/domain/invariants';
import type { Plan } from '@hall/core/domain/plan';
import { trusted, type Sender } from '@hall/core/protocol/rights';
import type { CommandMessage } from '@hall/core/protocol/messages';
import { clerksFor } from './clerksFor.ts';
import { createKeeper } from '@hall/server/hall/hallKeeper';
import { fullDay } from './fullDay.ts';
import { emptyDisk, memoryJournal } from './memoryJournal.ts';
import { mortalJournal } from './mortalJournal.ts';

export interface PureResult {
  readonly events: number;
  readonly orders: number;
  readonly faults: readonly string[];
  readonly seconds: number;
  /** Of this thread on a core: what a machine that others use as well would take from the clock. */
  readonly cpuSeconds: number;
}

/** Lives days of the sample hall, each from an empty journal, until there were so many events. */
export function livePureDays(events: number, seed = 1): PureResult {
  const { plan } = fullDay();
  const startedAt = performance.now();
  const before = process.threadCpuUsage();
  const sum = { events: 0, orders: 0, faults: [] as string[] };
  for (let day = 0; sum.events < events; day += 1) {
    const one = livePureDay(plan, seed + day);
    sum.events += one.events;
    sum.orders += one.orders;
    sum.faults.push(...one.faults);
  }
  const { user, system } = process.threadCpuUsage(before);
  return { ...sum, seconds: (performance.now() - startedAt) / 1_000, cpuSeconds: (user + system) / 1e6 };
}

function livePureDay(plan: Plan, seed: number): Omit<PureResult, 'seconds' | 'cpuSeconds'> {
  const random = seededRandom(seed);
  const hall = emptyHall();
  const faults: string[] = [];
  const date = '2026-03-02' as BusinessDay;
  let now = Date.UTC(2026, 2, 2, 0, 30);
  const journal = mortalJournal(memoryJournal(emptyDisk({ copies: false })), () => null, (event) => { faults.push(...faultsTouched(hall, event)); });
  const keeper = createKeeper({ journal, hall, now: () => now, soon: (run) => run(), fatal: (error) => { throw error; } });
  let orders = 0;
  const nextId = (): CommandId => `00000000-0000-7000-8000-${(orders + 0x1_0000_0000_0000).toString(16).slice(1)}` as CommandId;
  const order = <T extends CommandType>(actor: Sender, type: T, data: CommandData<T>): void => {
    orders += 1;
    keeper.order(actor, { id: nextId(), pressedAt: now, type, data } as unknown as CommandMessage, () => undefined);
  };
  const system = trusted('system', 'clock');
  const kiosk = trusted('kiosk', 'K1');
  order(system, 'openJournal', { hallId: nextId(), journalId: nextId() });
  order(system, 'adoptPlan', { plan, from: 'now' });
  order(system, 'setPeople', { people: clerksFor(plan), then: null });
  const at = (counterId: CounterId): Sender => trusted('counter', counterId);

  function work(counterId: CounterId): void {
    const counter = must(hall.counters.get(counterId), 'counter');
    const ticket = counter.activeTicketId === null ? undefined : hall.tickets.get(counter.activeTicketId);
    if (ticket === undefined) return order(at(counterId), 'callNext', { counterId });
    const on = { counterId, ticketId: ticket.id, version: ticket.version };
    if (ticket.state === 'called') return order(at(counterId), random.chance(0.08) ? 'recallTicket' : 'startService', on);
    order(at(counterId), 'finishAndCallNext', on);
    const record = counter.lastRecord;
    if (record !== null && random.chance(0.6)) order({ ...at(counterId), role: 'pad' }, 'rateService', { counterId, recordId: record.id, level: 5, codes: [], givenAt: now });
  }

  order(system, 'openDay', { date });
  plan.counters.forEach(({ id: counterId }, index) => {
    order(at(counterId), 'signIn', { counterId, clerkId: String(1001 + index) as PersonId });
    order(at(counterId), 'openCounter', { counterId });
  });
  for (let visitor = 0; visitor < 1_500; visitor += 1) {
    now += 400;
    order(kiosk, 'issueTicket', { serviceId: random.pick(plan.services).id, alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null });
    for (let presses = 0; presses < 3; presses += 1) {
      now += 400;
      work(random.pick(plan.counters).id);
    }
  }
  order(system, 'closeDay', { date });
  return { events: hall.seq, orders, faults };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { events: { type: 'string', default: '150000' }, rounds: { type: 'string', default: '5' } } });
  livePureDays(50_000);
  const rounds = Array.from({ length: Number(values.rounds) }, (_, round) => livePureDays(Number(values.events), 1_000 * round));
  const median = (list: readonly number[]): number => Math.round([...list].sort((a, b) => a - b)[list.length >> 1] ?? 0);
  const byClock = median(rounds.map(({ events, seconds }) => events / seconds));
  const byCpu = median(rounds.map(({ events, cpuSeconds }) => events / cpuSeconds));
  const faults = rounds.flatMap((round) => round.faults);
  console.log(`median of ${rounds.length} rounds: ${byClock} events/s by the clock, ${byCpu} events per second of CPU; touched parts checked after each event, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}
