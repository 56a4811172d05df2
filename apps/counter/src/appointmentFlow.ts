// What the guide desk can do with an appointment now (H3), asked of the hall's own rules with the very order a press
// would send.
import type { CommandData } from '@hall/core/domain/commands';
import { decide } from '@hall/core/domain/decide';
import type { Hall } from '@hall/core/domain/hall';
import type { AppointmentId } from '@hall/core/domain/ids';
import type { Refusal } from '@hall/core/domain/refusals';
import { mayOverride } from './guideFlow.ts';

/** The desk sees who stands before it and names the appointment. */
export const checkInData = (appointmentId: AppointmentId): CommandData<'checkIn'> => ({ appointmentId, code: null, visitorId: null, priority: null, override: null });

export type AppointmentOffer =
  | { readonly kind: 'possible' }
  /** Refused by a rule that the desk may go against. */
  | { readonly kind: 'withReason'; readonly refusal: Refusal }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export function checkInOffer(hall: Readonly<Hall>, appointmentId: AppointmentId, place: string, now: number): AppointmentOffer {
  const decision = decide(hall, { type: 'checkIn', data: checkInData(appointmentId) }, { now, actor: { role: 'desk', place, personId: null } });
  if (decision.accepted) return { kind: 'possible' };
  return mayOverride(decision.refusal) ? { kind: 'withReason', refusal: decision.refusal } : { kind: 'refused', refusal: decision.refusal };
}

export const mayCancel = (hall: Readonly<Hall>, appointmentId: AppointmentId, place: string, now: number): boolean =>
  decide(hall, { type: 'cancelAppointment', data: { appointmentId } }, { now, actor: { role: 'desk', place, personId: null } }).accepted;
