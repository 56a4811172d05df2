// Keys reach the right action, and only alone or with Shift.
import { expect, test } from 'vitest';
import { keyedAction, keyNames } from './counterKeys.ts';
import { actionSlots } from './counterSlots.ts';

const press = (key: string, more: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) =>
  keyedAction({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more });

test('each key has its action', () => {
  expect(['F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11'].map((key) => press(key))).toEqual([
    'callNext', 'recallTicket', 'startService', 'missTicket', 'parkTicket', 'finishService', 'transferTicket', 'pickTicket', 'pauseOrResume',
  ]);
  expect(press('F8', { shiftKey: true })).toBe('finishAndCallNext');
  expect(press('F6', { shiftKey: true })).toBe('putBackTicket');
  expect(press('z', { ctrlKey: true })).toBe('undoStep');
  expect(press('F11', { shiftKey: true })).toBe('openOrClose');
});

test('keys of the system and other keys are left alone', () => {
  expect(press('F4', { altKey: true })).toBeNull();
  expect(press('F4', { ctrlKey: true })).toBeNull();
  expect(press('z')).toBeNull();
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBeNull();
  expect(press('F2', { shiftKey: true })).toBeNull();
  expect(['F1', 'F5', 'F12', 'Enter', 'a'].map((key) => press(key))).toEqual([null, null, null, null, null]);
});

test('no two actions share a key, and every place stays where it is in every state', () => {
  expect(new Set(Object.values(keyNames)).size).toBe(Object.values(keyNames).length);
  const places = (['open', 'paused', 'closed'] as const).map((state) => actionSlots(state).map(({ place, key }) => [place, key]));
  expect(places[1]).toEqual(places[0]);
  expect(places[2]).toEqual(places[0]);
});
