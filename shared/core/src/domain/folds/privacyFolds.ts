// How looks at visitors, forgotten visitors, words and files change the hall (V1). Everything is below `staff`, and no
// version of a ticket grows: the public, which hears nothing of this, would count otherwise.
import type { HallEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { BusinessDay } from '../ids.ts';

/** A trace and nothing else: it is read in the journal. */
export function foldVisitorSeen(): void {}

/** The hall lets go of the name too: of today's tickets, of appointments, of what was counted against the visitor. */
export function foldVisitorErased(hall: Hall, { at, staff }: HallEvent<'visitorErased'>): void {
  if (staff === undefined) return;
  const { visitorId } = staff.facts;
  const { erased, noShows, blocks, appointments } = hall.staff;
  erased.set(visitorId, at);
  noShows.delete(visitorId);
  blocks.delete(visitorId);
  for (const [id, one] of appointments) if (one.visitorId === visitorId) appointments.set(id, { ...one, visitorId: null });
  for (const ticket of hall.tickets.values()) if (ticket.staff?.visitorId === visitorId) ticket.staff.visitorId = null;
}

export function foldVisitorsOfDayErased(hall: Hall, { at, staff }: HallEvent<'visitorsOfDayErased'>): void {
  if (staff !== undefined) hall.staff.erasedDays.set(staff.facts.date, at);
}

export function foldTicketNoted(hall: Hall, { at, staff }: HallEvent<'ticketNoted'>): void {
  const known = staff === undefined ? undefined : hall.tickets.get(staff.facts.ticketId)?.staff;
  if (staff === undefined || known === undefined) return;
  known.notes = [...(known.notes ?? []), { ref: staff.facts.text.ref, at, place: staff.by.place }];
}

export function foldFileAttached(hall: Hall, { at, staff }: HallEvent<'fileAttached'>): void {
  const known = staff === undefined ? undefined : hall.tickets.get(staff.facts.ticketId)?.staff;
  if (staff === undefined || known === undefined) return;
  const { ref, bytes, kind } = staff.facts.file;
  known.files = [...(known.files ?? []), { ref, at, place: staff.by.place, bytes, kind }];
}

/** Longer than any data of a person is kept: the longest time of a plan and all days somebody can book ahead. */
const rememberedDays = 365 + 365;

/** A day that is opened again is worked on: what is told there from now on is not what was erased. */
export function forgetErasureOf({ staff }: Hall, date: BusinessDay): void {
  staff.erasedDays.delete(date);
}

/** At the close of that date. */
export function forgetOldErasures({ staff }: Hall, date: BusinessDay): void {
  const oldest = Date.parse(`${date}T00:00:00Z`) - rememberedDays * 86_400_000;
  for (const [visitorId, at] of staff.erased) if (at < oldest) staff.erased.delete(visitorId);
  for (const [day, at] of staff.erasedDays) if (at < oldest) staff.erasedDays.delete(day);
}
