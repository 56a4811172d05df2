// One ticket for several services: what a finish means for it.
import { describe, expect, test } from 'vitest';
import type { Plan } from '../plan.ts';
import { redactEvent } from '../redact.ts';
import { given, givenPlan, morning, today } from '../testing/hallSpec.ts';
import {
  after, cancel, closeDay, finish, finishAndNext, finishOnly, issue, issueFor, issueSeveral, issueTo, miss, moveTo, next, numbered, onTicket, open, order, park, rate, release, resume, signIn, start, stop, transfer, undo, unpark, type Step,
} from '../testing/orders.ts';
import { zhang } from '../testing/bookingOrders.ts';
import { smallPlan } from '../testing/smallPlan.ts';

const minute = 60_000;
const at = (counterId: string) => [signIn(counterId, `100${counterId}`), open(counterId)];
/** Counter 2 serves A alone, 1 serves A and B and helps C, 3 serves C and helps B. */
const serving = (counterId: string, ...services: readonly [string, ...string[]]) => [...at(counterId), issueSeveral(...services), after(minute), next(counterId), start(counterId, 'A001'), after(5 * minute)];
const changedService = (id: string, change: Partial<Plan['services'][number]>): Plan => {
  const plan = smallPlan();
  return { ...plan, services: plan.services.map((service) => (service.id === id ? { ...service, ...change } : service)) };
};

describe('issuing', () => {
  test('T4 given several services, then one ticket in the first one\'s queue carries them in that order', () => {
    const scenario = given().when(issueSeveral('SB', 'SA', 'SC')).thenEvents({ type: 'ticketIssued', data: { number: 'B001', queueId: 'B', serviceId: 'SB', alsoServiceIds: ['SA', 'SC'] } });
    expect(numbered(scenario.hall, 'B001')).toMatchObject({ serviceId: 'SB', laterServiceIds: ['SA', 'SC'] });
  });

  test('T4 a service that nobody knows or that is named twice gives no ticket', () => {
    given().when(issueSeveral('SA', 'SX')).thenRefused('noSuchService', { serviceId: 'SX' });
    given().when(issueSeveral('SA', 'SB', 'SA')).thenRefused('serviceTwice', { serviceId: 'SA' });
  });

  test('T4 H1 H2 hours and quota of each service count, and each is counted', () => {
    givenPlan(changedService('SB', { hoursId: 'office' as never })).when(issueSeveral('SA', 'SB')).thenRefused('outOfHours', { serviceId: 'SB', opensAt: morning + 40 * minute });
    const scenario = givenPlan(changedService('SB', { quota: { daily: 1, spans: [] } }), issueSeveral('SA', 'SB'));
    scenario.when(issueSeveral('SA', 'SB')).thenRefused('quotaReached', { serviceId: 'SB', quota: 1 });
    scenario.when(issue('SB')).thenRefused('quotaReached');
    scenario.when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { number: 'A002', quotaKeys: ['SA'] } });
    expect(Object.fromEntries(scenario.hall.issued)).toEqual({ SA: 2, SB: 1 });
  });

  test('T4 H6 a stop of any of their queues stops the ticket', () => {
    given(stop({ kind: 'queue', queueId: 'B' })).when(issueSeveral('SA', 'SB')).thenRefused('issuingStopped', { reasonId: 'power' });
  });

  test('T6 T4 one live ticket counts for all services it still carries, and no more for those that are finished', () => {
    const forZhang = (serviceId: string, ...alsoServiceIds: readonly string[]) => order('issueTicket', { serviceId, alsoServiceIds, priority: null, slotAt: null, override: null, visitorId: zhang }, 'kiosk', 'K1');
    const scenario = given(...at('2'), forZhang('SA', 'SB'));
    scenario.when(issueFor(zhang, 'SB')).thenRefused('ticketAlreadyLive', { number: 'A001' });
    scenario.when(forZhang('SC', 'SB')).thenRefused('ticketAlreadyLive', { number: 'A001' });
    scenario.when(forZhang('SC', 'SA2')).thenEvents({ type: 'ticketIssued', data: { number: 'C01' } });
    scenario.and(next('2'), start('2', 'A001'), finish('2', 'A001')).when(issueFor(zhang, 'SA')).thenEvents({ type: 'ticketIssued', data: { number: 'A002' } });
    scenario.when(issueFor(zhang, 'SB')).thenRefused('ticketAlreadyLive', { number: 'A001' });
  });
});

