// useCommand: one button's order. The id is born with the button, kept until answered and used for every retry,
// so that any number of taps is one order (N6). After an answer the next press is a new order.
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { uuidV7 } from '@hall/core/base/uuid';
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import type { CommandId } from '@hall/core/domain/ids';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import type { Refusal } from '@hall/core/domain/refusals';
import type { Answer, CommandMessage } from '@hall/core/protocol/messages';
import { useHall } from './hallStore.ts';

/** After this a button says that it waits (screens must answer within 100 ms). */
const slowAfterMs = 100;

export interface CommandButton<T extends CommandType> {
  /** Sends the order, or joins the one already on its way. `visitor`: who it is about, where `data.visitorId` is null; `words`: what is noted, where `data.text` is null (V1). */
  press(data: CommandData<T>, visitor?: ToldVisitor, words?: string): Promise<Answer>;
  readonly waiting: ComputedRef<boolean>;
  /** True when an answer takes longer than a person takes for granted. */
  readonly slow: Ref<boolean>;
  /** Why the last press was refused; null after a success or a new press. */
  readonly refusal: ShallowRef<Refusal | null>;
}

export function useCommand<T extends CommandType>(type: T): CommandButton<T> {
  const { theLink } = useHall();
  const inFlight = shallowRef<Promise<Answer> | null>(null);
  const refusal = shallowRef<Refusal | null>(null);
  const slow = ref(false);
  let id = freshCommandId(theLink().serverNow());

  function press(data: CommandData<T>, visitor?: ToldVisitor, words?: string): Promise<Answer> {
    if (inFlight.value !== null) return inFlight.value;
    refusal.value = null;
    const link = theLink();
    const timer = setTimeout(() => { slow.value = true; }, slowAfterMs);
    const message = { id, pressedAt: Math.round(Math.max(0, link.serverNow())), type, data, ...(visitor === undefined ? {} : { visitor }), ...(words === undefined ? {} : { words }) } as unknown as CommandMessage;
    const answered = link.order(message).then((answer) => {
      clearTimeout(timer);
      slow.value = false;
      inFlight.value = null;
      id = freshCommandId(link.serverNow());
      refusal.value = answer.ok ? null : answer.refusal;
      return answer;
    });
    inFlight.value = answered;
    return answered;
  }

  return { press, waiting: computed(() => inFlight.value !== null), slow, refusal };
}

export const freshCommandId = (nowMs: number): CommandId =>
  uuidV7(Math.max(0, nowMs), crypto.getRandomValues(new Uint8Array(10))) as CommandId;
