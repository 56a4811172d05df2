// Our own mistakes are loud and say what was missing.
import { expect, test } from 'vitest';
import { must, unreachable } from './assert.ts';

test('what must exist is returned, or its name is told', () => {
  expect(must(0, 'a number')).toBe(0);
  expect(must('', 'a text')).toBe('');
  expect(() => must(null, 'the plan')).toThrow('must exist: the plan');
  expect(() => must(undefined, 'the plan')).toThrow('must exist: the plan');
});

test('a case that cannot be shows itself', () => {
  expect(() => unreachable({ kind: 'strange' } as never)).toThrow('unreachable: {"kind":"strange"}');
});
