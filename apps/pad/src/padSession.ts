// Ties the pad's memory to the hall, the clock and the order: one session for the whole page.
// What is shown is decided in padFlow.ts and padMemory.ts; here is only the wiring.
import { computed, ref, shallowRef, watch } from 'vue';
import type { CounterId } from '@hall/core/domain/ids';
import type { Refusal } from '@hall/core/domain/refusals';
import { useCommand, type CommandButton } from '@hall/client/store/commandStore';
import { useHall } from '@hall/client/store/hallStore';
import { useLanguage } from '@hall/client/store/languageStore';
import { padView } from './padFlow.ts';
import {
  answered, asTimePasses, chooseAgain, decline, freshMemory, showAllCodes, submitted, tidy, touchCode, touchLevel, type PadMemory,
} from './padMemory.ts';

export function usePadSession() {
  const store = useHall();
  const lang = useLanguage();
  const usualLanguage = lang.language;
  const memory = shallowRef<PadMemory>(freshMemory);
  const view = computed(() => padView(store.hall, store.place, memory.value, store.now));
  const recordId = computed(() => (view.value.kind === 'rate' ? view.value.record.id : null));

  // One order per record: a rating that still waits for the server must not swallow the next visitor's (N6, O4).
  const order = shallowRef<CommandButton<'rateService'> | null>(null);
  watch(recordId, (id) => { order.value = id === null ? null : useCommand('rateService'); }, { immediate: true });
  const refusal = ref<Refusal | null>(null);

  watch(() => [store.hall, store.now, store.isLive] as const, ([hall, now, live]) => {
    memory.value = asTimePasses(memory.value, hall, store.place, live, now);
  });
  watch(view, (shown, before) => {
    memory.value = tidy(memory.value, shown);
    // The language a visitor chose goes with the visitor.
    if (shown.kind !== before.kind && (shown.kind === 'idle' || shown.kind === 'calling')) lang.language = usualLanguage;
    if (shown.kind !== 'rate') refusal.value = null;
  });


  function submit(): void {
    const { choice } = memory.value;
    if (choice === null || choice.sentAt !== null || order.value === null) return;
    const givenAt = Math.round(store.theLink().serverNow());
    refusal.value = null;
    memory.value = submitted(memory.value, givenAt);
    const { recordId: rated, level, codes } = choice;
    void order.value.press({ counterId: store.place as CounterId, recordId: rated, level, codes: [...codes], givenAt }).then((answer) => {
      if (!answer.ok && memory.value.choice?.recordId === rated) refusal.value = answer.refusal;
      memory.value = answered(memory.value, rated, answer, store.theLink().serverNow());
    });
  }

  const withRecord = (step: (id: NonNullable<typeof recordId.value>) => PadMemory) => (): void => {
    if (recordId.value === null) return;
    refusal.value = null;
    memory.value = step(recordId.value);
  };
  return {
    view,
    refusal,
    submit,
    touchLevel: (level: number): void => withRecord((id) => touchLevel(memory.value, id, level))(),
    touchCode: (code: string): void => { memory.value = touchCode(memory.value, code); },
    showAllCodes: (): void => { memory.value = showAllCodes(memory.value); },
    chooseAgain: withRecord(() => chooseAgain(memory.value)),
    decline: withRecord((id) => decline(memory.value, id)),
  };
}
