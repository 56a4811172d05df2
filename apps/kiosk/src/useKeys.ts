// Keys of a keyboard and of a reader that types like one. A burst is a card or code and never reaches the page (V1); a
// finger's letters and digits are typed; arrows walk the buttons, Enter presses, Esc goes back.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';
import { directionOf, nextBox } from './keyboardWalk.ts';
import type { Page, Reading, Touch } from './kioskPages.ts';
import { readingOf } from './readers/reading.ts';
import { createWedge } from './readers/wedge.ts';

export interface KeyUser {
  page(): Page;
  /** Somebody sits at the keys. */
  touch(touch: Touch): void;
  read(reading: Reading): void;
}

export interface Keys {
  /** The last who pressed something used keys: what is chosen is shown clearly. */
  readonly isWalking: Ref<boolean>;
  forget(): void;
}

export const afterMs = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export function useKeys(user: KeyUser): Keys {
  const isWalking = ref(false);
  const wedge = createWedge({
    typed(key) {
      if (/^[0-9A-Za-z]$/.test(key)) user.touch({ on: 'digit', digit: key.toUpperCase() });
    },
    burst(text, ended) { user.read(ended ? readingOf(text) : { kind: 'nonsense' }); },
  }, afterMs);

  function pressed(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey, isComposing } = event;
    if (ctrlKey || altKey || metaKey || isComposing) return;
    // A key that is held down is one press (N6).
    if (event.repeat && (key === 'Enter' || key === ' ')) return event.preventDefault();
    user.touch({ on: 'screen' });
    const direction = directionOf(key);
    if (key !== ' ' && wedge.press({ key, at: event.timeStamp })) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (direction !== null) {
      event.preventDefault();
      walk(direction);
    } else if (key === 'Tab') {
      isWalking.value = true;
    } else if (key === 'Escape') {
      const { kind } = user.page();
      user.touch({ on: kind === 'done' || kind === 'left' ? 'home' : 'back' });
    } else if (key === 'Backspace') {
      user.touch({ on: 'erase' });
    } else if (key === 'Enter' && !(document.activeElement instanceof HTMLButtonElement)) {
      const { kind } = user.page();
      if (kind === 'checkIn') user.touch({ on: 'sendProof' });
      if (kind === 'find') user.touch({ on: 'findNumber' });
    }
  }

  function walk(direction: ReturnType<typeof directionOf> & string): void {
    isWalking.value = true;
    const buttons = [...document.querySelectorAll<HTMLElement>('[role="alertdialog"] button')];
    const all = buttons.length > 0 ? buttons : [...document.querySelectorAll<HTMLElement>('#app button:not(:disabled)')].filter((button) => button.offsetParent !== null);
    const here = document.activeElement instanceof HTMLButtonElement && all.includes(document.activeElement) ? document.activeElement : null;
    const others = all.filter((button) => button !== here);
    const index = nextBox(others.map((button) => button.getBoundingClientRect()), here?.getBoundingClientRect() ?? null, direction);
    if (index !== null) others[index]?.focus();
  }
  /** A button touched by a finger is not stood on: the next Enter of a reader presses nothing. */
  function letGo({ detail }: MouseEvent): void {
    if (detail === 0) return;
    isWalking.value = false;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  onMounted(() => {
    addEventListener('keydown', pressed, { capture: true });
    addEventListener('click', letGo);
  });
  onBeforeUnmount(() => {
    removeEventListener('keydown', pressed, { capture: true });
    removeEventListener('click', letGo);
    wedge.forget();
  });
  return { isWalking, forget: () => wedge.forget() };
}
