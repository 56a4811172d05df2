// Questions to the server and what becomes of each: an answer, a refusal, or "away". A question is sent once and never
// waits for a connection; whoever still wants to know asks anew.
import type { Refusal } from '@hall/core/domain/refusals';
import { queryAnswerWithinMs } from '@hall/core/protocol/limits';
import type { QueryAnswer } from '@hall/core/protocol/messages';
import type { QueryData, QueryMessage, QueryResult, QueryType } from '@hall/core/protocol/queries';
import type { Timers } from './outbox.ts';

export type Told<T extends QueryType = QueryType> =
  | { readonly kind: 'told'; readonly result: QueryResult<T> }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** No connection, or no answer within 5 s. */
  | { readonly kind: 'away' };

export interface Questions {
  ask<T extends QueryType>(type: T, data: QueryData<T>): Promise<Told<T>>;
  connected(): void;
  /** Every open question is answered "away". */
  disconnected(): void;
}

export function createQuestions(send: (message: QueryMessage, answer: (answer: QueryAnswer) => void) => void, timers: Timers): Questions {
  const open = new Set<() => void>();
  let online = false;
  return {
    ask<T extends QueryType>(type: T, data: QueryData<T>): Promise<Told<T>> {
      if (!online) return Promise.resolve({ kind: 'away' });
      return new Promise((resolve) => {
        const settle = (told: Told<T>): void => {
          stopTimer();
          open.delete(giveUp);
          resolve(told);
        };
        const giveUp = (): void => settle({ kind: 'away' });
        const stopTimer = timers.after(queryAnswerWithinMs, giveUp);
        open.add(giveUp);
        send({ type, data } as unknown as QueryMessage, (answer) => {
          settle(answer.ok ? { kind: 'told', result: answer.result as QueryResult<T> } : { kind: 'refused', refusal: answer.refusal });
        });
      });
    },
    connected() {
      online = true;
    },
    disconnected() {
      online = false;
      for (const giveUp of [...open]) giveUp();
    },
  };
}
