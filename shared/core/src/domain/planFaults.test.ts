// Each fault of a plan is told with its place; a plan that works as a whole has none.
import { expect, test } from 'vitest';
import { planSchema, type Plan } from './plan.ts';
import { planFaults } from './planFaults.ts';
import { smallPlan } from './testing/smallPlan.ts';

type Loose = { [K in keyof Plan]: Plan[K] extends readonly (infer One)[] ? (One & Record<string, unknown>)[] : Plan[K] };
/** The small plan with one thing changed; ids are plain strings here. */
function changed(change: (plan: Loose & Record<string, unknown>) => void): string[] {
  const plan = smallPlan();
  change(plan as unknown as Loose & Record<string, unknown>);
  return planFaults(plan);
}
const set = (object: unknown, key: string, value: unknown): void => { (object as Record<string, unknown>)[key] = value; };
const at = <T>(list: readonly T[], index: number): T => {
  const one = list[index];
  if (one === undefined) throw new Error(`nothing at ${index}`);
  return one;
};
const numbering = (plan: Loose, queue: number): Plan['queues'][number]['numbering'] => at(plan.queues, queue).numbering;

test('the small plan has no faults', () => {
  expect(planFaults(smallPlan())).toEqual([]);
});

test.each([
  ['zones', 'zones[1].id: Z is there twice'],
  ['departments', 'departments[1].id: d1 is there twice'],
  ['services', 'services[4].id: SA is there twice'],
  ['counters', 'counters[4].id: 1 is there twice'],
  ['classes', 'classes[3].id: green is there twice'],
  ['pauseReasons', 'pauseReasons[2].id: lunch is there twice'],
  ['parkReasons', 'parkReasons[1].id: materials is there twice'],
  ['pickReasons', 'pickReasons[1].id: urgent is there twice'],
  ['putBackReasons', 'putBackReasons[2].id: mistake is there twice'],
  ['grantReasons', 'grantReasons[3].id: age is there twice'],
  ['stopReasons', 'stopReasons[1].id: power is there twice'],
  ['lookReasons', 'lookReasons[2].id: complaint is there twice'],
  ['eraseReasons', 'eraseReasons[1].id: asked is there twice'],
  ['hours', 'hours[1].id: office is there twice'],
  ['bookings', 'bookings[1].id: early is there twice'],
] as const)('an id that is there twice among %s', (list, fault) => {
  expect(changed((plan) => { (plan[list] as unknown[]).push(at(plan[list] as readonly unknown[], 0)); })).toEqual([fault]);
});

test('names that lead nowhere', () => {
  expect(changed((plan) => { set(at(plan.services, 2), 'queueId', 'X'); })).toEqual(['services[2].queueId: no queue X']);
  expect(changed((plan) => { set(at(plan.services, 2), 'departmentId', 'X'); })).toEqual(['services[2].departmentId: no department X']);
  expect(changed((plan) => { set(at(plan.counters, 1), 'zoneId', 'X'); })).toEqual(['counters[1].zoneId: no zone X']);
  expect(changed((plan) => { set(at(plan.counters, 1), 'ownQueues', ['A', 'X']); })).toEqual(['counters[1].ownQueues: no queue X']);
  expect(changed((plan) => { set(at(plan.counters, 1), 'helperQueues', ['X']); })).toEqual(['counters[1].helperQueues: no queue X']);
  expect(changed((plan) => { set(at(plan.queues, 0), 'zoneId', 'X'); })).toEqual(['queues[0].zoneId: no zone X']);
});

test('N1 two queues with one prefix, overflow included', () => {
  expect(changed((plan) => { set(numbering(plan, 2), 'prefix', 'A'); })).toEqual(['queues[2].numbering.prefix: A belongs to another queue']);
  expect(changed((plan) => { set(at(plan.queues, 1).overflow, 'prefix', 'C'); })).toEqual(['queues[2].numbering.prefix: C belongs to another queue']);
});

