// What a visitor tells is written in one way, so that he is known again however he or a clerk types it (T6, V1).
import { expect, test } from 'vitest';
import { idNumberOf, nameForSearch, nameOf, phoneOf, toldVisitorSchema, writtenAlike } from './visitor.ts';

test.each([
  '13800001234', ' 138 0000 1234 ', '138-0000-1234', '+86 13800001234', '+8613800001234', '008613800001234', '8613800001234', '１３８００００１２３４', '＋８６１３８００００１２３４', '(138)00001234',
])('T6 given the phone typed as %s, then it is the same phone', (typed) => {
  expect(phoneOf(typed)).toBe('13800001234');
});

test.each([
  ['0571-8888 1234', '057188881234'], ['+86 571 8888 1234', '057188881234'], ['+86 0571 88881234', '057188881234'], ['+44 20 7946 0000', '442079460000'], ['8888 1234', '88881234'],
  // Digits that only begin like the country's: an area code, not 86 and a mobile.
  ['86212345', '86212345'], ['1234', ''], ['none', ''],
])('T6 given the phone %s, then it is written %s', (typed, written) => {
  expect(phoneOf(typed)).toBe(written);
});

test.each(['11000019900101000X', '11000019900101000x', ' 110000 19900101 000x ', '１１００００１９９００１０１０００Ｘ', '110000-19900101-000X'])('T6 given the ID number typed as %s, then it is the same', (typed) => {
  expect(idNumberOf(typed)).toBe('11000019900101000X');
});

test('T6 given names, then spaces and full-width letters do not matter when one is looked for, and the name is kept as it is written', () => {
  expect(nameOf('  张 \t 三 ')).toBe('张 三');
  expect(nameOf('E\u0301va')).toBe('Éva');
  expect(new Set(['张三', '张 三', ' 张　三'].map(nameForSearch)).size).toBe(1);
  expect(nameForSearch('Ｊohn SMITH')).toBe('johnsmith');
});

test('V1 given what is told, then a part that says nothing is not told', () => {
  expect(writtenAlike({ name: '   ', phone: '------', idNumber: '……………………' })).toEqual({ name: null, phone: null, idNumber: null });
  expect(writtenAlike({ name: ' 张三', phone: '+86 138 0000 1234', idNumber: null })).toEqual({ name: '张三', phone: '13800001234', idNumber: null });
});

test('V1 given a visitor part, then it tells at least one thing, and nothing of another kind', () => {
  const fits = (told: object): boolean => toldVisitorSchema.safeParse(told).success;
  const nobody = { name: null, phone: null, idNumber: null };
  expect([{ ...nobody, name: '张' }, { ...nobody, phone: '13800001234' }, { ...nobody, idNumber: '110000199001010000' }].map(fits)).toEqual([true, true, true]);
  for (const told of [
    nobody, {}, { name: '张三' }, { ...nobody, name: '' }, { ...nobody, name: '  ' }, { ...nobody, phone: '------' }, { ...nobody, name: 'x'.repeat(41) }, { ...nobody, phone: '12345' },
    { ...nobody, phone: '1'.repeat(21) }, { ...nobody, idNumber: '12345' }, { ...nobody, idNumber: '1'.repeat(31) }, { ...nobody, name: 7 }, { ...nobody, name: '张三', address: 'x' },
    { ...nobody, name: '张\u0000三' }, { ...nobody, name: '\u202E三张' }, { ...nobody, name: '\u001B@' }, { ...nobody, name: '=1+1' }, { ...nobody, name: '@SUM(A1)' },
    { ...nobody, phone: '1380000\u00001234' }, { ...nobody, idNumber: '\u202E110000199001010000' },
  ]) expect(fits(told)).toBe(false);
});
