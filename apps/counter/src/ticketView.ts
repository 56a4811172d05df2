// One ticket as staff see it: who it is in the order of calling, why it was called, and what has happened to it.
// Fresh plain objects each time: the follower changes the hall in place, and a screen must notice.
import type { CallReason, Rank } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import type { CounterId, ReasonId, TicketId } from '@hall/core/domain/ids';
import type { Names, Plan } from '@hall/core/domain/plan';
import { activeTicket, queueOf } from '@hall/core/domain/questions';
import { waitedMs } from '@hall/core/domain/tally';
import type { HistoryStep, Ticket } from '@hall/core/domain/ticket';
import { serviceParts, type ServicePart } from './servicesView.ts';

/** Who a ticket is in the order of calling. */
export interface Standing {
  readonly rank: Rank;
  /** Name of the granted class; null for appointments and ordinary tickets. */
  readonly className: Names | null;
}

export function standingOf({ plan }: Readonly<Hall>, { rank, staff }: Pick<Ticket, 'rank' | 'staff'>): Standing {
  return { rank, className: plan?.classes.find(({ id }) => id === staff?.classId)?.name ?? null };
}

/** The appointment a ticket came from (H3). */
export interface CameView {
  readonly from: string;
  readonly to: string;
  readonly checkedInAt: number;
  /** `tooLate`: later than the plan allows, so that it is served without its appointment. */
  readonly came: 'inTime' | 'late' | 'tooLate';
}

export function cameView(hall: Readonly<Hall>, { staff, issuedAt }: Pick<Ticket, 'staff' | 'issuedAt'>): CameView | null {
  const appointment = staff?.appointmentId === undefined || staff.appointmentId === null ? undefined : hall.staff.appointments.get(staff.appointmentId);
  if (appointment === undefined) return null;
  const { from, to, toAt } = appointment;
  return { from, to, checkedInAt: issuedAt, came: cameAt(hall, toAt, issuedAt) };
}

/** How a check-in at that moment counts, by the slot's end (H3). */
export const cameAt = ({ plan }: Readonly<Hall>, toAt: number, at: number): CameView['came'] =>
  (at < toAt ? 'inTime' : at <= toAt + (plan?.appointments.lateMs ?? 0) ? 'late' : 'tooLate');

export interface HistoryRow {
  readonly at: number;
  readonly what: HistoryStep['what'];
  readonly queueName: Names | null;
  readonly counterId: CounterId | null;
}

export interface CurrentView extends Standing {
  readonly id: TicketId;
  readonly number: string;
  readonly state: Ticket['state'];
  /** What it is for, in order; one entry for most tickets (T4). */
  readonly services: readonly ServicePart[];
  readonly appointment: CameView | null;
  /** Last call, or start once it is being served; ms of hall time. */
  readonly since: number;
  readonly calls: number;
  readonly maxCalls: number;
  readonly waitedMs: number;
  /** Why the class was granted, and why the desk gave it against a rule. */
  readonly reason: Names | null;
  readonly override: Names | null;
  readonly why: CallReason | null;
  readonly pickReason: Names | null;
  readonly history: readonly HistoryRow[];
}

/** Name of a reason of one of the plan's lists. */
export const reasonName = (list: Plan['grantReasons'] | undefined, reasonId: ReasonId | null | undefined): Names | null =>
  list?.find(({ id }) => id === reasonId)?.name ?? null;

export function historyRows(hall: Readonly<Hall>, { history }: Pick<Ticket, 'history'>): HistoryRow[] {
  return history.map(({ at, what, queueId, counterId }) => ({ at, what, queueName: queueOf(hall, queueId)?.name ?? null, counterId }));
}

/** The ticket in hand at this counter. */
export function currentView(hall: Readonly<Hall>, counterId: CounterId): CurrentView | null {
  const ticket = activeTicket(hall, counterId);
  if (ticket === null) return null;
  const { id, number, state, calls, staff } = ticket;
  return {
    id, number, state, calls,
    ...standingOf(hall, ticket),
    services: serviceParts(hall, ticket, counterId),
    appointment: cameView(hall, ticket),
    since: (state === 'serving' ? ticket.startedAt : ticket.calledAt) ?? hall.at,
    maxCalls: hall.plan?.calling.maxCalls ?? 0,
    waitedMs: waitedMs(ticket, ticket.firstCalledAt ?? hall.at),
    reason: reasonName(hall.plan?.grantReasons, staff?.reason),
    override: reasonName(hall.plan?.grantReasons, staff?.override),
    why: staff?.why ?? null,
    pickReason: reasonName(hall.plan?.pickReasons, staff?.why?.reasonId),
    history: historyRows(hall, ticket),
  };
}
