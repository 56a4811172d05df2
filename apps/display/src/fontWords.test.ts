// D2: what a display says when the server is away is asked of the font while the server is there.
import { expect, test } from 'vitest';
import type { Plan } from '@hall/core/domain/plan';
import { wordsOf } from './fontWords.ts';

const name = (zh: string) => ({ name: { zh, en: 'name' } });
const plan = {
  ...name('厅'), zones: [{ ...name('区'), floor: { zh: '层', en: 'floor' } }], queues: [name('户')], counters: [name('政')], pauseReasons: [name('餐')],
} as unknown as Plan;

test('D2 the words of a lost connection, of every state and of the plan are among them, each once', () => {
  const words = wordsOf(plan, 'zh');
  for (const needed of '离线，数据截至暂停服务未开放请稍候厅区层户政餐号窗口第次呼叫0123456789AZ') expect(words).toContain(needed);
  expect(new Set(words).size).toBe([...words].length);
});
