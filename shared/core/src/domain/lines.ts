// All lines of the hall: one per queue, and one per counter for tickets that only that counter calls (C11).
// A waiting ticket stands in exactly one of them; lines are derived from tickets and never stored.
import type { Hall } from './hall.ts';
import { emptyLine, standIn, stepOut, waitingIn, type Line } from './line.ts';
import type { Ticket } from './ticket.ts';

/** The line this ticket stands in, or would stand in. */
export const lineOf = (hall: Readonly<Hall>, { queueId, forCounterId }: Pick<Ticket, 'queueId' | 'forCounterId'>): Line | undefined =>
  forCounterId === null ? hall.lines.get(queueId) : hall.counterLines.get(forCounterId);

export function joinItsLine(hall: Hall, ticket: Ticket): void {
  const line = lineOf(hall, ticket);
  if (line !== undefined) standIn(line, ticket);
}

export function leaveItsLine(hall: Hall, ticket: Ticket): void {
  const line = lineOf(hall, ticket);
  if (line !== undefined) stepOut(line, ticket);
}

/** Builds all lines anew from the plan and the waiting tickets. */
export function buildLines(hall: Hall): void {
  hall.lines = new Map(hall.plan?.queues.map(({ id }) => [id, emptyLine()]));
  hall.counterLines = new Map(hall.plan?.counters.map(({ id }) => [id, emptyLine()]));
  for (const ticket of hall.tickets.values()) if (ticket.state === 'waiting') joinItsLine(hall, ticket);
}

/** Everybody who waits anywhere. */
export function waitingInAll(hall: Readonly<Hall>): number {
  let total = 0;
  for (const line of hall.lines.values()) total += waitingIn(line);
  for (const line of hall.counterLines.values()) total += waitingIn(line);
  return total;
}
