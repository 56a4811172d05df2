// One visit's place in the hall, and the stretches of service it leads to (rules T1, T4).
// How they change is in folds/ticketFolds.ts; what may change is in rules/.
import type { Paper } from './paper.ts';
import type { TicketFile, TicketNote } from './attachment.ts';
import type { CallReason, Rank } from './events.ts';
import type { AppointmentId, ClassId, CounterId, QueueId, ReasonId, RecordId, ServiceId, TicketId, VisitorId } from './ids.ts';

/** States of T1. */
export type TicketState = 'waiting' | 'called' | 'serving' | 'parked' | 'missed' | 'done' | 'cancelled' | 'expired';

/** No edge leads on from here, except to take back a finish (T1). */
export const isFinal = (state: TicketState): boolean => state === 'done' || state === 'cancelled' || state === 'expired';

export interface Ticket {
  readonly id: TicketId;
  readonly number: string;
  readonly prefix: string;
  readonly serial: number;
  /** What it is served for now, or was last. */
  serviceId: ServiceId;
  /** What comes after that, in order (T4). */
  laterServiceIds: readonly ServiceId[];
  /** The line it stands in, or stood in last. */
  queueId: QueueId;
  readonly rank: Rank;
  /** Decides its place among its rank; a return or transfer may change it. */
  dueAt: number;
  /** Only this counter calls it (C11); null: any that serves its queue. */
  forCounterId: CounterId | null;
  readonly issuedAt: number;
  /** Its waiting is measured from here, wherever it is moved: issue, or the slot of an appointment in time (T5). */
  readonly waitsFrom: number;
  /** Sequence of its issue: order among equals. */
  readonly bornSeq: number;
  state: TicketState;
  /** Grows with every event of the ticket (J6). */
  version: number;
  /** Calls since it began to wait, or came back to waiting (C7). */
  calls: number;
  firstCalledAt: number | null;
  /** Last call or recall. */
  calledAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
  /** Last miss; the time for a return runs from here (C8). */
  missedAt: number | null;
  parkedAt: number | null;
  parkReasonId: ReasonId | null;
  /** Where it is active, or was last. */
  counterId: CounterId | null;
  recordId: RecordId | null;
  /** How often its slip was printed again (S3). */
  reprints: number;
  /** What became of its last printing; null: nothing was told, as where the screen alone shows the number (S2). */
  paper: Paper | null;
  /** What has happened to it, for the clerk who gets it: transfers, parks, misses (N5, C11). */
  history: readonly HistoryStep[];
  staff?: { classId: ClassId | null; reason: ReasonId | null; override: ReasonId | null; visitorId: VisitorId | null; appointmentId: AppointmentId | null; /** Where it was given. */ place: string; why: CallReason | null; /** Words and files on it; what they say lies in the side store (V1). */ notes?: readonly TicketNote[]; files?: readonly TicketFile[] };
}

/** One earlier stretch of the ticket's way. */
export interface HistoryStep {
  readonly at: number;
  readonly what: 'missed' | 'returned' | 'parked' | 'transferred' | 'putBack' | 'wentOn';
  readonly queueId: QueueId;
  readonly counterId: CounterId | null;
  /** What was finished before it went on (T4). */
  readonly finished?: readonly ServiceId[];
}

/** One stretch of one service at one counter (T4). */
export interface ServiceRecord {
  readonly id: RecordId;
  readonly ticketId: TicketId;
  readonly number: string;
  /** What it was about; several when they were handled together (T4). */
  serviceIds: readonly ServiceId[];
  readonly counterId: CounterId;
  readonly startedAt: number;
  endedAt: number | null;
  rated: boolean;
}
