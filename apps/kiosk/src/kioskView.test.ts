// What the kiosk tells of a hall: counts, places, who serves now, and which calm page stands before everything else.
// The hall is built by the real rules from a small plan.
import { decide } from '@hall/core/domain/decide';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import { evolve } from '@hall/core/domain/evolve';
import { planSchema, type Plan } from '@hall/core/domain/plan';
import { refusalCodes, type Refusal } from '@hall/core/domain/refusals';
import type { Command } from '@hall/core/domain/commands';
import type { CounterId, DepartmentId, ServiceId } from '@hall/core/domain/ids';
import type { HallEvent } from '@hall/core/domain/events';
import { expect, test } from 'vitest';
import { adviceFor } from './advice.ts';
import { calmPage } from './calmPage.ts';
import { doorFor } from './hallDoor.ts';
import { departmentTiles, featuredTiles, serviceTiles, serviceView } from './serviceView.ts';

const now = Date.UTC(2025, 10, 20, 2, 0);
const names = (zh: string): { zh: string; en: string } => ({ zh, en: `${zh} in English` });
const range = (from: number, to: number): { from: number; to: number } => ({ from, to });
const queue = (id: string): unknown => ({ id, name: names(id), zoneId: 'A', numbering: { prefix: id, digits: 3, main: range(1, 99), restored: range(100, 199), offline: null }, overflow: null });
const service = (id: string, departmentId: string, queueId: string, featured: boolean): unknown =>
  ({ id, departmentId, queueId, name: names(id), materials: [], promiseDays: 0, typicalMs: 0, spread: 0, featured });
const counter = (id: string, ownQueues: string[], helperQueues: string[] = []): unknown => ({ id, name: names(id), zoneId: 'A', ownQueues, helperQueues });
const plan: Plan = planSchema.parse({
  format: 1, name: names('大厅'), timeZone: 'Asia/Shanghai', capacity: 100, day: { opensAt: '08:30', lastHour: '20:00' },
  zones: [{ id: 'A', name: names('A区'), floor: names('一层') }],
  departments: [{ id: 'd01', name: names('税务局') }, { id: 'd02', name: names('无事项') }],
  queues: [queue('A'), queue('B')],
  services: [service('S001', 'd01', 'A', true), service('S002', 'd01', 'B', false)],
  counters: [counter('1', ['A']), counter('2', ['A']), counter('3', ['B'], ['A'])],
  classes: [], calling: { rankedInARow: 2, ceilingMs: 0, nextGapMs: 0, recallGapMs: 0, maxCalls: 3, missAfterCalls: 3, missAfterMs: 0 },
  pauseReasons: [{ id: 'lunch', name: names('午餐') }],
  rating: { version: '1', levels: [5, 4, 3, 2, 1].map((level) => ({ level, name: names('满意'), codes: [] })) },
  waitLimitMs: 0, staff: { clerks: [{ id: '1001', name: '甲' }, { id: '1002', name: '乙' }] },
});

function hallAfter(...orders: unknown[]): Hall {
  const hall = emptyHall();
  for (const command of [{ type: 'adoptPlan', data: { plan } }, ...orders]) {
    const decision = decide(hall, command as Command, { now, actor: { role: 'system', place: 'test', clerkId: null } });
    if (!decision.accepted) throw new Error(JSON.stringify(decision.refusal));
    for (const { type, data, facts } of decision.events) evolve(hall, { seq: hall.seq + 1, at: now, day: null, type, v: 1, data, staff: { by: {}, commandId: '', facts } } as unknown as HallEvent);
  }
  return hall;
}
const openDay = { type: 'openDay', data: { date: '2025-11-20' } };
const closeDay = { type: 'closeDay', data: { date: '2025-11-20' } };
const issue = (serviceId: string): unknown => ({ type: 'issueTicket', data: { serviceId, priority: null, slotAt: null } });
const opened = (counterId: string, clerkId: string): unknown[] => [{ type: 'signIn', data: { counterId, clerkId } }, { type: 'openCounter', data: { counterId } }];
const s1 = 'S001' as ServiceId;

