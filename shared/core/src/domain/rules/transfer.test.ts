// Transfer from a counter and move by the desk: to a queue or to one counter, at the due place or at the end.
import { expect, test } from 'vitest';
import { given, givenPlan, morning, today, type Scenario } from '../testing/hallSpec.ts';
import { after, checkIn, close, closeDay, issue, issueTo, moveTo, next, numbered, open, pause, recall, rate, signIn, signOut, start, transfer, finish, type Step } from '../testing/orders.ts';
import { activeTicket, dayTally, longestWaitMs, nextChoices, waitingCount, waitingTotal } from '../questions.ts';
import { realLimits, smallPlan } from '../testing/smallPlan.ts';

const all = [signIn('1', '1001'), open('1'), signIn('2', '1002'), open('2'), signIn('4', '1004'), open('4')];
const at = (scenario: Scenario, counterId: string): string[] => nextChoices(scenario.hall, counterId as never, scenario.now(), 20).map(({ ticket }) => ticket.number);
const called = (...steps: Step[]) => given(...all, issue('SA'), ...steps, next('2'));

test('C11 T1 a called ticket goes to another queue; its counter is free, its number stays', () => {
  const scenario = called();
  scenario.when(transfer('2', 'A001', { queueId: 'B' })).thenEvents({ type: 'ticketTransferred', data: { fromCounterId: '2', recordId: null, queueId: 'B', forCounterId: null } });
  expect(numbered(scenario.hall, 'A001')).toMatchObject({ state: 'waiting', queueId: 'B', counterId: null, calls: 0 });
  expect(activeTicket(scenario.hall, '2' as never)).toBeNull();
  scenario.when(next('2')).thenRefused('nobodyWaiting');
  scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
});

test('C11 T1 T4 a served ticket too: its stretch of service ends, and the sums count a transfer and no service', () => {
  const scenario = called(after(1_000)).and(start('2', 'A001'), after(60_000));
  const { recordId } = numbered(scenario.hall, 'A001');
  scenario.when(transfer('2', 'A001', { queueId: 'B' })).thenEvents({ type: 'ticketTransferred', data: { recordId } });
  expect([...scenario.hall.records.values()]).toMatchObject([{ id: recordId, startedAt: scenario.now() - 60_000, endedAt: scenario.now() }]);
  expect(dayTally(scenario.hall)).toMatchObject({ served: 0, serviceMs: 0, transferred: 1 });
  scenario.and(next('1'), start('1', 'A001'), after(5_000), finish('1', 'A001'), rate('1', 4));
  expect(dayTally(scenario.hall)).toMatchObject({ served: 1, serviceMs: 5_000, called: 1 });
});

test('C11 at its due place, or at the end: by the rule of the queue it comes to, unless the clerk says the end', () => {
  const queued = [after(1_000), issue('SB'), after(1_000)];
  // B sends to the end, A keeps the due moment.
  expect(at(called(...queued).and(transfer('2', 'A001', { queueId: 'B' })), '1')).toEqual(['B001', 'A001']);
  const toA = [issue('SB'), after(1_000), issue('SA'), after(1_000), next('1')];
  expect(at(given(...all, ...toA, transfer('1', 'B001', { queueId: 'A' })), '2')).toEqual(['B001', 'A001']);
  expect(at(given(...all, ...toA, transfer('1', 'B001', { queueId: 'A', place: 'end' })), '2')).toEqual(['A001', 'B001']);
});

test('C11 to one counter: it calls the ticket among its own, and no other counter does', () => {
  const scenario = called(after(1_000), issue('SA')).and(transfer('2', 'A001', { queueId: 'A', counterId: '4' }));
  expect([at(scenario, '1'), at(scenario, '2'), at(scenario, '4')]).toEqual([['A002'], ['A002'], ['A001', 'A002']]);
  scenario.when(next('4')).thenEvents({ type: 'ticketCalled', data: { number: 'A001', counterId: '4' } });
});

