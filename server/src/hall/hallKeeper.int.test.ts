// The one writer on a real SQLite file: one commit a turn, one effect per id, and the truth after every restart.
import { fullSnapshot } from '@hall/core/domain/snapshot';
import { expect, test } from 'vitest';
import { openToRead } from '../journal/database.ts';
import { foldJournal } from '../journal/fold.ts';
import type { Journal } from '../journal/journal.ts';
import { command, counter, hourMs, issue, kiosk, manager, newId, numberOf, openTestHall, pad, tenOClock, type Given, type TestHall } from '../testing/testHall.ts';
import { serviceOf, smallPlan } from '../testing/testPlan.ts';
import { tempFolder } from '../testing/tempFolder.ts';

const many = (count: number, queue = 'A'): Given[] => Array.from({ length: count }, () => issue(queue));
const countingCommits = (): { commits: number; around(journal: Journal): Journal } => {
  const counted = { commits: 0, around: (journal: Journal): Journal => ({ ...journal, commit() { counted.commits += 1; journal.commit(); } }) };
  return counted;
};
const [dayOne, dayTwo] = ['2026-03-02', '2026-03-03'];
function nextDay(hall: TestHall): void {
  hall.one(manager, 'closeDay', { date: dayOne });
  hall.clock.at = tenOClock + 24 * hourMs;
  hall.one(manager, 'openDay', { date: dayTwo });
}

test('J4: given 300 orders in one tick, then they are one commit and one batch, and every answer comes after it', () => {
  const counted = countingCommits();
  const hall = openTestHall(tempFolder(), { around: counted.around });
  counted.commits = 0;
  const batches: number[] = [];
  hall.keeper.onTurn((events) => batches.push(events.length));
  let commitsAtAnswer = Infinity;
  hall.keeper.order(kiosk, issue().command, () => { commitsAtAnswer = Math.min(commitsAtAnswer, counted.commits); });
  const outcomes = hall.give(many(299));
  expect([counted.commits, commitsAtAnswer, batches]).toEqual([1, 1, [300]]);
  expect(outcomes.map(numberOf)).toEqual(Array.from({ length: 299 }, (_, index) => `A${String(index + 2).padStart(3, '0')}`));
  hall.close();
});

test('J4: given a flood of 1,200 orders in one tick, then no turn takes more than 500 of them', () => {
  const counted = countingCommits();
  const hall = openTestHall(tempFolder(), { around: counted.around });
  counted.commits = 0;
  const batches: number[] = [];
  hall.keeper.onTurn((events) => batches.push(events.length));
  hall.give(['A', 'C', 'D', 'E'].flatMap((queue) => many(300, queue)));
  expect([counted.commits, batches]).toEqual([3, [500, 500, 200]]);
  hall.close();
});

test('J4: given orders that are all refused, then nothing is committed and nothing is shown', () => {
  const counted = countingCommits();
  const hall = openTestHall(tempFolder(), { around: counted.around });
  const head = hall.journal.head();
  counted.commits = 0;
  let turns = 0;
  hall.keeper.onTurn(() => { turns += 1; });
  const outcomes = hall.give(Array.from({ length: 20 }, () => ({ actor: counter('1'), command: command('callNext', { counterId: '1' }) })));
  expect(outcomes.map(numberOf)).toEqual(Array.from({ length: 20 }, () => 'notSignedIn'));
  expect([counted.commits, turns, hall.journal.head()]).toEqual([0, 0, head]);
  hall.close();
});

test.each(['committed', 'not committed'])('J5: given a commit that throws and was %s, then nothing is answered or shown, fatal is called, and the retry after the restart learns the truth', (truth) => {
  const path = tempFolder();
  let failing = false;
  const around = (journal: Journal): Journal => ({
    ...journal,
    commit() {
      if (failing && truth === 'committed') journal.commit();
      if (failing) throw new Error('disk I/O error');
      journal.commit();
    },
  });
  const hall = openTestHall(path, { around });
  hall.give(many(2));
  failing = true;
  let shown = 0;
  hall.keeper.onTurn(() => { shown += 1; });
  const orders = many(3);
  expect(hall.give(orders)).toEqual([undefined, undefined, undefined]);
  expect(hall.deaths).toHaveLength(1);
  // An order whose outcome is unknown is not even told that the hall is stopping: that would be a refusal.
  expect(hall.give(orders)).toEqual([undefined, undefined, undefined]);
  expect(shown).toBe(0);
  hall.keeper.stop();
  hall.die();

  const again = openTestHall(path);
  const before = again.hall.seq;
  expect(again.give(orders).map(numberOf)).toEqual(['A003', 'A004', 'A005']);
  expect(again.hall.seq - before).toBe(truth === 'committed' ? 0 : 3);
  expect([...again.hall.tickets.values()].map(({ number }) => number)).toEqual(['A001', 'A002', 'A003', 'A004', 'A005']);
  again.close();
});

