// The screen and the server never disagree: over seeded random halls an action is offered exactly when the rules accept
// its order. The orders are formed here anew, for every ticket of the hall, so that none is forgotten or aimed wrongly.
import { expect, test } from 'vitest';
import { must } from '@hall/core/base/assert';
import { seededRandom, type Random } from '@hall/core/base/random';
import type { Command } from '@hall/core/domain/commands';
import { decide } from '@hall/core/domain/decide';
import type { Hall } from '@hall/core/domain/hall';
import type { PersonId, CounterId, ServiceId } from '@hall/core/domain/ids';
import { activeTicket } from '@hall/core/domain/questions';
import { counterActions, counterOffers, rowActions, rowOffer, signInOffer, type CounterAction } from './counterFlow.ts';
import { checkInOffer } from './appointmentFlow.ts';
import { deskOffers } from './guideFlow.ts';
import { desk, openPractice, practiceHall, practicePeople, practicePlan, visitorA, visitorB, type Practice } from './practiceHall.ts';
import { finishMeaning, openServices } from './servicesView.ts';

const onTickets: readonly CounterAction[] = ['recallTicket', 'startService', 'missTicket', 'finishService', 'finishAndCallNext', 'parkTicket', 'transferTicket', 'pickTicket', 'putBackTicket', 'undoStep'];
/** Orders on a ticket that carry a choice of the clerk's; any will do to ask whether there is one. */
const choices: Readonly<Partial<Record<CounterAction, object>>> = {
  parkTicket: { reasonId: 'materials' }, putBackTicket: { reasonId: 'mistake' }, pickTicket: { reasonId: 'urgent' },
};
const live = { isLive: true, awaited: null } as const;
const counterIds = practicePlan.counters.map(({ id }) => id);
const clerkIds = [...practicePeople.map(({ id }) => id), '9999' as PersonId];

/** One thing that may happen in a hall; many are refused, and that is part of it. */
function happen(practice: Practice, random: Random): void {
  // Half of all that happens, happens at counter 1.
  const counterId = random.pick([...counterIds, must(counterIds[0], 'counter 1')]);
  const ticketId = practice.hall.counters.get(counterId)?.activeTicketId ?? [...practice.hall.tickets.keys()].at(-1);
  const version = ticketId === undefined ? 1 : (practice.hall.tickets.get(ticketId)?.version ?? 1);
  const onTicket = { counterId, ticketId: ticketId ?? '1.1', version };
  const steps: readonly (() => unknown)[] = [
    () => practice.order('issueTicket', { serviceId: random.pick(['SA', 'SB', 'SH']), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null }),
    () => practice.order('issueTicket', { serviceId: 'SA', alsoServiceIds: [], priority: { classId: random.pick(['green', 'elderly']), reason: 'desk' }, slotAt: null, override: null, visitorId: null }),
    () => practice.order('issueTicket', { serviceId: 'SB', alsoServiceIds: [], priority: null, slotAt: practice.now + random.below(600_000), override: null, visitorId: null }),
    () => random.chance(0.4) && practice.order('issueTicket', { serviceId: 'SA', alsoServiceIds: random.pick([['SB'], ['SH'], ['SB', 'SH']]), priority: null, slotAt: null, override: null, visitorId: null }),
    () => random.chance(0.3) && practice.order('issueTicket', { serviceId: random.pick(['SB', 'SH']), alsoServiceIds: ['SA'], priority: null, slotAt: null, override: null, visitorId: random.pick([visitorA, visitorB]) }),
    () => practice.order('finishService', { ...onTicket, services: [random.pick(['SA', 'SB', 'SH'])] }),
    () => practice.order('bookAppointment', { serviceId: 'SA', date: '2026-01-05', from: random.pick(['08:30', '09:00']), visitorId: random.pick([null, visitorA, visitorB]), code: String(1_000 + random.below(9_000)), externalId: null, override: null }),
    () => random.chance(0.5) && practice.order('checkIn', { appointmentId: [...practice.hall.staff.appointments.keys()].at(-1) ?? null, code: null, visitorId: null, priority: null, override: random.pick([null, 'desk']) }, desk),
    () => practice.order('reprintSlip', { ticketId: onTicket.ticketId }),
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
      decide(hall, { type, data: { counterId, ...data } } as unknown as Command, { now, actor: { role: 'counter', place: counterId, personId: null } }).accepted;
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
    differences.push(...finishDifferences(hall, counterId, now, accepts, seen));
    for (const clerkId of clerkIds) {
      const { possible } = signInOffer(hall, counterId, clerkId, now, live);
      if (possible !== accepts('signIn', { clerkId })) differences.push(`seq ${hall.seq}, ${clerkId} signs in at counter ${counterId}: offered ${possible}`);
    }
  }
  return differences;
}

