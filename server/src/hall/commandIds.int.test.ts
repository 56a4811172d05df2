// One id, one answer, one effect, on a real SQLite file: across turns, restarts and days (J6).
import { expect, test } from 'vitest';
import { command, counter, dayOne, hourMs, issue, issues, manager, newId, nextDay, numberOf, openTestHall, tenOClock, type Given } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';

test('J6: given one id 1,000 times in one tick, across turns, after a restart and on the next day, then one ticket and one answer', () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  const order = issue();
  const answers = hall.give(Array.from({ length: 1_000 }, () => order));
  answers.push(...hall.give([order]), ...hall.give([order, ...issues(1), order]).filter((_, index) => index !== 1));
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
  hall.give(issues(3));
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

test('J6: given an id that was refused, when it comes again in the same process, then it gets the same refusal and no effect, whatever has changed', () => {
  const path = tempFolder();
  const hall = openTestHall(path);
  const next = { actor: counter('1'), command: command('callNext', { counterId: '1' }) };
  hall.one(counter('1'), 'signIn', { counterId: '1', clerkId: '1001' });
  hall.one(counter('1'), 'openCounter', { counterId: '1' });
  const [first] = hall.give([next]);
  expect(numberOf(first)).toBe('nobodyWaiting');
  hall.give(issues(1));
  const { seq } = hall.hall;
  expect(hall.give([next, next])).toEqual([first, first]);
  expect(hall.give([issue('A', { id: next.command.id })]).map(numberOf)).toEqual(['commandIdReused']);
  expect(hall.hall.seq).toBe(seq);
  hall.die();
  // A refusal leaves no trace (law 5), so it is not known after a restart.
  const again = openTestHall(path);
  expect(again.give([next]).map(numberOf)).toEqual(['ticketCalled']);
  again.close();
});

test('J6: given a "next" pressed more than ten seconds ago, then it is too late, unless it was already done', () => {
  const hall = openTestHall(tempFolder());
  hall.one(counter('1'), 'signIn', { counterId: '1', clerkId: '1001' });
  hall.one(counter('1'), 'openCounter', { counterId: '1' });
  hall.give(issues(1));
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
  const issued = hall.give(issues(1))[0];
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
