// Whether a row that comes again says the same as the appointment that was booked under its name. Pure.
import type { Appointment } from '@hall/core/domain/appointment';
import { writtenAlike, type ToldVisitor } from '@hall/core/domain/visitor';
import type { rowFaultTexts } from '@hall/core/text/managerImportText';
import type { WantedAppointment } from './appointmentRow.ts';

/** What a row says otherwise than the appointment booked under its name; null: nothing. */
export function changedIn(wanted: WantedAppointment, before: Appointment, known: ToldVisitor | null): keyof typeof rowFaultTexts.zh.changedIn | null {
  if (wanted.serviceId !== before.serviceId) return 'service';
  if (wanted.date !== before.date) return 'date';
  if (wanted.from !== before.from) return 'time';
  if (wanted.code !== null && wanted.code.toUpperCase() !== before.code.toUpperCase()) return 'code';
  return isSameVisitor(wanted.visitor, before, known) ? null : 'visitor';
}

/** As far as the hall still knows: who was forgotten cannot be compared (V1). */
function isSameVisitor(told: ToldVisitor | null, { visitorId }: Appointment, known: ToldVisitor | null): boolean {
  if (told === null || visitorId === null) return (told === null) === (visitorId === null);
  if (known === null) return true;
  const { name, phone, idNumber } = writtenAlike(told);
  const agrees = (one: string | null, other: string | null): boolean => one === null || one === other;
  // Known by a document that this row does not show: what the row told beside the phone was not kept.
  if (idNumber === null && known.idNumber !== null) return agrees(phone, known.phone);
  return agrees(idNumber, known.idNumber) && agrees(phone, known.phone) && agrees(name, known.name);
}
