// The one writer on a real SQLite file: one commit a turn, and nothing told that is not durable (J4, J5).
import { expect, test } from 'vitest';
import type { Journal } from '../journal/journal.ts';
import { command, counter, issue, kiosk, numberOf, openTestHall, type Given } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';

const many = (count: number, queue = 'A'): Given[] => Array.from({ length: count }, () => issue(queue));
const countingCommits = (): { commits: number; around(journal: Journal): Journal } => {
  const counted = { commits: 0, around: (journal: Journal): Journal => ({ ...journal, commit() { counted.commits += 1; journal.commit(); } }) };
  return counted;
};

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
