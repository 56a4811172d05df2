// The plan of the rules' own tests: three queues, four counters, three classes, and numbers that run out soon.
// Limits are zero unless a test asks for the real ones, so that a test speaks of time only where time matters.
import { planSchema, type Plan } from '../plan.ts';

/** The calling limits a hall is shipped with (C4, C5, C7, C8). */
export const realLimits: Plan['calling'] = {
  policy: { kind: 'rankWithCap', rankedInARow: 2 }, conditions: [], ceilingMs: 3_600_000, undoMs: 60_000, nextGapMs: 3_000, recallGapMs: 5_000, maxCalls: 3, missAfterCalls: 3, missAfterMs: 20_000,
};
/** No waiting between presses; the cap and the ceiling stay as they are. */
export const zeroLimits: Plan['calling'] = { ...realLimits, nextGapMs: 0, recallGapMs: 0, missAfterCalls: 1, missAfterMs: 0 };

const names = (text: string): { zh: string; en: string } => ({ zh: `${text}（中文）`, en: text });
const reasons = (...ids: string[]): object[] => ids.map((id) => ({ id, name: names(id) }));
const range = (from: number, to: number): { from: number; to: number } => ({ from, to });
const service = (id: string, queueId: string): object => ({
  id, departmentId: 'd1', queueId, name: names(`service ${id}`), materials: [names('identity card')],
  promiseDays: 0, typicalMs: 600_000, spread: 0.4, featured: id === 'SA', hoursId: null, quota: { daily: null, spans: [] }, guide: { steps: [], basis: [], fee: null }, bookingId: id === 'SA' ? 'early' : null,
});
/** Return policies, one of each kind; A within ten minutes. */
const afterOne = { returnPolicy: { kind: 'afterPlaces', places: 1, withinMs: 600_000 }, transferPlace: 'dueKept' };
const atEnd = { returnPolicy: { kind: 'toTheEnd', places: 0, withinMs: null }, transferPlace: 'toTheEnd' };
const never = { returnPolicy: { kind: 'notAllowed', places: 0, withinMs: null }, transferPlace: 'dueKept' };
const level = (of: number): object => ({
  level: of, name: names(`level ${of}`),
  codes: [1, 2, 3, 4].map((nth) => ({ code: `${of}0${nth}`, name: names(`code ${of}0${nth}`), first: nth < 4 })),
});

/**
 * Queue A is wide; B has three numbers and two more in its overflow BB; C has two and no overflow.
 * A missed ticket of A returns after one place within ten minutes, of B at the end, of C not at all.
 * Counter 1 serves A and B and helps C; 2 serves A; 3 serves C and helps B; 4 serves all three.
 */
export function smallPlan(calling: Plan['calling'] = zeroLimits): Plan {
  return planSchema.parse({
    format: 1, name: names('small hall'), timeZone: 'Asia/Shanghai', capacity: 50, day: { opensAt: '08:00', lastHour: '20:00' },
    zones: [{ id: 'Z', name: names('zone Z'), floor: names('first floor') }],
    departments: [{ id: 'd1', name: names('department') }],
    queues: [
      { id: 'A', name: names('queue A'), zoneId: 'Z', ...afterOne, overflow: null, numbering: { prefix: 'A', digits: 3, main: range(1, 599), restored: range(600, 799), offline: range(800, 999) } },
      {
        id: 'B', name: names('queue B'), zoneId: 'Z', ...atEnd, numbering: { prefix: 'B', digits: 3, main: range(1, 3), restored: range(4, 6), offline: null },
        overflow: { prefix: 'BB', digits: 2, main: range(1, 2), restored: range(3, 4), offline: null },
      },
      { id: 'C', name: names('queue C'), zoneId: 'Z', ...never, overflow: null, numbering: { prefix: 'C', digits: 2, main: range(1, 2), restored: range(3, 4), offline: null } },
    ],
    services: [service('SA', 'A'), service('SA2', 'A'), service('SB', 'B'), service('SC', 'C')],
    counters: [
      { id: '1', name: names('counter 1'), zoneId: 'Z', ownQueues: ['A', 'B'], helperQueues: ['C'], helpAbove: 0, autoCallMs: null },
      { id: '2', name: names('counter 2'), zoneId: 'Z', ownQueues: ['A'], helperQueues: [], helpAbove: 0, autoCallMs: null },
      { id: '3', name: names('counter 3'), zoneId: 'Z', ownQueues: ['C'], helperQueues: ['B'], helpAbove: 0, autoCallMs: null },
      { id: '4', name: names('counter 4'), zoneId: 'Z', ownQueues: ['A', 'B', 'C'], helperQueues: [], helpAbove: 0, autoCallMs: null },
    ],
    classes: [
      { id: 'green', name: names('green channel'), tier: 'green' },
      { id: 'elderly', name: names('elderly'), tier: 'priority' },
      { id: 'pregnant', name: names('pregnant'), tier: 'priority' },
    ],
    calling, hoursApply: true, exceptions: [], boards: [],
    bookings: [{ id: 'early', slots: [{ from: '08:30', to: '09:00', most: 2 }, { from: '09:00', to: '09:30', most: 1 }], daysAhead: 7 }],
    appointments: { earlyMs: 900_000, lateMs: 900_000, block: { after: 3, withinDays: 30, forDays: 30 } },
    slip: { complaintPhone: '12345', showClass: false, footer: null }, voice: { languages: ['zh', 'en'], times: 2 }, kiosksAlone: 4, parkAlertMs: 1_800_000,
    hours: [{ id: 'office', name: names('office hours'), week: [...Array.from({ length: 5 }, () => [{ opensAt: '09:00', closesAt: '12:00', issuesFrom: '08:40' }, { opensAt: '13:30', closesAt: '17:00', issuesFrom: '13:20' }]), [], []] }],
    parkReasons: reasons('materials'), pickReasons: reasons('urgent'), putBackReasons: reasons('mistake', 'system'), grantReasons: reasons('age', 'x', 'leader'), stopReasons: reasons('power'),
    lookReasons: reasons('complaint', 'identity'), eraseReasons: reasons('asked'),
    pauseReasons: [{ id: 'lunch', name: names('lunch') }, { id: 'meeting', name: names('meeting') }],
    rating: { version: 'small-1', levels: [5, 4, 3, 2, 1].map(level) },
    waitLimitMs: 900_000,
    staff: { security: { passwords: 'plain', lockAfterMs: null, signOutAfterMs: 3_600_000, logKeptDays: 180, visitorsKeptDays: 30 } },
  });
}
