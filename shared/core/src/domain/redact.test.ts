// What the public receives: the same hall without anything private, folded from events without anything private.
import { expect, test } from 'vitest';
import { seededRandom } from '../base/random.ts';
import type { HallEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { emptyHall, type Hall } from './hall.ts';
import type { Plan } from './plan.ts';
import { redactEvent } from './redact.ts';
import { publicSnapshot, staffSnapshot } from './snapshot.ts';
import { given, givenPlan, today, type Scenario } from './testing/hallSpec.ts';
import { book, change, comeToKiosk } from './testing/bookingOrders.ts';
import { attach, erase, look, note } from './testing/privacyOrders.ts';
import { after, close, closeDay, finish, issueTo, miss, next, open, order, pause, pick, rate, setPeople, signIn, signOut, start } from './testing/orders.ts';
import { randomOrder, randomWait } from './testing/randomOrders.ts';
import { publicText, redactedText } from './testing/publicHall.ts';
import { person } from './testing/smallPeople.ts';
import { randomPlan } from './testing/randomPlan.ts';
import { smallPlan } from './testing/smallPlan.ts';

const folded = (events: readonly HallEvent[]): Hall => {
  const hall = emptyHall();
  for (const event of events) evolve(hall, event);
  return hall;
};

test.each(Array.from({ length: 20 }, (_none, seed) => seed + 1))('V3 fold(redact(events)) = redact(fold(events)), seed %i', (seed) => {
  const random = seededRandom(seed);
  const plan = randomPlan(random);
  const scenario: Scenario = givenPlan(plan);
  for (let nth = 0; nth < 150; nth += 1) {
    scenario.and(randomWait(random, scenario.hall, scenario.now()));
    scenario.when(randomOrder(scenario.hall, plan, scenario.now(), random));
    if (nth % 10 === 0) expect(publicText(folded(scenario.events.map(redactEvent)))).toBe(redactedText(scenario.hall));
  }
  expect(publicText(folded(scenario.events.map(redactEvent)))).toBe(redactedText(scenario.hall));
});

/** Words that only staff may ever read, planted wherever the plan and the orders can hold one. */
const visitor = '0123456789abcdef0123456789abcdef';
const missing = 'fedcba9876543210fedcba9876543210';
const [noted, attached, forgotten] = ['d'.repeat(32), 'c'.repeat(32), '9'.repeat(32)] as const;
const secrets = ['Clerk-Zhang', 'staff-7001', '"reason":"reason-blind"', '"override":"reason-vip"', '"reasonId":"reason-whim"', visitor, 'M-secret', 'code-secret', 'name-of-the-booking-system', 'hall-of-tomorrow', missing, '"until":"2026-02-04"', '"reasonId":"reason-look"', '"reasonId":"reason-erase"', noted, attached, forgotten];
function hallWithSecrets(): Scenario {
  const because = (id: string): Plan['grantReasons'] => [{ id: id as never, name: { zh: '原因', en: 'reason' } }];
  const plan = { ...smallPlan(), grantReasons: [...because('reason-blind'), ...because('reason-vip'), ...because('age')], pickReasons: because('reason-whim'), lookReasons: because('reason-look'), eraseReasons: because('reason-erase'), appointments: { ...smallPlan().appointments, block: { after: 1, withinDays: 30, forDays: 30 } } };
  const secretly = order('issueTicket', { serviceId: 'SA', alsoServiceIds: [], priority: { classId: 'elderly', reason: 'reason-blind' }, slotAt: null, override: 'reason-vip', visitorId: visitor }, 'manager', 'M-secret');
  return givenPlan(
    plan, setPeople([person('staff-7001', ['clerk'], { name: 'Clerk-Zhang' })]), signIn('1', 'staff-7001'), open('1'), secretly, secretly, issueTo('green', 'SA'), next('1'), start('1', 'A003'), after(60_000), finish('1', 'A003'), rate('1', 1, { codes: ['101'] }),
    next('1'), start('1', 'A001'), after(1_000), finish('1', 'A001'), next('1'), miss('1', 'A002'), secretly, pick('1', 'A004', 'reason-whim'), pause('1'),
    book(today, '08:30', { visitorId: missing, code: 'code-secret' }), book(today, '09:00', { code: '4711', externalId: 'name-of-the-booking-system' }), after(3_600_000), comeToKiosk({ code: '4711' }),
    note('A002', 'd'), attach('A002', 'c'), look(visitor, 'reason-look'), erase(forgotten, 'reason-erase'),
    start('1', 'A004'), finish('1', 'A004'), change({ ...plan, name: { zh: '明天', en: 'hall-of-tomorrow' } }, 'nextDay'),
  );
}

test('V3 law 9 nothing private stands in a public snapshot or a public event', () => {
  const { hall, events } = hallWithSecrets();
  const closed = hallWithSecrets().and(close('1'), signOut('1'), closeDay(today));
  const open = publicSnapshot(hall) + publicSnapshot(closed.hall) + JSON.stringify([...events, ...closed.events].map(redactEvent));
  for (const secret of secrets) {
    expect(staffSnapshot(hall) + staffSnapshot(closed.hall) + JSON.stringify(closed.events)).toContain(secret);
    expect(open).not.toContain(secret);
  }
  for (const key of ['"staff"', '"clerkId"', '"why"', '"level":1,"codes"', '"givenAt"', '"commandId"', '"classId"', '"levels":[1', '"appointmentId"', '"code":"4711"', '"changes"']) expect(open).not.toContain(key);
});

test('V3 law 9 public events carry the rank and never the class', () => {
  const { events } = given(issueTo('elderly', 'SA'));
  const open = events.map(redactEvent).at(-1);
  expect(open?.data).toMatchObject({ rank: 'priority' });
  expect(JSON.stringify(open)).not.toContain('elderly');
});

test('V3 an event that has no private part is left as it is', () => {
  const [event] = given().events.map(redactEvent);
  if (event === undefined) throw new Error('no event');
  expect(redactEvent(event)).toBe(event);
});

test('V3 the public plan has everything of the plan except its staff', () => {
  const { hall } = given();
  const { staff: _private, ...open } = smallPlan();
  expect((JSON.parse(publicSnapshot(hall)) as { plan: unknown }).plan).toEqual(open);
});
