// The ticket an accepted order has made, as its answer tells it.
import { shownRange, type ShownRange } from '@hall/core/domain/forecast/shownRange';
import type { QueueId, ServiceId, TicketId, VisitorId } from '@hall/core/domain/ids';
import type { Answer } from '@hall/core/protocol/messages';

export interface Issued {
  readonly id: TicketId;
  readonly number: string;
  readonly ahead: number;
  readonly queueId: QueueId;
  readonly serviceIds: readonly ServiceId[];
  /** Waiting time as it was told at the issue; null where nothing could be said. */
  readonly range: ShownRange | null;
  readonly channel: 'kiosk' | 'desk' | 'appointment' | 'offline';
  readonly at: number;
}

/** Null for a refusal, and for orders that make no ticket. */
export function issuedBy(answer: Answer): Issued | null {
  const fact = answer.ok ? answer.events.find(({ type }) => type === 'ticketIssued') : undefined;
  if (fact?.type !== 'ticketIssued') return null;
  const { ticketId: id, number, ahead, queueId, serviceId, alsoServiceIds, expected, channel } = fact.data;
  return { id, number, ahead, queueId, channel, at: fact.at, serviceIds: [serviceId, ...alsoServiceIds], range: expected === null ? null : shownRange(expected.p50Ms / 1_000, expected.p90Ms / 1_000) };
}

/** A visitor found before an order, handed on to it: known by id, shown masked. */
export interface KnownVisitor {
  readonly visitorId: VisitorId;
  readonly text: string;
}
