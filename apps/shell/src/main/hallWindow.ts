// The one window: on its screen, locked down for what the machine is for, back in its place when screens come and go.
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, Screen } from 'electron';
import type { LockDown } from './lockDown.ts';
import { windowOptions, type WindowParts } from './windowOptions.ts';

export interface HallWindowParts extends Omit<WindowParts, 'bounds'> {
  readonly make: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'on'>;
  /** Which screen of the machine, 0 being the first; one that is not there: the main one. */
  readonly display: number;
  /** True when the program itself is ending. */
  readonly isEnding: () => boolean;
}

export function openHallWindow({ make, screen, display, isEnding, lock, ...page }: HallWindowParts): BrowserWindow {
  const boundsNow = (): Rectangle => (screen.getAllDisplays()[display] ?? screen.getPrimaryDisplay()).bounds;
  const window = make(windowOptions({ lock, bounds: boundsNow(), ...page }));
  window.removeMenu();
  const takePlace = (): void => { standFull(window, lock, boundsNow()); };
  window.once('ready-to-show', () => {
    takePlace();
    window.show();
  });
  if (lock !== 'desk') {
    for (const change of ['display-added', 'display-removed', 'display-metrics-changed'] as const) screen.on(change as 'display-added', takePlace);
    window.on('close', (event) => { if (!isEnding()) event.preventDefault(); });
    window.on('leave-full-screen', takePlace);
    window.on('minimize', () => { window.restore(); });
  }
  if (lock === 'wall') window.webContents.on('did-finish-load', () => { void window.webContents.insertCSS('* { cursor: none !important; }'); });
  return window;
}

/** First to its screen, then full: the other way round it would be full on the first screen. */
function standFull(window: BrowserWindow, lock: LockDown, bounds: Rectangle): void {
  if (lock === 'desk') {
    window.maximize();
    return;
  }
  window.setBounds(bounds);
  if (lock === 'sealed') {
    window.setKiosk(true);
    window.setAlwaysOnTop(true, 'screen-saver');
  } else window.setFullScreen(true);
}
