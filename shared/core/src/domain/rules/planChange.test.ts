// Changing the plan while people wait, and for the next day.
import { describe, expect, test } from 'vitest';
import { must } from '../../base/assert.ts';
import { faultsOf } from '../invariants.ts';
import type { Plan } from '../plan.ts';
import { dayTally } from '../questions.ts';
import { redactEvent } from '../redact.ts';
import { publicSnapshot, staffSnapshot } from '../snapshot.ts';
import { given, givenNothing, givenPlan, morning, today, tomorrow } from '../testing/hallSpec.ts';
import { after, cancel, closeDay, finish, issue, issueSeveral, issueTo, next, open, openDay, openJournal, park, pause, restored, resumeGiving, signIn, signOut, close, start, stop } from '../testing/orders.ts';
import { book, change, withdraw, zhang } from '../testing/bookingOrders.ts';
import { smallPlan } from '../testing/smallPlan.ts';

const at1 = [signIn('1', '1001'), open('1')];
const names = (en: string): Plan['name'] => ({ zh: '改', en });
const plan = smallPlan();
const without = <K extends 'services' | 'queues' | 'counters' | 'classes' | 'parkReasons' | 'pauseReasons' | 'stopReasons'>(list: K, id: string): Plan =>
  ({ ...plan, [list]: (plan[list] as readonly { id: string }[]).filter((one) => one.id !== id) });
const { security } = must(plan.staff, 'the private part of the plan');
const renamed = { ...plan, name: names('new hall') };
const moreReasons: Plan = { ...plan, parkReasons: [{ id: 'stamp' as never, name: names('stamp') }, ...plan.parkReasons], stopReasons: [{ id: 'drill' as never, name: names('drill') }, ...plan.stopReasons] };

describe('whole or not at all', () => {
  test('C1 given a plan with several faults, then it is refused with all of them and the old one stays', () => {
    const scenario = given(issue('SA'));
    const faulty = { ...plan, timeZone: 'Mars/Olympus', services: plan.services.map((service) => ({ ...service, queueId: 'Z' as never })) };
    scenario.when(change(faulty)).thenRefused('planFaulty', { faults: [0, 1, 2, 3].map((nth) => `services[${nth}].queueId: no queue Z`).concat('timeZone: Mars/Olympus is not known', 'timeZone: cannot change while a day is open') });
    scenario.when(change(faulty, 'nextDay')).thenRefused('planFaulty');
    expect(scenario.hall.plan).toEqual(plan);
  });

  test('given faults of the plan and against the hall, then both are told together', () => {
    const { queues: _queues, ...rest } = without('queues', 'C');
    given(issue('SC')).when(change({ ...rest, queues: without('queues', 'C').queues })).thenRefused('planFaulty', {
      faults: ['services[3].queueId: no queue C', 'counters[0].helperQueues: no queue C', 'counters[2].ownQueues: no queue C', 'counters[3].ownQueues: no queue C', 'queues: C would be gone, and 1 ticket needs it'],
    });
  });

  test('given the first plan, then it is adopted at once, whenever it was wanted from', () => {
    const scenario = givenNothing(openJournal).when(change(plan, 'nextDay')).thenEvents({ type: 'planAdopted', facts: { changes: [] } });
    expect(scenario.hall.plan).toEqual(plan);
    scenario.when(openDay(today)).thenEvents({ type: 'dayOpened' });
  });

  test('V3 given a plan at once, then it holds from there on, with what changed and who may know it', () => {
    const scenario = given(issue('SA')).when(change({ ...renamed, staff: { security: { ...security, logKeptDays: 777 } } })).thenEvents({
      type: 'planAdopted', data: { plan: { name: names('new hall') } }, facts: { staff: { security: { logKeptDays: 777 } } },
    });
    expect(scenario.hall.plan).toMatchObject({ name: names('new hall'), staff: { security: { logKeptDays: 777 } } });
    const told = JSON.stringify(scenario.events.map(redactEvent)) + publicSnapshot(scenario.hall);
    expect(told).not.toContain('777');
    expect(told).toContain('new hall');
  });
});

