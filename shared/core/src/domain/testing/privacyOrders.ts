// Orders of the rules' tests about looks, forgetting, words and files, written as in orders.ts. References are 32 times one letter.
import type { Hall } from '../hall.ts';
import { order, type Order } from './orders.ts';

export const look = (visitorId: string, reasonId = 'identity'): Order => order('seeVisitor', { visitorId, reasonId }, 'desk', 'D1');
export const erase = (visitorId: string, reasonId = 'asked'): Order => order('eraseVisitor', { visitorId, reasonId });
export const eraseDay = (date: string, reasonId = 'asked'): Order => order('eraseVisitorsOfDay', { date, reasonId });

/** A number that nobody has names a ticket that nobody knows. */
const idOf = (hall: Readonly<Hall>, number: string): string => [...hall.tickets.values()].find((ticket) => ticket.number === number)?.id ?? '9.9';
/** Words that the side store has taken; null: none. */
export const note = (number: string, letter: string | null = 'e', by: 'desk' | 'counter' = 'desk'): Order =>
  order('noteTicket', (hall: Readonly<Hall>) => ({ ticketId: idOf(hall, number), text: letter === null ? null : { ref: letter.repeat(32), sha256: letter.repeat(64) } }), by, by === 'desk' ? 'D1' : '1');
/** A file that the side store has taken. */
export const attach = (number: string, letter = 'f', more: { bytes?: number; kind?: string } = {}): Order =>
  order('attachFile', (hall: Readonly<Hall>) => ({ ticketId: idOf(hall, number), file: { ref: letter.repeat(32), sha256: letter.repeat(64), bytes: 1_234, kind: 'png', ...more } }), 'counter', '1');
