// A full look says why and leaves a trace; forgetting is for ever, and the hall lets go of the visitor too.
import { describe, expect, test } from 'vitest';
import { smallPlan } from '../testing/smallPlan.ts';
import { given, givenNothing, givenPlan, today, tomorrow } from '../testing/hallSpec.ts';
import { after, closeDay, issueFor, numbered, openDay, openJournal } from '../testing/orders.ts';
import { book, comeToKiosk, excuse, li, zhang } from '../testing/bookingOrders.ts';
import { erase, eraseDay, look } from '../testing/privacyOrders.ts';
import { hallFromSnapshot, fullSnapshot } from '../snapshot.ts';
import { emptyHall } from '../hall.ts';
import { evolve } from '../evolve.ts';

describe('a full look', () => {
  test('V2 given a reason of the plan, then it is a private fact with who and why, and nothing else changes; also while no day is open', () => {
    const scenario = given(issueFor(zhang, 'SA'));
    const before = fullSnapshot({ ...scenario.hall, seq: 0, at: 0 });
    scenario.when(look(zhang)).thenEvents({ type: 'visitorSeen', data: {}, facts: { visitorId: zhang, reasonId: 'identity' } });
    expect(fullSnapshot({ ...scenario.hall, seq: 0, at: 0 })).toBe(before);
    scenario.and(closeDay(today)).when(look(zhang, 'complaint')).thenEvents({ type: 'visitorSeen' });
  });

  test('V2 given no reason of that list, no plan, or a visitor who was forgotten, then it is refused', () => {
    given().when(look(zhang, 'asked')).thenRefused('noSuchReason', { reasonId: 'asked' });
    givenNothing(openJournal).when(look(zhang)).thenRefused('noPlan');
    given(erase(zhang)).when(look(zhang)).thenRefused('visitorErased');
  });
});

describe('forgetting one visitor', () => {
  const blocking = { ...smallPlan(), appointments: { ...smallPlan().appointments, block: { after: 1, withinDays: 30, forDays: 30 } } };

  test('V1 given a visitor with a ticket, an appointment and a block, then the hall knows none of it as his any more, and others stay', () => {
    const scenario = givenPlan(blocking, book(today, '08:30', { visitorId: zhang }), book(today, '08:30', { visitorId: li }), after(3_600_000 * 10), closeDay(today), openDay(tomorrow),
      issueFor(zhang, 'SB'), issueFor(li, 'SB'));
    expect([...scenario.hall.staff.blocks.keys()]).toEqual([zhang, li]);
    const at = scenario.now();
    scenario.when(erase(zhang)).thenEvents({ type: 'visitorErased', data: {}, facts: { visitorId: zhang, reasonId: 'asked' } });
    const { staff, tickets } = scenario.hall;
    expect([[...staff.blocks.keys()], [...staff.noShows.keys()], [...tickets.values()].map((ticket) => ticket.staff?.visitorId)]).toEqual([[li], [li], [null, li]]);
    expect(staff.erased).toEqual(new Map([[zhang, at]]));
    scenario.when(excuse(zhang)).thenRefused('notBlocked');
  });

  test('V1 given a booked appointment, then it is still there for whoever has its code, and nobody is counted when nobody comes', () => {
    const scenario = givenPlan(blocking, book(today, '08:30', { visitorId: zhang, code: '4711' }), book(today, '08:30', { visitorId: li, code: '4712' }), erase(zhang), erase(li));
    expect([...scenario.hall.staff.appointments.values()].map(({ visitorId, code, state }) => [visitorId, code, state])).toEqual([[null, '4711', 'booked'], [null, '4712', 'booked']]);
    scenario.and(after(1_800_000)).when(comeToKiosk({ code: '4711' })).thenEvents({ type: 'ticketIssued', facts: { visitorId: null } });
    scenario.and(after(3_600_000 * 10), closeDay(today));
    expect([scenario.hall.staff.noShows.size, scenario.hall.staff.blocks.size]).toEqual([0, 0]);
  });

  test('V1 given it was done, no such reason, or no plan, then it is refused; the version of a ticket stays', () => {
    const scenario = given(issueFor(zhang, 'SA'), erase(zhang));
    expect(numbered(scenario.hall, 'A001').version).toBe(1);
    scenario.when(erase(zhang)).thenRefused('visitorErased');
    scenario.when(erase(li, 'identity')).thenRefused('noSuchReason', { reasonId: 'identity' });
    givenNothing(openJournal).when(erase(zhang)).thenRefused('noPlan');
  });
});

describe('forgetting a day', () => {
  test('V1 given the day that is open or one to come, then it is refused; one that is over is forgotten, today once it is closed', () => {
    const scenario = given();
    for (const date of [today, tomorrow]) scenario.when(eraseDay(date)).thenRefused('dayNotOver', { date });
    scenario.when(eraseDay('2026-01-04')).thenEvents({ type: 'visitorsOfDayErased', data: {}, facts: { date: '2026-01-04', reasonId: 'asked' } });
    scenario.and(closeDay(today)).when(eraseDay(tomorrow)).thenRefused('dayNotOver');
    scenario.when(eraseDay(today)).thenEvents({ type: 'visitorsOfDayErased' });
    scenario.when(eraseDay(today, 'power')).thenRefused('noSuchReason', { reasonId: 'power' });
    expect([...scenario.hall.staff.erasedDays.keys()]).toEqual(['2026-01-04', today]);
  });

  test('V1 given a hall that has seen no day, or has no plan, then there is none to forget', () => {
    givenNothing(openJournal).when(eraseDay(today)).thenRefused('noPlan');
  });

  test('V1 given a forgotten day that is opened again, then what is told on it from now on is not forgotten at the next start', () => {
    const scenario = given(closeDay(today), eraseDay(today), openDay(today));
    expect(scenario.hall.staff.erasedDays.size).toBe(0);
  });
});

test('V1 what was forgotten outlives a snapshot, and is itself forgotten when no data can be that old', () => {
  const scenario = given(erase(zhang), eraseDay('2026-01-04'), closeDay(today));
  const again = hallFromSnapshot(fullSnapshot(scenario.hall));
  expect([again.staff.erased, again.staff.erasedDays]).toEqual([scenario.hall.staff.erased, scenario.hall.staff.erasedDays]);
  const hall = emptyHall();
  for (const event of scenario.events) evolve(hall, event);
  const last = scenario.events.at(-1);
  if (last?.type !== 'dayClosed') throw new Error('the day was closed last');
  for (const [date, left] of [['2027-12-01', 1], ['2028-02-01', 0]] as const) {
    evolve(hall, { ...last, data: { date: date as never } });
    expect([hall.staff.erased.size, hall.staff.erasedDays.size]).toEqual([left, left]);
  }
});