describe('at once, with people in the hall', () => {
  test('N5 given people wait, are served and parked, then their tickets go on as they were', () => {
    const scenario = given(...at1, issue('SA'), issueTo('elderly', 'SB'), issueSeveral('SC', 'SA2'), next('1'), start('1', 'B001'), park('1', 'B001'), next('1'));
    const before = JSON.stringify([...scenario.hall.tickets]);
    scenario.and(change({ ...moreReasons, calling: { ...plan.calling, policy: { kind: 'strictRanks' } } }));
    expect(JSON.stringify([...scenario.hall.tickets])).toBe(before);
    expect(faultsOf(scenario.hall)).toEqual([]);
    scenario.and(start('1', 'A001'), finish('1', 'A001')).when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'C01' } });
    scenario.when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { number: 'A002' } });
  });

  test('C12 N3 known counters stay as they are, a new one is closed, and what a removed one counted stays for the day', () => {
    const moved = { ...plan, counters: [...plan.counters.filter(({ id }) => id !== '1'), { ...plan.counters[0], id: '9' } as never] };
    const scenario = given(...at1, issue('SA'), issue('SB'), next('1'), start('1', 'A001'), finish('1', 'A001'), close('1'), signOut('1'), signIn('2', '1002'), open('2'), change(moved));
    expect([...scenario.hall.counters.values()].map(({ id, state }) => [id, state])).toEqual([['2', 'open'], ['3', 'closed'], ['4', 'closed'], ['9', 'closed']]);
    expect(scenario.hall.counterTallies.get('1' as never)).toMatchObject({ called: 1, served: 1 });
    expect(dayTally(scenario.hall)).toMatchObject({ issued: 2, served: 1 });
    scenario.and(signIn('9', '1001'), open('9')).when(next('9')).thenEvents({ type: 'ticketCalled', data: { number: 'B001' } });
    scenario.and(closeDay(today), openDay(tomorrow));
    expect([...scenario.hall.counterTallies.keys()]).toEqual(['2', '3', '4', '9']);
  });

  test('N1 N2 given a range begins later now, then no number before it is given any more, and none twice', () => {
    const shifted = { ...plan, queues: plan.queues.map((queue) => (queue.id === 'A' ? { ...queue, numbering: { ...queue.numbering, main: { from: 100, to: 599 } } } : queue)) };
    const scenario = given(issue('SA'), issue('SA'), change(shifted)).when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { number: 'A100' } });
    scenario.when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { number: 'A101' } });
    scenario.and(change(plan)).when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { number: 'A102' } });
    given(issue('SA'), restored(2, today, { A: 600 }), change(shifted)).when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { number: 'A600' } });
  });

  test('a plan at once takes the place of one that waits for the next day', () => {
    const scenario = given(change({ ...plan, name: names('scheduled') }, 'nextDay'), change(renamed));
    scenario.when(withdraw).thenRefused('noNextPlan', {});
    expect(scenario.and(closeDay(today), openDay(tomorrow)).hall.plan?.name.en).toBe('new hall');
  });
});

describe('what a plan would break', () => {
  test.each([
    ['a service that is waited for', [issue('SC')], without('services', 'SC'), 'services: SC would be gone, and 1 ticket needs it'],
    ['a later service of a ticket', [issueSeveral('SA', 'SC'), issueSeveral('SA', 'SC')], without('services', 'SC'), 'services: SC would be gone, and 2 tickets need it'],
    ['a class somebody has', [issueTo('pregnant', 'SA')], without('classes', 'pregnant'), 'classes: pregnant would be gone, and 1 ticket needs it'],
    ['a counter at work', [...at1], without('counters', '1'), 'counters: 1 is at work and would be gone'],
    ['a queue that nobody would serve', [issue('SB')], { ...plan, counters: plan.counters.filter(({ id }) => id === '2') }, 'queues[B]: no counter would serve it, and 1 ticket needs it'],
    ['the zone of time', [], { ...plan, timeZone: 'Asia/Urumqi' }, 'timeZone: cannot change while a day is open'],
    ['an appointment\'s service', [book(today, '08:30')], without('services', 'SA'), 'services: SA would be gone, and 1 appointment needs it'],
  ] as const)('given it takes away %s, then it is refused with the place, and the old plan stays', (_what, steps, changed, fault) => {
    const scenario = given(...steps).when(change(changed)).thenRefused('planFaulty', { faults: [fault] });
    expect(scenario.hall.plan).toEqual(plan);
  });

  test('given reasons that are in use would be gone, then each is told', () => {
    const used = givenPlan(moreReasons, ...at1, issue('SA'), next('1'), start('1', 'A001'), park('1', 'A001', 'stamp'), pause('1', 'meeting'), stop({ kind: 'hall' }, 'drill'));
    used.when(change({ ...plan, pauseReasons: without('pauseReasons', 'meeting').pauseReasons })).thenRefused('planFaulty', {
      faults: [
        'stopReasons: issuing is stopped for drill, which would be gone', 'parkReasons: stamp would be gone, and 1 ticket needs it', 'pauseReasons: counter 1 is paused for meeting, which would be gone',
      ],
    });
    used.and(resumeGiving({ kind: 'hall' }), cancel('A001'), open('1')).when(change(plan)).thenEvents({ type: 'planAdopted' });
  });

  test('H6 a stop holds over the night, and so does its reason', () => {
    const fault = { faults: ['stopReasons: issuing is stopped for drill, which would be gone'] };
    const stopped = givenPlan(moreReasons, stop({ kind: 'hall' }, 'drill'));
    stopped.when(change(plan, 'nextDay')).thenRefused('planFaulty', fault);
    stopped.and(closeDay(today)).when(change(plan)).thenRefused('planFaulty', fault);
    stopped.and(resumeGiving({ kind: 'hall' })).when(change(plan)).thenEvents({ type: 'planAdopted' });
  });

  test('given who needed it has gone, then it may go', () => {
    given(issue('SC'), cancel('C01')).when(change(without('services', 'SC'))).thenEvents({ type: 'planAdopted' });
    given(issue('SC'), closeDay(today)).when(change({ ...without('services', 'SC'), timeZone: 'Asia/Urumqi' })).thenEvents({ type: 'planAdopted' });
  });
});

