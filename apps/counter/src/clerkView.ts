// Who holds the counter, and whom one can sign in as. Staff screens only: the public never receives clerks.
import type { Hall } from '@hall/core/domain/hall';
import type { PersonId, CounterId } from '@hall/core/domain/ids';
import { clerkAt } from '@hall/core/domain/questions';

/** Name and number of whoever holds the counter, or null. */
export function clerkNameAt(hall: Readonly<Hall>, counterId: CounterId): string | null {
  const clerkId = clerkAt(hall, counterId);
  if (clerkId === null) return null;
  const name = hall.staff.people.get(clerkId)?.name;
  return name === undefined ? clerkId : `${name} ${clerkId}`;
}

export interface ClerkRow {
  readonly id: PersonId;
  readonly name: string;
  /** Where the clerk is signed in already; a clerk holds one counter (C13). */
  readonly counterId: CounterId | null;
}

/** Clerks whose number begins with, or whose name contains, what was typed. */
export function clerkRows(hall: Readonly<Hall>, typed: string): ClerkRow[] {
  const held = new Map([...hall.counters.values()].map(({ id, staff }) => [staff?.clerkId ?? null, id]));
  const sought = typed.trim();
  return [...hall.staff.people.values()]
    .filter(({ isActive, duties }) => isActive && duties.includes('clerk'))
    .filter(({ id, name }) => id.startsWith(sought) || name.includes(sought))
    .map(({ id, name }) => ({ id, name, counterId: held.get(id) ?? null }));
}
