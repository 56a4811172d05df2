// Refusals are remembered for a while, and only so many.
import type { CommandId } from '@hall/core/domain/ids';
import { expect, test } from 'vitest';
import { createRefusedOrders } from './refusedOrders.ts';

const id = (text: string): CommandId => text as CommandId;

test('law 3: given a refused id, then it is told again with the content it was refused for', () => {
  const orders = createRefusedOrders(3);
  orders.note(id('a'), 'hash', { code: 'dayNotOpen', facts: {} });
  expect(orders.of(id('a'))).toEqual({ commandHash: 'hash', refusal: { code: 'dayNotOpen', facts: {} } });
  expect(orders.of(id('b'))).toBeNull();
});

test('given more refusals than are kept, then the oldest are forgotten and the list does not grow', () => {
  const orders = createRefusedOrders(3);
  for (const text of 'abcde') orders.note(id(text), 'hash', { code: 'dayNotOpen', facts: {} });
  expect([...'abcde'].map((text) => orders.of(id(text)) !== null)).toEqual([false, false, true, true, true]);
});
