// What the kiosk tells of a hall: counts, places, who serves now, and which calm page stands before everything else.
// The hall is built by the real rules from a small plan.
import { decide } from '@hall/core/domain/decide';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import { evolve } from '@hall/core/domain/evolve';
import { planSchema, type Plan } from '@hall/core/domain/plan';
import { smallPlan } from '@hall/core/domain/testing/smallPlan';
import { refusalCodes, type Refusal } from '@hall/core/domain/refusals';
import type { Command } from '@hall/core/domain/commands';
import type { CounterId, DepartmentId, QueueId, ServiceId } from '@hall/core/domain/ids';
import type { HallEvent } from '@hall/core/domain/events';
import { expect, test } from 'vitest';
import { adviceFor } from './advice.ts';
import { calmPage } from './calmPage.ts';
import type { CalmFacts } from './calmParts.ts';
import { doorFor, hallStop } from './hallDoor.ts';
import type { Wish } from './kioskPages.ts';
import { obstacleOnTile, obstacleWords } from './obstacle.ts';
import { departmentTiles, featuredTiles, serviceTiles, serviceView } from './serviceView.ts';
import { expectationOf, noWaits, type Waits } from './waits.ts';
import { smallPeople } from '@hall/core/domain/testing/smallPeople';
import { weekHours } from './weekHours.ts';

const now = Date.UTC(2025, 10, 20, 2, 0);
const small = smallPlan();
const service = (id: string, queueId: string, featured: boolean): object => ({ ...small.services[0], id, queueId, featured });
const counter = (id: string, ownQueues: string[], helperQueues: string[] = []): object => ({ ...small.counters[0], id, ownQueues, helperQueues });
/** The small hall's plan with two services, a department nobody can come for, and counter 3 helping queue A. */
const plan: Plan = planSchema.parse({
  ...small, departments: [...small.departments, { id: 'd2', name: { zh: '无事项', en: 'No services' } }],
  services: [service('S001', 'A', true), service('S002', 'B', false)], counters: [counter('1', ['A']), counter('2', ['A']), counter('3', ['B'], ['A'])],
});

const hallAfter = (...orders: unknown[]): Hall => hallWith(plan, ...orders);
function hallWith(plan: Plan, ...orders: unknown[]): Hall {
  const hall = emptyHall();
  for (const command of [{ type: 'adoptPlan', data: { plan, from: 'now' } }, { type: 'setPeople', data: { people: smallPeople, then: null } }, ...orders]) {
    const decision = decide(hall, command as Command, { now, actor: { role: 'system', place: 'test', personId: null } });
    if (!decision.accepted) throw new Error(JSON.stringify(decision.refusal));
    for (const { type, data, facts } of decision.events) evolve(hall, { seq: hall.seq + 1, at: now, day: null, type, v: 1, data, staff: { by: {}, commandId: '', facts } } as unknown as HallEvent);
  }
  return hall;
}
const openDay = { type: 'openDay', data: { date: '2025-11-20' } };
const closeDay = { type: 'closeDay', data: { date: '2025-11-20' } };
const issue = (serviceId: string): unknown => ({ type: 'issueTicket', data: { serviceId, alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null } });
const opened = (counterId: string, clerkId: string): unknown[] => [{ type: 'signIn', data: { counterId, clerkId } }, { type: 'openCounter', data: { counterId } }];
const s1 = 'S001' as ServiceId;

test('a service tells who is ahead, where, and which of its counters are open', () => {
  const view = serviceView(hallAfter(openDay, ...opened('2', '1001'), issue('S001'), issue('S001'), issue('S002')), s1, [], now, noWaits);
  expect(view).toMatchObject({ ahead: 2, counters: ['1', '2'], open: ['2'], helping: [], zone: { id: 'Z' } });
});

test('given none of its counters is open, then helpers are told, and nobody when nobody is there', () => {
  expect(serviceView(hallAfter(openDay, ...opened('3', '1001')), s1, [], now, noWaits)).toMatchObject({ open: [], helping: ['3' as CounterId] });
  expect(serviceView(hallAfter(openDay), s1, [], now, noWaits)).toMatchObject({ open: [], helping: [] });
  expect(serviceView(hallAfter(openDay), 'S999' as ServiceId, [], now, noWaits)).toBeNull();
});

