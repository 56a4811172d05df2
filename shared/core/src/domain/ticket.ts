// One visit's place in the hall, and the stretches of service it leads to (rules T1, T4).
// How they change is in folds/ticketFolds.ts; what may change is in rules/.
import type { CallReason, Rank } from './events.ts';
import type { ClassId, CounterId, QueueId, ReasonId, RecordId, ServiceId, TicketId } from './ids.ts';

/** States of T1 that the trunk builds. */
export type TicketState = 'waiting' | 'called' | 'serving' | 'missed' | 'done' | 'cancelled' | 'expired';

export interface Ticket {
  readonly id: TicketId;
  readonly number: string;
  readonly prefix: string;
  readonly serial: number;
  readonly serviceId: ServiceId;
  readonly queueId: QueueId;
  readonly rank: Rank;
  readonly dueAt: number;
  readonly issuedAt: number;
  /** Sequence of its issue: order among equals. */
  readonly bornSeq: number;
  state: TicketState;
  /** Grows with every event of the ticket (J6). */
  version: number;
  calls: number;
  firstCalledAt: number | null;
  /** Last call or recall. */
  calledAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
  /** Where it is active, or was last. */
  counterId: CounterId | null;
  recordId: RecordId | null;
  staff?: { classId: ClassId | null; reason: ReasonId | null; why: CallReason | null };
}

/** One stretch of one service at one counter (T4). */
export interface ServiceRecord {
  readonly id: RecordId;
  readonly ticketId: TicketId;
  readonly number: string;
  readonly serviceId: ServiceId;
  readonly counterId: CounterId;
  readonly startedAt: number;
  endedAt: number | null;
  rated: boolean;
}