describe('finishing', () => {
  test('T4 given the counter serves the next one too, then both are finished in one stretch', () => {
    const scenario = given(...serving('1', 'SA', 'SB')).when(finish('1', 'A001')).thenEvents({ type: 'serviceFinished', data: { outcome: 'finished', finished: ['SA', 'SB'] } });
    expect([...scenario.hall.records.values()]).toMatchObject([{ serviceIds: ['SA', 'SB'], counterId: '1', endedAt: morning + 6 * minute }]);
    expect(scenario.hall.queueTallies.get('A' as never)).toMatchObject({ issued: 1, called: 1, served: 1, serviceMs: 5 * minute });
  });

  test('T4 given it does not, then the ticket goes on to the next one\'s queue with number, class and rank', () => {
    const scenario = given(...at('2'), issueTo('elderly', 'SA'), issueSeveral('SA', 'SB', 'SA2'), next('2'), start('2', 'A001'), finish('2', 'A001'), after(minute), next('2'), start('2', 'A002'), after(5 * minute));
    scenario.when(finish('2', 'A002')).thenEvents({ type: 'ticketWentOn', data: { counterId: '2', finished: ['SA', 'SA2'], serviceId: 'SB', queueId: 'B', forCounterId: null, dueAt: morning + 6 * minute } });
    expect(numbered(scenario.hall, 'A002')).toMatchObject({ state: 'waiting', number: 'A002', serviceId: 'SB', laterServiceIds: [], queueId: 'B', counterId: null, recordId: null, calls: 0 });
    const elderly = given(...at('2'), order('issueTicket', { serviceId: 'SA', alsoServiceIds: ['SC'], priority: { classId: 'elderly', reason: 'age' }, slotAt: null, override: null, visitorId: zhang }), next('2'), start('2', 'A001'), finish('2', 'A001'));
    expect(numbered(elderly.hall, 'A001')).toMatchObject({ queueId: 'C', rank: 'priority', staff: { classId: 'elderly', visitorId: zhang } });
  });

  test('T4 C11 its place there is the rule of that queue: its old due moment, or the end', () => {
    const toC = given(...serving('2', 'SA', 'SC')).when(finish('2', 'A001')).thenEvents({ type: 'ticketWentOn', data: { queueId: 'C', dueAt: morning } });
    toC.and(issue('SC'), ...at('3')).when(next('3')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
    const toB = given(...serving('2', 'SA', 'SB'), issue('SB')).when(finish('2', 'A001')).thenEvents({ type: 'ticketWentOn', data: { queueId: 'B', dueAt: morning + 6 * minute + 1 } });
    toB.and(...at('1')).when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'B001' } });
  });

  test('T4 the clerk may say what is finished; the rest goes on in its order, also to the same queue again', () => {
    given(...serving('1', 'SA', 'SB', 'SA2')).when(finishOnly('1', 'A001', 'SA2')).thenEvents({ type: 'ticketWentOn', data: { finished: ['SA2'], serviceId: 'SA', queueId: 'A' } });
    const scenario = given(...serving('1', 'SA', 'SB', 'SC')).when(finishOnly('1', 'A001', 'SB')).thenEvents({ type: 'ticketWentOn', data: { finished: ['SB'], serviceId: 'SA' } });
    expect(numbered(scenario.hall, 'A001').laterServiceIds).toEqual(['SC']);
    given(...serving('2', 'SA', 'SB')).when(finishOnly('2', 'A001', 'SB', 'SA')).thenEvents({ type: 'serviceFinished', data: { finished: ['SA', 'SB'] } });
  });

  test('T4 what the ticket does not need cannot be finished', () => {
    given(...serving('2', 'SA', 'SB')).when(finishOnly('2', 'A001', 'SA', 'SC')).thenRefused('notItsService', { number: 'A001', serviceId: 'SC' });
    const scenario = given(...serving('2', 'SA', 'SB'), finish('2', 'A001'), ...at('3'), next('3'), start('3', 'A001'));
    scenario.when(finishOnly('3', 'A001', 'SA')).thenRefused('notItsService', { serviceId: 'SA' });
  });

  test('C2 T4 finish and next: it goes on, and the next one is called; never the same in one press when others wait longer', () => {
    given(...serving('2', 'SA', 'SB'), issue('SA')).when(finishAndNext('2', 'A001')).thenEvents({ type: 'ticketWentOn', data: { queueId: 'B' } }, { type: 'ticketCalled', data: { number: 'A002' } });
    given(...serving('1', 'SA', 'SB'), issue('SA')).when(onTicket('finishAndCallNext', '1', 'A001', undefined, { services: ['SA'] })).thenEvents({ type: 'ticketWentOn', data: { finished: ['SA'] } }, { type: 'ticketCalled', data: { number: 'A002' } });
  });

  test('T4 R2 both stretches are records, and the first can be rated while the ticket waits for its next', () => {
    const scenario = given(...serving('2', 'SA', 'SB'), finish('2', 'A001'));
    scenario.when(rate('2', 5)).thenEvents({ type: 'recordRated', data: { recordId: '1.17', counterId: '2' } });
    scenario.and(...at('3'), next('3'), after(minute), start('3', 'A001'), after(2 * minute)).when(finish('3', 'A001')).thenEvents({ type: 'serviceFinished', data: { finished: ['SB'] } });
    expect([...scenario.hall.records.values()].map(({ ticketId, serviceIds, counterId, startedAt, endedAt, rated }) => [ticketId, serviceIds, counterId, Number(endedAt) - startedAt, rated])).toEqual([
      ['1.15', ['SA'], '2', 5 * minute, true], ['1.15', ['SB'], '3', 2 * minute, false],
    ]);
    expect(scenario.hall.queueTallies.get('A' as never)).toMatchObject({ called: 1, served: 1, serviceMs: 5 * minute });
    expect(scenario.hall.queueTallies.get('B' as never)).toMatchObject({ issued: 0, called: 0, served: 1, serviceMs: 2 * minute });
    expect(numbered(scenario.hall, 'A001').history.map(({ what, queueId, counterId }) => [what, queueId, counterId])).toEqual([['wentOn', 'A', '2']]);
  });

  test('T4 V3 the public knows what a ticket is for and where it goes on', () => {
    const event = given(...serving('2', 'SA', 'SB'), finish('2', 'A001')).events.map(redactEvent).at(-1);
    expect(event).toMatchObject({ type: 'ticketWentOn', data: { finished: ['SA'], serviceId: 'SB', queueId: 'B' } });
  });
});