/** T4: what is told of a finish, by all services and by every choice of them, is what the rules would do. */
function finishDifferences(hall: Readonly<Hall>, counterId: CounterId, now: number, accepts: (type: string, data: object) => boolean, seen: Set<string>): string[] {
  const ticket = activeTicket(hall, counterId);
  const onTicket = ticket === null ? { ticketId: '9.9', version: 1 } : { ticketId: ticket.id, version: ticket.version };
  const open = ticket === null ? [] : openServices(ticket);
  const choices = [undefined, ...[...open, 'SX' as ServiceId].map((id) => [id]), ...(open.length > 1 ? [open] : [])];
  return choices.flatMap((services) => {
    const meaning = finishMeaning(hall, counterId, now, services);
    seen.add(`finish ${meaning === null ? 'impossible' : meaning.next === null ? 'ends' : 'goes on'}`);
    const right = accepts('finishService', { ...onTicket, ...(services === undefined ? {} : { services }) });
    if ((meaning !== null) !== right) return [`seq ${hall.seq}, finish of ${String(services)} at counter ${counterId}: told ${meaning !== null}`];
    // Finished and still open together are all; nothing is finished that was not asked for.
    const isWrong = meaning !== null && ((meaning.next === null) !== (meaning.finished.length === open.length) || (services !== undefined && services.join() !== meaning.finished.join()));
    return isWrong ? [`seq ${hall.seq}, finish of ${String(services)} at counter ${counterId}: told ${meaning.finished.join()}`] : [];
  });
}

/** H3, S3: what the desk is offered for appointments and slips is what the rules accept, with or without a reason. */
function deskDifferences(hall: Readonly<Hall>, now: number, seen: Set<string>): string[] {
  const accepts = (type: string, data: object): boolean => decide(hall, { type, data } as Command, { now, actor: desk }).accepted;
  const ofAppointments = [...hall.staff.appointments.keys()].flatMap((appointmentId) => {
    const order = { appointmentId, code: null, visitorId: null, priority: null };
    const offer = checkInOffer(hall, appointmentId, 'D1', now);
    seen.add(`checkIn ${offer.kind === 'possible' ? offer.kind : `${offer.kind} ${offer.refusal.code}`}`);
    const plain = accepts('checkIn', { ...order, override: null });
    const withReason = accepts('checkIn', { ...order, override: 'desk' });
    return (offer.kind === 'possible') === plain && (offer.kind === 'withReason') === (!plain && withReason) ? [] : [`seq ${hall.seq}, check-in of ${appointmentId}: offered ${offer.kind}`];
  });
  const ofSlips = [...hall.tickets.keys()].flatMap((ticketId) => {
    const offered = deskOffers(hall, ticketId, 'D1', now).reprintSlip !== null;
    return offered === accepts('reprintSlip', { ticketId }) ? [] : [`seq ${hall.seq}, reprint of ${ticketId}: offered ${offered}`];
  });
  return [...ofAppointments, ...ofSlips];
}

test('C2, C7, C8, C9, C10, C11, C12, C13, H3, J6, S3, T1, T4: an action is offered if and only if the rules accept it', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 36; seed += 1) {
    const random = seededRandom(seed);
    // Every other hall begins in the middle of its day, so that deep states are reached too.
    const practice = seed % 2 === 0 ? practiceHall() : openPractice(6);
    if (seed % 3 === 0) practice.issue('SA');
    if (seed % 6 === 3) practice.miss('A001');
    for (let step = 0; step < 150; step += 1) {
      happen(practice, random);
      expect(compare(practice, seen), `seed ${seed}, step ${step}`).toEqual([]);
      if (step % 5 === 0) expect(deskDifferences(practice.hall, practice.now, seen), `seed ${seed}, step ${step}`).toEqual([]);
    }
  }
  // The halls were rich enough: every action was possible somewhere, and every obstacle of the rules was met.
  for (const action of [...counterActions, ...rowActions]) expect(seen).toContain(`${action} possible`);
  for (const met of [
    'callNext ticketActive', 'callNext tooSoon', 'callNext nobodyWaiting', 'callNext counterNotOpen', 'callNext dayNotOpen',
    'recallTicket tooSoon', 'recallTicket callsUsed', 'missTicket callAgainFirst', 'missTicket tooSoon', 'missTicket alreadyStarted',
    'finishService notStarted', 'finishService noTicket', 'closeCounter ticketActive', 'signOut notSignedIn',
    'parkTicket notStarted', 'parkTicket noTicket', 'putBackTicket alreadyStarted', 'pickTicket ticketActive', 'pickTicket nobodyWaiting',
    'undoStep noStepToUndo', 'finish ends', 'finish goes on', 'finish impossible',
    'checkIn possible', 'checkIn withReason appointmentTooEarly', 'checkIn refused alreadyCheckedIn',
  ]) expect(seen).toContain(met);
}, 30_000);