test('N1 N4 J9 ranges of one prefix that meet, are empty or do not fit the digits', () => {
  expect(changed((plan) => { set(numbering(plan, 0), 'restored', { from: 599, to: 700 }); })).toEqual(['queues[0].numbering: ranges must follow each other without meeting']);
  expect(changed((plan) => { set(numbering(plan, 0), 'offline', { from: 700, to: 999 }); })).toEqual(['queues[0].numbering: ranges must follow each other without meeting']);
  expect(changed((plan) => { set(numbering(plan, 0), 'main', { from: 9, to: 8 }); })).toEqual(['queues[0].numbering: range 9–8 is empty']);
  expect(changed((plan) => { set(numbering(plan, 0), 'digits', 2); })).toEqual([599, 799, 999].map((to) => `queues[0].numbering: ${to} has more than 2 digits`));
  expect(changed((plan) => { set(at(plan.queues, 1).overflow, 'main', { from: 1, to: 3 }); })).toEqual(['queues[1].overflow: ranges must follow each other without meeting']);
});

test('C8 a miss that needs more calls than a ticket can have', () => {
  expect(changed((plan) => { set(plan.calling, 'missAfterCalls', 4); })).toEqual(['calling.missAfterCalls: 4 calls needed, but a ticket has at most 3']);
});

const evening = { opensAt: '17:30', closesAt: '20:00', issuesFrom: '17:20' };
const exception = (change: object) => ({ date: '2026-01-10', name: { zh: '例外', en: 'exception' }, kind: 'instead', hoursIds: [], spans: [evening], ...change });
const withExceptions = (...exceptions: object[]) => changed((plan) => { set(plan, 'exceptions', exceptions); });

test('H1 hours that a service names and nobody knows', () => {
  expect(changed((plan) => { set(at(plan.services, 1), 'hoursId', 'night'); })).toEqual(['services[1].hoursId: no hours night']);
});

test('H1 spans that are empty, give tickets too late, or meet', () => {
  const withMonday = (...spans: object[]) => changed((plan) => { set(at(plan.hours, 0).week, '0', spans); });
  expect(withMonday({ ...evening, closesAt: '17:30' })).toEqual(['hours[0].week[0][0]: 17:30–17:30 is empty']);
  expect(withMonday({ ...evening, issuesFrom: '17:31' })).toEqual(['hours[0].week[0][0].issuesFrom: 17:31 is after 17:30']);
  expect(withMonday(evening, { opensAt: '20:30', closesAt: '21:00', issuesFrom: '19:59' })).toEqual(['hours[0].week[0][1]: spans must follow each other without meeting']);
  expect(withMonday(evening, { opensAt: '20:30', closesAt: '21:00', issuesFrom: '20:00' })).toEqual([]);
});

test('H1 exceptions: a date twice for the same hours, hours nobody knows, a closed day with spans, an open one without', () => {
  expect(withExceptions(exception({}), exception({ kind: 'closed', spans: [] }))).toEqual(['exceptions[1].date: 2026-01-10 is there twice']);
  expect(withExceptions(exception({}), exception({ hoursIds: ['office'] }))).toEqual([]);
  expect(withExceptions(exception({ hoursIds: ['office'] }), exception({ hoursIds: ['office'] }))).toEqual(['exceptions[1].date: 2026-01-10 is there twice']);
  expect(withExceptions(exception({ hoursIds: ['night'] }))).toEqual(['exceptions[0].hoursIds: no hours night']);
  expect(withExceptions(exception({ kind: 'closed' }))).toEqual(['exceptions[0].spans: a closed date has none, any other has some']);
  expect(withExceptions(exception({ spans: [] }))).toEqual(['exceptions[0].spans: a closed date has none, any other has some']);
  expect(withExceptions(exception({ spans: [{ ...evening, closesAt: '17:00' }] }))).toEqual(['exceptions[0].spans[0]: 17:30–17:00 is empty']);
});

test('H2 a span of a quota that is empty', () => {
  expect(changed((plan) => { set(at(plan.services, 1), 'quota', { daily: null, spans: [{ from: '09:00', to: '10:00', most: 5 }, { from: '10:00', to: '10:00', most: 5 }] }); })).toEqual(['services[1].quota.spans[1]: 10:00–10:00 is empty']);
});

