// What is said while a new password is typed counts as the server counts.
import { expect, test } from 'vitest';
import { checkPassword, isPinForm } from './passwordCheck.ts';

const rules = { leastLength: 8, leastKinds: 3, changeAfterDays: 90, notOfLast: 5 };

test.each([
  ['', { length: 0, kinds: 0, isLongEnough: false, hasKinds: false }],
  ['abcdefgh', { length: 8, kinds: 1, isLongEnough: true, hasKinds: false }],
  ['Abcdef7', { length: 7, kinds: 3, isLongEnough: false, hasKinds: true }],
  ['大厅大厅大厅大厅', { length: 8, kinds: 1, isLongEnough: true, hasKinds: false }],
])('“%s” is told by its length and kinds', (typed, told) => {
  expect(checkPassword(typed, '', rules)).toEqual({ ...told, isSame: null });
});

test('a second entry is the same or not, once there is one', () => {
  expect(['', 'abc', 'abcd'].map((again) => checkPassword('abcd', again, rules).isSame)).toEqual([null, false, true]);
});

test.each([['1234', true], ['12345678', true], ['123', false], ['123456789', false], ['12a4', false], ['１２３４', false]])('a PIN %s has the form: %s', (pin, told) => {
  expect(isPinForm(pin)).toBe(told);
});
