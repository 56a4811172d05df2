// The people waiting in one queue, one ordered line per rank.
// Order inside a rank: due moment, then order of issue (C4). Which rank goes first is callOrder.ts.
import { dueOrder } from './callPolicy.ts';
import { joinLine, leaveLine } from '../base/sortedLine.ts';
import type { Rank } from './events.ts';
import type { Ticket } from './ticket.ts';

export const ranks: readonly Rank[] = ['green', 'appointment', 'priority', 'ordinary'];
export type Line = Record<Rank, Ticket[]>;

export const emptyLine = (): Line => ({ green: [], appointment: [], priority: [], ordinary: [] });

export const standIn = (line: Line, ticket: Ticket): void => joinLine(line[ticket.rank], ticket, dueOrder);
export const stepOut = (line: Line, ticket: Ticket): boolean => leaveLine(line[ticket.rank], ticket, dueOrder);
export const waitingIn = (line: Line): number =>
  line.green.length + line.appointment.length + line.priority.length + line.ordinary.length;
