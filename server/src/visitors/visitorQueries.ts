// What staff may ask the side store: masked always (V2). Looking at somebody in full is another matter, with a reason and a record.
import type { QueryData, QueryResult } from '@hall/core/protocol/queries';
import type { Visitors } from './visitors.ts';

interface VisitorQueries {
  findVisitors(data: QueryData<'findVisitors'>): QueryResult<'findVisitors'>;
  visitorsOf(data: QueryData<'visitorsOf'>): QueryResult<'visitorsOf'>;
}

export const visitorQueries = (visitors: Visitors): VisitorQueries => ({
  findVisitors: ({ text }) => visitors.masked(visitors.find(text)),
  visitorsOf: ({ visitorIds }) => visitors.masked(visitorIds),
});
