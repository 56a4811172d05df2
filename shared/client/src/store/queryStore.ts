// useQuery: one question of a screen to the server, such as a search. The newest question counts: an answer to an older
// one is passed over, so that a list never shows what is no longer asked for.
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Refusal } from '@hall/core/domain/refusals';
import type { QueryData, QueryResult, QueryType } from '@hall/core/protocol/queries';
import type { Told } from '../link/questions.ts';
import { useHall } from './hallStore.ts';

export interface Query<T extends QueryType> {
  ask(data: QueryData<T>): Promise<Told<T>>;
  /** Nothing was asked: result, refusal and away are gone, and an answer on its way is passed over. */
  forget(): void;
  readonly waiting: ComputedRef<boolean>;
  /** Of the last question that was answered; it stays while the next one waits. */
  readonly result: ShallowRef<QueryResult<T> | null>;
  readonly refusal: ShallowRef<Refusal | null>;
  /** The last question found no server, or no answer. */
  readonly isAway: Ref<boolean>;
}

export function useQuery<T extends QueryType>(type: T): Query<T> {
  const { theLink } = useHall();
  const asked = ref(0);
  const settled = ref(0);
  const result = shallowRef(null) as ShallowRef<QueryResult<T> | null>;
  const refusal = shallowRef<Refusal | null>(null);
  const isAway = ref(false);

  async function ask(data: QueryData<T>): Promise<Told<T>> {
    const nth = (asked.value += 1);
    const told = await theLink().ask(type, data);
    if (nth !== asked.value) return told;
    settled.value = nth;
    result.value = told.kind === 'told' ? told.result : null;
    refusal.value = told.kind === 'refused' ? told.refusal : null;
    isAway.value = told.kind === 'away';
    return told;
  }
  function forget(): void {
    settled.value = asked.value += 1;
    result.value = null;
    refusal.value = null;
    isAway.value = false;
  }

  return { ask, forget, waiting: computed(() => settled.value !== asked.value), result, refusal, isAway };
}
