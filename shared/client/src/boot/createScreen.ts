// Starts one screen: credential from the address, link to the server that served the page, Pinia, Vue.
import { createPinia } from 'pinia';
import { createApp, h, watch, type Component } from 'vue';
import { roomOf, type Role } from '@hall/core/domain/actor';
import { enrolTexts } from '@hall/core/text/enrolText';
import { commonTexts } from '@hall/core/text/commonText';
import { refusalTexts } from '@hall/core/text/refusalText';
import { counterStateTexts, ticketStateTexts } from '@hall/core/text/stateText';
import { createLink } from '../link/link.ts';
import { socketWire } from '../link/socketWire.ts';
import { useHall } from '../store/hallStore.ts';
import EnrolScreen from '../ui/EnrolScreen.vue';
import { credential, isTrialPage } from './credential.ts';
import { charactersOf, loadFontFor } from './wordsAhead.ts';
import '../ui/font.css';
import '../ui/tokens.css';

/** `catalogues`: the screen's own words, which must have shapes even when they are first shown without the server. */
export function createScreen(root: Component, ...catalogues: readonly object[]): void {
  const isTrial = isTrialPage();
  // A device the hall does not know shows its code instead of the screen, until a manager lets it in.
  const isUnknown = (): boolean => {
    const { status } = useHall();
    return !isTrial && status.kind === 'rejected' && status.refusal.code === 'badCredential';
  };
  const app = createApp({ render: () => h(isUnknown() ? EnrolScreen : root) });
  app.use(createPinia());
  const store = useHall();
  store.attach(createLink({
    wire: socketWire(location.origin, credential),
    credential: 'none',
    now: () => performance.timeOrigin + performance.now(),
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
  }));
  loadFontFor(charactersOf('年月日星期一二三四五六0123456789', commonTexts, refusalTexts, counterStateTexts, ticketStateTexts, enrolTexts, catalogues));
  watch(() => store.you, (you) => { if (you !== null && !isTrial) goToRoomOf(you.role); });
  watch(() => store.plan, (plan) => { loadFontFor(charactersOf(plan)); });
  app.mount('#app');
}

/** A device opens any page; which one is its own, the hall says. */
function goToRoomOf(role: Role): void {
  const own = `/${roomOf(role)}/`;
  if (!location.pathname.startsWith(own)) location.replace(`${own}${location.search}`);
}
