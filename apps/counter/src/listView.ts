// The lists beside the ticket in hand: parked and missed tickets with what can be done about each, and whom one may pick.
import type { Hall } from '@hall/core/domain/hall';
import type { CounterId, QueueId, TicketId } from '@hall/core/domain/ids';
import type { Names } from '@hall/core/domain/plan';
import { serviceOf, ticketsIn } from '@hall/core/domain/questions';
import { waitedMs } from '@hall/core/domain/tally';
import type { Ticket } from '@hall/core/domain/ticket';
import { parkedTickets, pickableTickets } from './ticketsAtHand.ts';
import { reasonName, standingOf, type Standing } from './ticketView.ts';

interface Row {
  readonly id: TicketId;
  readonly version: number;
  readonly number: string;
  readonly serviceName: Names | null;
  readonly counterId: CounterId | null;
}
const rowOf = (hall: Readonly<Hall>, ticket: Ticket): Row => {
  const { id, version, number, counterId } = ticket;
  return { id, version, number, counterId, serviceName: serviceOf(hall, ticket)?.name ?? null };
};

export interface ParkedRow extends Row {
  readonly reason: Names | null;
  readonly parkedMs: number;
  /** Longer than the plan's limit (C10). */
  readonly isLate: boolean;
}

export function parkedRows(hall: Readonly<Hall>, counterId: CounterId, now: number): ParkedRow[] {
  return parkedTickets(hall, counterId).map((ticket) => {
    const parkedMs = Math.max(0, now - (ticket.parkedAt ?? now));
    return { ...rowOf(hall, ticket), reason: reasonName(hall.plan?.parkReasons, ticket.parkReasonId), parkedMs, isLate: parkedMs > (hall.plan?.parkAlertMs ?? Infinity) };
  });
}

export interface MissedRow extends Row {
  readonly calledAt: number;
}

/** Missed tickets of these queues, the latest first. */
export function missedRows(hall: Readonly<Hall>, queueIds: readonly QueueId[]): MissedRow[] {
  return ticketsIn(hall, 'missed')
    .filter(({ queueId }) => queueIds.includes(queueId))
    .map((ticket) => ({ ...rowOf(hall, ticket), calledAt: ticket.calledAt ?? 0 }))
    .sort((a, b) => b.calledAt - a.calledAt);
}

export interface WaitingRow extends Row, Standing {
  readonly waitedMs: number;
}

/** Whom this counter may pick (C9); `typed` narrows by number: digits alone, or with the letter. */
export function waitingRows(hall: Readonly<Hall>, counterId: CounterId, typed: string, now: number): WaitingRow[] {
  return pickableTickets(hall, counterId)
    .filter((ticket) => fitsNumber(ticket, typed))
    .map((ticket) => ({ ...rowOf(hall, ticket), ...standingOf(hall, ticket), waitedMs: waitedMs(ticket, now) }));
}

/** `12` and `012` mean any prefix; `a12` and `A012` that one; a letter alone the whole prefix; nothing everybody. */
export function fitsNumber({ prefix, serial }: Pick<Ticket, 'prefix' | 'serial'>, typed: string): boolean {
  const found = /^([A-Z]*)(\d*)$/.exec(typed.toUpperCase().replaceAll(/[\s-]/g, ''));
  if (found === null) return false;
  const [, letters = '', digits = ''] = found;
  return (letters === '' || letters === prefix) && (digits === '' || Number(digits) === serial);
}
