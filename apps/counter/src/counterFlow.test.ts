// What a clerk is offered, rule by rule. That it is what the server would accept is held by counterFlowAgrees.test.ts.
import { describe, expect, test } from 'vitest';
import type { PersonId, CounterId } from '@hall/core/domain/ids';
import { counterActions, counterOffers, signInOffer, type CounterAction, type LinkView, type Obstacle } from './counterFlow.ts';
import { openPractice, practiceHall, type Practice } from './practiceHall.ts';

const one = '1' as CounterId;
const live: LinkView = { isLive: true, awaited: null };
const offers = ({ hall, now }: Practice, link = live) => counterOffers(hall, one, now, link);
const possible = (practice: Practice, link = live): CounterAction[] => counterActions.filter((action) => offers(practice, link)[action].possible);
function obstacle(practice: Practice, action: CounterAction, link = live): Obstacle | null {
  const offer = offers(practice, link)[action];
  return offer.possible ? null : offer.obstacle;
}

describe('calling', () => {
  test('given an open counter and people waiting, then next is possible and nothing that needs a ticket', () => {
    const practice = openPractice(2);
    expect(possible(practice)).toEqual(['callNext', 'pickTicket', 'pauseCounter', 'closeCounter', 'signOut']);
    expect(obstacle(practice, 'recallTicket')).toEqual({ code: 'noTicket' });
  });

  test('given nobody waits, then next says so', () => {
    expect(obstacle(openPractice(0), 'callNext')).toMatchObject({ code: 'nobodyWaiting' });
  });

  test('C2: given a ticket in hand, then next is not possible and names it; finish and next is, once it is served', () => {
    const practice = openPractice(2);
    practice.done('callNext', { counterId: '1' });
    expect(obstacle(practice, 'callNext')).toMatchObject({ code: 'ticketActive', facts: { number: 'A001', state: 'called' } });
    expect(obstacle(practice, 'finishAndCallNext')).toEqual({ code: 'notStarted' });
    practice.onTicket('startService', 'A001');
    expect(obstacle(practice, 'callNext')).toMatchObject({ code: 'ticketActive', facts: { number: 'A001', state: 'serving' } });
    expect(possible(practice)).toContain('finishAndCallNext');
    expect(obstacle(practice, 'closeCounter')).toMatchObject({ code: 'ticketActive' });
    expect(obstacle(practice, 'signOut')).toMatchObject({ code: 'ticketActive' });
  });

  test('C2: given nobody else waits, then finish and next is possible: the finish holds', () => {
    const practice = openPractice(1);
    practice.done('callNext', { counterId: '1' });
    practice.onTicket('startService', 'A001');
    expect(possible(practice)).toContain('finishAndCallNext');
  });

  test('C7: a recall is possible 5 s after the last call, and says how long until then', () => {
    const practice = openPractice(1);
    practice.done('callNext', { counterId: '1' });
    practice.pass(1_500);
    expect(obstacle(practice, 'recallTicket')).toEqual({ code: 'tooSoon', facts: { waitMs: 3_500 } });
    practice.pass(3_500);
    expect(possible(practice)).toContain('recallTicket');
  });

  test('C7: after three calls there is no recall', () => {
    const practice = threeCalls();
    practice.pass(60_000);
    expect(obstacle(practice, 'recallTicket')).toEqual({ code: 'callsUsed', facts: { number: 'A001', maxCalls: 3 } });
  });

  test('C7: next is possible 3 s after the previous next', () => {
    const practice = openPractice(2);
    practice.done('callNext', { counterId: '1' });
    practice.onTicket('startService', 'A001');
    practice.onTicket('finishService', 'A001');
    practice.pass(1_000);
    expect(obstacle(practice, 'callNext')).toEqual({ code: 'tooSoon', facts: { waitMs: 2_000 } });
    practice.pass(2_000);
    expect(possible(practice)).toContain('callNext');
  });

  test('C8: a miss needs three calls, then 20 s since the last of them', () => {
    const practice = openPractice(1);
    practice.done('callNext', { counterId: '1' });
    practice.pass(60_000);
    expect(obstacle(practice, 'missTicket')).toEqual({ code: 'callAgainFirst', facts: { calls: 1, needed: 3 } });
    const called = threeCalls();
    called.pass(8_000);
    expect(obstacle(called, 'missTicket')).toEqual({ code: 'tooSoon', facts: { waitMs: 12_000 } });
    called.pass(12_000);
    expect(possible(called)).toContain('missTicket');
  });

  test('given a started service, then recall, start and miss are over', () => {
    const practice = openPractice(1);
    practice.done('callNext', { counterId: '1' });
    practice.onTicket('startService', 'A001');
    for (const action of ['recallTicket', 'startService', 'missTicket'] as const) expect(obstacle(practice, action)).toEqual({ code: 'alreadyStarted' });
  });

  function threeCalls(): Practice {
    const practice = openPractice(1);
    practice.done('callNext', { counterId: '1' });
    for (let nth = 2; nth <= 3; nth += 1) {
      practice.pass(5_000);
      practice.onTicket('recallTicket', 'A001');
    }
    return practice;
  }
});

