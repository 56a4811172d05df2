// Orders of the rules' tests, written the way a person would say them: `next('1')`, `start('1', 'A001')`.
// A ticket is named by its number and ordered on in the version it has at that moment, unless a test says otherwise.
import type { Actor, Role } from '../actor.ts';
import type { Command, CommandData, CommandType } from '../commands.ts';
import type { Expectation } from '../expected.ts';
import type { EventData, EventPrivateFacts, EventType } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { Person } from '../person.ts';
import type { Plan } from '../plan.ts';
import type { Ticket } from '../ticket.ts';
import { must } from '../../base/assert.ts';

/** An order whose data may depend on the hall it is given to. */
export interface Order {
  readonly kind: 'order';
  readonly by: Actor['role'];
  readonly place: string;
  readonly command: (hall: Readonly<Hall>) => Command;
  /** What the forecast says when this is decided (H5). */
  readonly expected?: Expectation;
}
/** Time that passes. */
export interface Wait { readonly kind: 'wait'; readonly ms: number }
/** A fact folded in without asking the rules, for states the rules alone would not reach. */
export interface Fact { readonly kind: 'fact'; readonly type: EventType; readonly data: (hall: Readonly<Hall>) => unknown; readonly facts: unknown }
export type Step = Order | Wait | Fact;

/** Any order at all; ids are plain strings in tests. */
export function order<T extends CommandType>(type: T, data: unknown, by: Role | 'system' = 'manager', place = 'M1'): Order {
  const of = (hall: Readonly<Hall>): Command => ({ type, data: typeof data === 'function' ? (data as (hall: Readonly<Hall>) => unknown)(hall) : data }) as Command;
  return { kind: 'order', by, place, command: of };
}
export const after = (ms: number): Wait => ({ kind: 'wait', ms });
export function happened<T extends EventType>(type: T, data: EventData<T> | ((hall: Readonly<Hall>) => unknown), facts: EventPrivateFacts<T>): Fact {
  return { kind: 'fact', type, data: typeof data === 'function' ? (data as (hall: Readonly<Hall>) => unknown) : () => data, facts };
}

/** The ticket of that number today. */
export const numbered = (hall: Readonly<Hall>, number: string): Ticket =>
  must([...hall.tickets.values()].find((ticket) => ticket.number === number), `ticket ${number}`);

export const openJournal = order('openJournal', { hallId: '11111111-1111-4111-8111-111111111111', journalId: '22222222-2222-4222-8222-222222222222' }, 'system');
export const adopt = (plan: Plan): Order => order('adoptPlan', { plan, from: 'now' }, 'system');
/** A ticket in somebody's hand stands in the way unless `then` says what becomes of it. */
export const setPeople = (people: readonly Person[], then: CommandData<'setPeople'>['then'] = null): Order => order('setPeople', { people, then }, 'system');
export const openDay = (date: string): Order => order('openDay', { date });
export const closeDay = (date: string): Order => order('closeDay', { date });
export const restored = (epoch: number, date: string, floors: CommandData<'startEpoch'>['floors']): Order => order('startEpoch', { epoch, date, floors }, 'system');

/** At the kiosk, as anybody does. */
export const issue = (serviceId: string): Order => order('issueTicket', { serviceId, alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null }, 'kiosk', 'K1');
/** One ticket for several services, in this order (T4). */
export const issueSeveral = (serviceId: string, ...alsoServiceIds: readonly string[]): Order => order('issueTicket', { serviceId, alsoServiceIds, priority: null, slotAt: null, override: null, visitorId: null }, 'kiosk', 'K1');
/** At the desk, with a class. */
export const issueTo = (classId: string, serviceId: string): Order => order('issueTicket', { serviceId, alsoServiceIds: [], priority: { classId, reason: 'age' }, slotAt: null, override: null, visitorId: null });
/** At the desk, for a slot that begins so long after the start of the day. */
export const checkIn = (serviceId: string, slotAt: number): Order => order('issueTicket', { serviceId, alsoServiceIds: [], priority: null, slotAt, override: null, visitorId: null });

const at = (counterId: string): Pick<Order, 'by' | 'place'> => ({ by: 'counter', place: counterId });
const counterOrder = (type: CommandType, counterId: string, more: Record<string, unknown> = {}): Order => ({ ...order(type, { counterId, ...more }), ...at(counterId) });
export const signIn = (counterId: string, clerkId: string): Order => counterOrder('signIn', counterId, { clerkId });
export const signOut = (counterId: string): Order => counterOrder('signOut', counterId);
export const open = (counterId: string): Order => counterOrder('openCounter', counterId);
export const pause = (counterId: string, reasonId = 'lunch'): Order => counterOrder('pauseCounter', counterId, { reasonId });
export const close = (counterId: string): Order => counterOrder('closeCounter', counterId);
export const next = (counterId: string): Order => counterOrder('callNext', counterId);

