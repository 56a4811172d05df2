// How leases, and what became of lonely kiosks' tickets, change the hall (rules O1, O2).
import type { HallEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import { leaseKey } from '../lease.ts';

export function foldNumbersLeased(hall: Hall, { at, data }: HallEvent<'numbersLeased'>): void {
  hall.leases.set(leaseKey(data), { ...data, leasedAt: at });
}

/** The tickets themselves are facts of their own. */
export function foldTicketsMerged(hall: Hall, { data: { place }, staff }: HallEvent<'ticketsMerged'>): void {
  if (staff !== undefined) hall.staff.mergeConflicts = [...hall.staff.mergeConflicts, ...staff.facts.conflicts.map((conflict) => ({ ...conflict, place }))].slice(-conflictsKept);
}

/** What is left of a day's leases goes back with its close: nobody gives those numbers any more. */
export function giveBackLeases(hall: Hall, closed: string): void {
  for (const [key, { date }] of hall.leases) if (date <= closed) hall.leases.delete(key);
}

const conflictsKept = 500;