describe('from the next day on', () => {
  test('given it is scheduled, then it is adopted with the next day and tells then what changed', () => {
    const scenario = given(issue('SC')).when(change({ ...without('services', 'SC'), name: names('new hall') }, 'nextDay')).thenEvents({
      type: 'planScheduled', data: {}, facts: { plan: { name: names('new hall') }, changes: [{ place: 'name.zh' }, { place: 'name.en', was: '"small hall"', is: '"new hall"' }, { place: 'services[SC]', is: null }] },
    });
    expect(scenario.hall.plan).toEqual(plan);
    expect(scenario.hall.staff.nextPlan).toMatchObject({ scheduledAt: morning });
    scenario.and(closeDay(today)).when(openDay(tomorrow)).thenEvents({ type: 'planAdopted', facts: { changes: [{ place: 'name.zh' }, { place: 'name.en' }, { place: 'services[SC]' }] } }, { type: 'dayOpened' });
    expect([scenario.hall.plan?.name.en, scenario.hall.staff.nextPlan]).toEqual(['new hall', null]);
    scenario.when(issue('SC')).thenRefused('noSuchService');
  });

  test('N3 given the same day is opened again, then it is still the day before the change', () => {
    const scenario = given(change(renamed, 'nextDay'), closeDay(today)).when(openDay(today)).thenEvents({ type: 'dayOpened', data: { again: true } });
    expect(scenario.hall.plan?.name.en).toBe('small hall');
    scenario.and(closeDay(today)).when(openDay(tomorrow)).thenEvents({ type: 'planAdopted' }, { type: 'dayOpened' });
  });

  test('given it is withdrawn, then the next day has the plan of before', () => {
    const scenario = given(change(renamed, 'nextDay')).when(withdraw).thenEvents({ type: 'planWithdrawn', data: {} });
    scenario.when(withdraw).thenRefused('noNextPlan', {});
    scenario.and(closeDay(today)).when(openDay(tomorrow)).thenEvents({ type: 'dayOpened' });
  });

  test('given another one is scheduled, then the last one counts', () => {
    const scenario = given(change(renamed, 'nextDay'), after(1_000), change({ ...plan, name: names('newer') }, 'nextDay'));
    expect(scenario.and(closeDay(today), openDay(tomorrow)).hall.plan?.name.en).toBe('newer');
  });

  test('given tickets of today need what it takes away, then only appointments of later days stand against it', () => {
    given(issue('SA'), book(today, '08:30')).when(change(without('services', 'SA'), 'nextDay')).thenEvents({ type: 'planScheduled' });
    given(book(tomorrow, '08:30', { visitorId: zhang }), book('2026-01-07', '08:30')).when(change(without('services', 'SA'), 'nextDay')).thenRefused('planFaulty', { faults: ['services: SA would be gone, and 2 appointments need it'] });
  });

  test('V3 the public never sees the plan that waits, and staff do', () => {
    const { hall, events } = given(change({ ...plan, name: names('secret hall') }, 'nextDay'));
    expect(publicSnapshot(hall) + JSON.stringify(events.map(redactEvent))).not.toContain('secret hall');
    expect(staffSnapshot(hall)).toContain('secret hall');
  });
});