export type TicketOrder = 'recallTicket' | 'startService' | 'finishService' | 'finishAndCallNext' | 'missTicket'
  | 'parkTicket' | 'resumeTicket' | 'transferTicket' | 'pickTicket' | 'putBackTicket' | 'undoStep';
/** `version`: what the button was drawn with; the ticket's own at that moment unless told. */
export const onTicket = (type: TicketOrder, counterId: string, number: string, version?: number, more: Record<string, unknown> = {}): Order => ({
  ...order(type, (hall: Readonly<Hall>) => {
    const ticket = numbered(hall, number);
    return { counterId, ticketId: ticket.id, version: version ?? ticket.version, ...more };
  }),
  ...at(counterId),
});
export const recall = (counterId: string, number: string): Order => onTicket('recallTicket', counterId, number);
export const start = (counterId: string, number: string): Order => onTicket('startService', counterId, number);
export const finish = (counterId: string, number: string): Order => onTicket('finishService', counterId, number);
/** Only these of its services are finished here (T4). */
export const finishOnly = (counterId: string, number: string, ...services: readonly string[]): Order => onTicket('finishService', counterId, number, undefined, { services });
export const finishAndNext = (counterId: string, number: string): Order => onTicket('finishAndCallNext', counterId, number);
export const miss = (counterId: string, number: string): Order => onTicket('missTicket', counterId, number);
export const park = (counterId: string, number: string, reasonId = 'materials'): Order => onTicket('parkTicket', counterId, number, undefined, { reasonId });
export const resume = (counterId: string, number: string): Order => onTicket('resumeTicket', counterId, number);
export const pick = (counterId: string, number: string, reasonId = 'urgent'): Order => onTicket('pickTicket', counterId, number, undefined, { reasonId });
export const putBack = (counterId: string, number: string, reasonId = 'mistake'): Order => onTicket('putBackTicket', counterId, number, undefined, { reasonId });
export const undo = (counterId: string, number: string): Order => onTicket('undoStep', counterId, number);
export const transfer = (counterId: string, number: string, to: Destination): Order => onTicket('transferTicket', counterId, number, undefined, { to: { counterId: null, place: 'byRule', ...to } });
export const release = (counterId: string, then: CommandData<'releaseCounter'>['then'] = 'putBack'): Order => order('releaseCounter', { counterId, then });

/** Where a ticket is sent: a queue, perhaps one counter of it, perhaps its end. */
export interface Destination { readonly queueId: string; readonly counterId?: string; readonly place?: 'byRule' | 'end' }

/** Orders on a ticket that need no counter: by the desk unless told. */
export const ofDesk = (type: 'cancelTicket' | 'returnTicket' | 'unparkTicket' | 'moveTicket', number: string, more: Record<string, unknown> = {}, version?: number): Order =>
  order(type, (hall: Readonly<Hall>) => {
    const ticket = numbered(hall, number);
    return { ticketId: ticket.id, version: version ?? ticket.version, ...more };
  }, 'desk', 'D1');
export const cancel = (number: string, version?: number): Order => ofDesk('cancelTicket', number, {}, version);
export const comeBack = (number: string, override: string | null = null): Order => ofDesk('returnTicket', number, { override });
export const unpark = (number: string): Order => ofDesk('unparkTicket', number);
export const moveTo = (number: string, to: Destination): Order => ofDesk('moveTicket', number, { to: { counterId: null, place: 'byRule', ...to } });

export type TestScope = { readonly kind: 'hall' } | { readonly kind: 'zone'; readonly zoneId: string } | { readonly kind: 'queue'; readonly queueId: string };
export const stop = (scope: TestScope, reasonId = 'power'): Order => order('stopIssuing', { scope, reasonId });
export const resumeGiving = (scope: TestScope): Order => order('resumeIssuing', { scope });
/** At the desk, against hours, quota, a stop or a live ticket. */
export const issueAnyway = (serviceId: string, override = 'leader', visitorId: string | null = null): Order =>
  order('issueTicket', { serviceId, alsoServiceIds: [], priority: null, slotAt: null, override, visitorId }, 'desk', 'D1');
/** For a visitor who is known by an ID card or phone. */
export const issueFor = (visitorId: string, serviceId: string): Order => order('issueTicket', { serviceId, alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId }, 'kiosk', 'K1');

/** At the pad of the counter, on its last finished record unless told. */
export const rate = (counterId: string, level: number, more: { codes?: string[]; recordId?: string; givenAt?: number } = {}): Order => ({
  ...order('rateService', (hall: Readonly<Hall>) => ({
    counterId, level, codes: more.codes ?? [], givenAt: more.givenAt ?? hall.at,
    recordId: more.recordId ?? [...hall.counters.values()].find(({ id }) => id === counterId)?.lastRecord?.id ?? '9.9',
  }), 'pad', counterId),
});
