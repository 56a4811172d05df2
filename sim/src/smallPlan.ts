// A small hall for small days: four queues, six counters, everything fast, ranges so short that one runs out.
import { personSchema, type Person } from '@hall/core/domain/person';
import { planSchema, type Plan } from '@hall/core/domain/plan';
import type { DayKind } from './simulateDay.ts';

const names = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const numbering = (prefix: string, last: number, lent: { from: number; to: number } | null = null): object =>
  ({ prefix, digits: 3, main: { from: 1, to: last }, restored: { from: last + 1, to: last + 100 }, offline: lent });
const queue = (id: string, last: number, overflow: number | null): object => ({
  id, name: names(`${id}队`, `Queue ${id}`), zoneId: 'Z', numbering: numbering(id, last, { from: last + 101, to: last + 180 }), overflow: overflow === null ? null : numbering(id + id, overflow),
  returnPolicy: { kind: id === 'D' ? 'notAllowed' : id === 'C' ? 'toTheEnd' : 'afterPlaces', places: 2, withinMs: id === 'B' ? 60_000 : null }, transferPlace: id === 'A' ? 'toTheEnd' : 'dueKept',
});
const service = (id: string, queueId: string, typicalMs: number): object => ({
  id, departmentId: 'd', queueId, name: names(id, id), materials: [], promiseDays: 0, typicalMs, spread: 0.5, featured: false, hoursId: id === 'S4' ? 'office' : null, quota: { daily: id === 'S2' ? 8 : null, spans: id === 'S5' ? [{ from: '08:30', to: '08:33', most: 5 }, { from: '08:33', to: '08:36', most: 7 }] : [] },
  guide: { steps: [], basis: [], fee: null }, bookingId: ['S1', 'S3', 'S5'].includes(id) ? 'morning' : null,
});
const reasons = (...ids: string[]): object[] => ids.map((id) => ({ id, name: names(id, id) }));
const counter = (id: string, ownQueues: string[], helperQueues: string[]): object =>
  ({ id, name: names(`窗口${id}`, `Counter ${id}`), zoneId: 'Z', ownQueues, helperQueues, helpAbove: id === '5' ? 2 : 0, autoCallMs: null });

export const smallPlan: Plan = planSchema.parse({
  format: 1, name: names('小厅', 'Small hall'), timeZone: 'Asia/Shanghai', capacity: 60, day: { opensAt: '08:30', lastHour: '08:39' },
  zones: [{ id: 'Z', name: names('大厅', 'Hall'), floor: names('一层', '1') }],
  departments: [{ id: 'd', name: names('局', 'Bureau') }],
  // B goes on in BB; C runs out altogether on busy days.
  queues: [queue('A', 300, 50), queue('B', 8, 300), queue('C', 9, 4), queue('D', 300, null)],
  services: [service('S1', 'A', 12_000), service('S2', 'A', 8_000), service('S3', 'B', 10_000), service('S4', 'C', 15_000), service('S5', 'D', 9_000)],
  counters: [
    counter('1', ['A'], ['B']), counter('2', ['A', 'B'], []), counter('3', ['B'], ['A', 'C']),
    counter('4', ['C'], ['D']), counter('5', ['D', 'A'], ['C']), counter('6', ['D'], ['A', 'B', 'C']),
  ],
  classes: [{ id: 'green', name: names('绿色通道', 'Green channel'), tier: 'green' }, { id: 'elderly', name: names('老年人', 'Elderly'), tier: 'priority' }],
  calling: { policy: { kind: 'rankWithCap', rankedInARow: 2 }, conditions: [], undoMs: 60_000, ceilingMs: 90_000, nextGapMs: 1_000, recallGapMs: 2_000, maxCalls: 3, missAfterCalls: 2, missAfterMs: 4_000 },
  // General work ends before the day does, with a break.
  hoursApply: true, exceptions: [],
  hours: [{ id: 'office', name: names('工作时间', 'Office'), week: Array.from({ length: 7 }, () => [{ opensAt: '08:31', closesAt: '08:33', issuesFrom: '08:30' }, { opensAt: '08:34', closesAt: '08:36', issuesFrom: '08:34' }]) }], boards: [],
  bookings: [{ id: 'morning', slots: ['08:30', '08:31', '08:32', '08:33', '08:34', '08:35'].map((from) => ({ from, to: from.replace(/.$/, (minute) => String(Number(minute) + 1)), most: 2 })), daysAhead: 2 }],
  appointments: { earlyMs: 20_000, lateMs: 20_000, block: { after: 1, withinDays: 30, forDays: 30 } },
  slip: { complaintPhone: null, showClass: false, footer: null }, voice: { languages: ['zh', 'en'], times: 2 }, kiosksAlone: 4, parkAlertMs: 20_000,
  parkReasons: reasons('materials'), pickReasons: reasons('urgent'), putBackReasons: reasons('mistake'), grantReasons: reasons('age', 'r'), stopReasons: reasons('power'), lookReasons: reasons('complaint'), eraseReasons: reasons('asked'),
  pauseReasons: [{ id: 'lunch', name: names('午餐', 'Lunch') }, { id: 'meeting', name: names('会议', 'Meeting') }],
  rating: {
    version: '1',
    levels: [5, 4, 3, 2, 1].map((level) => ({ level, name: names(`${level}分`, `Level ${level}`), codes: [{ code: `${level}01`, name: names('码', 'Code'), first: true }] })),
  },
  waitLimitMs: 60_000,
  staff: { security: { passwords: 'plain', lockAfterMs: null, signOutAfterMs: 3_600_000, logKeptDays: 180, visitorsKeptDays: 30 } },
});

/** Names and numbers that nothing public may ever hold. */
export const smallPeople: readonly Person[] = ['zhao-7101', 'qian-7102', 'sun-7103', 'li-7104', 'zhou-7105', 'wu-7106', 'zheng-7107'].map((id) =>
  personSchema.parse({ id, name: `王小明${id}`, duties: ['clerk'], extras: ['pick'], queueIds: [], counterIds: [], isActive: true }));

/** Begins before the hall opens; about 400 events. */
export const smallDay: DayKind = {
  plan: smallPlan,
  people: smallPeople,
  start: Date.UTC(2026, 2, 2, 0, 29, 50),
  lengthMs: 420_000,
  visitors: 60,
  appointments: 12,
  pace: { thinkMs: 1_000, serviceShare: 1, pauseMs: 6_000, walkMs: 3_000 },
  pads: 3, kiosks: 2, boards: 2,
  troubleEveryMs: 18_000,
  restoreShare: 0.25,
  mood: null,
};
