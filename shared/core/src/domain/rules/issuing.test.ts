// What stands against a ticket: hours, quotas and stops; and the desk's override.
import { describe, expect, test } from 'vitest';
import { given, givenPlan, morning, today, tomorrow, type Scenario } from '../testing/hallSpec.ts';
import { after, cancel, closeDay, issue, issueAnyway, next, open, openDay, resumeGiving, signIn, stop, order, type Step } from '../testing/orders.ts';
import type { Plan, Quota } from '../plan.ts';
import { smallPlan } from '../testing/smallPlan.ts';

const minute = 60_000;
/** The small plan with something else for service SA. */
function withService(change: Partial<Plan['services'][number]> & { more?: Partial<Plan> }, ...steps: readonly Step[]): Scenario {
  const plan = smallPlan();
  const { more = {}, ...ofService } = change;
  return givenPlan({ ...plan, ...more, services: plan.services.map((service) => (service.id === 'SA' ? { ...service, ...ofService } : service)) }, ...steps);
}
const withQuota = (quota: Partial<Quota>, ...steps: readonly Step[]): Scenario => withService({ quota: { daily: null, spans: [], ...quota } }, ...steps);
const office = { hoursId: 'office' as never };
const at1 = [signIn('1', '1001'), open('1')];

describe('hours', () => {
  test('H1 out of hours a service gives no ticket, and says when it does', () => {
    // 08:00, then 08:40, 12:00, 13:20, 17:00 of a Monday.
    const scenario = withService(office);
    scenario.when(issue('SA')).thenRefused('outOfHours', { serviceId: 'SA', opensAt: morning + 40 * minute });
    scenario.and(after(40 * minute)).when(issue('SA')).thenEvents({ type: 'ticketIssued' });
    scenario.and(after(200 * minute)).when(issue('SA')).thenRefused('outOfHours', { opensAt: morning + 320 * minute });
    scenario.and(after(80 * minute), issue('SA'), after(220 * minute)).when(issue('SA')).thenRefused('outOfHours', { opensAt: null });
  });

  test('H1 a service without hours, or a plan whose hours do not apply, gives tickets while the day is open', () => {
    withService(office).when(issue('SA2')).thenEvents({ type: 'ticketIssued' });
    withService({ ...office, more: { hoursApply: false } }).when(issue('SA')).thenEvents({ type: 'ticketIssued' });
  });

  test('H7 closing time ends issuing, not the service of those who are there', () => {
    const scenario = withService(office, after(60 * minute), ...at1, issue('SA'), after(9 * 60 * minute));
    scenario.when(issue('SA')).thenRefused('outOfHours', { opensAt: null });
    scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
  });

  test('H1 the guide desk may give one nevertheless, with a reason', () => {
    withService(office).when(issueAnyway('SA')).thenEvents({ type: 'ticketIssued', data: { channel: 'desk' }, facts: { override: 'leader' } });
    withService(office).when(issueAnyway('SA', 'whim')).thenRefused('noSuchReason', { reasonId: 'whim' });
    withService(office).when({ ...issueAnyway('SA'), by: 'kiosk', place: 'K1' }).thenRefused('overrideNeedsStaff', {});
  });

  test('N3 H7 no override opens a day that is closed', () => {
    given(closeDay(today)).when(issueAnyway('SA')).thenRefused('dayNotOpen', {});
  });
});

describe('quotas', () => {
  test('H2 the daily quota of a service, told to the number; other services of the queue go on', () => {
    const scenario = withQuota({ daily: 2 }, issue('SA'), issue('SA'));
    scenario.when(issue('SA')).thenRefused('quotaReached', { serviceId: 'SA', quota: 2, span: null });
    scenario.when(issue('SA2')).thenEvents({ type: 'ticketIssued', data: { number: 'A003' } });
  });

  test('H2 a cancelled ticket gives nothing back: the number was given', () => {
    withQuota({ daily: 1 }, issue('SA'), cancel('A001')).when(issue('SA')).thenRefused('quotaReached');
  });

  test('H2 the quota of a span of the day, from its first to before its last minute', () => {
    const scenario = withQuota({ spans: [{ from: '08:00', to: '09:00', most: 1 }, { from: '09:00', to: '10:00', most: 2 }] }, issue('SA'));
    scenario.when(issue('SA')).thenRefused('quotaReached', { quota: 1, span: '08:00–09:00' });
    scenario.and(after(60 * minute), issue('SA'), issue('SA')).when(issue('SA')).thenRefused('quotaReached', { quota: 2, span: '09:00–10:00' });
    scenario.and(after(60 * minute)).when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { quotaKeys: ['SA'] } });
  });

  test('H2 a span may be shut altogether', () => {
    withQuota({ spans: [{ from: '08:00', to: '09:00', most: 0 }] }).when(issue('SA')).thenRefused('quotaReached', { quota: 0 });
  });

  test('H2 the desk gives one more with a reason, and it is counted', () => {
    const scenario = withQuota({ daily: 2 }, issue('SA'), issueAnyway('SA'));
    scenario.when(issue('SA')).thenRefused('quotaReached');
    scenario.when(issueAnyway('SA')).thenEvents({ type: 'ticketIssued', facts: { override: 'leader' } });
    expect(scenario.hall.issued.get('SA')).toBe(3);
  });

  test('H2 N3 the next day begins anew, the same day opened again does not', () => {
    withQuota({ daily: 1 }, issue('SA'), closeDay(today), openDay(today)).when(issue('SA')).thenRefused('quotaReached');
    withQuota({ daily: 1 }, issue('SA'), closeDay(today), openDay(tomorrow)).when(issue('SA')).thenEvents({ type: 'ticketIssued' });
  });
});

