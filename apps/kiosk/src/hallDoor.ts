// Whether the hall gives numbers at all just now, and why not. Comes before any page of the flow.
import type { Hall, Stop } from '@hall/core/domain/hall';
import { isDayOpen } from '@hall/core/domain/questions';
import { scopeKey } from '@hall/core/domain/scope';
import type { LinkStatus } from '@hall/client/link/link';
import type { Page } from './kioskPages.ts';

/** `stopped`: no numbers in the whole hall for a while (H6). `connecting`: nothing is known yet. `rejected`: the server does not let this kiosk in. `noPlan`: the hall is not set up. */
export type Door = 'open' | 'stopped' | 'connecting' | 'rejected' | 'noPlan' | 'notOpenYet' | 'closedToday';

/** Pages on which a visitor chooses; the others are about a ticket already on its way and stay. */
const choosing: ReadonlySet<Page['kind']> = new Set<Page['kind']>(['home', 'departments', 'department', 'search', 'guide', 'service', 'also', 'checkIn', 'appointments', 'paper', 'unread']);

export function doorFor(hall: Readonly<Hall>, status: LinkStatus, page: Page['kind'], now: number): Door {
  if (hall.plan === null) return status.kind === 'rejected' ? 'rejected' : status.kind === 'live' ? 'noPlan' : 'connecting';
  if (!choosing.has(page)) return 'open';
  if (isDayOpen(hall)) return hallStop(hall) === null ? 'open' : 'stopped';
  // A day that was closed is over only on its own date: the next morning it has simply not begun.
  return hall.day?.date === dateIn(hall.plan.timeZone, now) ? 'closedToday' : 'notOpenYet';
}

/** The stop of the whole hall, if there is one. */
export const hallStop = (hall: Readonly<Hall>): Stop | null => hall.stops.get(scopeKey({ kind: 'hall' })) ?? null;

/** `YYYY-MM-DD` in the hall's own time zone. */
function dateIn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
