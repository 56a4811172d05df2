// The pages a visitor can stand before, and what can happen to them. What follows from what is in kioskFlow.ts.
// What a visitor has typed lives in the page and nowhere else: when the page goes, it is gone (V4).
import type { AppointmentId, DepartmentId, QueueId, ServiceId, TicketId } from '@hall/core/domain/ids';
import type { Refusal } from '@hall/core/domain/refusals';
import type { ShownRange } from '@hall/core/domain/forecast/shownRange';

/** The ticket as the server's event tells it; nothing of it is guessed. */
export interface IssuedTicket {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly serviceId: ServiceId;
  /** What comes after that, in order (T4). */
  readonly laterServiceIds: readonly ServiceId[];
  readonly queueId: QueueId;
  /** People ahead as written into the journal; null: it does not wait any more. */
  readonly ahead: number | null;
  /** The wait as written into the journal; null: nothing could be said. */
  readonly wait: ShownRange | null;
  readonly issuedAt: number;
  /** How it stands when it came of an appointment (H3, C4). */
  readonly appointment: 'inTime' | 'late' | 'tooLate' | null;
  /** Begin of the slot of one who came in time. */
  readonly slotAt: number | null;
  readonly reprint: { readonly nth: number; readonly at: number } | null;
}

/** What a visitor types to be found by (H3): digits alone. */
export interface Proof {
  readonly by: 'phone' | 'code';
  readonly typed: string;
}
export interface Choice {
  readonly appointmentId: AppointmentId;
  readonly serviceId: ServiceId;
  readonly fromAt: number;
}

/** A service and what was chosen besides it. */
export interface Chosen {
  readonly serviceId: ServiceId;
  readonly also: readonly ServiceId[];
  /** The department it was found in; null: on the first page. */
  readonly from: DepartmentId | null;
}

/** What was ordered; also where to go back to. */
export type Wish =
  | ({ readonly what: 'ticket' } & Chosen)
  | { readonly what: 'checkIn'; readonly proof: Proof; readonly appointmentId: AppointmentId | null }
  | { readonly what: 'reprint'; readonly ticketId: TicketId };

export type Page =
  | { readonly kind: 'home' }
  | { readonly kind: 'department'; readonly departmentId: DepartmentId }
  | ({ readonly kind: 'service' } & Chosen)
  /** Choosing what else the visitor has come for (T4); `shown`: the department whose services are listed. */
  | ({ readonly kind: 'also'; readonly shown: DepartmentId | null } & Chosen)
  | { readonly kind: 'checkIn'; readonly proof: Proof }
  /** Several appointments today. */
  | { readonly kind: 'appointments'; readonly proof: Proof; readonly choices: readonly Choice[] }
  /** The order is on its way; `order` names it, so that a later answer is not taken for another one's. */
  | { readonly kind: 'taking'; readonly wish: Wish; readonly order: number }
  | { readonly kind: 'done'; readonly ticket: IssuedTicket }
  | { readonly kind: 'refused'; readonly wish: Wish; readonly refusal: Refusal }
  /** The plan changed between two touches. */
  | { readonly kind: 'vanished' }
  /** The visitor stopped waiting for an answer and is sent to the guide desk. */
  | { readonly kind: 'left'; readonly order: number };

/** Choosing what else one has come for. */
export type AlsoTouch =
  | { readonly on: 'also' | 'alsoDone' }
  | { readonly on: 'alsoDepartment'; readonly departmentId: DepartmentId }
  | { readonly on: 'alsoService'; readonly serviceId: ServiceId };
export type TypingTouch =
  | { readonly on: 'erase' | 'clear' }
  | { readonly on: 'proofBy'; readonly by: Proof['by'] }
  | { readonly on: 'digit'; readonly digit: string };
export type Touch =
  /** Anywhere: somebody is there. */
  | { readonly on: 'screen' }
  | { readonly on: 'department'; readonly departmentId: DepartmentId }
  | { readonly on: 'service'; readonly serviceId: ServiceId }
  | AlsoTouch
  | TypingTouch
  | { readonly on: 'appointment'; readonly appointmentId: AppointmentId }
  | { readonly on: 'reprint'; readonly ticketId: TicketId }
  | { readonly on: 'take' | 'checkIn' | 'sendProof' | 'leave' | 'back' | 'home' | 'elder' | 'forgetLate' };

export type Answered = { readonly ticket: IssuedTicket } | { readonly refusal: Refusal };

/** `at` is the device's own steady clock, ms; only differences of it are used. */
export type KioskEvent =
  | { readonly kind: 'touched'; readonly at: number; readonly touch: Touch }
  | { readonly kind: 'answered'; readonly at: number; readonly order: number; readonly answer: Answered }
  | { readonly kind: 'ticked'; readonly at: number };

/** What the flow has to know of the hall at the moment of an event. */
export interface Known {
  readonly live: boolean;
  readonly hasService: (id: ServiceId) => boolean;
  readonly hasDepartment: (id: DepartmentId) => boolean;
  /** Whose services are listed first when more are chosen. */
  readonly departmentOf: (id: ServiceId) => DepartmentId | null;
}

export interface KioskState {
  readonly page: Page;
  /** When this page came. */
  readonly shownAt: number;
  readonly touchedAt: number;
  /** Grows when a visitor has gone: language and letters go back to the hall's own. */
  readonly visit: number;
  /** Somebody has touched the screen in this visit. */
  readonly touched: boolean;
  /** Orders given so far; the last one's name. */
  readonly orders: number;
  readonly elder: boolean;
  /** A ticket whose visitor had stopped waiting for it. */
  readonly late: { readonly ticket: IssuedTicket; readonly at: number } | null;
}

export const freshKiosk = (at: number): KioskState =>
  ({ page: { kind: 'home' }, shownAt: at, touchedAt: at, visit: 0, touched: false, orders: 0, elder: false, late: null });
