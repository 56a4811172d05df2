// Kiosks that are alone: numbers lent so that nobody else gives them, and their tickets back in line, once, as they came.
import { describe, expect, test } from 'vitest';
import { given, givenPlan, morning, today, tomorrow } from '../testing/hallSpec.ts';
import { after, closeDay, issue, next, numbered, open, openDay, order, restored, signIn, stop, type Order } from '../testing/orders.ts';
import { change } from '../testing/bookingOrders.ts';
import { smallPlan } from '../testing/smallPlan.ts';
import type { Lease } from '../lease.ts';
import type { Plan } from '../plan.ts';

const stores = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000005'] as const;
const [one, two] = stores;
const minute = 60_000;
const lend = (storeId: string = one, date: string = today, place = 'K1'): Order => order('leaseNumbers', { storeId, date }, 'kiosk', place);
const lone = (serial: number, more: object = {}): object => ({ prefix: 'A', serial, serviceId: 'SA', alsoServiceIds: [], givenAt: morning + minute, ...more });
const merge = (tickets: readonly object[], storeId: string = one, date: string = today): Order => order('mergeTickets', { storeId, date, tickets }, 'kiosk', 'K1');
const leaseOf = (hall: { leases: Map<string, Lease> }, storeId: string, date: string = today): Lease | undefined => hall.leases.get(`${date} ${storeId}`);

describe('numbers that are lent', () => {
  test('O1 N1 given kiosks that ask, then each gets a block of the offline range of its own, four of them share it, and a fifth gets none', () => {
    const scenario = given();
    for (const storeId of stores.slice(0, 4)) scenario.and(lend(storeId));
    const blocks = stores.slice(0, 4).map((storeId) => leaseOf(scenario.hall, storeId)?.blocks);
    // Only queue A of the small hall has an offline range.
    expect(blocks).toEqual([[800, 849], [850, 899], [900, 949], [950, 999]].map(([from, to]) => [{ queueId: 'A', prefix: 'A', digits: 3, from, to }]));
    scenario.when(lend(stores[4])).thenRefused('noLeaseForDay', { date: today });
  });

  test('O1 given the same store and day again, then it is told what it has; another store at the same place has others', () => {
    const scenario = given(lend());
    scenario.when(lend()).thenRefused('alreadyLeased', { lease: { storeId: one, blocks: [{ from: 800, to: 849 }] } });
    scenario.when(lend(two)).thenEvents({ type: 'numbersLeased', data: { place: 'K1', epoch: 1, blocks: [{ from: 850, to: 899 }] } });
  });

  test('O1 given tomorrow, then it has blocks of its own, also when today is closed; a day that is over or far has none', () => {
    const scenario = given(lend(one), lend(one, tomorrow)).and(closeDay(today));
    expect([leaseOf(scenario.hall, one), leaseOf(scenario.hall, one, tomorrow)?.blocks]).toEqual([undefined, [{ queueId: 'A', prefix: 'A', digits: 3, from: 800, to: 849 }]]);
    scenario.when(lend(two)).thenRefused('noLeaseForDay', { date: today });
    scenario.when(lend(two, '2026-01-16')).thenRefused('noLeaseForDay');
    scenario.when(lend(two, tomorrow)).thenEvents({ type: 'numbersLeased', data: { blocks: [{ from: 850 }] } });
  });

  test('J9 given a restore, then nothing is lent for that day and the next: nobody knows what was lent before', () => {
    const scenario = given(restored(2, today, { A: 600 }));
    scenario.when(lend()).thenRefused('noLeaseForDay', { date: today });
    scenario.when(lend(one, tomorrow)).thenRefused('noLeaseForDay', { date: tomorrow });
    scenario.when(lend(one, '2026-01-07')).thenEvents({ type: 'numbersLeased', data: { epoch: 2 } });
  });

  test('N2 given numbers that are lent and given, then the server goes on in its own row', () => {
    const scenario = given(lend(), issue('SA'), after(2 * minute), merge([lone(800)]));
    scenario.when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { number: 'A002' } });
  });
});

