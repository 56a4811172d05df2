// What is sent to check in by what was typed or read. Who somebody is travels beside the order and never in it (V1).
import type { CommandData } from '@hall/core/domain/commands';
import type { AppointmentId } from '@hall/core/domain/ids';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import type { Proof } from './kioskPages.ts';

export function checkInOrder({ by, typed }: Proof, appointmentId: AppointmentId | null, card: ToldVisitor | null): { readonly data: CommandData<'checkIn'>; readonly visitor: ToldVisitor | undefined } {
  return {
    data: { appointmentId, code: by === 'code' ? typed : null, visitorId: null, priority: null, override: null },
    visitor: by === 'phone' ? { name: null, phone: typed, idNumber: null } : by === 'card' ? (card ?? undefined) : undefined,
  };
}
