// What a door or session needs of the side store, for tests: the real one, in the test hall's own folder.
import type { AnswerQuery } from '../sockets/queries.ts';
import { openVisitors } from '../visitors/sqliteVisitors.ts';
import { visitorQueries } from '../visitors/visitorQueries.ts';
import type { Visitors } from '../visitors/visitors.ts';
import type { TestHall } from './testHall.ts';

export function visitorParts({ folder, hall }: Pick<TestHall, 'folder' | 'hall'>): { readonly visitors: Visitors; readonly answerQuery: AnswerQuery } {
  const visitors = openVisitors(folder, () => undefined);
  return { visitors, answerQuery: { ...visitorQueries(visitors, hall) } };
}
