// Sums of the day per queue and per counter, kept as events come; definitions in docs/spec/indicators.md.
// Sums and counts only: an average is divided where it is shown, and never when nothing was counted.
import type { Hall, Tally } from './hall.ts';
import type { Ticket } from './ticket.ts';
import type { CounterId } from './ids.ts';

export const emptyTally = (): Tally => ({
  issued: 0, called: 0, waitMs: 0, longestWaitMs: 0, calledInTime: 0, served: 0, serviceMs: 0, missed: 0, transferred: 0, picked: 0, cancelled: 0, expired: 0, rated: 0,
});

/** Applies the same change to the ticket's queue and, where there is one, the counter. */
export function count(hall: Hall, ticket: Ticket, counterId: CounterId | null, change: (tally: Tally) => void): void {
  const ofQueue = hall.queueTallies.get(ticket.queueId);
  if (ofQueue !== undefined) change(ofQueue);
  const ofCounter = counterId === null ? undefined : hall.counterTallies.get(counterId);
  if (ofCounter !== undefined) change(ofCounter);
}

/** Waiting time until a moment; an appointment waits from its slot, and not at all when called before it. */
export const waitedMs = ({ waitsFrom }: Pick<Ticket, 'waitsFrom'>, at: number): number => Math.max(0, at - waitsFrom);

/** One rating for queue or counter; level 1 to 5. Kept below `staff`. */
export function countLevel(tally: Tally, level: number): void {
  tally.staff ??= { levels: [0, 0, 0, 0, 0] };
  tally.staff.levels[level - 1] = (tally.staff.levels[level - 1] ?? 0) + 1;
}
