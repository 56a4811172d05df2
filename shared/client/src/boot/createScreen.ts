// Starts one screen: credential from the address, link to the server that served the page, Pinia, Vue.
import { createPinia } from 'pinia';
import { createApp, watch, type Component } from 'vue';
import { commonTexts } from '@hall/core/text/commonText';
import { refusalTexts } from '@hall/core/text/refusalText';
import { counterStateTexts, ticketStateTexts } from '@hall/core/text/stateText';
import { createLink } from '../link/link.ts';
import { socketWire } from '../link/socketWire.ts';
import { useHall } from '../store/hallStore.ts';
import { charactersOf, loadFontFor } from './wordsAhead.ts';
import '../ui/font.css';
import '../ui/tokens.css';

/** The trial's start page puts the credential behind `#`, where it is neither sent nor logged. */
const credentialOfAddress = (): string => new URLSearchParams(location.hash.slice(1)).get('credential') ?? 'none';

/** `catalogues`: the screen's own words, which must have shapes even when they are first shown without the server. */
export function createScreen(root: Component, ...catalogues: readonly object[]): void {
  const app = createApp(root);
  app.use(createPinia());
  const store = useHall();
  store.attach(createLink({
    wire: socketWire(location.origin),
    credential: credentialOfAddress(),
    now: () => performance.timeOrigin + performance.now(),
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
  }));
  loadFontFor(charactersOf('年月日星期一二三四五六0123456789', commonTexts, refusalTexts, counterStateTexts, ticketStateTexts, catalogues));
  watch(() => store.plan, (plan) => { loadFontFor(charactersOf(plan)); });
  app.mount('#app');
}
