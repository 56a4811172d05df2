// The laws over many random days: 200,000 orders under 500 random plans, the same as laws.test.ts for longer; and screens
// that come late at many moments of 40 more days, public and staff.
import { expect, test } from 'vitest';
import { seededRandom } from '../base/random.ts';
import { evolve } from './evolve.ts';
import { emptyHall, type Hall } from './hall.ts';
import { faultsOf } from './invariants.ts';
import { redactEvent } from './redact.ts';
import { hallFromSnapshot, publicSnapshot, staffSnapshot } from './snapshot.ts';
import { givenPlan } from './testing/hallSpec.ts';
import { publicText, redactedText } from './testing/publicHall.ts';
import { liveByTheLaws, metNothing } from './testing/randomLaws.ts';
import { randomOrder, randomWait } from './testing/randomOrders.ts';
import { randomPlan } from './testing/randomPlan.ts';

const ordersPerSeed = 400;
const blocks = Array.from({ length: 10 }, (_none, block) => (block + 1) * 100_000);
const met = metNothing();

test.each(blocks)('laws 1, 4, 5, 11 and 12 and the ceiling of C5 hold after every order, fifty days from seed %i', (from) => {
  for (let seed = from; seed < from + 50; seed += 1) {
    try {
      liveByTheLaws(seed, ordersPerSeed, met);
    } catch (error) {
      throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
    }
  }
});

test('those were 200,000 orders, well over a third of them was carried out, and each kind was met and refused often', () => {
  expect(met.accepted + met.refused).toBeGreaterThanOrEqual(200_000);
  expect(met.accepted).toBeGreaterThan(80_000);
  // A day is seldom closed that is not open, and a journal is opened once.
  const seldom = [...met.ofType].filter(([type, { accepted, refused }]) => accepted < 20 || (refused < 20 && type !== 'closeDay'));
  expect(seldom).toEqual([]);
  expect(met.refusals.size).toBeGreaterThanOrEqual(56);
});

test.each(Array.from({ length: 40 }, (_none, nth) => 2_000_000 + nth))('law 2, V3 every late screen ends up with the redacted hall, seed %i', (seed) => {
  const random = seededRandom(seed);
  const plan = randomPlan(random);
  const scenario = givenPlan(plan);
  const { hall, events } = scenario;
  const redacted = emptyHall();
  const late: { open: Hall; staff: Hall }[] = [];
  let told = 0;
  for (let nth = 0; nth < 250; nth += 1) {
    scenario.and(randomWait(random, scenario.hall, scenario.now())).when(randomOrder(hall, plan, scenario.now(), random));
    for (const event of events.slice(told)) {
      evolve(redacted, redactEvent(event));
      for (const { open, staff } of late) {
        evolve(open, redactEvent(event));
        evolve(staff, event);
      }
    }
    told = events.length;
    if (nth % 10 === 0) late.push({ open: hallFromSnapshot(publicSnapshot(hall)), staff: hallFromSnapshot(staffSnapshot(hall)) });
    if (nth % 7 !== 0) continue;
    expect(publicText(redacted)).toBe(redactedText(hall));
    for (const { open, staff } of late) {
      expect(publicSnapshot(open)).toBe(publicSnapshot(hall));
      expect(staffSnapshot(staff)).toBe(staffSnapshot(hall));
      expect(faultsOf(open)).toEqual([]);
    }
  }
});
