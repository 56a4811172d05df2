// Starts one screen: credential from the address, link to the server that served the page, Pinia, Vue.
import { createPinia } from 'pinia';
import { createApp, type Component } from 'vue';
import { createLink } from '../link/link.ts';
import { socketWire } from '../link/socketWire.ts';
import { useHall } from '../store/hallStore.ts';
import '../ui/font.css';
import '../ui/tokens.css';

/** The trial's start page puts the credential behind `#`, where it is neither sent nor logged. */
const credentialOfAddress = (): string => new URLSearchParams(location.hash.slice(1)).get('credential') ?? 'none';

export function createScreen(root: Component): void {
  const app = createApp(root);
  app.use(createPinia());
  useHall().attach(createLink({
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
  app.mount('#app');
}
