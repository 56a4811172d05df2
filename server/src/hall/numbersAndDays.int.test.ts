// Numbers and days over refusals, restarts, clock jumps and midnight, and the fold that tells them again (N2–N4, J7).
import { fullSnapshot } from '@hall/core/domain/snapshot';
import { expect, test } from 'vitest';
import { openToRead } from '../journal/database.ts';
import { foldJournal } from '../journal/fold.ts';
import { command, counter, dayOne, dayTwo, hourMs, issue, issues, kiosk, manager, nextDay, numberOf, openTestHall, pad, tenOClock } from '../testing/testHall.ts';
import { serviceOf, smallPlan } from '../testing/testPlan.ts';
import { tempFolder } from '../testing/tempFolder.ts';

test('N2: given refusals, other queues and restarts between, then the numbers of a prefix have no gap and none comes twice', () => {
  const path = tempFolder();
  const numbers: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const hall = openTestHall(path, { at: tenOClock + round });
    const late = issue('A', { pressedAt: 0 });
    const wrong = { actor: kiosk, command: command('issueTicket', { serviceId: 'S999', alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null }) };
    const sly = { actor: kiosk, command: command('issueTicket', { serviceId: serviceOf('A'), alsoServiceIds: [], priority: { classId: 'elderly', reason: 'x' }, slotAt: null, override: null, visitorId: null }) };
    const outcomes = hall.give([issue('A'), late, issue('B'), wrong, issue('A'), sly, issue('A')]);
    numbers.push(...outcomes.map(numberOf));
    if (round % 2 === 0) hall.die();
    else hall.close();
  }
  expect(numbers.filter((number) => /^A\d/.test(number))).toEqual(Array.from({ length: 18 }, (_, index) => `A${String(index + 1).padStart(3, '0')}`));
  expect(numbers.filter((number) => /^B\d/.test(number))).toEqual(Array.from({ length: 6 }, (_, index) => `B00${index + 1}`));
  expect(numbers.filter((number) => !/^[AB]\d/.test(number)).sort()).toEqual([...Array.from({ length: 6 }, () => 'noSuchService'), ...Array.from({ length: 6 }, () => 'priorityNeedsStaff'), ...Array.from({ length: 6 }, () => 'tooLate')]);
});

test('N3: given restarts, a clock set back or forward by hours and midnight, then no number and no day moves by itself', () => {
  const path = tempFolder();
  const numbers: string[] = [];
  for (const hours of [0, 13.9, 14.1, -11, 12]) {
    const hall = openTestHall(path, { at: tenOClock + hours * hourMs });
    numbers.push(...hall.give([issue('A', { pressedAt: Math.max(hall.clock.at, hall.hall.at) })]).map(numberOf));
    expect(hall.hall.day?.date).toBe(dayOne);
    const events = [...hall.journal.eventsAfter(0)];
    expect(events.every((event, index) => index === 0 || event.at >= (events[index - 1]?.at ?? 0))).toBe(true);
    hall.die();
  }
  expect(numbers).toEqual(['A001', 'A002', 'A003', 'A004', 'A005']);
});

test('N3: given a day closed too early and opened again, then its numbers go on; given a new day, then they begin anew and nothing is deleted', () => {
  const hall = openTestHall(tempFolder());
  const numbers = hall.give(issues(2)).map(numberOf);
  hall.one(manager, 'closeDay', { date: dayOne });
  expect(hall.give(issues(1)).map(numberOf)).toEqual(['dayNotOpen']);
  hall.one(manager, 'openDay', { date: dayOne });
  numbers.push(...hall.give(issues(1)).map(numberOf));
  nextDay(hall);
  numbers.push(...hall.give([issue('A', { pressedAt: hall.clock.at })]).map(numberOf));
  expect(numbers).toEqual(['A001', 'A002', 'A003', 'A001']);
  expect([...hall.journal.eventsAfter(0)].filter(({ type }) => type === 'ticketIssued').map(({ day }) => day)).toEqual([dayOne, dayOne, dayOne, dayTwo]);
  hall.close();
});

test.each([[2, ['A001', 'A002', 'A003', 'AA001', 'AA002', 'numbersExhausted']], [null, ['A001', 'A002', 'A003', 'numbersExhausted', 'numbersExhausted', 'numbersExhausted']]])(
  'N4: given a range of three and an overflow of %s, then numbers go on there or are refused, never repeated', (overflow, expected) => {
    const path = tempFolder();
    const hall = openTestHall(path, { plan: smallPlan(3, overflow) });
    const numbers = hall.give(issues(4)).map(numberOf);
    hall.die();
    const again = openTestHall(path);
    numbers.push(...again.give(issues(2)).map(numberOf));
    expect(numbers).toEqual(expected);
    expect(again.give([issue('B')]).map(numberOf)).toEqual(['B001']);
    again.close();
  },
);

test('J7: given two days with a bit of everything, then the fold from the snapshot, the fold of the whole and the live hall are the same', () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  for (let day = 0; day < 2; day += 1) {
    hall.one(counter('1'), 'signIn', { counterId: '1', clerkId: '1001' });
    hall.one(counter('1'), 'openCounter', { counterId: '1' });
    hall.give([...issues(3).map(({ actor, command: message }) => ({ actor, command: { ...message, pressedAt: hall.clock.at } })), issue('C', { pressedAt: hall.clock.at })]);
    hall.one(counter('1'), 'callNext', { counterId: '1' });
    const ticketId = hall.hall.counters.get('1' as never)?.activeTicketId;
    hall.one(counter('1'), 'startService', { counterId: '1', ticketId, version: 2 });
    hall.one(counter('1'), 'finishAndCallNext', { counterId: '1', ticketId, version: 3 });
    const recordId = hall.hall.counters.get('1' as never)?.lastRecord?.id;
    expect(numberOf(hall.one(pad('1'), 'rateService', { counterId: '1', recordId, level: 1, codes: [], givenAt: hall.clock.at }))).toBe('recordRated');
    if (day === 0) nextDay(hall);
  }
  const live = fullSnapshot(hall.hall);
  const db = openToRead(hall.folder.journal);
  expect(db.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(1);
  const seen: number[] = [];
  const short = foldJournal(db, { each: ({ seq }) => seen.push(seq) });
  const whole = foldJournal(db, { whole: true });
  db.close();
  expect(seen[0]).toBeGreaterThan(10);
  expect(fullSnapshot(short.hall)).toBe(live);
  expect(fullSnapshot(whole.hall)).toBe(live);
  expect([short.head, whole.head]).toEqual([hall.journal.head(), hall.journal.head()]);
  hall.close();
});
