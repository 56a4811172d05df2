// What is written is read back the same, and no cell is a formula.
import { describe, expect, test } from 'vitest';
import { csvRows, csvText } from './csv.ts';

test.each(['=1+1', '+86', '-1', '@SUM(A1)', ' =cmd', '\t=x'])('given a cell “%s”, then a spreadsheet reads text', (cell) => {
  expect(csvText([[cell]])).toBe(`\uFEFF${`'${cell}`}\r\n`);
});

test('given quotes, commas and lines in cells, then they are read back as they were', () => {
  const rows = [['id', 'name, "so called"'], ['1001', '张三\n李四'], ['', 'x']];
  expect(csvRows(csvText(rows))).toEqual(rows);
});

describe('files of others', () => {
  test('line ends of any kind and empty lines', () => {
    expect(csvRows('a,b\r\n\r\n1,2\n3,4\r5,6')).toEqual([['a', 'b'], ['1', '2'], ['3', '4'], ['5', '6']]);
  });
  test('a quote that never ends is no table', () => {
    expect(csvRows('a,"b\n1,2')).toBeNull();
  });
  test('a quote in the middle of a cell is a sign like any other', () => {
    expect(csvRows('5" pipe,x')).toEqual([['5" pipe', 'x']]);
  });
});
