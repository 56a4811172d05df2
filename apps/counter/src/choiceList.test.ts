// A list is used without a mouse.
import { expect, test } from 'vitest';
import { listKey } from './choiceList.ts';

const press = (key: string, marked = 0, length = 3, isSearched = false, columns = 1) =>
  listKey({ key, altKey: false, ctrlKey: false, metaKey: false }, { marked, length, columns, isSearched });

test('arrows move the mark as the entries stand on the screen, and stop at the ends', () => {
  const moves = ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp'].map((key) => press(key, 4, 9, false, 3));
  expect(moves).toEqual([7, 1, 5, 3, 8, 0].map((index) => ({ kind: 'mark', index })));
  expect([press('ArrowDown', 2), press('ArrowUp', 0)]).toEqual([2, 0].map((index) => ({ kind: 'mark', index })));
});

test('Enter chooses the marked entry, a digit its own, Escape leaves', () => {
  expect(press('Enter', 1)).toEqual({ kind: 'choose', index: 1 });
  expect(press('3')).toEqual({ kind: 'choose', index: 2 });
  expect(press('Escape')).toEqual({ kind: 'leave' });
});

test('a mark beyond a list that has become shorter chooses the last', () => {
  expect(press('Enter', 5, 2)).toEqual({ kind: 'choose', index: 1 });
});

test('digits beyond the list, digits of a search, an empty list and other keys are left alone', () => {
  expect([press('4'), press('1', 0, 3, true), press('Enter', 0, 0), press('a'), press('0')]).toEqual([null, null, null, null, null]);
  expect(press('Escape', 0, 0)).toEqual({ kind: 'leave' });
  expect(listKey({ key: 'Enter', altKey: false, ctrlKey: true, metaKey: false }, { marked: 0, length: 3, columns: 1, isSearched: false })).toBeNull();
});