describe('the counter and its clerk', () => {
  test('C12: a paused counter calls nobody, may finish what it holds, and can be opened again', () => {
    const practice = openPractice(2);
    practice.done('callNext', { counterId: '1' });
    practice.onTicket('startService', 'A001');
    practice.done('pauseCounter', { counterId: '1', reasonId: 'lunch' });
    expect(possible(practice)).toEqual(['finishService', 'finishAndCallNext', 'parkTicket', 'transferTicket', 'undoStep', 'openCounter']);
    practice.onTicket('finishService', 'A001');
    expect(obstacle(practice, 'callNext')).toMatchObject({ code: 'counterNotOpen', facts: { state: 'paused' } });
    expect(obstacle(practice, 'pauseCounter')).toMatchObject({ code: 'counterAlready' });
  });

  test('C12: a closed counter has no pause', () => {
    const practice = openPractice(2);
    practice.done('closeCounter', { counterId: '1' });
    expect(possible(practice)).toEqual(['openCounter', 'signOut']);
  });

  test('C13: a counter is held by one clerk, and a clerk holds one counter', () => {
    const practice = practiceHall();
    const signIn = (counterId: string, clerkId: string) => signInOffer(practice.hall, counterId as CounterId, clerkId as PersonId, practice.now, live);
    expect(signIn('1', '1001')).toEqual({ possible: true, data: { counterId: '1', clerkId: '1001' } });
    practice.done('signIn', { counterId: '1', clerkId: '1001' });
    expect(signIn('1', '1002')).toMatchObject({ obstacle: { code: 'counterHeld' } });
    expect(signIn('2', '1001')).toMatchObject({ obstacle: { code: 'clerkElsewhere', facts: { counterId: '1' } } });
    expect(signIn('2', '9')).toMatchObject({ obstacle: { code: 'noSuchClerk' } });
  });

  test('given nobody is signed in, then nothing is possible', () => {
    expect(possible(practiceHall())).toEqual([]);
  });
});

describe('the order itself', () => {
  test('J6: an order on a ticket names it and the version it was offered on', () => {
    const practice = openPractice(1);
    practice.done('callNext', { counterId: '1' });
    const { id, version } = practice.ticket('A001');
    const before = offers(practice);
    expect(before.startService).toEqual({ possible: true, data: { counterId: '1', ticketId: id, version } });
    practice.pass(5_000);
    practice.onTicket('recallTicket', 'A001');
    expect(before.startService).toMatchObject({ data: { version } });
    expect(offers(practice).startService).toMatchObject({ data: { version: version + 1 } });
    expect(practice.order('startService', { counterId: '1', ticketId: id, version })).toMatchObject({ refusal: { code: 'staleTicket' } });
  });

  test('J6: while an order has no answer no other is possible', () => {
    const practice = openPractice(1);
    expect(possible(practice, { isLive: true, awaited: 'callNext' })).toEqual([]);
    expect(obstacle(practice, 'callNext', { isLive: true, awaited: 'callNext' })).toEqual({ code: 'answerAwaited' });
  });

  test('O3: without the server nothing is possible but to finish what is being served', () => {
    const away: LinkView = { isLive: false, awaited: null };
    const practice = openPractice(2);
    expect(possible(practice, away)).toEqual([]);
    expect(obstacle(practice, 'callNext', away)).toEqual({ code: 'away' });
    practice.done('callNext', { counterId: '1' });
    expect(possible(practice, away)).toEqual([]);
    practice.onTicket('startService', 'A001');
    expect(possible(practice, away)).toEqual(['finishService']);
    expect(possible(practice, { isLive: false, awaited: 'finishService' })).toEqual([]);
  });
});
