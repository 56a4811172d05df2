// What a counter's PC can do besides: a narrow bar above all other windows, and keys that work while another program has the
// keyboard. Not yet wired to the counter's page; it is for the page to say which keys and when (its issue follows).
import type { BrowserWindow, GlobalShortcut, Rectangle, Screen } from 'electron';

export interface GlobalKeys {
  /** These keys from now on, and no others; gives those that another program holds already. */
  use(keys: readonly string[]): string[];
  /** Gives every key back: the clerk has signed out, or the page is gone. */
  release(): void;
}

/** Keys that a counter may take from the rest of the PC: function keys, alone or with modifiers. Letters would be taken from every letter a clerk writes. */
const mayTake = /^(?:(?:Control|Alt|Shift)\+){0,3}F(?:[1-9]|1\d|2[0-4])$/u;

/** `pressed` hears a key whoever has the keyboard. Throws for a key that no counter may take. */
export function createGlobalKeys(shortcuts: Pick<GlobalShortcut, 'register' | 'unregister'>, pressed: (key: string) => void): GlobalKeys {
  let held: string[] = [];
  const release = (): void => {
    for (const key of held.splice(0)) shortcuts.unregister(key);
  };
  return {
    use(keys) {
      const strange = keys.find((key) => !mayTake.test(key));
      if (strange !== undefined) throw new Error(`${strange} is no key that a counter takes from other programs`);
      release();
      const wanted = [...new Set(keys)];
      held = wanted.filter((key) => shortcuts.register(key, () => { pressed(key); }));
      return wanted.filter((key) => !held.includes(key));
    },
    release,
  };
}

const barWidth = 360;

export interface CounterBar {
  /** A bar at the right edge of its screen, above other windows; true: it is one now. */
  narrow(isNarrow: boolean): void;
}

/** Going wide again it stands where it stood before. */
export function createCounterBar(window: Pick<BrowserWindow, 'getBounds' | 'setBounds' | 'setAlwaysOnTop' | 'unmaximize' | 'isMaximized' | 'maximize'>, screen: Pick<Screen, 'getDisplayMatching'>): CounterBar {
  let before: { readonly bounds: Rectangle; readonly wasMaximized: boolean } | null = null;
  return {
    narrow(isNarrow) {
      if (isNarrow === (before !== null)) return;
      if (before !== null) {
        const { bounds, wasMaximized } = before;
        before = null;
        window.setAlwaysOnTop(false);
        window.setBounds(bounds);
        if (wasMaximized) window.maximize();
        return;
      }
      const wasMaximized = window.isMaximized();
      if (wasMaximized) window.unmaximize();
      before = { bounds: window.getBounds(), wasMaximized };
      const { x, y, width, height } = screen.getDisplayMatching(before.bounds).workArea;
      window.setBounds({ x: x + width - barWidth, y, width: barWidth, height });
      window.setAlwaysOnTop(true, 'floating');
    },
  };
}
