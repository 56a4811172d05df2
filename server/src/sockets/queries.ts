// What answers each query (protocol/queries.ts), put together in main.ts. A query reads and changes nothing of the hall;
// it is answered at once and on the keeper's thread, so an answer must be cheap.
import type { QueryData, QueryMessage, QueryResult, QueryType } from '@hall/core/protocol/queries';
import type { Sender } from '@hall/core/protocol/rights';

/** One answer for every query; a missing one does not compile. The right to ask has been checked before. */
export type AnswerQuery = { readonly [T in QueryType]: (data: QueryData<T>, who: Sender) => QueryResult<T> };

export function answerTo<T extends QueryType>(answers: AnswerQuery, { type, data }: QueryMessage<T>, who: Sender): QueryResult<T> {
  return answers[type](data as QueryData<T>, who);
}