test('J5: given a mistake of ours in the middle of a turn, then it ends like a failed commit: nothing of the turn remains', () => {
  const path = tempFolder();
  const around = (journal: Journal): Journal => ({
    ...journal,
    append(event, commandHash) {
      if (event.type === 'ticketIssued' && event.data.number === 'A002') throw new Error('a mistake');
      journal.append(event, commandHash);
    },
  });
  const hall = openTestHall(path, { around });
  expect(hall.give(many(3))).toEqual([undefined, undefined, undefined]);
  expect(hall.deaths).toHaveLength(1);
  hall.die();
  const again = openTestHall(path);
  expect(again.hall.tickets.size).toBe(0);
  expect(again.give(many(1)).map(numberOf)).toEqual(['A001']);
  again.close();
});

test('J5: given a commit that fails while the hall stops, then the stop ends and nothing is answered', () => {
  let failing = false;
  const hall = openTestHall(tempFolder(), { around: (journal) => ({ ...journal, commit() { if (failing) throw new Error('full'); journal.commit(); } }) });
  failing = true;
  for (const { actor, command: message } of many(800, 'R')) hall.keeper.order(actor, message, () => { throw new Error('answered'); });
  hall.keeper.stop();
  expect(hall.deaths).toHaveLength(1);
  hall.die();
});

test('given a hall that stops, then what has arrived is carried out and answered, and later orders are told to come again', () => {
  const hall = openTestHall(tempFolder());
  let answered = 0;
  for (const { actor, command: message } of [...many(550), ...many(550, 'R')]) hall.keeper.order(actor, message, (outcome) => { answered += outcome.ok ? 1 : 0; });
  hall.keeper.stop();
  expect([answered, hall.hall.tickets.size]).toEqual([1_100, 1_100]);
  expect(hall.give(many(1)).map(numberOf)).toEqual(['stopping']);
  hall.close();
});

test('J6: given one id 1,000 times in one tick, across turns, after a restart and on the next day, then one ticket and one answer', () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  const order = issue();
  const answers = hall.give(Array.from({ length: 1_000 }, () => order));
  answers.push(...hall.give([order]), ...hall.give([order, ...many(1), order]).filter((_, index) => index !== 1));
  hall.die();
  const again = openTestHall(path, { at: tenOClock + 2 * hourMs });
  answers.push(...again.give([order]));
  nextDay(again);
  answers.push(...again.give([order]));
  const [first] = answers;
  expect(numberOf(first)).toBe('A001');
  for (const answer of answers) expect(answer).toEqual(first);
  expect(answers).toHaveLength(1_005);
  expect([...again.journal.eventsAfter(0)].filter(({ type }) => type === 'ticketIssued')).toHaveLength(2);
  again.close();
});

test('J6: given a command with several events, when it is sent again after a restart, then the answer holds all of them', () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  hall.one(counter('1'), 'signIn', { counterId: '1', clerkId: '1001' });
  hall.one(counter('1'), 'openCounter', { counterId: '1' });
  hall.give(many(3));
  const out = { actor: counter('2'), command: command('signIn', { counterId: '2', clerkId: '1002' }) };
  hall.give([out]);
  const close = { actor: manager, command: command('closeDay', { date: dayOne }) };
  const [first] = hall.give([close]);
  expect(first?.ok === true && first.events.map(({ type }) => type)).toEqual(
    ['ticketExpired', 'ticketExpired', 'ticketExpired', 'counterClosed', 'counterSignedOut', 'counterSignedOut', 'dayClosed']);
  hall.die();
  const again = openTestHall(path, { dayOpen: false });
  expect(again.give([close])).toEqual([first]);
  again.close();
});

