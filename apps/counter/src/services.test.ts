// A ticket with several services as the clerk sees and finishes it, and the automatic call.
import { describe, expect, test } from 'vitest';
import type { CounterId, QueueId, ServiceId } from '@hall/core/domain/ids';
import { autoCallSeconds } from './autoCallView.ts';
import { counterOffers, orderOffer, type LinkView } from './counterFlow.ts';
import { keyedAction } from './counterKeys.ts';
import { finishKey, toggled } from './finishChoice.ts';
import { openPractice, practiceHall, practicePlan, visitorA, type Practice } from './practiceHall.ts';
import { finishMeaning, serviceParts, whereOf, whereText, wentOnView } from './servicesView.ts';
import { currentView } from './ticketView.ts';

const one = '1' as CounterId;
const two = '2' as CounterId;
const live: LinkView = { isLive: true, awaited: null };
const ids = (...list: string[]): ServiceId[] => list as ServiceId[];

/** A001 for SA, SB and SH is being served at this counter; 1 serves all of them, 2 serves A alone. */
function serving(counterId: '1' | '2', ...services: string[]): Practice {
  const practice = openPractice(0);
  practice.done('signIn', { counterId: '2', clerkId: '1002' });
  practice.done('openCounter', { counterId: '2' });
  practice.issueSeveral(...services);
  practice.done('callNext', { counterId });
  practice.onTicket('startService', 'A001', counterId);
  return practice;
}

describe('T4: a ticket with several services', () => {
  test('given three services, then the ticket in hand shows each, what is now, what comes later and where', () => {
    const { hall } = serving('2', 'SA', 'SB', 'SH');
    expect(currentView(hall, two)?.services).toMatchObject([
      { id: 'SA', part: 'now', isHere: true, where: { counterIds: ['1', '2'] } },
      { id: 'SB', part: 'later', isHere: false, where: { zoneName: { en: 'zone' }, counterIds: ['1'] } },
      { id: 'SH', part: 'later', isHere: false, where: { counterIds: ['3'] } },
    ]);
  });

  test('given a counter that serves all, then a plain finish ends the ticket with all of them', () => {
    const { hall, now } = serving('1', 'SA', 'SB', 'SH');
    expect(finishMeaning(hall, one, now)).toEqual({ finished: ['SA', 'SB', 'SH'], next: null });
  });

  test('given a service that this counter does not serve, then the finish says where the ticket goes on', () => {
    const { hall, now } = serving('2', 'SA', 'SB');
    const meaning = finishMeaning(hall, two, now);
    expect(meaning).toMatchObject({ finished: ['SA'], next: { name: { en: 'service SB' }, where: { counterIds: ['1'] } } });
    expect(meaning?.next === null || meaning === null ? '' : whereText(meaning.next.where, 'zh')).toBe('zone 1 号窗口');
  });

  test('given the clerk chooses some, then only those are finished, and the order carries them', () => {
    const practice = serving('1', 'SA', 'SB', 'SH');
    expect(finishMeaning(practice.hall, one, practice.now, ids('SB'))).toMatchObject({ finished: ['SB'], next: { name: { en: 'service SA' } } });
    expect(finishMeaning(practice.hall, one, practice.now, ids('SX'))).toBeNull();
    const offer = counterOffers(practice.hall, one, practice.now, live).finishService;
    const data = offer.possible ? { ...offer.data, services: ids('SA') } : null;
    expect(data === null ? null : orderOffer(practice.hall, one, practice.now, live, 'finishService', data)).toEqual({ possible: true, data });
  });

  test('given nothing is served, then there is no finish to tell of', () => {
    const practice = openPractice(1);
    expect(finishMeaning(practice.hall, one, practice.now)).toBeNull();
    practice.done('callNext', { counterId: '1' });
    expect(finishMeaning(practice.hall, one, practice.now)).toBeNull();
  });

  test('given the ticket went on, then this counter says where until it is called there, and the next one sees what is done', () => {
    const practice = serving('2', 'SA', 'SH');
    practice.onTicket('finishService', 'A001', '2');
    expect(wentOnView(practice.hall, two)).toMatchObject({ number: 'A001', name: { en: 'service SH' }, where: { counterIds: ['3'] } });
    expect(wentOnView(practice.hall, one)).toBeNull();
    expect(practice.hall.counters.get(two)?.lastRecord).toMatchObject({ number: 'A001', serviceIds: ['SA'] });
    practice.pass(60_000);
    practice.done('callNext', { counterId: '1' });
    expect(wentOnView(practice.hall, two)).toBeNull();
    expect(serviceParts(practice.hall, practice.ticket('A001'), one)).toMatchObject([
      { id: 'SA', part: 'done', where: { counterIds: ['2'] } }, { id: 'SH', part: 'now', isHere: true },
    ]);
  });

  test('given a finish that ended the ticket, then nobody is to be told anything', () => {
    const practice = serving('1', 'SA', 'SB');
    practice.onTicket('finishService', 'A001');
    expect(wentOnView(practice.hall, one)).toBeNull();
  });

  test('a place is told as zone and counters, in either language', () => {
    const { hall } = practiceHall();
    expect(whereText(whereOf(hall, 'A' as QueueId), 'en')).toBe('zone, Counters 1, 2');
    expect(whereText(whereOf(hall, 'H' as QueueId), 'en')).toBe('zone, Counter 3');
    expect(whereText(whereOf(hall, undefined), 'zh')).toBe('');
  });
});

