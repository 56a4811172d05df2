// What each kind of machine may press.
import { expect, test } from 'vitest';
import { lockDownOf, mayPress } from './lockDown.ts';

const plain = { control: false, alt: false, meta: false };

test('a machine is locked down by what the hall says it is, and fully before the hall has said anything', () => {
  expect(lockDownOf(null)).toBe('sealed');
  expect((['kiosk', 'pad', 'display', 'counter', 'desk', 'manager'] as const).map((role) => lockDownOf({ role, place: 'X1' }))).toEqual(['sealed', 'sealed', 'wall', 'desk', 'desk', 'desk']);
});

test.each(['1', 'a', '中', ' ', 'Tab', 'Enter', 'Backspace', 'ArrowDown'])('a kiosk may press %s, a wall nothing', (key) => {
  expect(mayPress('sealed', { key, ...plain })).toBe(true);
  expect(mayPress('wall', { key, ...plain })).toBe(false);
});

test.each([
  ['F1', {}], ['F5', {}], ['F11', {}], ['F12', {}], ['BrowserBack', {}], ['BrowserHome', {}], ['LaunchMail', {}], ['ContextMenu', {}], ['PrintScreen', {}], ['Meta', {}], ['Alt', {}],
  ['r', { control: true }], ['I', { control: true }], ['p', { control: true }], ['w', { control: true }], ['+', { control: true }], ['F4', { alt: true }], ['ArrowLeft', { alt: true }], ['Tab', { alt: true }], ['q', { meta: true }],
])('a kiosk may not press %s with %o; a clerk may', (key, held) => {
  expect(mayPress('sealed', { key, ...plain, ...held })).toBe(false);
  expect(mayPress('desk', { key, ...plain, ...held })).toBe(true);
});
