// What follows when a card or code was read: pure. A card gives name and number to the orders of this visit alone (V1); at
// the first page it also asks for the day's appointment. Nothing that was read is part of any page.
import type { KioskState, Known, Page, Reading, Wish } from './kioskPages.ts';

/** Pages on which a card or a code means that its owner wants to check in. */
const asksToCheckIn: ReadonlySet<Page['kind']> = new Set<Page['kind']>(['home', 'departments', 'search', 'find', 'ticket', 'checkIn', 'unread']);
/** Something is under way, or over: what is read now belongs to nobody. */
const deaf: ReadonlySet<Page['kind']> = new Set<Page['kind']>(['taking', 'done', 'left', 'paper']);

export interface Read {
  readonly state: KioskState;
  readonly wish: Wish | null;
  /** Null: the page stays. */
  readonly page: Page | null;
}

export function read(state: KioskState, reading: Reading, known: Known): Read {
  const { page } = state;
  const nothing: Read = { state, wish: null, page: null };
  if (deaf.has(page.kind)) return nothing;
  const checksIn = known.live && known.canCheckIn && asksToCheckIn.has(page.kind);
  switch (reading.kind) {
    case 'nonsense': return { ...nothing, page: page.kind === 'unread' ? null : { kind: 'unread', back: page } };
    case 'card': {
      const carrying = { ...state, card: reading.visitor };
      return { state: carrying, page: page.kind === 'unread' ? page.back : null, wish: checksIn ? { what: 'checkIn', proof: { by: 'card', typed: '' }, appointmentId: null } : null };
    }
    case 'code': return checksIn ? { ...nothing, wish: { what: 'checkIn', proof: { by: 'code', typed: reading.code }, appointmentId: null } } : nothing;
    case 'number': {
      const ticketId = known.ticketOf(reading.number);
      return { ...nothing, page: ticketId === null ? { kind: 'find', typed: '', missing: reading.number } : { kind: 'ticket', ticketId } };
    }
  }
}