test('H3 a booking that nobody knows; slots that are empty or meet', () => {
  const withSlots = (...slots: object[]) => changed((plan) => { set(at(plan.bookings, 0), 'slots', slots); });
  expect(changed((plan) => { set(at(plan.services, 1), 'bookingId', 'late'); })).toEqual(['services[1].bookingId: no booking late']);
  expect(withSlots({ from: '09:00', to: '09:00', most: 1 })).toEqual(['bookings[0].slots[0]: 09:00–09:00 is empty']);
  expect(withSlots({ from: '09:00', to: '10:00', most: 1 }, { from: '09:59', to: '10:30', most: 1 })).toEqual(['bookings[0].slots[1]: slots must follow each other without meeting']);
  expect(withSlots({ from: '09:00', to: '10:00', most: 1 }, { from: '10:00', to: '10:30', most: 1 })).toEqual([]);
});

test('D7 a board that is there twice, or of a zone that is not there', () => {
  const board = { id: 'east', name: { zh: '东', en: 'east' }, zoneIds: ['Z'] };
  expect(changed((plan) => { set(plan, 'boards', [board, board]); })).toEqual(['boards[1].id: east is there twice']);
  expect(changed((plan) => { set(plan, 'boards', [{ ...board, zoneIds: ['Z', 'Q'] }]); })).toEqual(['boards[0].zoneIds: no zone Q']);
});

test('C5 a condition on a queue that is not there', () => {
  expect(changed((plan) => { plan.calling.conditions.push({ queueId: 'X' as never, waitedMs: 1 }); })).toEqual(['calling.conditions[0].queueId: no queue X']);
});

test('C8 C5 C11 values that have no meaning do not pass the form of a plan', () => {
  const passes = (change: (plan: Loose & Record<string, unknown>) => void): boolean => {
    const plan = smallPlan();
    change(plan as unknown as Loose & Record<string, unknown>);
    return planSchema.safeParse(plan).success;
  };
  expect(passes(() => undefined)).toBe(true);
  expect(passes((plan) => { set(at(plan.queues, 0).returnPolicy, 'kind', 'sometimes'); })).toBe(false);
  expect(passes((plan) => { set(at(plan.queues, 0).returnPolicy, 'places', -1); })).toBe(false);
  expect(passes((plan) => { set(at(plan.queues, 0), 'transferPlace', 'first'); })).toBe(false);
  expect(passes((plan) => { set(plan.calling, 'policy', { kind: 'shortestFirst' }); })).toBe(false);
  expect(passes((plan) => { set(plan.calling, 'policy', { kind: 'longestQueueFirst' }); })).toBe(false);
  expect(passes((plan) => { set(plan.calling, 'policy', { kind: 'ratio', ranked: 0, ordinary: 1 }); })).toBe(false);
  expect(passes((plan) => { set(at(plan.counters, 0), 'helpAbove', -1); })).toBe(false);
  expect(passes((plan) => { set(plan, 'pickReasons', []); })).toBe(false);
});

test('H7 a day that ends before it opens', () => {
  expect(changed((plan) => { set(plan.day, 'lastHour', '08:00'); })).toEqual(['day.lastHour: 08:00 is not after 08:00']);
});

test('R1 the five levels stand from 5 to 1', () => {
  expect(changed((plan) => { plan.rating.levels.reverse(); })).toEqual([0, 1, 3, 4].map((nth) => `rating.levels[${nth}].level: the five levels stand from 5 to 1`));
});

test('N3 a time zone that nobody knows', () => {
  expect(changed((plan) => { set(plan, 'timeZone', 'Mars/Olympus'); })).toEqual(['timeZone: Mars/Olympus is not known']);
});

test('every fault is told, not only the first', () => {
  expect(changed((plan) => {
    set(plan, 'timeZone', 'x y');
    set(at(plan.services, 0), 'queueId', 'X');
  })).toEqual(['services[0].queueId: no queue X', 'timeZone: x y is not known']);
});
