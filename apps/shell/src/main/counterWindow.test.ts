// Keys over all programs, and the narrow bar.
import { expect, test, vi } from 'vitest';
import type { Rectangle } from 'electron';
import { createCounterBar, createGlobalKeys } from './counterWindow.ts';

function shortcuts(taken: readonly string[] = []) {
  const held = new Map<string, () => void>();
  return { held, register: (key: string, run: () => void): boolean => { if (taken.includes(key)) return false; held.set(key, run); return true; }, unregister: (key: string): void => { held.delete(key); } };
}

test('given keys of the counter, then they are told wherever the keyboard is, and those of another program are named', () => {
  const system = shortcuts(['F8']);
  const pressed = vi.fn();
  const keys = createGlobalKeys(system, pressed);
  expect(keys.use(['F2', 'F8', 'Control+Shift+F12', 'F2'])).toEqual(['F8']);
  system.held.get('F2')?.();
  expect([pressed.mock.calls, [...system.held.keys()]]).toEqual([[['F2']], ['F2', 'Control+Shift+F12']]);
});

test('given other keys, then the former are given back first; given a release, then all are', () => {
  const system = shortcuts();
  const keys = createGlobalKeys(system, () => undefined);
  keys.use(['F2', 'F3']);
  keys.use(['F3', 'F4']);
  expect([...system.held.keys()]).toEqual(['F3', 'F4']);
  keys.release();
  keys.release();
  expect(system.held.size).toBe(0);
});

test.each(['A', 'Control+C', 'Alt+Tab', 'Meta+L', 'F25', 'Enter', ''])('given %s, then it is refused and the others stay', (key) => {
  const system = shortcuts();
  const keys = createGlobalKeys(system, () => undefined);
  keys.use(['F2']);
  expect(() => keys.use(['F3', key])).toThrow(/no key/u);
  expect([...system.held.keys()]).toEqual(['F2']);
});

test.each([false, true])('given a window that is maximised: %s, then the bar stands at the right edge above others, and back again it is as before', (isMaximized) => {
  const wide: Rectangle = { x: 100, y: 50, width: 1200, height: 700 };
  const window = { getBounds: () => wide, setBounds: vi.fn(), setAlwaysOnTop: vi.fn(), unmaximize: vi.fn(), isMaximized: () => isMaximized, maximize: vi.fn() };
  const bar = createCounterBar(window, { getDisplayMatching: () => ({ workArea: { x: 1366, y: 0, width: 1366, height: 728 } }) as Electron.Display });
  bar.narrow(false);
  bar.narrow(true);
  bar.narrow(true);
  expect([window.setBounds.mock.calls, window.setAlwaysOnTop.mock.calls, window.unmaximize.mock.calls.length]).toEqual([[[{ x: 2372, y: 0, width: 360, height: 728 }]], [[true, 'floating']], isMaximized ? 1 : 0]);
  bar.narrow(false);
  expect([window.setBounds.mock.lastCall, window.setAlwaysOnTop.mock.lastCall, window.maximize.mock.calls.length]).toEqual([[wide], [false], isMaximized ? 1 : 0]);
});