test('the first page shows the most used services with who is ahead, and departments that have services', () => {
  const hall = hallAfter(openDay, issue('S001'), issue('S002'));
  expect(featuredTiles(hall, now, noWaits).map(({ service: { id }, ahead }) => [id, ahead])).toEqual([['S001', 1]]);
  expect(serviceTiles(hall, 'd1' as DepartmentId, now, noWaits).map(({ ahead }) => ahead)).toEqual([1, 1]);
  expect(departmentTiles(hall).map(({ department }) => department.id)).toEqual(['d1']);
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

const facts0: CalmFacts = { plan, status: { kind: 'live' }, stop: null, paper: 'none', isLive: () => true };
const ticketWish: Wish = { what: 'ticket', serviceId: s1, also: [], from: null };

test('every refusal has plain words, something to do, and a way on, in every language', () => {
  for (const code of refusalCodes) {
    // Facts of the longest kind; words that need none ignore them.
    const facts = {
      faults: [], number: 'A001', state: 'waiting', counterId: '1', waitMs: 1, date: '2025-11-24', last: '', maxCalls: 3, calls: 1, needed: 3, place: '1', ticketId: '1.9',
      choices: [], duties: [], lease: { date: '2025-11-24' }, startsAt: now, closesAt: now, opensAt: now, fromAt: now,
    };
    const refusal = { code, facts } as unknown as Refusal;
    for (const language of ['zh', 'en'] as const) {
      const page = calmPage('open', { kind: 'refused', wish: ticketWish, refusal }, facts0, language);
      expect(page?.words.length, code).toBeGreaterThan(0);
      expect(page?.words.every((line) => line.length > 0), code).toBe(true);
      expect(page?.actions.length, code).toBeGreaterThan(0);
    }
  }
});

test('numbers that have run out send to the desk, an order that came too late is tried again', () => {
  expect(adviceFor('numbersExhausted')).toBe('askDesk');
  expect(adviceFor('tooLate')).toBe('tryAgain');
  expect(adviceFor('dayNotOpen')).toBe('wait');
});

test('the closed page tells when the hall opens again', () => {
  expect(calmPage('closedToday', { kind: 'home' }, facts0, 'zh')?.words.join('')).toContain('08:00');
});

const shown = (hall: Hall, at: number, waits: Waits = noWaits): string[] => {
  const obstacle = serviceView(hall, s1, [], at, waits)?.obstacle ?? null;
  const words = obstacle === null ? null : obstacleWords(obstacle, hall.plan, 'zh');
  return obstacle === null || words === null || hall.plan === null ? [] : [obstacleOnTile(obstacle, hall.plan, 'zh'), words.title, ...words.words];
};
const withService = (more: object): Plan => planSchema.parse({ ...plan, services: plan.services.map((one) => ({ ...one, ...more })) });

test('H1: out of hours tile and page say when numbers are given again today, or that today is over', () => {
  const office = hallWith(withService({ hoursId: 'office' }), openDay);
  // 10:00 in the hall, then its midday break, then the evening.
  expect(shown(office, now)).toEqual([]);
  expect(shown(office, now + 2.5 * 3_600_000)).toEqual(['13:20 开始取号', '现在不是取号时间', '今天 13:20 开始取号，请届时再来。']);
  expect(shown(office, now + 8 * 3_600_000)).toEqual(['今日取号已结束', '现在不是取号时间', '今天的取号已经结束。']);
});

test('H1: the week of a service is told in a few lines, and a day unlike its weekday by its name', () => {
  const office = withService({ hoursId: 'office' });
  const [service] = office.services;
  if (service === undefined) throw new Error('no service');
  expect(weekHours(office, service, now, 'zh')).toEqual([{ days: '周一至周五', times: '09:00–12:00 13:30–17:00' }, { days: '周六至周日', times: '不办理' }]);
  const holiday = { ...office, exceptions: [{ date: '2025-11-20', name: { zh: '调休', en: 'Holiday' }, kind: 'closed', hoursIds: [], spans: [] }] } as unknown as Plan;
  expect(weekHours(holiday, service, now, 'en')[0]).toEqual({ days: 'Today (Holiday)', times: 'closed' });
  expect(weekHours(plan, { ...service, hoursId: null }, now, 'zh')).toEqual([]);
});

test('H2: a full quota is told in its exact words and sends to the guide desk', () => {
  const full = hallWith(withService({ quota: { daily: 1, spans: [] }, guide: { steps: [], basis: [], fee: null }, bookingId: null }), openDay, issue('S001'));
  expect(shown(full, now)).toEqual(['号已发完', '号已发完', '今日 1 个号已发完，请到咨询引导台。', '如有特殊情况，工作人员会帮您处理。']);
});

test('H6: a stop tells its reason; of the whole hall it stands before the flow, but never before a number already given', () => {
  const stop = (scope: object): unknown => ({ type: 'stopIssuing', data: { scope, reasonId: 'power' } });
  const queueStopped = hallAfter(openDay, stop({ kind: 'queue', queueId: 'A' }));
  expect(shown(queueStopped, now)).toEqual(['暂停取号', '暂停取号', '原因：power（中文）。', '请听从现场工作人员安排，恢复后即可取号。', '已取的号仍然有效。']);
  expect(doorFor(queueStopped, { kind: 'live' }, 'home', now)).toBe('open');
  const stopped = hallAfter(openDay, stop({ kind: 'hall' }));
  expect(['home', 'done'].map((page) => doorFor(stopped, { kind: 'live' }, page as 'home', now))).toEqual(['stopped', 'open']);
  expect(calmPage('stopped', { kind: 'home' }, { ...facts0, stop: hallStop(stopped) }, 'en')?.words[0]).toBe('Reason: power.');
});

const figures = (p50Ms: number): Waits => ({ rangeOf: () => ({ fromMinutes: 10, toMinutes: 25 }), expected: () => ({ p50Ms, p90Ms: 2 * p50Ms }) });

test('H5: given the middle of the forecast past closing, then tile and page say that today is probably too late, and until when', () => {
  const office = hallWith(withService({ hoursId: 'office' }), openDay);
  // 16:30 in the hall; it closes at 17:00.
  const late = now + 6.5 * 3_600_000;
  expect(shown(office, late, figures(25 * 60_000))).toEqual([]);
  expect(shown(office, late, figures(50 * 60_000))).toEqual([
    '今天可能来不及', '今天可能来不及办理', '按目前的等候情况，预计 17:20 左右才能轮到您，而该事项今天 17:00 停止办理。', '请改日再来；情况特殊请到咨询引导台。',
  ]);
  const refused = { code: 'tooLateToday', facts: { serviceId: 'S001', startsAt: late, closesAt: late } } as const;
  expect(calmPage('open', { kind: 'refused', wish: ticketWish, refusal: refused }, facts0, 'en')).toMatchObject({ title: 'Probably too late for today', icon: 'clock' });
});

test('a service and its tile tell the range of the forecast, and only who is ahead when there is none', () => {
  const hall = hallAfter(openDay);
  expect(serviceView(hall, s1, [], now, figures(1))?.wait).toEqual({ fromMinutes: 10, toMinutes: 25 });
  expect(featuredTiles(hall, now, figures(1))[0]?.wait).toEqual({ fromMinutes: 10, toMinutes: 25 });
  expect(featuredTiles(hall, now, noWaits)[0]?.wait).toBeNull();
});

test('H5: figures of ordinary tickets alone stop anybody, and none that are too old to be shown', () => {
  const forecast = { journalId: 'j', epoch: 1, seq: 1, at: now, queues: [{ queueId: 'A' as QueueId, p50Ms: 60_000, p90Ms: 90_000 }] };
  const said = (rank: 'ordinary' | 'appointment', queueId: string, at: number): unknown => expectationOf(forecast, at)(queueId as QueueId, rank);
  expect(said('ordinary', 'A', now + 60_000)).toEqual({ p50Ms: 60_000, p90Ms: 90_000 });
  expect([said('appointment', 'A', now), said('ordinary', 'B', now), said('ordinary', 'A', now + 91_000), expectationOf(null, now)('A' as QueueId, 'ordinary')]).toEqual([null, null, null, null]);
});

test('T4: of several services the obstacle is told with the one it belongs to', () => {
  const closed = planSchema.parse({ ...plan, services: plan.services.map((one) => (one.id === 'S002' ? { ...one, quota: { daily: 1, spans: [] } } : one)) });
  const hall = hallWith(closed, openDay, issue('S002'));
  const view = serviceView(hall, s1, ['S002' as ServiceId], now, noWaits);
  expect(view).toMatchObject({ obstacle: { code: 'quotaReached' }, obstacleOf: { id: 'S002' }, also: [{ id: 'S002' }] });
  expect(serviceView(hall, s1, [], now, noWaits)).toMatchObject({ obstacle: null, obstacleOf: null, also: [] });
});
