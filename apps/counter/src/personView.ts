// One visitor as the guide desk sees him (V2: known by id and mask alone): the tickets of today, the appointments, and
// whether booking is blocked (H4).
import type { Hall } from '@hall/core/domain/hall';
import type { BusinessDay, VisitorId } from '@hall/core/domain/ids';
import { appointmentRow, type AppointmentRow, type MaskedOf } from './appointmentView.ts';
import { foundRow, type FoundRow } from './guideView.ts';

export interface PersonView {
  readonly tickets: readonly FoundRow[];
  readonly appointments: readonly AppointmentRow[];
  /** Books nothing up to and on this date. */
  readonly blockedUntil: BusinessDay | null;
  readonly missedOn: readonly BusinessDay[];
}

export function personView(hall: Readonly<Hall>, visitorId: VisitorId, masked: MaskedOf, now: number): PersonView {
  const tickets = [...hall.tickets.values()].filter(({ staff }) => staff?.visitorId === visitorId);
  const appointments = [...hall.staff.appointments.values()].filter((one) => one.visitorId === visitorId);
  const until = hall.plan?.appointments.block === null ? null : (hall.staff.blocks.get(visitorId) ?? null);
  return {
    tickets: tickets.sort((a, b) => b.bornSeq - a.bornSeq).map((ticket) => foundRow(hall, ticket)),
    appointments: appointments.sort((a, b) => a.fromAt - b.fromAt).map((one) => appointmentRow(hall, one, masked, now)),
    blockedUntil: until,
    missedOn: hall.staff.noShows.get(visitorId) ?? [],
  };
}