describe('stops', () => {
  const hallStop = { kind: 'hall' } as const;
  const zone = { kind: 'zone', zoneId: 'Z' } as const;
  const queue = { kind: 'queue', queueId: 'A' } as const;

  test.each([['hall', hallStop, ['SA', 'SB']], ['zone', zone, ['SA', 'SB']], ['queue', queue, ['SA', 'SA2']]] as const)('H6 issuing stops at once for a %s, with its reason, and is resumed', (_kind, scope, stopped) => {
    const scenario = given(issue('SA'), after(1_000)).when(stop(scope)).thenEvents({ type: 'issuingStopped', data: { scope, reasonId: 'power' } });
    for (const service of stopped) scenario.and(after(1_000)).when(issue(service)).thenRefused('issuingStopped', { reasonId: 'power', since: morning + 1_000 });
    if (scope.kind === 'queue') scenario.when(issue('SB')).thenEvents({ type: 'ticketIssued' });
    scenario.when(resumeGiving(scope)).thenEvents({ type: 'issuingResumed', data: { scope } });
    scenario.when(issue('SA')).thenEvents({ type: 'ticketIssued', data: { number: 'A002' } });
  });

  test('H6 a zone that is stopped leaves the others alone', () => {
    const plan = smallPlan();
    const [first] = plan.zones;
    if (first === undefined) throw new Error('no zone');
    const apart = { ...plan, zones: [first, { ...first, id: 'Y' as never }], queues: plan.queues.map((one) => (one.id === 'B' ? { ...one, zoneId: 'Y' as never } : one)) };
    const scenario = givenPlan(apart, stop({ kind: 'zone', zoneId: 'Y' }));
    scenario.when(issue('SB')).thenRefused('issuingStopped');
    scenario.when(issue('SA')).thenEvents({ type: 'ticketIssued' });
  });

  test('H6 each scope is stopped once and resumed on its own', () => {
    const scenario = given(stop(hallStop), stop(queue));
    scenario.when(stop(hallStop)).thenRefused('alreadyStopped', {});
    scenario.and(resumeGiving(hallStop)).when(issue('SA')).thenRefused('issuingStopped');
    scenario.when(issue('SB')).thenEvents({ type: 'ticketIssued' });
    scenario.when(resumeGiving(zone)).thenRefused('notStopped', {});
  });

  test('H6 a stop names a reason of the plan and something that is there', () => {
    given().when(stop(hallStop, 'mood')).thenRefused('noSuchReason', { reasonId: 'mood' });
    given().when(stop({ kind: 'zone', zoneId: 'X' })).thenRefused('noSuchQueue', { queueId: 'zone X' });
    given().when(stop({ kind: 'queue', queueId: 'X' })).thenRefused('noSuchQueue', { queueId: 'queue X' });
    given(closeDay(today)).when(stop(hallStop)).thenRefused('dayNotOpen', {});
  });

  test('H6 a stop holds over the night until it is resumed, which may be before the day opens', () => {
    given(stop(hallStop), closeDay(today), openDay(tomorrow)).when(issue('SA')).thenRefused('issuingStopped');
    given(stop(hallStop), closeDay(today)).when(resumeGiving(hallStop)).thenEvents({ type: 'issuingResumed' });
  });

  test('H6 who waits is still called, and the desk may give a ticket with a reason', () => {
    const scenario = given(...at1, issue('SA'), stop(hallStop));
    scenario.when(issueAnyway('SA')).thenEvents({ type: 'ticketIssued', facts: { override: 'leader' } });
    scenario.when(next('1')).thenEvents({ type: 'ticketCalled', data: { number: 'A001' } });
  });
});

test('C4 a class needs a reason of the plan', () => {
  given().when(order('issueTicket', { serviceId: 'SA', alsoServiceIds: [], priority: { classId: 'elderly', reason: 'mood' }, slotAt: null, override: null, visitorId: null })).thenRefused('noSuchReason', { reasonId: 'mood' });
});