test('C11 also within its queue, and back to the counter it comes from', () => {
  const scenario = called().and(transfer('2', 'A001', { queueId: 'A', counterId: '2' }));
  scenario.when(next('1')).thenRefused('nobodyWaiting');
  scenario.when(next('2')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
});

test('C11 at the end of one counter is behind those who wait for it already', () => {
  const scenario = given(...all, issue('SA'), issue('SA'), issue('SA'), ...['A002', 'A001'].map((number) => moveTo(number, { queueId: 'A', counterId: '4', place: 'end' })));
  expect(at(scenario, '4')).toEqual(['A003', 'A002', 'A001']);
});

test.each([['closed', [close('4')]], ['left', [signOut('4')]]] as const)('C11 given its counter is %s, then the ticket waits in its queue again: nobody is forgotten', (_how, leave) => {
  const scenario = called().and(transfer('2', 'A001', { queueId: 'B', counterId: '4' }), ...leave);
  expect(numbered(scenario.hall, 'A001')).toMatchObject({ queueId: 'B', forCounterId: null });
  scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
});

test('C11 given its counter pauses, then it waits on there', () => {
  const scenario = called().and(transfer('2', 'A001', { queueId: 'A', counterId: '4' }), pause('4'));
  scenario.when(next('2')).thenRefused('nobodyWaiting');
  scenario.and(open('4')).when(next('4')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
});

test('C11 a destination that nobody serves is refused: no such queue or counter, another queue, closed', () => {
  const scenario = called();
  scenario.when(transfer('2', 'A001', { queueId: 'Z' })).thenRefused('noSuchQueue', { queueId: 'Z' });
  scenario.when(transfer('2', 'A001', { queueId: 'A', counterId: '77' })).thenRefused('noSuchCounter', { counterId: '77' });
  scenario.when(transfer('2', 'A001', { queueId: 'B', counterId: '2' })).thenRefused('notOurQueue', { number: 'A001', queueId: 'B' });
  scenario.when(transfer('2', 'A001', { queueId: 'C', counterId: '3' })).thenRefused('counterNotOpen', { counterId: '3', state: 'closed' });
});

test('C7 N5 C11 a transferred ticket is called three times anew, under its number; the history shows both waits', () => {
  const scenario = givenPlan(smallPlan(realLimits), ...all, issue('SA'), after(60_000), next('2'), after(5_000), recall('2', 'A001'), after(5_000), recall('2', 'A001'), transfer('2', 'A001', { queueId: 'B' }));
  scenario.and(after(120_000)).when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001', nth: 1 } });
  scenario.and(after(5_000)).when(recall('1', 'A001')).thenEvents({ type: 'ticketRecalled', data: { nth: 2 } });
  expect(numbered(scenario.hall, 'A001')).toMatchObject({ issuedAt: morning, firstCalledAt: morning + 60_000, history: [{ what: 'transferred', queueId: 'A', counterId: '2', at: morning + 70_000 }] });
});

test('T1 the desk moves a waiting ticket, and nothing else', () => {
  const scenario = given(...all, issue('SA'), moveTo('A001', { queueId: 'B' }));
  expect([waitingCount(scenario.hall, 'A' as never), waitingCount(scenario.hall, 'B' as never)]).toEqual([0, 1]);
  expect(dayTally(scenario.hall).transferred).toBe(0);
  scenario.when(moveTo('A001', { queueId: 'A', counterId: '2' })).thenEvents({ type: 'ticketTransferred', data: { fromCounterId: null, recordId: null, forCounterId: '2' } });
  scenario.and(next('2')).when(moveTo('A001', { queueId: 'B' })).thenRefused('wrongState', { state: 'called' });
});

test('T5 X2 C11 a move to the end hides no waiting: it is measured from the issue', () => {
  const scenario = given(...all, issue('SA'), after(600_000), moveTo('A001', { queueId: 'B', place: 'end' }), after(60_000));
  expect(longestWaitMs(scenario.hall, 'B' as never, scenario.now())).toBe(660_000);
  expect(dayTally(scenario.and(next('1')).hall)).toMatchObject({ called: 1, waitMs: 660_000 });
});

test('C11 who waits for one counter alone is counted in the queue and in all', () => {
  const scenario = given(...all, issue('SA'), issue('SA'), moveTo('A001', { queueId: 'A', counterId: '4' }), after(9_000));
  expect([waitingCount(scenario.hall, 'A' as never), waitingTotal(scenario.hall), longestWaitMs(scenario.hall, 'A' as never, scenario.now())]).toEqual([2, 2, 9_000]);
});

test('C4 C11 a transfer keeps the rank; an appointment at the end does not wait for slots of the evening', () => {
  const scenario = given(...all, checkIn('SB', morning + 8 * 3_600_000), checkIn('SA', morning), issue('SB'), issueTo('elderly', 'SA'), next('2'));
  scenario.and(transfer('2', 'A001', { queueId: 'B' }), after(1));
  expect(at(scenario, '1')).toEqual(['A001', 'A002', 'B002', 'B001']);
});

test('T3 the day close expires whoever waits for one counter alone', () => {
  const scenario = given(...all, issue('SA'), moveTo('A001', { queueId: 'A', counterId: '4' }), closeDay(today));
  expect([scenario.hall.tickets.size, waitingTotal(scenario.hall), scenario.events.filter(({ type }) => type === 'ticketExpired').length]).toEqual([0, 0, 1]);
});
