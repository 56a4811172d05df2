// Typing on the number pad: how much fits, what can be sent, how it is read back.
import { expect, test } from 'vitest';
import { freshProof, groupsOf, isComplete, proofBy, withDigit, withoutLast } from './checkInFlow.ts';
import { checkInOrder } from './checkInOrder.ts';
import type { Proof } from './kioskPages.ts';

const typed = (by: Proof['by'], digits: string): Proof => [...digits].reduce(withDigit, { by, typed: '' });

test('H3: a phone number is eleven digits and never more, a code four to sixteen', () => {
  expect(typed('phone', '138000012345').typed).toBe('13800001234');
  expect([typed('phone', '1380000123'), typed('phone', '13800001234'), typed('code', '123'), typed('code', '1234')].map(isComplete)).toEqual([false, true, false, true]);
  expect(typed('code', '12345678901234567').typed).toHaveLength(16);
});

test('only digits are taken', () => {
  expect(['a', ' ', '12', ''].map((sign) => withDigit(freshProof, sign).typed)).toEqual(['', '', '', '']);
});

test('the digits of a phone number are no part of a code', () => {
  expect(proofBy(typed('phone', '138'), 'code')).toEqual({ by: 'code', typed: '' });
  expect(proofBy(typed('phone', '138'), 'phone').typed).toBe('138');
  expect(withoutLast(withoutLast(typed('code', '1'))).typed).toBe('');
});

test('what is typed is read back in groups', () => {
  expect(groupsOf(typed('phone', '13800001234'))).toEqual(['138', '0000', '1234']);
  expect(groupsOf(typed('phone', '1380'))).toEqual(['138', '0']);
  expect(groupsOf(typed('code', '123456'))).toEqual(['1234', '56']);
  expect(groupsOf(freshProof)).toEqual([]);
});

test('V1: a phone number travels beside the order and nowhere in it; a code is part of it', () => {
  const byPhone = checkInOrder(typed('phone', '13800001234'), null, null);
  expect(byPhone.visitor).toEqual({ name: null, phone: '13800001234', idNumber: null });
  expect(JSON.stringify(byPhone.data)).not.toContain('1380');
  expect(checkInOrder(typed('code', '2468'), null, null)).toMatchObject({ data: { code: '2468', visitorId: null }, visitor: undefined });
});
