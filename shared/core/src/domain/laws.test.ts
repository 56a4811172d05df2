// The laws of docs/spec/laws.md that one hall can show, over random orders: 100 seeds of 400 orders each.
// A seed that ever breaks one is added to `pinned` and stays.
import { expect, test } from 'vitest';
import { seededRandom } from '../base/random.ts';
import { refusalSchema } from './refusals.ts';
import { commandTypes } from './commands.ts';
import { eventFacts, type HallEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { emptyHall } from './hall.ts';
import { faultsOf, faultsTouched } from './invariants.ts';
import { fullSnapshot } from './snapshot.ts';
import { givenPlan, type Scenario } from './testing/hallSpec.ts';
import { closeDay } from './testing/orders.ts';
import { randomOrder, randomWait } from './testing/randomOrders.ts';
import { realLimits, smallPlan, zeroLimits } from './testing/smallPlan.ts';

const ordersPerSeed = 400;
const pinned: readonly number[] = [];
const seeds = [...pinned, ...Array.from({ length: 100 }, (_none, nth) => 1_000 + nth)];

/** What all seeds together must have met, else the test tests nothing. */
const met = { types: new Set<string>(), refusals: new Set<string>(), accepted: 0, refused: 0 };

/** What is not as the event's type says, in either part. */
const wrongForm = ({ type, data, staff }: HallEvent): unknown[] =>
  [eventFacts[type].data.safeParse(data), eventFacts[type].facts.safeParse(staff?.facts)].flatMap(({ error }) => error?.issues ?? []);

function numbersOnce({ events }: Scenario): void {
  const given = events.flatMap((event) => (event.type === 'ticketIssued' ? [`${event.day} ${event.data.number}`] : []));
  expect(new Set(given).size).toBe(given.length);
}

test.each(seeds)('laws 1, 4, 5, 11 and 12 hold after every order, seed %i', (seed) => {
  const random = seededRandom(seed);
  const plan = smallPlan(seed % 2 === 0 ? zeroLimits : realLimits);
  const scenario = givenPlan(plan);
  const { hall, events } = scenario;
  let text = fullSnapshot(hall);
  for (let nth = 0; nth < ordersPerSeed; nth += 1) {
    const before = events.length;
    scenario.and(randomWait(random));
    const order = randomOrder(hall, plan, scenario.now(), random);
    // The scenario itself fails when an invariant is broken after an order; here is what it cannot see.
    const { decision } = scenario.when(order);
    met.types.add(order.command(hall).type);
    if (decision.accepted) {
      met.accepted += 1;
      const fresh = events.slice(before);
      const last = fresh.at(-1);
      if (last === undefined) throw new Error('accepted without a fact');
      const wrong = fresh.flatMap(wrongForm);
      expect([...wrong, ...faultsTouched(hall, last)]).toEqual([]);
      text = '';
    } else {
      met.refused += 1;
      met.refusals.add(decision.refusal.code);
      expect(refusalSchema.safeParse(decision.refusal).success).toBe(true);
      // Law 5: a refused order leaves no trace at all.
      const now = fullSnapshot(hall);
      if (text !== '' && now !== text) throw new Error(`${order.command(hall).type} was refused and changed the hall`);
      text = now;
    }
  }
  if (hall.day?.closedAt === null) scenario.and(closeDay(hall.day.date));
  expect([hall.tickets.size, faultsOf(hall)]).toEqual([0, []]);
  numbersOnce(scenario);
  const again = emptyHall();
  for (const event of events) evolve(again, event);
  expect(again).toEqual(hall);
});

test('the random orders were 20,000 and more, of every kind, and met most refusals', () => {
  expect(met.accepted + met.refused).toBeGreaterThanOrEqual(20_000);
  expect(met.accepted).toBeGreaterThan(6_000);
  expect([...met.types].sort()).toEqual(commandTypes.filter((type) => type !== 'openJournal').sort());
  expect(met.refusals.size).toBeGreaterThanOrEqual(26);
});
