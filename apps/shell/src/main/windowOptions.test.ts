// The settings that keep a page a page, word for word, on every kind of machine: whoever changes one changes this test.
import { expect, test } from 'vitest';
import type { Session } from 'electron';
import { windowOptions } from './windowOptions.ts';

const page = { preload: '/shell/preload.cjs', server: 'https://hall.example.lan', session: {} as Session };
const bounds = { x: 1920, y: 0, width: 1080, height: 1920 };

test.each(['sealed', 'wall', 'desk'] as const)('a %s machine: the page is isolated, sandboxed, without Node, without tools, without anything of the system', (lock) => {
  const { webPreferences } = windowOptions({ lock, bounds, ...page });
  const { session, ...said } = webPreferences ?? {};
  expect(session).toBe(page.session);
  expect(said).toEqual({
    preload: '/shell/preload.cjs', additionalArguments: ['--hall-server=https://hall.example.lan'],
    contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
    webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, navigateOnDragDrop: false,
    plugins: false, spellcheck: false, devTools: false, disableDialogs: true, backgroundThrottling: false, autoplayPolicy: 'no-user-gesture-required',
  });
});

test('a sealed machine cannot be closed, moved, made small or covered; a wall neither, but for covering; a desk is an ordinary window', () => {
  const still = { frame: false, resizable: false, movable: false, minimizable: false, maximizable: false, closable: false, skipTaskbar: true };
  expect(windowOptions({ lock: 'sealed', bounds, ...page })).toMatchObject({ ...still, ...bounds, alwaysOnTop: true });
  expect(windowOptions({ lock: 'wall', bounds, ...page })).toMatchObject({ ...still, ...bounds, alwaysOnTop: false });
  expect(windowOptions({ lock: 'desk', bounds, ...page })).not.toHaveProperty('frame');
});