describe('choosing by keyboard', () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more });

  test('Ctrl+F8 opens the choice; digits tick, Enter finishes, Shift+Enter also calls, Escape leaves', () => {
    expect(keyedAction(press('F8', { ctrlKey: true }))).toBe('chooseServices');
    expect(finishKey(press('2'), 3)).toEqual({ kind: 'toggle', index: 1 });
    expect(finishKey(press('Enter'), 3)).toEqual({ kind: 'finishService' });
    expect(finishKey(press('Enter', { shiftKey: true }), 3)).toEqual({ kind: 'finishAndCallNext' });
    expect(finishKey(press('Escape'), 3)).toEqual({ kind: 'leave' });
  });

  test('digits beyond the services and other keys are left alone', () => {
    expect([finishKey(press('4'), 3), finishKey(press('0'), 3), finishKey(press('a'), 3), finishKey(press('1', { ctrlKey: true }), 3)]).toEqual([null, null, null, null]);
  });

  test('ticks stand in the order of the ticket, however they were given', () => {
    const order = ids('SA', 'SB', 'SH');
    expect(toggled(ids('SH'), ids('SA')[0] as ServiceId, order)).toEqual(['SA', 'SH']);
    expect(toggled(ids('SA', 'SH'), ids('SA')[0] as ServiceId, order)).toEqual(['SH']);
  });
});

describe('H3: the appointment of the ticket in hand', () => {
  test.each([
    ['in time', 20 * 60_000, 'inTime', 'appointment'], ['late', 65 * 60_000, 'late', 'appointment'], ['too late', 80 * 60_000, 'tooLate', 'ordinary'],
  ] as const)('given a check-in %s, then the clerk reads the slot and how it counts', (_how, passMs, came, rank) => {
    const practice = openPractice(0);
    const id = practice.book('08:30', '123456', visitorA);
    practice.pass(passMs);
    expect(practice.checkIn(id)).toMatchObject({ accepted: true });
    practice.done('callNext', { counterId: '1' });
    expect(currentView(practice.hall, one)).toMatchObject({ rank, appointment: { from: '08:30', to: '09:00', checkedInAt: practice.now, came } });
  });

  test('given a plain ticket, then there is none', () => {
    const practice = openPractice(1);
    practice.done('callNext', { counterId: '1' });
    expect(currentView(practice.hall, one)?.appointment).toBeNull();
  });
});

describe('the automatic call', () => {
  /** Counter 1 calls by itself after 30 s. */
  function automatic(waiting: number): Practice {
    const practice = openPractice(waiting);
    practice.done('adoptPlan', { plan: { ...practicePlan, counters: practicePlan.counters.map((counter) => (counter.id === '1' ? { ...counter, autoCallMs: 30_000 } : counter)) }, from: 'now' });
    practice.done('closeCounter', { counterId: '1' });
    practice.done('openCounter', { counterId: '1' });
    return practice;
  }

  test('given open, free and somebody waits, then it says in how many seconds', () => {
    const practice = automatic(2);
    expect(autoCallSeconds(practice.hall, one, practice.now)).toBe(30);
    expect(autoCallSeconds(practice.hall, one, practice.now + 29_500)).toBe(1);
    expect(autoCallSeconds(practice.hall, one, practice.now + 31_000)).toBe(0);
  });

  test('given a finish or a miss, then it counts from there', () => {
    const practice = automatic(3);
    practice.pass(5_000);
    practice.done('callNext', { counterId: '1' });
    practice.onTicket('startService', 'A001');
    practice.pass(60_000);
    practice.onTicket('finishService', 'A001');
    practice.pass(10_000);
    expect(autoCallSeconds(practice.hall, one, practice.now)).toBe(20);
    practice.miss('A002');
    expect(autoCallSeconds(practice.hall, one, practice.now)).toBe(30);
  });

  test('given no plan for it, a pause, a ticket in hand or nobody waiting, then nothing is said', () => {
    expect(autoCallSeconds(openPractice(2).hall, one, 0)).toBeNull();
    expect(autoCallSeconds(automatic(0).hall, one, 0)).toBeNull();
    const practice = automatic(2);
    practice.done('pauseCounter', { counterId: '1', reasonId: 'lunch' });
    expect(autoCallSeconds(practice.hall, one, practice.now)).toBeNull();
    practice.done('openCounter', { counterId: '1' });
    practice.done('callNext', { counterId: '1' });
    expect(autoCallSeconds(practice.hall, one, practice.now)).toBeNull();
  });
});