describe('everything else a ticket goes through', () => {
  test('T4 missed, parked, transferred and moved, it keeps what it is for', () => {
    const still = (...steps: readonly Step[]): unknown => {
      const { serviceId, laterServiceIds } = numbered(given(...at('1'), issueSeveral('SA', 'SB', 'SC'), ...steps).hall, 'A001');
      return [serviceId, ...laterServiceIds];
    };
    const all = ['SA', 'SB', 'SC'];
    expect(still(next('1'), miss('1', 'A001'))).toEqual(all);
    expect(still(next('1'), start('1', 'A001'), park('1', 'A001'))).toEqual(all);
    expect(still(next('1'), start('1', 'A001'), park('1', 'A001'), unpark('A001'))).toEqual(all);
    expect(still(next('1'), start('1', 'A001'), transfer('1', 'A001', { queueId: 'C' }))).toEqual(all);
    expect(still(moveTo('A001', { queueId: 'B' }))).toEqual(all);
  });

  test('T4 a parked one is taken up and finished as any other', () => {
    const scenario = given(...serving('2', 'SA', 'SB'), park('2', 'A001'), resume('2', 'A001'));
    scenario.when(finish('2', 'A001')).thenEvents({ type: 'ticketWentOn', data: { finished: ['SA'] } });
    expect([...scenario.hall.records.values()].map(({ serviceIds }) => serviceIds)).toEqual([['SA'], ['SA']]);
  });

  test('T4 given it was transferred to a counter that does not serve the present service, then that one is finished there all the same', () => {
    const scenario = given(...serving('1', 'SA', 'SC'), transfer('1', 'A001', { queueId: 'C' }), ...at('3'), next('3'), start('3', 'A001'));
    scenario.when(finish('3', 'A001')).thenEvents({ type: 'serviceFinished', data: { finished: ['SA', 'SC'] } });
  });

  test('T1 T4 going on cannot be taken back, a finish can, and then all services are open again', () => {
    given(...serving('2', 'SA', 'SB'), finish('2', 'A001')).when(undo('2', 'A001')).thenRefused('nothingToUndo', { number: 'A001' });
    const before = given(...serving('1', 'SA', 'SB'));
    const record = [...before.hall.records.values()].map((one) => ({ ...one }));
    before.and(finish('1', 'A001')).when(undo('1', 'A001')).thenEvents({ type: 'stepUndone', data: { step: 'finish' } });
    expect(numbered(before.hall, 'A001')).toMatchObject({ state: 'serving', serviceId: 'SA', laterServiceIds: ['SB'] });
    expect([...before.hall.records.values()]).toEqual(record);
    before.when(finishOnly('1', 'A001', 'SA')).thenEvents({ type: 'ticketWentOn', data: { finished: ['SA'], serviceId: 'SB' } });
  });

  test('T3 T4 the day close ends it once, whatever it still needed', () => {
    given(...serving('2', 'SA', 'SB'), finish('2', 'A001')).when(closeDay(today)).thenEvents({ type: 'ticketExpired', data: { from: 'waiting' } }, { type: 'counterClosed' }, { type: 'counterSignedOut' }, { type: 'dayClosed' });
    given(...serving('2', 'SA', 'SB')).when(closeDay(today)).thenEvents({ type: 'serviceFinished', data: { outcome: 'endedByDay', finished: [] } }, { type: 'counterClosed' }, { type: 'counterSignedOut' }, { type: 'dayClosed' });
  });

  test('T1 T4 while it waits for the next one it is cancelled as any that waits', () => {
    given(...serving('2', 'SA', 'SB'), finish('2', 'A001')).when(cancel('A001')).thenEvents({ type: 'ticketCancelled', data: { from: 'waiting' } });
  });

  test('C13 T4 given its counter is released as finished, then it goes on to what is left', () => {
    given(...serving('2', 'SA', 'SB')).when(release('2', 'finish')).thenEvents({ type: 'ticketWentOn', data: { finished: ['SA'], serviceId: 'SB' } }, { type: 'counterClosed' }, { type: 'counterSignedOut' });
    given(...serving('1', 'SA', 'SB')).when(release('1', 'finish')).thenEvents({ type: 'serviceFinished', data: { finished: ['SA', 'SB'] } }, { type: 'counterClosed' }, { type: 'counterSignedOut' });
  });
});
