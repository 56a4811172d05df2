// The window's own settings: the security ones the same for every machine and never less, the look by the lock-down.
import type { BrowserWindowConstructorOptions, Rectangle, Session, WebPreferences } from 'electron';
import type { LockDown } from './lockDown.ts';

export interface WindowParts {
  readonly lock: LockDown;
  /** Of the screen it stands on. */
  readonly bounds: Rectangle;
  /** File of the built preload. */
  readonly preload: string;
  /** The hall's origin; empty: not known yet. */
  readonly server: string;
  readonly session: Session;
}

/** Nothing of Node, nothing of the system, no tools: the page is a page. Asserted in windowOptions.test.ts. */
export const pagePreferences = ({ preload, server, session }: Pick<WindowParts, 'preload' | 'server' | 'session'>): WebPreferences => ({
  preload, session,
  additionalArguments: [`--hall-server=${server}`],
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  plugins: false,
  spellcheck: false,
  devTools: false,
  disableDialogs: true,
  // A board whose window is covered or whose screen is off calls all the same, and speaks without being touched first.
  backgroundThrottling: false,
  autoplayPolicy: 'no-user-gesture-required',
});

export function windowOptions({ lock, bounds, ...page }: WindowParts): BrowserWindowConstructorOptions {
  const common = { ...bounds, show: false, backgroundColor: '#F5F7FA', autoHideMenuBar: true, title: '', webPreferences: pagePreferences(page) };
  if (lock === 'desk') return { ...common, minWidth: 360, minHeight: 480 };
  // The full screen follows when the window stands on its own screen: given here it would open on the first one.
  return { ...common, frame: false, resizable: false, movable: false, minimizable: false, maximizable: false, closable: false, skipTaskbar: true, alwaysOnTop: lock === 'sealed' };
}
