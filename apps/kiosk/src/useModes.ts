// Ways to use the kiosk, put on the page: room and size of letters, the voice, and nothing left when a visitor has gone (V4).
import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue';
import { useLanguage } from '@hall/client/store/languageStore';
import type { KioskState } from './kioskPages.ts';
import { layoutOf } from './layout.ts';
import { speechOf } from './speech.ts';

export interface Modes {
  /** In voice mode: the machine has no voice for this language. */
  readonly isMute: Ref<boolean>;
}

export function useModes(state: Readonly<Ref<KioskState>>, guidance: Readonly<Ref<string>>): Modes {
  const lang = useLanguage();
  const root = document.documentElement;
  const isMute = ref(false);
  const speech = speechOf('speechSynthesis' in window ? window.speechSynthesis : undefined);

  function lay(): void {
    const { elder, low } = state.value;
    const { shape, isShort, rem } = layoutOf({ width: innerWidth, height: innerHeight }, elder, low);
    root.classList.toggle('tall', shape === 'tall');
    root.classList.toggle('wide', shape === 'wide');
    root.classList.toggle('short', isShort);
    root.classList.toggle('elder', elder);
    root.classList.toggle('low', low);
    root.style.setProperty('font-size', `${rem}px`);
  }
  watch([() => state.value.elder, () => state.value.low], lay, { immediate: true, flush: 'sync' });
  onMounted(() => addEventListener('resize', lay));
  onBeforeUnmount(() => removeEventListener('resize', lay));

  watch([() => state.value.voice, guidance, () => lang.language] as const, ([isOn, words, language], [wasOn]) => {
    if (!isOn) return wasOn ? speech.stop() : undefined;
    isMute.value = words !== '' && !speech.say(words, language);
  });
  // A visitor's page is made anew by its key; what lies outside it is wiped here.
  watch(() => state.value.visit, () => {
    speech.stop();
    getSelection()?.removeAllRanges();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    history.replaceState(null, '');
  });
  return { isMute };
}
