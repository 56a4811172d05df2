// The hall as text and back, and what a screen that comes late is given.
import { expect, test } from 'vitest';
import { seededRandom } from '../base/random.ts';
import { evolve } from './evolve.ts';
import { faultsOf } from './invariants.ts';
import { redactEvent } from './redact.ts';
import { fullSnapshot, hallFromSnapshot, publicSnapshot, staffSnapshot } from './snapshot.ts';
import { given, givenPlan } from './testing/hallSpec.ts';
import { cancel, finish, issue, issueTo, miss, next, open, park, rate, signIn, start } from './testing/orders.ts';
import { randomOrder, randomWait } from './testing/randomOrders.ts';
import { randomPlan } from './testing/randomPlan.ts';

const busy = () => given(
  signIn('1', '1001'), open('1'), signIn('4', '1004'), open('4'), ...['SA', 'SB', 'SC', 'SA'].map(issue), issueTo('elderly', 'SA'), issueTo('green', 'SB'), issueTo('green', 'SB'),
  next('1'), start('1', 'B002'), park('1', 'B002'), next('1'), start('1', 'B003'), finish('1', 'B003'), rate('1', 4), next('1'), next('4'), miss('4', 'A001'), next('4'), start('4', 'B001'), cancel('C01'),
);

test('J7 a hall is the same after a round trip through its snapshot, lines included', () => {
  const { hall } = busy();
  const again = hallFromSnapshot(fullSnapshot(hall));
  expect(again).toEqual(hall);
  expect(faultsOf(again)).toEqual([]);
  expect(fullSnapshot(again)).toBe(fullSnapshot(hall));
});

test('J7 T1 live snapshots hold open tickets, and of the finished ones those whose finish can be taken back', () => {
  const states = (text: string): string[] => [...hallFromSnapshot(text).tickets.values()].map(({ state }) => state).sort();
  expect(states(staffSnapshot(busy().hall))).toEqual(['called', 'done', 'missed', 'parked', 'serving', 'waiting']);
  expect(states(publicSnapshot(busy().hall))).toEqual(['called', 'done', 'missed', 'parked', 'serving', 'waiting']);
});

test('a staff snapshot carries the private parts of its tickets, a public one none', () => {
  expect(staffSnapshot(busy().hall)).toContain('"classId":"elderly"');
  expect(publicSnapshot(busy().hall)).not.toContain('"staff"');
});

test('J8 a snapshot of another format is not read', () => {
  const text = fullSnapshot(busy().hall).replace('"format":3', '"format":2');
  expect(() => hallFromSnapshot(text)).toThrow('snapshot of format 2, expected 3');
  expect(() => hallFromSnapshot('null')).toThrow();
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('law 2 a screen that comes late at any moment follows on to the same hall, seed %i', (seed) => {
  const random = seededRandom(seed);
  const plan = randomPlan(random);
  const scenario = givenPlan(plan);
  const late: { open: ReturnType<typeof hallFromSnapshot>; staff: ReturnType<typeof hallFromSnapshot> }[] = [];
  for (let nth = 0; nth < 160; nth += 1) {
    const before = scenario.events.length;
    scenario.and(randomWait(random, scenario.hall, scenario.now())).when(randomOrder(scenario.hall, plan, scenario.now(), random));
    for (const event of scenario.events.slice(before)) {
      for (const { open, staff } of late) {
        evolve(open, redactEvent(event));
        evolve(staff, event);
      }
    }
    if (nth % 20 === 0) late.push({ open: hallFromSnapshot(publicSnapshot(scenario.hall)), staff: hallFromSnapshot(staffSnapshot(scenario.hall)) });
    if (nth % 16 !== 0) continue;
    for (const { open, staff } of late) {
      expect(publicSnapshot(open)).toBe(publicSnapshot(scenario.hall));
      expect(staffSnapshot(staff)).toBe(staffSnapshot(scenario.hall));
    }
  }
});
