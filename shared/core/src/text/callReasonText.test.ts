// A standing is explained in the numbers of the plan's own policy (C4, C5).
import { describe, expect, test } from 'vitest';
import { ranks } from '../domain/line.ts';
import type { Plan } from '../domain/plan.ts';
import { callReasonTexts } from './callReasonText.ts';
import { languages } from './language.ts';

const perRank = { green: 1_800_000, appointment: 600_000, priority: 900_000, ordinary: 0 };
const policies: readonly Plan['calling']['policy'][] = [
  { kind: 'rankWithCap', rankedInARow: 2 }, { kind: 'strictRanks' }, { kind: 'ratio', ranked: 3, ordinary: 2 },
  { kind: 'firstCome', creditMs: perRank }, { kind: 'accumulating', creditMs: perRank, rate: { green: 4, appointment: 2, priority: 3, ordinary: 1 } },
];

describe.each(languages)('in %s', (language) => {
  test.each(policies)('every rank has words under $kind, no two of the higher ones the same', (policy) => {
    const words = ranks.map((rank) => callReasonTexts[language].standing(policy, rank));
    for (const text of words) expect(text).not.toMatch(/undefined|NaN|\[object/u);
    expect(new Set(words).size).toBeGreaterThanOrEqual(3);
  });
});

test('the numbers are the plan\'s', () => {
  const [cap, , ratio, firstCome, accumulating] = policies;
  const { standing } = callReasonTexts.zh;
  expect(cap && standing(cap, 'priority')).toBe('先于普通；连续叫 2 个优先或预约后，叫 1 个普通');
  expect(ratio && standing(ratio, 'appointment')).toBe('先于优先和普通；连续叫 3 个优先或预约后，叫 2 个普通');
  expect(firstCome && standing(firstCome, 'priority')).toBe('按到达先后，视作早到 15 分钟');
  expect(accumulating && standing(accumulating, 'green')).toBe('起始加 30 分钟，每等 1 分钟计 4 分钟');
});
