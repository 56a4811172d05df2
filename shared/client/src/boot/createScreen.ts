// Starts one screen: credential from the address or the machine, link to the machine's server, Pinia, Vue.
import { createPinia } from 'pinia';
import { createApp, h, watch, type Component } from 'vue';
import { roomOf, type Role } from '@hall/core/domain/actor';
import { enrolTexts } from '@hall/core/text/enrolText';
import { gateTexts } from '@hall/core/text/gateText';
import { commonTexts } from '@hall/core/text/commonText';
import { refusalTexts } from '@hall/core/text/refusalText';
import { counterStateTexts, ticketStateTexts } from '@hall/core/text/stateText';
import { createLink } from '../link/link.ts';
import { socketWire } from '../link/socketWire.ts';
import { machineHere } from '../machine/machineHere.ts';
import { keptSession } from '../session/session.ts';
import { useHall } from '../store/hallStore.ts';
import { useSession } from '../store/sessionStore.ts';
import EnrolScreen from '../ui/EnrolScreen.vue';
import LockScreen from '../ui/LockScreen.vue';
import SignInGate from '../ui/SignInGate.vue';
import { credential, isTrialPage } from './credential.ts';
import { carryOutErrand } from './errands.ts';
import { charactersOf, loadFontFor } from './wordsAhead.ts';
import '../ui/font.css';
import '../ui/tokens.css';

/** `catalogues`: the screen's own words, which must have shapes even when they are first shown without the server. */
export function createScreen(root: Component, ...catalogues: readonly object[]): void {
  const isTrial = isTrialPage();
  const machine = machineHere();
  // A device the hall does not know shows its code instead of the screen, until a manager lets it in.
  const isUnknown = (): boolean => {
    const { status } = useHall();
    return !isTrial && status.kind === 'rejected' && status.refusal.code === 'badCredential';
  };
  /** Nothing of a screen stays in the page behind the lock. */
  const shown = (): Component => {
    const session = useSession();
    if (isUnknown()) return EnrolScreen;
    if (session.mustSignIn) return SignInGate;
    return session.isLocked ? LockScreen : root;
  };
  const app = createApp({ render: () => h(shown()) });
  app.use(createPinia());
  const store = useHall();
  store.attach(createLink({
    wire: socketWire(machine.server, credential),
    credential: 'none',
    session: keptSession,
    now: () => performance.timeOrigin + performance.now(),
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    onErrand(errand) {
      const { plan, now, you } = store;
      // A shell that does not answer looks after itself.
      carryOutErrand(errand, machine, { plan, now, place: you?.place ?? '' }).catch(() => undefined);
    },
  }));
  loadFontFor(charactersOf('年月日星期一二三四五六0123456789', commonTexts, refusalTexts, counterStateTexts, ticketStateTexts, enrolTexts, gateTexts, catalogues));
  watch(() => store.you, (you) => {
    if (you === null || isTrial) return;
    machine.placed({ role: you.role, place: you.place });
    goToRoomOf(you.role);
  });
  // Whoever touches the screen is there; asked in the capture phase, so that no dialog keeps it to itself.
  const { touched } = useSession();
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel']) window.addEventListener(sign, touched, { capture: true, passive: true });
  watch(() => store.plan, (plan) => { loadFontFor(charactersOf(plan)); });
  app.mount('#app');
  machine.beAlive(() => document.querySelector('#app > *') !== null);
}

/** A device opens any page; which one is its own, the hall says. */
function goToRoomOf(role: Role): void {
  const own = `/${roomOf(role)}/`;
  if (!location.pathname.startsWith(own)) location.replace(`${own}${location.search}`);
}
