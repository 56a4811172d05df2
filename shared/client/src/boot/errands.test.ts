// What a device does when the hall asks it for something.
import { expect, test, vi } from 'vitest';
import type { PrinterState } from '@hall/core/shell/shellCalls';
import type { Plan } from '@hall/core/domain/plan';
import { smallPlan } from '@hall/core/domain/testing/smallPlan';
import { columnsOf } from '@hall/core/slip/columns';
import type { Printer } from '../machine/machine.ts';
import { carryOutErrand } from './errands.ts';

const place = { plan: smallPlan() as Plan, place: 'K1', now: Date.UTC(2026, 2, 2, 1) };
const printerWith = (state: PrinterState): Printer & { readonly print: ReturnType<typeof vi.fn<Printer['print']>> } => ({ state: () => Promise.resolve(state), print: vi.fn<Printer['print']>(() => Promise.resolve({ state: 'confirmed', why: null, nearEnd: false })) });

test('given a restart, then the machine starts anew and prints nothing', async () => {
  const [restart, printer] = [vi.fn(), printerWith({ kind: 'ready', nearEnd: false, columns: 48 })];
  await carryOutErrand('restart', { printer, restart }, place);
  expect([restart.mock.calls.length, printer.print.mock.calls.length]).toEqual([1, 0]);
});

test.each([32, 48])('given a test print on paper of %i columns, then one slip is printed that says what it is and fills the paper', async (columns) => {
  const printer = printerWith({ kind: 'stopped', fault: 'paperOut', columns });
  await carryOutErrand('testPrint', { printer, restart: () => undefined }, place);
  const [[id, slip] = []] = printer.print.mock.calls;
  const texts = slip?.lines.map(({ text }) => text) ?? [];
  expect(id).toBe(`test-${place.now}`);
  expect(texts).toContain('-'.repeat(columns));
  for (const words of ['测试打印', 'Test print', '位置 K1', 'This is no ticket', '2026-03-02 09:00']) expect(texts).toContain(words);
  expect(slip?.lines.filter(({ text, size }) => columnsOf(text) * size > columns)).toEqual([]);
});

test.each([['a browser', null, place], ['a machine without a printer', printerWith({ kind: 'none' }), place], ['a device that has no plan yet', printerWith({ kind: 'ready', nearEnd: false, columns: 48 }), { ...place, plan: null }]])('given %s, then a test print comes to nothing', async (_what, printer, where) => {
  await carryOutErrand('testPrint', { printer, restart: () => { throw new Error('not asked for'); } }, where);
  expect(printer?.print.mock.calls.length ?? 0).toBe(0);
});
