// The watchdog's eyes and hands: what Electron tells about the page and the GPU, the page's own signs of life, and the new load
// or the new start that follows.
import type { App, PowerMonitor, WebContents } from 'electron';
import { createWatchdog, type Remedy } from './watchdog.ts';

export interface WatchParts {
  readonly contents: WebContents;
  readonly app: Pick<App, 'on'>;
  readonly power: Pick<PowerMonitor, 'on'>;
  /** How often in a row the program has started anew by itself. */
  readonly relaunches: number;
  readonly load: () => void;
  readonly relaunch: () => void;
  /** Monotonic, ms. */
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => void;
  readonly every: (ms: number, run: () => void) => void;
  readonly note: (facts: object) => void;
}

/** Returns what hears the page's signs of life. */
export function watchPage({ contents, app, power, relaunches, load, relaunch, now, after, every, note }: WatchParts): { alive(): void } {
  const dog = createWatchdog(relaunches);
  let isNew = true;
  dog.loading(now());

  function carryOut(remedy: Remedy, why: string): void {
    if (remedy === null) return;
    note({ what: remedy.kind, why, afterMs: remedy.afterMs });
    after(remedy.afterMs, () => {
      if (remedy.kind === 'relaunch') return relaunch();
      dog.loading(now());
      isNew = true;
      load();
    });
  }
  const died = (why: string): void => { carryOut(dog.died(now()), why); };

  contents.on('render-process-gone', (_event, { reason }) => { died(`page ${reason}`); });
  contents.on('did-fail-load', (_event, code, _what, _url, isMainFrame) => {
    // -3: another load took its place.
    if (isMainFrame && code !== -3) died(`load failed ${code}`);
  });
  contents.on('preload-error', () => { died('preload'); });
  app.on('child-process-gone', (_event, { type, reason }) => {
    // Chromium starts its helpers again by itself; only what was drawn by the GPU may stay blank.
    if (type === 'GPU' && reason !== 'clean-exit') died(`gpu ${reason}`);
  });
  // While the machine slept nobody could say anything.
  power.on('resume', () => { dog.loading(now()); });
  every(1_000, () => {
    const remedy = dog.look(now());
    if (remedy === null) return;
    // A page that hangs cannot be loaded over: its process must end first.
    if (remedy.kind === 'reload') contents.forcefullyCrashRenderer();
    carryOut(remedy, 'silent');
  });
  return {
    alive() {
      dog.alive(now());
      if (isNew) note({ what: 'page lives' });
      isNew = false;
    },
  };
}
