// The screen and the server never disagree: over seeded random halls an action is offered exactly when the rules accept
// its order. The orders are formed here anew, for every ticket of the hall, so that none is forgotten or aimed wrongly.
import { expect, test } from 'vitest';
import { must } from '@hall/core/base/assert';
import { seededRandom, type Random } from '@hall/core/base/random';
import type { Command } from '@hall/core/domain/commands';
import { decide } from '@hall/core/domain/decide';
import type { ClerkId, CounterId } from '@hall/core/domain/ids';
import { counterActions, counterOffers, rowActions, rowOffer, signInOffer, type CounterAction } from './counterFlow.ts';
import { openPractice, practiceHall, practicePlan, type Practice } from './practiceHall.ts';

const onTickets: readonly CounterAction[] = ['recallTicket', 'startService', 'missTicket', 'finishService', 'finishAndCallNext', 'parkTicket', 'transferTicket', 'pickTicket', 'putBackTicket', 'undoStep'];
/** Orders on a ticket that carry a choice of the clerk's; any will do to ask whether there is one. */
const choices: Readonly<Partial<Record<CounterAction, object>>> = {
  parkTicket: { reasonId: 'materials' }, putBackTicket: { reasonId: 'mistake' }, pickTicket: { reasonId: 'urgent' },
};
const live = { isLive: true, awaited: null } as const;
const counterIds = practicePlan.counters.map(({ id }) => id);
const clerkIds = [...(practicePlan.staff?.clerks.map(({ id }) => id) ?? []), '9999' as ClerkId];

/** One thing that may happen in a hall; many are refused, and that is part of it. */
function happen(practice: Practice, random: Random): void {
  // Half of all that happens, happens at counter 1.
  const counterId = random.pick([...counterIds, must(counterIds[0], 'counter 1')]);
  const ticketId = practice.hall.counters.get(counterId)?.activeTicketId ?? [...practice.hall.tickets.keys()].at(-1);
  const version = ticketId === undefined ? 1 : (practice.hall.tickets.get(ticketId)?.version ?? 1);
  const onTicket = { counterId, ticketId: ticketId ?? '1.1', version };
  const steps: readonly (() => unknown)[] = [
    () => practice.order('issueTicket', { serviceId: random.pick(['SA', 'SB', 'SH']), priority: null, slotAt: null, override: null, visitorKey: null }),
    () => practice.order('issueTicket', { serviceId: 'SA', priority: { classId: random.pick(['green', 'elderly']), reason: 'desk' }, slotAt: null, override: null, visitorKey: null }),
    () => practice.order('issueTicket', { serviceId: 'SB', priority: null, slotAt: practice.now + random.below(600_000), override: null, visitorKey: null }),
    () => practice.order('signIn', { counterId, clerkId: random.pick(clerkIds) }),
    () => practice.order('openCounter', { counterId }),
    () => practice.order('callNext', { counterId }),
    () => practice.order('callNext', { counterId }),
    () => practice.order('recallTicket', onTicket),
    () => practice.order('recallTicket', onTicket),
    () => practice.order('startService', onTicket),
    () => practice.order('finishService', onTicket),
    () => practice.order('finishAndCallNext', onTicket),
    () => practice.order('missTicket', onTicket),
    () => practice.order('parkTicket', { ...onTicket, reasonId: 'materials' }),
    () => practice.order('transferTicket', { ...onTicket, to: { queueId: random.pick(['A', 'B', 'H']), counterId: random.pick([null, '2', '3']), place: random.pick(['byRule', 'end']) } }),
    () => practice.order('putBackTicket', { ...onTicket, reasonId: 'mistake' }),
    () => practice.order('undoStep', anyTicket(practice, random, counterId)),
    () => practice.order('undoStep', anyTicket(practice, random, counterId)),
    () => practice.order('pickTicket', { ...anyTicket(practice, random, counterId), reasonId: 'urgent' }),
    () => practice.order('resumeTicket', anyTicket(practice, random, counterId)),
    () => practice.order('unparkTicket', anyTicket(practice, random, counterId)),
    () => practice.order('returnTicket', { ...anyTicket(practice, random, counterId), override: null }),
    () => practice.order('cancelTicket', { ticketId: onTicket.ticketId, version }),
    () => random.chance(0.3) && practice.order('pauseCounter', { counterId, reasonId: 'lunch' }),
    () => random.chance(0.2) && practice.order('closeCounter', { counterId }),
    () => random.chance(0.1) && practice.order('signOut', { counterId }),
    () => random.chance(0.05) && practice.order('closeDay', { date: '2026-01-05' }),
    () => practice.order('openDay', { date: '2026-01-05' }),
  ];
  random.pick(steps)();
  if (random.chance(0.4)) practice.pass(random.pick([400, 1_000, 2_999, 3_000, 5_000, 20_000, 90_000]));
}

