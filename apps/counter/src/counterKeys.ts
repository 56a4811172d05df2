// The keys of the counter screen. They work anywhere in the page; a key held down is one press.
// F12 is kept for asking for a rating.
import type { CounterAction } from './counterFlow.ts';

/** A key of the screen: an action, the two that depend on the counter's state, or the choice of what is finished. */
export type KeyedAction = Exclude<CounterAction, 'pauseCounter' | 'openCounter' | 'closeCounter' | 'signOut'> | 'pauseOrResume' | 'openOrClose' | 'chooseServices';

export const keyNames: Readonly<Record<KeyedAction, string>> = {
  callNext: 'F2',
  recallTicket: 'F3',
  startService: 'F4',
  missTicket: 'F6',
  finishService: 'F8',
  finishAndCallNext: 'Shift+F8',
  chooseServices: 'Ctrl+F8',
  parkTicket: 'F7',
  transferTicket: 'F9',
  pickTicket: 'F10',
  putBackTicket: 'Shift+F6',
  undoStep: 'Ctrl+Z',
  pauseOrResume: 'F11',
  openOrClose: 'Shift+F11',
};

type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** Which action a key stands for, or null. Alt+F4 and the like belong to the system. */
export function keyedAction({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyPress): KeyedAction | null {
  if (altKey || metaKey) return null;
  const name = `${ctrlKey ? 'Ctrl+' : ''}${shiftKey ? 'Shift+' : ''}${ctrlKey ? key.toUpperCase() : key}`;
  const found = Object.entries(keyNames).find(([, keyName]) => keyName === name);
  return found === undefined ? null : (found[0] as KeyedAction);
}
