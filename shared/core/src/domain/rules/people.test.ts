// Who works here: duties that stay apart, an administrator who is always left, and nobody who goes on with rights that were taken.
import { describe, expect, test } from 'vitest';
import { given, givenPlan } from '../testing/hallSpec.ts';
import { issue, next, open, order, setPeople, signIn, start } from '../testing/orders.ts';
import { change } from '../testing/bookingOrders.ts';
import { person } from '../testing/smallPeople.ts';
import { smallPlan } from '../testing/smallPlan.ts';
import { redactEvent } from '../redact.ts';
import { publicSnapshot } from '../snapshot.ts';

const clerk = person('1001', ['clerk'], { name: 'clerk 1001', extras: ['pick'] });

describe('the list of people', () => {
  test('U1 given somebody new and somebody changed, then both are facts, and who is as before is none', () => {
    const more = person('1006', ['clerk', 'guide']);
    const scenario = given().when(setPeople([clerk, more, { ...clerk, id: '1002' as never, name: '张三' }])).thenEvents({ type: 'personSet', facts: more }, { type: 'personSet', facts: { id: '1002', name: '张三' } });
    expect(scenario.hall.staff.people.get('1006' as never)).toEqual(more);
    scenario.when(setPeople([clerk, more])).thenRefused('nothingChanged');
  });

  test('given duties in another order, then nothing has changed', () => {
    given(setPeople([person('7001', ['clerk', 'guide'])])).when(setPeople([person('7001', ['guide', 'clerk'])])).thenRefused('nothingChanged');
  });

  test('given somebody twice, or names that lead nowhere, then nothing of the list is taken', () => {
    const scenario = given();
    scenario.when(setPeople([person('7001', ['clerk']), person('7001', ['guide'])])).thenRefused('personTwice', { personId: '7001' });
    scenario.when(setPeople([person('7001', ['clerk']), person('7002', ['clerk'], { queueIds: ['Z'] })])).thenRefused('noSuchQueue', { queueId: 'Z' });
    scenario.when(setPeople([person('7001', ['clerk'], { counterIds: ['99'] })])).thenRefused('noSuchCounter', { counterId: '99' });
    expect(scenario.hall.staff.people.has('7001' as never)).toBe(false);
  });

  test('U1 given one person who would administer and audit, then it is refused, also when one of both was there before', () => {
    given().when(setPeople([person('7001', ['system', 'audit'])])).thenRefused('dutiesApart', { personId: '7001' });
    given().when(setPeople([person('9001', ['audit', 'system'])])).thenRefused('dutiesApart', { personId: '9001' });
  });

  test('U1 given the last administrator, then neither is he disabled nor is the duty taken, by whatever list; with another one he may go', () => {
    const gone = person('9001', ['system'], { isActive: false });
    given().when(setPeople([gone])).thenRefused('lastAdministrator');
    given().when(setPeople([person('9001', ['manager'])])).thenRefused('lastAdministrator');
    given().when(setPeople([gone, person('9002', ['system'], { isActive: false })])).thenRefused('lastAdministrator');
    given().when(setPeople([gone, person('9002', ['system'])])).thenEvents({ type: 'personSet' }, { type: 'personSet' });
  });

  test('given a trace of somebody nobody knows, then it is refused: what was typed stands in no journal', () => {
    given().when(order('noteAccess', { kind: 'wrongPassword', personId: '7777', role: 'counter', place: '1' }, 'system')).thenRefused('noSuchPerson');
  });

  test('V3 given people and traces of their coming, then the public hears none of it', () => {
    const scenario = given(setPeople([person('7001', ['clerk'], { name: '张三' })]), order('noteAccess', { kind: 'signedIn', personId: '7001', role: 'counter', place: 'C-77' }, 'system'));
    const told = JSON.stringify(scenario.events.map(redactEvent)) + publicSnapshot(scenario.hall);
    for (const secret of ['张三', '7001', 'C-77']) expect(told).not.toContain(secret);
  });
});

describe('at a counter', () => {
  test('C13 given a clerk who may not serve all that is called there, or not sit there, or has left, then nobody signs in', () => {
    const scenario = given(setPeople([person('7001', ['clerk'], { queueIds: ['A'] }), person('7002', ['clerk'], { counterIds: ['2'] }), person('7003', ['clerk'], { isActive: false }), person('7004', ['guide'])]));
    scenario.when(signIn('1', '7001')).thenRefused('mayNotSitHere', { counterId: '1' });
    scenario.when(signIn('1', '7002')).thenRefused('mayNotSitHere', { counterId: '1' });
    scenario.when(signIn('2', '7003')).thenRefused('noSuchClerk');
    scenario.when(signIn('2', '7004')).thenRefused('noSuchClerk');
    scenario.when(signIn('2', '7001')).thenEvents({ type: 'counterSignedIn', data: { counterId: '2' }, facts: { clerkId: '7001' } });
  });

  test('U4 given a clerk at work whose rights change, then the counter is left in the same moment', () => {
    const scenario = given(signIn('2', '1001'), open('2')).when(setPeople([{ ...clerk, isActive: false }])).thenEvents(
      { type: 'counterClosed', data: { counterId: '2' } }, { type: 'counterSignedOut', data: { counterId: '2' } }, { type: 'personSet', facts: { id: '1001', isActive: false } },
    );
    scenario.when(signIn('2', '1001')).thenRefused('noSuchClerk');
  });

  test('given another name only, then the clerk goes on', () => {
    given(signIn('2', '1001'), open('2')).when(setPeople([{ ...clerk, name: '李四' }])).thenEvents({ type: 'personSet', facts: { name: '李四' } });
  });

  test('C13 given a ticket in hand, then it stands in the way unless it is said what becomes of it', () => {
    const called = given(issue('SA'), signIn('2', '1001'), open('2'), next('2'));
    called.when(setPeople([{ ...clerk, duties: ['guide'] }])).thenRefused('ticketActive', { number: 'A001', state: 'called' });
    called.when(setPeople([{ ...clerk, duties: ['guide'] }], 'putBack')).thenEvents({ type: 'ticketPutBack' }, { type: 'counterClosed' }, { type: 'counterSignedOut' }, { type: 'personSet' });
    const serving = given(issue('SA'), signIn('2', '1001'), open('2'), next('2'), start('2', 'A001'));
    serving.when(setPeople([{ ...clerk, isActive: false }], 'finish')).thenEvents({ type: 'serviceFinished' }, { type: 'counterClosed' }, { type: 'counterSignedOut' }, { type: 'personSet' });
  });

  test('given a plan that would have a clerk at work call what he may not serve, then it is refused', () => {
    const plan = smallPlan();
    const wider = { ...plan, counters: plan.counters.map((counter) => (counter.id === '2' ? { ...counter, helperQueues: ['B' as never] } : counter)) };
    const scenario = givenPlan(plan, setPeople([person('7001', ['clerk'], { queueIds: ['A'] })]), signIn('2', '7001'));
    scenario.when(change(wider)).thenRefused('planFaulty', { faults: ['counters: 7001 is at work at 2 and may not serve all that it would call'] });
  });
});
