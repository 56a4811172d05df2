// How facts about people change the hall. Everything is below `staff`.
import type { HallEvent } from '../events.ts';
import type { Hall } from '../hall.ts';

export function foldPersonSet(hall: Hall, { staff }: HallEvent<'personSet'>): void {
  if (staff !== undefined) hall.staff.people.set(staff.facts.id, staff.facts);
}

/** A trace and nothing else: it is read in the journal. */
export function foldAccessNoted(): void {}
