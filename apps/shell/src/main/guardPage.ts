// What no page may do on any machine of the hall, and what the people in front of a locked one may not: leave for another page,
// open windows, drop files, use permissions, download, print by themselves, zoom, press shortcuts, open tools.
import type { Session, WebContents } from 'electron';
import { shellOrigin } from '@hall/core/shell/shellCalls';
import { mayPress, type LockDown } from './lockDown.ts';
import { roomAt } from './ownPages.ts';

/** `lock`: as it is when something is pressed. */
export function guardPage(contents: WebContents, lock: () => LockDown, note: (facts: object) => void): void {
  const stay = (event: { preventDefault(): void; readonly url: string }): void => {
    if (roomAt(event.url) !== null) return;
    event.preventDefault();
    note({ what: 'navigation refused' });
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) return;
    event.preventDefault();
    note({ what: 'frame refused' });
  });
  contents.on('will-attach-webview', (event) => { event.preventDefault(); });
  contents.setWindowOpenHandler(() => {
    note({ what: 'window refused' });
    return { action: 'deny' };
  });
  contents.on('before-input-event', (event, input) => {
    if (!mayPress(lock(), input)) event.preventDefault();
  });
  contents.on('devtools-opened', () => { contents.closeDevTools(); });
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  });
}

/**
 * To speak to a private address at all a page now needs Chromium's leave; which address it is, network.ts decides. Nothing else is
 * given: the hall's pages need none of it, and sound needs no asking.
 */
const given: ReadonlySet<string> = new Set(['local-network', 'local-network-access', 'loopback-network']);

export function guardSession(session: Session, note: (facts: object) => void): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    const may = given.has(permission) && requestingUrl !== undefined && roomAt(requestingUrl) !== null;
    if (!may) note({ what: 'permission refused', permission });
    answer(may);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => given.has(permission) && origin.replace(/\/$/u, '') === shellOrigin);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', (event) => {
    event.preventDefault();
    note({ what: 'download refused' });
  });
  session.setSpellCheckerEnabled(false);
}
