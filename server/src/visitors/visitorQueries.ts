// What staff may ask the side store: visitors masked always (V2), and the words on a ticket. Looking at somebody in full is
// another matter, with a reason and a record (http/visitorApi.ts).
import type { Hall } from '@hall/core/domain/hall';
import type { QueryData, QueryResult } from '@hall/core/protocol/queries';
import type { Visitors } from './visitors.ts';

interface VisitorQueries {
  findVisitors(data: QueryData<'findVisitors'>): QueryResult<'findVisitors'>;
  visitorsOf(data: QueryData<'visitorsOf'>): QueryResult<'visitorsOf'>;
  notesOf(data: QueryData<'notesOf'>): QueryResult<'notesOf'>;
}

export const visitorQueries = (visitors: Visitors, hall: Readonly<Hall>): VisitorQueries => ({
  findVisitors: ({ text }) => visitors.masked(visitors.find(text)),
  visitorsOf: ({ visitorIds }) => visitors.masked(visitorIds),
  // By the hall: words of an order that came to nothing are nobody's.
  notesOf: ({ ticketId }) => (hall.tickets.get(ticketId)?.staff?.notes ?? []).map(({ ref, at, place }) => ({ ref, at, place, words: visitors.texts.words(ref) })),
});
