// The pages a visitor can stand before, and what can happen to them. What follows from what is in kioskFlow.ts.
import type { DepartmentId, QueueId, ServiceId } from '@hall/core/domain/ids';
import type { Refusal } from '@hall/core/domain/refusals';

/** The ticket as the server's event tells it; nothing of it is guessed. */
export interface IssuedTicket {
  readonly number: string;
  readonly serviceId: ServiceId;
  readonly queueId: QueueId;
  /** People ahead as written into the journal. */
  readonly ahead: number;
  readonly issuedAt: number;
}

export type Page =
  | { readonly kind: 'home' }
  | { readonly kind: 'department'; readonly departmentId: DepartmentId }
  | { readonly kind: 'service'; readonly serviceId: ServiceId; readonly from: DepartmentId | null }
  /** The order is on its way; `order` names it, so that a later answer is not taken for another one's. */
  | { readonly kind: 'taking'; readonly serviceId: ServiceId; readonly from: DepartmentId | null; readonly order: number }
  | { readonly kind: 'done'; readonly ticket: IssuedTicket }
  | { readonly kind: 'refused'; readonly serviceId: ServiceId; readonly from: DepartmentId | null; readonly refusal: Refusal }
  /** The plan changed between two touches. */
  | { readonly kind: 'vanished' }
  /** The visitor stopped waiting for an answer and is sent to the guide desk. */
  | { readonly kind: 'left'; readonly order: number };

export type Touch =
  /** Anywhere: somebody is there. */
  | { readonly on: 'screen' }
  | { readonly on: 'department'; readonly departmentId: DepartmentId }
  | { readonly on: 'service'; readonly serviceId: ServiceId }
  | { readonly on: 'take' | 'leave' | 'back' | 'home' | 'elder' | 'forgetLate' };

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
