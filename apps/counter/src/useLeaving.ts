// Signing out of a counter's screen: first at the counter, where a ticket in hand stands in the way (C13), then as a person.
import { computed, ref, type ComputedRef } from 'vue';
import type { CounterId } from '@hall/core/domain/ids';
import { counterStartTexts } from '@hall/core/text/counterStartText';
import { useCommand } from '@hall/client/store/commandStore';
import { useHall } from '@hall/client/store/hallStore';
import { useLanguage } from '@hall/client/store/languageStore';
import { useSession } from '@hall/client/store/sessionStore';
import { obstacleText } from './obstacleText.ts';

export interface Leaving {
  /** `counterId`: held by the person who leaves; null: none is. */
  leave(counterId: CounterId | null): Promise<void>;
  /** Why the last press came to nothing; gone after the next. */
  readonly said: ComputedRef<string | null>;
  /** It has been read. */
  forget(): void;
}

export function useLeaving(): Leaving {
  const store = useHall();
  const session = useSession();
  const lang = useLanguage();
  const order = useCommand('signOut');
  const isAway = ref(false);
  const said = computed(() => {
    const words = lang.say(counterStartTexts);
    if (isAway.value) return words.away;
    return order.refusal.value === null ? null : words.notLeft(obstacleText(order.refusal.value, lang.language));
  });
  function forget(): void {
    isAway.value = false;
    order.refusal.value = null;
  }
  return {
    said, forget,
    async leave(counterId) {
      forget();
      if (counterId !== null) {
        // An order that waits for the server would sign out much later, perhaps the next person.
        if (!store.isLive) {
          isAway.value = true;
          return;
        }
        const answer = await order.press({ counterId });
        if (!answer.ok) return;
      }
      await session.signOut();
    },
  };
}
