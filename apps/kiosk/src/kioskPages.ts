// The pages a visitor can stand before, and what can happen to them. What follows from what is in kioskFlow.ts.
// What a visitor has typed lives in the page and nowhere else: when the page goes, it is gone (V4).
import type { AppointmentId, DepartmentId, QueueId, ServiceId, TicketId } from '@hall/core/domain/ids';
import type { Refusal } from '@hall/core/domain/refusals';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import type { PrintEnd } from '@hall/core/shell/shellCalls';
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
  /** Given without the server (O1). */
  readonly isAlone?: true;
}

/** What a visitor is found by (H3): digits typed, or the card that was read; what stands on a card is never part of a page. */
export interface Proof {
  readonly by: TypedBy | 'card';
  readonly typed: string;
}
export type TypedBy = 'phone' | 'code';
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
  /** All departments: a page of its own where the first one is kept short. */
  | { readonly kind: 'departments' }
  | { readonly kind: 'search'; readonly wanted: Wanted; readonly typed: string }
  /** How a service goes (办事指南); `back`: where it was asked for. */
  | { readonly kind: 'guide'; readonly serviceId: ServiceId; readonly back: Page }
  /** A ticket by its number; `missing`: that number is not there. */
  | { readonly kind: 'find'; readonly typed: string; readonly missing: string | null }
  | { readonly kind: 'ticket'; readonly ticketId: TicketId }
  /** Nothing may come out of the printer: the visitor chooses before a number is taken (S4). */
  | { readonly kind: 'paper'; readonly wish: Wish }
  /** A card or code that says nothing. */
  | { readonly kind: 'unread'; readonly back: Page }
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
  /** The server is away, and the kiosk has no number of its own for this. */
  | { readonly kind: 'noNumber'; readonly why: NoNumber }
  /** The plan changed between two touches. */
  | { readonly kind: 'vanished' }
  /** The visitor stopped waiting for an answer and is sent to the guide desk. */
  | { readonly kind: 'left'; readonly order: number };

/** What is looked for: a service to take a number for, or to read about. */
export type Wanted = 'ticket' | 'guide';

/** Choosing what else one has come for. */
export type AlsoTouch =
  | { readonly on: 'also' | 'alsoDone' }
  | { readonly on: 'alsoDepartment'; readonly departmentId: DepartmentId }
  | { readonly on: 'alsoService'; readonly serviceId: ServiceId };
/** What the first page offers besides its services. */
export type HomeTouch =
  | { readonly on: 'departments' | 'find' | 'checkIn' }
  | { readonly on: 'search'; readonly wanted: Wanted };
export type TypingTouch =
  | { readonly on: 'erase' | 'clear' }
  | { readonly on: 'proofBy'; readonly by: TypedBy }
  /** A digit or a capital letter; which of them mean something, the page says. */
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
  | HomeTouch
  | { readonly on: 'guide'; readonly serviceId: ServiceId }
  | { readonly on: Mode }
  | { readonly on: 'findNumber' | 'withoutPaper' | 'forgetCard' }
  | { readonly on: 'take' | 'sendProof' | 'leave' | 'back' | 'home' | 'forgetLate' };

/** Ways to use the kiosk; each ends with the visit. `low`: everything that is touched lies in the lower half. `voice`: words are spoken. */
export const modes = ['elder', 'low', 'voice'] as const;
export type Mode = (typeof modes)[number];

/** What a reader makes of a card or code. */
export type Reading =
  | { readonly kind: 'card'; readonly visitor: ToldVisitor }
  | { readonly kind: 'code'; readonly code: string }
  /** A ticket's number, as on a slip. */
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'nonsense' };

/** What became of the slip, as the page tells it. `preview`: there is no printer here; `screen`: the visitor has chosen so. */
export type Slip = 'preview' | 'screen' | 'printing' | PrintEnd['state'];

/** `alone`: why the kiosk itself has no number to give while the server is away (O1). */
export type Answered = { readonly ticket: IssuedTicket } | { readonly refusal: Refusal } | { readonly alone: NoNumber };
export type NoNumber = 'noNumbers' | 'usedUp' | 'notKept';

/** `at` is the device's own steady clock, ms; only differences of it are used. */
export type KioskEvent =
  | { readonly kind: 'touched'; readonly at: number; readonly touch: Touch }
  | { readonly kind: 'answered'; readonly at: number; readonly order: number; readonly answer: Answered }
  | { readonly kind: 'read'; readonly at: number; readonly reading: Reading }
  | { readonly kind: 'printed'; readonly at: number; readonly ticketId: TicketId; readonly slip: Slip }
  | { readonly kind: 'ticked'; readonly at: number };

/** What the flow has to know of the hall at the moment of an event. */
export interface Known {
  readonly live: boolean;
  /** While the server is away: the kiosk has a lent number for this service (O1). */
  readonly givesAlone: (id: ServiceId) => boolean;
  readonly hasService: (id: ServiceId) => boolean;
  readonly hasDepartment: (id: DepartmentId) => boolean;
  /** Whose services are listed first when more are chosen. */
  readonly departmentOf: (id: ServiceId) => DepartmentId | null;
  /** The ticket of today with this number. */
  readonly ticketOf: (number: string) => TicketId | null;
  readonly hasTicket: (id: TicketId) => boolean;
  /** The hall takes appointments. */
  readonly canCheckIn: boolean;
  /** `none`: this kiosk has no printer and shows its slips. `out`: it certainly cannot print. `unsure`: nobody can say (S4). */
  readonly paper: 'none' | 'fine' | 'out' | 'unsure';
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
  readonly low: boolean;
  readonly voice: boolean;
  /** Whose card was read in this visit; it travels beside orders and goes with the visit (V1, V4). */
  readonly card: ToldVisitor | null;
  /** The visitor takes numbers without paper. */
  readonly paperless: boolean;
  /** Of the ticket on the page. */
  readonly slip: Slip;
  /** A ticket whose visitor had stopped waiting for it. */
  readonly late: { readonly ticket: IssuedTicket; readonly at: number } | null;
}

export const freshKiosk = (at: number): KioskState =>
  ({ page: { kind: 'home' }, shownAt: at, touchedAt: at, visit: 0, touched: false, orders: 0, ...freshVisit, late: null });

/** What a visit leaves behind: nothing. */
export const freshVisit = { elder: false, low: false, voice: false, card: null, paperless: false, slip: 'preview' } as const;

/** Pages on which a visitor still chooses: one can go home from them. */
export const choosing: ReadonlySet<Page['kind']> = new Set<Page['kind']>(['home', 'departments', 'department', 'search', 'guide', 'service', 'also', 'checkIn', 'appointments', 'find', 'ticket']);
/** Where going back is not the same as going home. */
export const goesBack = (page: Page): boolean => ['also', 'appointments', 'guide', 'ticket'].includes(page.kind) || (page.kind === 'service' && page.from !== null);
