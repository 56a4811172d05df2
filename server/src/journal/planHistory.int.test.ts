// The plans of past days, read from a real journal: which one held when a day ended, and how it came to it.
import { expect, test } from 'vitest';
import type { BusinessDay } from '@hall/core/domain/ids';
import type { Plan } from '@hall/core/domain/plan';
import { systemActor } from '../hall/systemCommand.ts';
import { hourMs, manager, openTestHall } from '../testing/testHall.ts';
import { quickPlan } from '../testing/testPlan.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { openToRead } from './database.ts';
import { openPlanHistory } from './planHistory.ts';

const named = (zh: string): Plan => ({ ...quickPlan(), name: { ...quickPlan().name, zh } });
const day = (date: string): BusinessDay => date as BusinessDay;

/** Monday: plan A, changed to B in the morning, C scheduled. Tuesday: C; D scheduled and withdrawn. Wednesday night: E at once. */
function threeDays() {
  const hall = openTestHall(tempFolder(), { plan: named('A') });
  const clock = systemActor('clock');
  const plan = (zh: string, from: 'now' | 'nextDay') => expect(hall.one(manager, 'adoptPlan', { plan: named(zh), from }).ok).toBe(true);
  plan('B', 'now');
  plan('C', 'nextDay');
  hall.one(clock, 'closeDay', { date: '2026-03-02' });
  hall.clock.at += 24 * hourMs;
  hall.one(clock, 'openDay', { date: '2026-03-03' });
  plan('D', 'nextDay');
  hall.one(manager, 'withdrawPlan', {});
  hall.one(clock, 'closeDay', { date: '2026-03-03' });
  plan('E', 'now');
  return hall;
}

test('J7 given plans that changed over days, then each past day has the plan it ended with, and the open day the present one', () => {
  const hall = threeDays();
  const history = openPlanHistory(hall.folder.journal);
  expect([history.on(day('2026-03-02'))?.name.zh, history.on(day('2026-03-03'))?.name.zh]).toEqual(['B', 'C']);
  expect(history.on(day('2026-03-02'))).toEqual(named('B'));
  expect([history.on(day('2026-03-01')), history.on(day('2026-03-04'))]).toEqual([null, null]);
  hall.one(systemActor('clock'), 'openDay', { date: '2026-03-04' });
  expect(history.on(day('2026-03-04'))?.name.zh).toBe('E');
  // The day before, opened again after its close, is not possible; the same day is, and then it goes on.
  hall.one(systemActor('clock'), 'closeDay', { date: '2026-03-04' });
  hall.one(systemActor('clock'), 'openDay', { date: '2026-03-04' });
  hall.one(manager, 'adoptPlan', { plan: named('F'), from: 'now' });
  expect(history.on(day('2026-03-04'))?.name.zh).toBe('F');
  history.close();
  hall.close();
});

test('given the same, then the history tells every step, who took it and what changed, the newest first and page by page', () => {
  const hall = threeDays();
  const history = openPlanHistory(hall.folder.journal);
  const all = history.entries(100);
  expect(all.map(({ step, by, changes }) => [step, by.role, changes.map(({ is }) => is).join()])).toEqual([
    ['adopted', 'manager', '"E"'], ['withdrawn', 'manager', ''], ['scheduled', 'manager', '"D"'], ['begun', 'system', '"C"'],
    ['scheduled', 'manager', '"C"'], ['adopted', 'manager', '"B"'], ['adopted', 'system', ''],
  ]);
  const [first, second] = [history.entries(4), history.entries(4, all[3]?.seq)];
  expect([...first, ...second]).toEqual(all);
  expect(history.entries(4, all.at(-1)?.seq)).toEqual([]);
  history.close();
  hall.close();
});

test('given a journal of millions of events, then plans are found by their index and not by reading it', () => {
  const hall = threeDays();
  const db = openToRead(hall.folder.journal);
  const planned = db.prepare(`EXPLAIN QUERY PLAN SELECT data FROM events WHERE type IN ('planAdopted', 'planScheduled', 'planWithdrawn', 'dayOpened', 'dayClosed') AND type = 'planAdopted' AND seq <= 9 ORDER BY seq DESC LIMIT 1`).all();
  expect(JSON.stringify(planned)).toContain('USING INDEX plan_events');
  db.close();
  hall.close();
});
