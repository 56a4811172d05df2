// What the guide desk sees of tickets and services: tickets found by number, one of them in detail, and services with what
// keeps them from being given. The whole hall is in wholeHallView.ts.
import type { Hall } from '@hall/core/domain/hall';
import { issuingNow } from '@hall/core/domain/hours';
import type { CounterId, QueueId, ServiceId, TicketId, VisitorId } from '@hall/core/domain/ids';
import type { Names, Service } from '@hall/core/domain/plan';
import { aheadOfTicket, queueOf, serviceOf, ticketById, ticketsIn, waitingCount } from '@hall/core/domain/questions';
import { quotaReached } from '@hall/core/domain/quota';
import { covers } from '@hall/core/domain/scope';
import type { Ticket } from '@hall/core/domain/ticket';
import type { SlipFacts } from '@hall/core/slip/slipDocument';
import { fitsNumber } from './listView.ts';
import { serviceParts, type ServicePart } from './servicesView.ts';
import { cameView, historyRows, reasonName, standingOf, type CameView, type HistoryRow, type Standing } from './ticketView.ts';

export interface FoundRow {
  readonly id: TicketId;
  readonly number: string;
  readonly state: Ticket['state'];
  readonly serviceName: Names | null;
}

const isOver = ({ state }: Ticket): boolean => state === 'done' || state === 'cancelled' || state === 'expired';

/** Tickets of today that fit what was typed: those still open first, then the latest. Nothing typed finds nothing. */
export function foundRows(hall: Readonly<Hall>, typed: string, most: number): FoundRow[] {
  if (typed.trim() === '') return [];
  return [...hall.tickets.values()]
    .filter((ticket) => fitsNumber(ticket, typed))
    .sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || b.bornSeq - a.bornSeq)
    .slice(0, most)
    .map((ticket) => foundRow(hall, ticket));
}

/** Missed and parked tickets, whose visitors are likely to come to the desk; the latest first. */
export function asideRows(hall: Readonly<Hall>, state: 'missed' | 'parked'): FoundRow[] {
  const since = ({ missedAt, parkedAt }: Ticket): number => (state === 'missed' ? missedAt : parkedAt) ?? 0;
  return ticketsIn(hall, state).sort((a, b) => since(b) - since(a)).map((ticket) => foundRow(hall, ticket));
}

export const foundRow = (hall: Readonly<Hall>, ticket: Ticket): FoundRow =>
  ({ id: ticket.id, number: ticket.number, state: ticket.state, serviceName: serviceOf(hall, ticket)?.name ?? null });

export interface TicketDetail extends Standing {
  readonly id: TicketId;
  readonly version: number;
  readonly number: string;
  readonly state: Ticket['state'];
  /** What it is for, in order (T4). */
  readonly services: readonly ServicePart[];
  readonly appointment: CameView | null;
  readonly reprints: number;
  /** What became of the last printing; null: nothing was told (S2). */
  readonly paper: Ticket['paper'];
  readonly visitorId: VisitorId | null;
  /** What its slip says if it is printed again now (S3). */
  readonly slip: SlipFacts;
  readonly queueName: Names | null;
  readonly issuedAt: number;
  readonly counterId: CounterId | null;
  readonly forCounterId: CounterId | null;
  readonly ahead: number | null;
  readonly reason: Names | null;
  readonly override: Names | null;
  readonly parkReason: Names | null;
  readonly history: readonly HistoryRow[];
}

export function ticketDetail(hall: Readonly<Hall>, ticketId: TicketId, now: number): TicketDetail | null {
  const ticket = ticketById(hall, ticketId);
  if (ticket === null) return null;
  const { id, version, number, state, issuedAt, counterId, forCounterId, reprints, paper, staff } = ticket;
  const ahead = state === 'waiting' ? aheadOfTicket(hall, ticket, now) : null;
  return {
    id, version, number, state, issuedAt, counterId, forCounterId, reprints, paper, ahead,
    ...standingOf(hall, ticket),
    services: serviceParts(hall, ticket, null),
    appointment: cameView(hall, ticket),
    visitorId: staff?.visitorId ?? null,
    slip: slipFacts(hall, ticket, ahead, now),
    queueName: queueOf(hall, ticket.queueId)?.name ?? null,
    reason: reasonName(hall.plan?.grantReasons, staff?.reason),
    override: reasonName(hall.plan?.grantReasons, staff?.override),
    parkReason: reasonName(hall.plan?.parkReasons, ticket.parkReasonId),
    history: historyRows(hall, ticket),
  };
}

/** As it stands now, marked as printed again (S3). The wait told at the issue is not told twice, and a class only when the visitor agrees. */
function slipFacts(hall: Readonly<Hall>, { number, serviceId, laterServiceIds, queueId, issuedAt, reprints, staff }: Ticket, ahead: number | null, now: number): SlipFacts {
  const booked = staff?.appointmentId === undefined || staff.appointmentId === null ? undefined : hall.staff.appointments.get(staff.appointmentId);
  const slotAt = booked !== undefined && issuedAt < booked.toAt ? booked.fromAt : null;
  return { number, serviceId, laterServiceIds, queueId, issuedAt, ahead, slotAt, wait: null, classId: null, reprint: { nth: reprints + 1, at: now } };
}

export interface ServiceRow {
  readonly id: ServiceId;
  readonly name: Names;
  readonly departmentName: Names | null;
  readonly prefix: string;
  readonly queueId: QueueId;
  readonly waiting: number;
  /** What a ticket for it would be refused for now (H1, H2, H6). */
  readonly obstacle: 'stopped' | 'shut' | 'full' | null;
}

/** Services whose queue letter, name or department fits; by letter first, then the most used. */
export function serviceRows(hall: Readonly<Hall>, typed: string, now: number): ServiceRow[] {
  const { plan } = hall;
  if (plan === null) return [];
  const sought = typed.trim().toLowerCase();
  const fits = (...names: (Names | null)[]): boolean => names.some((name) => name !== null && (name.zh.includes(sought) || name.en.toLowerCase().includes(sought)));
  return plan.services
    .map((service) => ({ service, queue: queueOf(hall, service.queueId), departmentName: plan.departments.find(({ id }) => id === service.departmentId)?.name ?? null }))
    .map((one) => ({ ...one, byLetter: one.queue?.numbering.prefix.toLowerCase() === sought }))
    .filter(({ service, byLetter, departmentName }) => byLetter || fits(service.name, departmentName))
    .sort((a, b) => Number(b.byLetter) - Number(a.byLetter) || Number(b.service.featured) - Number(a.service.featured))
    .map(({ service, queue, departmentName }) => ({
      id: service.id, name: service.name, departmentName, prefix: queue?.numbering.prefix ?? '', queueId: service.queueId, waiting: waitingCount(hall, service.queueId),
      obstacle: obstacleOf(hall, service, now),
    }));
}

/** The same questions as the rule of issuing asks, in its order. */
function obstacleOf(hall: Readonly<Hall>, service: Service, now: number): ServiceRow['obstacle'] {
  const queue = queueOf(hall, service.queueId);
  if (hall.plan === null || queue === null) return null;
  for (const { scope } of hall.stops.values()) if (covers(scope, queue)) return 'stopped';
  if (!issuingNow(hall.plan, service, now).open) return 'shut';
  return quotaReached(hall, hall.plan, service, now) === null ? null : 'full';
}
