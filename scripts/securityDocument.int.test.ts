// docs/security.md tells the attacks that are in code, all of them and no others.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runNode } from './run.ts';
import { ROOT } from './screens.ts';
import { tableOf, withTable } from './securityDocument.ts';

test('the table of attacks is that of the code', async () => {
  expect(await runNode([join(ROOT, 'scripts/securityDocument.ts'), '--check'], { show: false })).toEqual({ code: 0, output: '' });
});

test('a table replaces the one before, and signs that would break it are written otherwise', () => {
  const row = { id: 'T01', group: 'transport', name: 'a | b', sent: '<script>\nx', mustHappen: 'refused' };
  const table = tableOf([row]);
  expect(table).toContain('| T01 | a \\| b | &lt;script> x | refused |');
  const text = `before\n${tableOf([row, { ...row, id: 'T02' }])}\nafter`;
  expect(withTable(text, [row])).toBe(`before\n${table}\nafter`);
  expect(() => withTable('nothing', [row])).toThrow('no place');
});