test('J6: given an accepted id, when it comes with other content or another type, then it is refused and the first answer stays', () => {
  const hall = openTestHall(tempFolder());
  const id = newId();
  const [first] = hall.give([issue('A', { id })]);
  const seq = hall.hall.seq;
  expect(hall.give([issue('B', { id }), { actor: manager, command: command('closeDay', { date: dayOne }, { id }) }]).map(numberOf)).toEqual(['commandIdReused', 'commandIdReused']);
  expect(hall.hall.seq).toBe(seq);
  expect(hall.give([issue('A', { id, pressedAt: tenOClock + 5 })])).toEqual([first]);
  hall.close();
});

test('J6: given an id that was refused, then it has left no trace and can still be carried out', () => {
  const hall = openTestHall(tempFolder());
  const next = { actor: counter('1'), command: command('callNext', { counterId: '1' }) };
  hall.one(counter('1'), 'signIn', { counterId: '1', clerkId: '1001' });
  hall.one(counter('1'), 'openCounter', { counterId: '1' });
  expect(hall.give([next]).map(numberOf)).toEqual(['nobodyWaiting']);
  hall.give(many(1));
  expect(hall.give([next]).map(numberOf)).toEqual(['ticketCalled']);
  hall.close();
});

test('J6: given a "next" pressed more than ten seconds ago, then it is too late, unless it was already done', () => {
  const hall = openTestHall(tempFolder());
  hall.one(counter('1'), 'signIn', { counterId: '1', clerkId: '1001' });
  hall.one(counter('1'), 'openCounter', { counterId: '1' });
  hall.give(many(1));
  const [done, late] = [0, 1].map(() => ({ actor: counter('1'), command: command('callNext', { counterId: '1' }) })) as [Given, Given];
  hall.clock.at += 10_000;
  const [first] = hall.give([done]);
  expect(numberOf(first)).toBe('ticketCalled');
  hall.clock.at += 1;
  expect(hall.give([late, done])).toEqual([{ ok: false, refusal: { code: 'tooLate', facts: { lifeMs: 10_000 } } }, first]);
  expect(hall.give([issue('A', { pressedAt: hall.clock.at - 60_001 }), issue('A', { pressedAt: hall.clock.at - 60_000 })]).map(numberOf)).toEqual(['tooLate', 'A002']);
  hall.close();
});

test('J6: given a ticket that has changed since the button was drawn, then the order on it is refused as stale', () => {
  const hall = openTestHall(tempFolder());
  const issued = hall.give(many(1))[0];
  const ticketId = [...hall.hall.tickets.keys()][0];
  hall.one(counter('1'), 'signIn', { counterId: '1', clerkId: '1001' });
  hall.one(counter('1'), 'openCounter', { counterId: '1' });
  hall.one(counter('1'), 'callNext', { counterId: '1' });
  const before = hall.hall.seq;
  const outcome = hall.one(counter('1'), 'startService', { counterId: '1', ticketId, version: 1 });
  expect(outcome).toEqual({ ok: false, refusal: { code: 'staleTicket', facts: { number: numberOf(issued), version: 2, state: 'called' } } });
  expect([numberOf(hall.one(manager, 'cancelTicket', { ticketId, version: 1 })), hall.hall.seq]).toEqual(['staleTicket', before]);
  hall.close();
});

test('N2: given refusals, other queues and restarts between, then the numbers of a prefix have no gap and none comes twice', () => {
  const path = tempFolder();
  const numbers: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const hall = openTestHall(path, { at: tenOClock + round });
    const late = issue('A', { pressedAt: 0 });
    const wrong = { actor: kiosk, command: command('issueTicket', { serviceId: 'S999', priority: null, slotAt: null }) };
    const sly = { actor: kiosk, command: command('issueTicket', { serviceId: serviceOf('A'), priority: { classId: 'elderly', reason: 'x' }, slotAt: null }) };
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
  const numbers = hall.give(many(2)).map(numberOf);
  hall.one(manager, 'closeDay', { date: dayOne });
  expect(hall.give(many(1)).map(numberOf)).toEqual(['dayNotOpen']);
  hall.one(manager, 'openDay', { date: dayOne });
  numbers.push(...hall.give(many(1)).map(numberOf));
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
    const numbers = hall.give(many(4)).map(numberOf);
    hall.die();
    const again = openTestHall(path);
    numbers.push(...again.give(many(2)).map(numberOf));
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
    hall.give([...many(3).map(({ actor, command: message }) => ({ actor, command: { ...message, pressedAt: hall.clock.at } })), issue('C', { pressedAt: hall.clock.at })]);
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
