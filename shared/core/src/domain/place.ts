// Where a ticket stands when it comes back to a line: after a miss, a transfer, a park (rules C8, C11, N5).
// Its number never changes; only the moment that decides its place among its rank may.
import type { CommandData } from './commands.ts';
import type { Rank } from './events.ts';
import type { Hall } from './hall.ts';
import type { Line } from './line.ts';
import type { Queue, ReturnPolicy } from './plan.ts';
import type { Ticket } from './ticket.ts';

type Destination = CommandData<'moveTicket'>['to'];

/** Due moment of a returned ticket: after n of its rank, or behind all who wait. */
export function dueAfterReturn(hall: Readonly<Hall>, ticket: Ticket, { kind, places }: ReturnPolicy, now: number): number {
  const line = dueNow(hall.lines.get(ticket.queueId), ticket.rank, now);
  const before = kind === 'afterPlaces' ? line[places - 1] : undefined;
  if (kind === 'afterPlaces' && places === 0) return Math.min(ticket.dueAt, now);
  // One millisecond after the last it lets go first; nobody who comes later can slip between.
  return before === undefined ? endOf(line, now) : before.dueAt + 1;
}

/** Who of a rank counts for a place: of appointments only those whose slot has begun, else a return would wait for slots of the evening. */
const dueNow = (line: Line | undefined, rank: Rank, now: number): readonly Ticket[] =>
  rank === 'appointment' ? (line?.[rank] ?? []).filter(({ dueAt }) => dueAt <= now) : (line?.[rank] ?? []);

/** Due moment behind all of its rank who wait now, in the queue and for that counter alone. */
function dueAtEnd(hall: Readonly<Hall>, rank: Rank, to: Destination, now: number): number {
  const lines = [hall.lines.get(to.queueId), to.counterId === null ? undefined : hall.counterLines.get(to.counterId)];
  return Math.max(...lines.map((line) => endOf(dueNow(line, rank, now), now)));
}

const endOf = (line: readonly Ticket[], now: number): number => Math.max(now, (line.at(-1)?.dueAt ?? 0) + 1);

/** Due moment of a transferred ticket, by the rule of the queue it comes to, or at its end if the clerk says so (C11). */
export function dueAfterTransfer(hall: Readonly<Hall>, ticket: Ticket, queue: Queue, to: Destination, now: number): number {
  return to.place === 'end' || queue.transferPlace === 'toTheEnd' ? dueAtEnd(hall, ticket.rank, to, now) : ticket.dueAt;
}
