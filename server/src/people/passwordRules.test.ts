// What is refused as a password, in both profiles.
import { expect, test } from 'vitest';
import { mustChange, passwordFaults, passwordProfiles } from './passwordRules.ts';

const { plain, gbt22239 } = passwordProfiles;
const about = ['1001', 'hall'];

test.each([
  ['大雨落幽燕白浪滔天秦皇岛', []],
  ['correct horse battery staple', []],
  ['Wm7-kiosk-lantern', []],
  ['short', ['tooShort', 'known']],
  ['1234567890', ['known']],
  ['WOAINI1314', ['known']],
  ['password2026', ['known']],
  ['aaaaaaaaaaaaaaa', ['oneCharacter']],
  ['my-number-1001-x', ['aboutYou']],
  ['x'.repeat(60) + 'yzw'.repeat(40), ['tooLong']],
  ['', ['tooShort', 'tooFewKinds', 'oneCharacter']],
])('by length and block list, given %j, then its faults are %j', (password, faults) => {
  expect(passwordFaults(password, plain, about)).toEqual(faults);
});

test.each([
  ['Gx7!pqrt', []],
  ['gx7pqrtw', ['tooFewKinds']],
  ['Gx7!', ['tooShort']],
  ['correct horse battery staple', ['tooFewKinds']],
])('by GB/T 22239, given %j, then its faults are %j', (password, faults) => {
  expect(passwordFaults(password, gbt22239, about)).toEqual(faults);
});

test('U2 given the profile of GB/T 22239, then a password is changed after ninety days; by default never', () => {
  const day = 86_400_000;
  expect([89, 91].map((days) => mustChange(0, days * day, gbt22239))).toEqual([false, true]);
  expect(mustChange(0, 5_000 * day, plain)).toBe(false);
});
