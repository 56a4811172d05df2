// Texts from outside: what is taken and what is not.
import { expect, test } from 'vitest';
import { isFormula, isPlainText } from './plainText.ts';

test.each(['张三', '欧阳·修', 'Zoë O’Brien-Smith', '𠮷野家', '\uE863', '👩‍💻', 'न\u200Dी', '全角　空格', ''])('%j is plain', (text) => {
  expect(isPlainText(text)).toBe(true);
});

test.each([
  ['NUL', 'a\0'], ['escape, as printers obey it', '\u001B@'], ['a line end', 'a\nb'], ['a C1 control', 'a\u0085'], ['right-to-left override', '\u202E三张'], ['an isolate', '\u2067x\u2069'],
  ['a mark of direction', '\u200Fx'], ['half a pair', 'x\uD83D'], ['the other half', '\uDE00x'], ['a line separator', 'a\u2028b'], ['a byte order mark', '\uFEFFa'], ['no character', 'a\uFFFF'],
])('%s is not plain', (_name, text) => {
  expect(isPlainText(text)).toBe(false);
});

test('what a spreadsheet takes for a formula is one, also behind spaces and in full width', () => {
  for (const text of ['=1+1', '+86', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1']) expect(isFormula(text)).toBe(true);
  for (const text of ['张三', '1=1', 'a-b', '']) expect(isFormula(text)).toBe(false);
});