test('a service tells who is ahead, where, and which of its counters are open', () => {
  const view = serviceView(hallAfter(openDay, ...opened('2', '1001'), issue('S001'), issue('S001'), issue('S002')), s1, now);
  expect(view).toMatchObject({ ahead: 2, counters: ['1', '2'], open: ['2'], helping: [], zone: { id: 'A' } });
});

test('given none of its counters is open, then helpers are told, and nobody when nobody is there', () => {
  expect(serviceView(hallAfter(openDay, ...opened('3', '1001')), s1, now)).toMatchObject({ open: [], helping: ['3' as CounterId] });
  expect(serviceView(hallAfter(openDay), s1, now)).toMatchObject({ open: [], helping: [] });
  expect(serviceView(hallAfter(openDay), 'S999' as ServiceId, now)).toBeNull();
});

test('the first page shows the most used services with their waiting counts, and departments that have services', () => {
  const hall = hallAfter(openDay, issue('S001'), issue('S002'));
  expect(featuredTiles(hall).map(({ service: { id }, waiting }) => [id, waiting])).toEqual([['S001', 1]]);
  expect(serviceTiles(hall, 'd01' as DepartmentId).map(({ waiting }) => waiting)).toEqual([1, 1]);
  expect(departmentTiles(hall).map(({ department }) => department.id)).toEqual(['d01']);
});

test('the door: connecting, no plan, not open yet, open, closed today, and fresh again the next morning', () => {
  const live = { kind: 'live' } as const;
  expect(doorFor(emptyHall(), { kind: 'connecting' }, 'home', now)).toBe('connecting');
  expect(doorFor(emptyHall(), { kind: 'rejected', refusal: { code: 'badCredential', facts: {} } }, 'home', now)).toBe('rejected');
  expect(doorFor(emptyHall(), live, 'home', now)).toBe('noPlan');
  expect(doorFor(hallAfter(), live, 'home', now)).toBe('notOpenYet');
  expect(doorFor(hallAfter(openDay), live, 'home', now)).toBe('open');
  expect(doorFor(hallAfter(openDay, closeDay), live, 'service', now)).toBe('closedToday');
  expect(doorFor(hallAfter(openDay, closeDay), live, 'home', now + 20 * 3_600_000)).toBe('notOpenYet');
});

test('D2: out of touch the kiosk keeps what it knew', () => {
  expect(doorFor(hallAfter(openDay), { kind: 'away', since: now }, 'home', now)).toBe('open');
});

test('a number already given stays on the screen when the day closes', () => {
  expect(doorFor(hallAfter(openDay, closeDay), { kind: 'live' }, 'done', now)).toBe('open');
});

test('every refusal has plain words, something to do, and a way on, in every language', () => {
  for (const code of refusalCodes) {
    // Facts of the longest kind; words that need none ignore them.
    const facts = { faults: [], number: 'A001', state: 'waiting', counterId: '1', waitMs: 1, date: '', last: '', maxCalls: 3, calls: 1, needed: 3, place: '1' };
    const refusal = { code, facts } as unknown as Refusal;
    for (const language of ['zh', 'en'] as const) {
      const page = calmPage('open', { kind: 'refused', serviceId: s1, from: null, refusal }, plan, { kind: 'live' }, language);
      expect(page?.words.every((line) => line.length > 0), code).toBe(true);
      expect(page?.action, code).toBeTruthy();
    }
  }
});

test('numbers that have run out send to the desk, an order that came too late is tried again', () => {
  expect(adviceFor('numbersExhausted')).toBe('askDesk');
  expect(adviceFor('tooLate')).toBe('tryAgain');
  expect(adviceFor('dayNotOpen')).toBe('wait');
});

test('the closed page tells when the hall opens again', () => {
  expect(calmPage('closedToday', { kind: 'home' }, plan, { kind: 'live' }, 'zh')?.words.join('')).toContain('08:30');
});
