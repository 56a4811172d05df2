// A ticket with several services as staff see it (T4): what is now, what comes later and where, what is done; what a
// finish here would mean, asked of the rules themselves; and where the ticket of the last finish went on.
import type { CommandData } from '@hall/core/domain/commands';
import { decide } from '@hall/core/domain/decide';
import type { Hall } from '@hall/core/domain/hall';
import type { CounterId, QueueId, ServiceId, TicketId } from '@hall/core/domain/ids';
import type { Names } from '@hall/core/domain/plan';
import { activeTicket, clerkAt, countersOf, queueOf, ticketById } from '@hall/core/domain/questions';
import { servesQueue } from '@hall/core/domain/rules/counters';
import type { Ticket } from '@hall/core/domain/ticket';
import { counterRange } from '@hall/core/slip/counterRange';
import { commonTexts } from '@hall/core/text/commonText';
import type { Language } from '@hall/core/text/language';
import { slipTexts } from '@hall/core/text/slipText';

/** Where a service is handled: its zone and the counters whose own queue it is; one counter when it is done. */
export interface Where {
  readonly zoneName: Names | null;
  readonly counterIds: readonly CounterId[];
}

export interface ServicePart {
  readonly id: ServiceId;
  readonly name: Names | null;
  readonly part: 'now' | 'later' | 'done';
  readonly where: Where;
  /** The asking counter serves it. */
  readonly isHere: boolean;
}

export const openServices = ({ serviceId, laterServiceIds }: Pick<Ticket, 'serviceId' | 'laterServiceIds'>): ServiceId[] => [serviceId, ...laterServiceIds];
export const serviceName = ({ plan }: Readonly<Hall>, serviceId: ServiceId): Names | null => plan?.services.find(({ id }) => id === serviceId)?.name ?? null;

export function whereOf(hall: Readonly<Hall>, queueId: QueueId | undefined): Where {
  const queue = queueId === undefined ? null : queueOf(hall, queueId);
  if (queue === null) return { zoneName: null, counterIds: [] };
  return { zoneName: hall.plan?.zones.find(({ id }) => id === queue.zoneId)?.name ?? null, counterIds: countersOf(hall, queue.id).map(({ id }) => id) };
}

/** As in "B区 20–25 号窗口". */
export function whereText({ zoneName, counterIds }: Where, language: Language): string {
  const [only, ...others] = counterIds;
  const counters = only === undefined ? null : others.length === 0 ? commonTexts[language].counter(only) : slipTexts[language].counters(counterRange(counterIds, language));
  return [zoneName?.[language] ?? null, counters].filter((text) => text !== null).join(language === 'zh' ? ' ' : ', ');
}

/** Done ones first, in the order of the ticket's way; then what it is served for now, then the rest. */
export function serviceParts(hall: Readonly<Hall>, ticket: Pick<Ticket, 'serviceId' | 'laterServiceIds' | 'history'>, counterId: CounterId | null): ServicePart[] {
  const counter = hall.plan?.counters.find(({ id }) => id === counterId);
  const done = ticket.history.flatMap(({ finished = [], counterId: at }) => finished.map((id): ServicePart => (
    { id, name: serviceName(hall, id), part: 'done', where: { zoneName: null, counterIds: at === null ? [] : [at] }, isHere: false })));
  const open = openServices(ticket).map((id, index): ServicePart => {
    const queueId = hall.plan?.services.find((service) => service.id === id)?.queueId;
    return { id, name: serviceName(hall, id), part: index === 0 ? 'now' : 'later', where: whereOf(hall, queueId), isHere: counter !== undefined && queueId !== undefined && servesQueue(counter, queueId) };
  });
  return [...done, ...open];
}

export interface FinishMeaning {
  readonly finished: readonly ServiceId[];
  /** Null: the ticket is over. */
  readonly next: { readonly name: Names | null; readonly where: Where } | null;
}

/** What finishing these services (absent: all that this counter serves) would mean for the ticket in hand; null: it cannot be finished now. */
export function finishMeaning(hall: Readonly<Hall>, counterId: CounterId, now: number, services?: readonly ServiceId[]): FinishMeaning | null {
  const ticket = activeTicket(hall, counterId);
  if (ticket === null || ticket.state !== 'serving') return null;
  const data: CommandData<'finishService'> = { counterId, ticketId: ticket.id, version: ticket.version, ...(services === undefined ? {} : { services: [...services] }) };
  const decision = decide(hall, { type: 'finishService', data }, { now, actor: { role: 'counter', place: counterId, personId: clerkAt(hall, counterId) } });
  if (!decision.accepted) return null;
  for (const event of decision.events) {
    if (event.type === 'serviceFinished') return { finished: event.data.finished, next: null };
    if (event.type === 'ticketWentOn') return { finished: event.data.finished, next: { name: serviceName(hall, event.data.serviceId), where: whereOf(hall, event.data.queueId) } };
  }
  return null;
}

export interface WentOn {
  readonly id: TicketId;
  readonly number: string;
  readonly name: Names | null;
  readonly where: Where;
}

/** Where the ticket went that was finished here last, while it waits there: the clerk tells its visitor. */
export function wentOnView(hall: Readonly<Hall>, counterId: CounterId): WentOn | null {
  const record = hall.counters.get(counterId)?.lastRecord ?? null;
  const ticket = record === null ? null : ticketById(hall, record.ticketId);
  const last = ticket?.history.at(-1);
  if (ticket?.state !== 'waiting' || last?.what !== 'wentOn' || last.counterId !== counterId) return null;
  return { id: ticket.id, number: ticket.number, name: serviceName(hall, ticket.serviceId), where: whereOf(hall, ticket.queueId) };
}
