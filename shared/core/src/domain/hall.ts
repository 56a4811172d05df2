// The state of the hall: today, and what lives longer. It is the fold of the journal and nothing else (rule J7).
// Everything private lies under a key named `staff`; redact.ts drops such keys and knows no other rule.
import type { Line } from './line.ts';
import type { Appointment } from './appointment.ts';
import type { Device } from './device.ts';
import type { AppointmentId, BusinessDay, PersonId, CounterId, DeviceId, QueueId, ReasonId, RecordId, TicketId, VisitorId } from './ids.ts';
import type { Lease, MergeConflict } from './lease.ts';
import type { Person } from './person.ts';
import type { Plan } from './plan.ts';
import type { Scope } from './scope.ts';
import type { ServiceRecord, Ticket } from './ticket.ts';

export interface CounterState {
  readonly id: CounterId;
  state: 'closed' | 'open' | 'paused';
  signedIn: boolean;
  /** Since when this clerk sits here; what was done before cannot be undone by this one (T1). */
  signedInAt: number | null;
  pauseReasonId: ReasonId | null;
  /** Since when it is in this state. */
  since: number;
  activeTicketId: TicketId | null;
  /** Moment of the last call of a next ticket. */
  nextCalledAt: number | null;
  rankedInARow: number;
  /** The last finished stretch: what the pad may ask about. */
  lastRecord: ServiceRecord | null;
  staff?: { clerkId: PersonId | null };
}

/** Sums of the day for one queue or counter; averages are divided where they are shown. */
export interface Tally {
  issued: number;
  called: number;
  waitMs: number;
  longestWaitMs: number;
  calledInTime: number;
  served: number;
  serviceMs: number;
  missed: number;
  /** Transferred away, picked out of turn, overridden by the desk. */
  transferred: number;
  picked: number;
  cancelled: number;
  expired: number;
  rated: number;
  /** Ratings of level 1 to 5 at index 0 to 4. */
  staff?: { levels: number[] };
}

/** One call or recall, as boards show it. */
export interface CallShown {
  readonly seq: number;
  readonly at: number;
  readonly ticketId: TicketId;
  readonly number: string;
  readonly queueId: QueueId | null;
  readonly counterId: CounterId;
  readonly nth: number;
}

export interface Hall {
  hallId: string;
  journalId: string;
  epoch: number;
  /** Sequence and time of the last event folded in. */
  seq: number;
  at: number;
  plan: Plan | null;
  /** `restored`: the journal was restored on this day, so that its numbers go on in the kept ranges (J9). */
  day: { date: BusinessDay; openedAt: number; closedAt: number | null; restored?: true } | null;
  /** Next serial per prefix (N2). */
  numbers: Map<string, number>;
  /** Where numbers begin on the day of a restore, and the next number of each prefix as the backup knew it (J9). */
  restored: { date: BusinessDay; floors: Record<string, number>; known: Record<string, number> } | null;
  tickets: Map<TicketId, Ticket>;
  records: Map<RecordId, ServiceRecord>;
  counters: Map<CounterId, CounterState>;
  queueTallies: Map<QueueId, Tally>;
  counterTallies: Map<CounterId, Tally>;
  recentCalls: CallShown[];
  /** Tickets given today per service, and per span of its quota (H2). */
  issued: Map<string, number>;
  /** Numbers lent to kiosks for today and days to come (O1). */
  leases: Map<string, Lease>;
  /** Numbers of today that came from kiosks that were alone, with the store that gave each: never again (N1). */
  loneNumbers: Map<string, string>;
  /** What is stopped now, by scope (H6). */
  stops: Map<string, Stop>;
  /** What the public never receives. */
  staff: HallStaffPart;
  /** Who waits in each queue, rank by rank; derived from `tickets`, never stored. */
  lines: Map<QueueId, Line>;
  /** Who waits for one counter alone (C11); derived too. */
  counterLines: Map<CounterId, Line>;
}

export interface HallStaffPart {
  /** Of today and of days to come (H3). */
  appointments: Map<AppointmentId, Appointment>;
  /** Dates on which a known visitor did not appear (H4). */
  noShows: Map<VisitorId, readonly BusinessDay[]>;
  /** Until which date a visitor books nothing (H4). */
  blocks: Map<VisitorId, BusinessDay>;
  /** Visitors and days that were forgotten by order, and when: the side store is held to it at every start (V1). */
  erased: Map<VisitorId, number>;
  erasedDays: Map<BusinessDay, number>;
  /** Let into the hall, by their keys. */
  devices: Map<DeviceId, Device>;
  /** Who works here, and who did. */
  people: Map<PersonId, Person>;
  /** What staff must look at after kiosks were alone (O1); of today. */
  mergeConflicts: readonly MergeConflict[];
  /** Adopted when the next day opens. */
  nextPlan: { readonly plan: Plan; readonly scheduledAt: number } | null;
}

/** Issuing is stopped for a scope until it is resumed (H6). */
export interface Stop {
  readonly scope: Scope;
  readonly reasonId: ReasonId;
  readonly since: number;
}

/** Calls kept for screens that come late; the newest last. */
export const recentCallsKept = 24;

/** The hall before its first event. */
export function emptyHall(): Hall {
  return {
    hallId: '', journalId: '', epoch: 1, seq: 0, at: 0, plan: null, day: null,
    numbers: new Map(), restored: null, tickets: new Map(), records: new Map(), counters: new Map(),
    queueTallies: new Map(), counterTallies: new Map(), recentCalls: [], issued: new Map(), leases: new Map(), loneNumbers: new Map(), stops: new Map(),
    staff: { appointments: new Map(), noShows: new Map(), blocks: new Map(), erased: new Map(), erasedDays: new Map(), devices: new Map(), people: new Map(), mergeConflicts: [], nextPlan: null }, lines: new Map(), counterLines: new Map(),
  };
}