function anyTicket(practice: Practice, random: Random, counterId: CounterId): Record<string, unknown> {
  const all = [...practice.hall.tickets.values()];
  const open = all.filter(({ state }) => state !== 'cancelled' && state !== 'expired');
  const { id: ticketId = '1.1', version = 1 } = open.length === 0 ? {} : random.pick(open);
  return { counterId, ticketId, version };
}

/** Where offers and rules differ; none, always. `seen` collects what the random halls were like. */
function compare({ hall, now }: Practice, seen: Set<string>): string[] {
  const differences: string[] = [];
  for (const counterId of counterIds) {
    const accepts = (type: string, data: object): boolean =>
      decide(hall, { type, data: { counterId, ...data } } as unknown as Command, { now, actor: { role: 'counter', place: counterId, clerkId: null } }).accepted;
    const offers = counterOffers(hall, counterId, now, live);
    const tickets = [...hall.tickets.values()].map(({ id: ticketId, version }) => ({ ticketId, version }));
    for (const action of counterActions) {
      const offer = offers[action];
      // Every order of this kind that the rules would accept at this counter now.
      const orders = onTickets.includes(action)
        ? tickets.flatMap((onTicket) => (action === 'transferTicket'
          ? ['A', 'B', 'H'].map((queueId) => ({ ...onTicket, to: { queueId, counterId: null, place: 'byRule' } }))
          : [{ ...onTicket, ...choices[action] }]))
        : [action === 'pauseCounter' ? { reasonId: 'lunch' } : {}];
      const accepted = orders.filter((data) => accepts(action, data)).map((data) => JSON.stringify({ counterId, ...data }));
      const one = offer.possible ? JSON.stringify(offer.data) : null;
      // Some have several answers: whom to pick, where to, which of two steps to take back. The screen begins with one of them.
      const hasChoice = action === 'pickTicket' || action === 'transferTicket' || action === 'undoStep';
      const agrees = one === null ? accepted.length === 0 : accepted.includes(one) && (hasChoice || accepted.length === 1);
      if (!agrees) differences.push(`seq ${hall.seq}, ${action} at counter ${counterId}: offered ${one}, the rules accept ${accepted.join(' ')}`);
      seen.add(`${action} ${offer.possible ? 'possible' : offer.obstacle.code}`);
    }
    for (const action of rowActions) {
      for (const ticket of hall.tickets.values()) {
        const { possible } = rowOffer(hall, counterId, now, live, action, ticket);
        const right = accepts(action, { ticketId: ticket.id, version: ticket.version, ...(action === 'returnTicket' ? { override: null } : {}) });
        if (possible !== right) differences.push(`seq ${hall.seq}, ${action} of ${ticket.number} at counter ${counterId}: offered ${possible}`);
        if (possible) seen.add(`${action} possible`);
      }
    }
    for (const clerkId of clerkIds) {
      const { possible } = signInOffer(hall, counterId, clerkId, now, live);
      if (possible !== accepts('signIn', { clerkId })) differences.push(`seq ${hall.seq}, ${clerkId} signs in at counter ${counterId}: offered ${possible}`);
    }
  }
  return differences;
}

test('C2, C7, C8, C9, C10, C11, C12, C13, J6, T1: an action is offered if and only if the rules accept it', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 30; seed += 1) {
    const random = seededRandom(seed);
    // Every other hall begins in the middle of its day, so that deep states are reached too.
    const practice = seed % 2 === 0 ? practiceHall() : openPractice(6);
    if (seed % 3 === 0) practice.issue('SA');
    if (seed % 6 === 3) practice.miss('A001');
    for (let step = 0; step < 150; step += 1) {
      happen(practice, random);
      expect(compare(practice, seen), `seed ${seed}, step ${step}`).toEqual([]);
    }
  }
  // The halls were rich enough: every action was possible somewhere, and every obstacle of the rules was met.
  for (const action of [...counterActions, ...rowActions]) expect(seen).toContain(`${action} possible`);
  for (const met of [
    'callNext ticketActive', 'callNext tooSoon', 'callNext nobodyWaiting', 'callNext counterNotOpen', 'callNext dayNotOpen',
    'recallTicket tooSoon', 'recallTicket callsUsed', 'missTicket callAgainFirst', 'missTicket tooSoon', 'missTicket alreadyStarted',
    'finishService notStarted', 'finishService noTicket', 'closeCounter ticketActive', 'signOut notSignedIn',
    'parkTicket notStarted', 'parkTicket noTicket', 'putBackTicket alreadyStarted', 'pickTicket ticketActive', 'pickTicket nobodyWaiting',
    'undoStep noStepToUndo',
  ]) expect(seen).toContain(met);
});
