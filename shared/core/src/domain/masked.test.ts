// What may be seen of a visitor (V2). Names are examples from textbooks, numbers are obviously nobody's.
import { describe, expect, test } from 'vitest';
import type { VisitorId } from './ids.ts';
import { maskedIdNumber, maskedName, maskedPhone, maskedVisitor } from './masked.ts';

describe('names', () => {
  test.each([
    ['张小三', '张*三'], ['张三', '张*'], ['张', '*'], ['欧阳小三', '欧**三'], [' 张三 ', '张*'],
    ['𠮷野家', '𠮷*家'], ['龚䶮𠮷', '龚*𠮷'], ['龚𠮷', '龚*'], ['𠮷', '*'],
    // An ideographic variation selector belongs to its sign: 葛 in another form.
    ['葛\u{E0100}小三', '葛\u{E0100}*三'], ['葛\u{E0100}', '*'],
    ['阿布都·热西提', '阿*****提'],
    ['John Smith', 'J*** S***'], ['Li', 'L***'], ['X', '*'], ['A Bao', '* B***'], ['Éva  Zoë', 'É*** Z***'], ['E\u0301va', 'E\u0301***'], ['김철수', '김***'], ['', '*'],
  ])('V2 given %s, then %s is seen', (name, seen) => {
    expect(maskedName(name)).toBe(seen);
  });

  test('V2 given a foreign name of any length, then its length is not told', () => {
    expect(maskedName('Jo')).toBe(maskedName('Johannes'));
  });
});

test.each([
  ['13800001234', '138****1234'], ['057188881234', '057*****1234'], ['1380000123', '**********'], ['88881234', '********'], ['12345', '*****'],
])('V2 given the phone %s, then %s is seen', (phone, seen) => {
  expect(maskedPhone(phone)).toBe(seen);
});

test.each([
  ['110000199001010000', '1*************0000'], ['11000019900101000X', '1*************000X'], ['E123456789', 'E*****6789'], ['E12345678', '*********'], ['A1234', '*****'],
])('V2 given the ID number %s, then %s is seen', (idNumber, seen) => {
  expect(maskedIdNumber(idNumber)).toBe(seen);
});

test('V2 given a visitor, then what is not known stays unknown', () => {
  const visitorId = 'a'.repeat(32) as VisitorId;
  expect(maskedVisitor(visitorId, { name: '张三', phone: null, idNumber: null })).toEqual({ visitorId, name: '张*', phone: null, idNumber: null });
  expect(maskedVisitor(visitorId, { name: null, phone: '13800001234', idNumber: '110000199001010000' })).toEqual({ visitorId, name: null, phone: '138****1234', idNumber: '1*************0000' });
});