describe('tickets of a kiosk that was alone', () => {
  test('O2 given its tickets, then they stand in line in the order of their giving and by that moment, before who came later', () => {
    const scenario = given(lend(), after(2 * minute), issue('SA'), after(minute));
    scenario.when(merge([lone(801, { givenAt: morning + 90_000 }), lone(800)])).thenEvents(
      { type: 'ticketIssued', data: { number: 'A800', channel: 'offline', dueAt: morning + minute, rank: 'ordinary', lonely: { givenAt: morning + minute, storeId: one } } },
      { type: 'ticketIssued', data: { number: 'A801', dueAt: morning + 90_000 } },
      { type: 'ticketsMerged', data: { place: 'K1', date: today, count: 2 }, facts: { conflicts: [] } },
    );
    expect(numbered(scenario.hall, 'A800')).toMatchObject({ issuedAt: morning + minute, waitsFrom: morning + minute });
    scenario.and(signIn('2', '1001'), open('2')).when(next('2')).thenEvents({ type: 'ticketCalled', data: { number: 'A800' } });
  });

  test('T5 given a clock that ran wrong, then a giving is held between the lending and the merge', () => {
    const scenario = given(after(minute), lend(), after(minute), merge([lone(800, { givenAt: 0 }), lone(801, { givenAt: morning + 99 * minute })]));
    expect([numbered(scenario.hall, 'A800').issuedAt, numbered(scenario.hall, 'A801').issuedAt]).toEqual([morning + minute, morning + 2 * minute]);
  });

  test('O2 given the same tickets told again by the same store, then nothing of them happens twice', () => {
    const scenario = given(lend(), after(2 * minute), merge([lone(800)]));
    scenario.when(merge([lone(800), lone(801)])).thenEvents({ type: 'ticketIssued', data: { number: 'A801' } }, { type: 'ticketsMerged', data: { count: 1 }, facts: { conflicts: [] } });
  });

  test('N1 given a number that is taken, or not lent to that store, then no ticket is made and staff are told', () => {
    const scenario = given(lend(), lend(two), after(2 * minute), merge([lone(850)], two));
    scenario.when(merge([lone(850), lone(860), lone(7), lone(801, { prefix: 'Z' })])).thenEvents({
      type: 'ticketsMerged', data: { count: 0 },
      facts: { conflicts: [{ number: 'A850', fault: 'numberTaken' }, { number: 'A860', fault: 'notLeased' }, { number: 'A007', fault: 'notLeased' }, { number: 'Z801', fault: 'notLeased' }] },
    });
    expect(scenario.hall.staff.mergeConflicts.map(({ number, place }) => `${number} ${place}`)).toEqual(['A850 K1', 'A860 K1', 'A007 K1', 'Z801 K1']);
  });

  test('N1 given a store whose lease is not known, then a number lent to another store is no number of its own', () => {
    const scenario = given(lend(), after(2 * minute));
    scenario.when(merge([lone(810), lone(960)], stores[4])).thenEvents({ type: 'ticketIssued', data: { number: 'A960' } }, {
      type: 'ticketsMerged', data: { count: 1 }, facts: { conflicts: [{ number: 'A810', fault: 'notLeased' }] },
    });
    scenario.when(merge([lone(810)])).thenEvents({ type: 'ticketIssued', data: { number: 'A810' } }, { type: 'ticketsMerged', facts: { conflicts: [] } });
  });

  test('O1 given quota, hours or a stop against it, then who holds the number is served all the same, and staff are told', () => {
    const plan = smallPlan();
    const services = plan.services.map((service) => ({ ...service, hoursId: 'office', quota: { daily: 1, spans: [] } })) as unknown as Plan['services'];
    const scenario = givenPlan({ ...plan, services }, lend(), after(60 * minute), issue('SA'), stop({ kind: 'queue', queueId: 'A' }));
    scenario.when(merge([lone(800, { givenAt: morning + 30 * minute }), lone(801, { givenAt: morning + 50 * minute })])).thenEvents(
      { type: 'ticketIssued', data: { number: 'A800' } }, { type: 'ticketIssued', data: { number: 'A801' } },
      { type: 'ticketsMerged', data: { count: 2 }, facts: { conflicts: [{ number: 'A800', fault: 'hours' }, { number: 'A800', fault: 'stopped' }, { number: 'A801', fault: 'quota' }, { number: 'A801', fault: 'stopped' }] } },
    );
  });

  test('O1 given a service that has gone meanwhile, then the ticket waits in its number\'s queue for another one of it', () => {
    const plan = smallPlan();
    const scenario = given(lend(), after(2 * minute), change({ ...plan, services: plan.services.filter(({ id }) => id !== 'SA') }));
    scenario.when(merge([lone(800)])).thenEvents({ type: 'ticketIssued', data: { number: 'A800', serviceId: 'SA2', queueId: 'A' } }, { type: 'ticketsMerged' });
  });

  test('T3 given a day that is over, then the numbers are told to staff and stand in no line', () => {
    const scenario = given(lend(), after(minute), closeDay(today), openDay(tomorrow));
    scenario.when(merge([lone(800)])).thenEvents({ type: 'ticketsMerged', data: { date: today, count: 0 }, facts: { conflicts: [{ number: 'A800', fault: 'dayOver' }] } });
    scenario.when(merge([lone(800)], one, '2026-01-07')).thenRefused('dayNotOpen');
  });

  test('J9 given a restored server, then a lease of the old life still counts, and so do the numbers that the backup had not seen; none comes twice', () => {
    const scenario = given(issue('SA'), after(minute), restored(2, today, { A: 600 }));
    const seq = scenario.hall.seq;
    scenario.when(merge([lone(810), lone(2, { givenAt: morning + 30_000 }), lone(1)])).thenEvents(
      { type: 'ticketIssued', data: { number: 'A002', ticketId: `2.${seq + 1}` } }, { type: 'ticketIssued', data: { number: 'A810' } },
      { type: 'ticketsMerged', facts: { conflicts: [{ number: 'A001', fault: 'numberTaken' }] } },
    );
    // The same hall closed and opened again has no tickets any more, but its numbers stay given.
    scenario.and(closeDay(today), openDay(today)).when(merge([lone(1), lone(2)], two)).thenEvents({ type: 'ticketsMerged', facts: { conflicts: [{ number: 'A001', fault: 'notLeased' }, { number: 'A002', fault: 'numberTaken' }] } });
    scenario.when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { number: 'A600' } });
    scenario.when(merge([lone(810)], two)).thenEvents({ type: 'ticketsMerged', facts: { conflicts: [{ fault: 'numberTaken' }] } });
  });
});
