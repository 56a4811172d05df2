// A reader beside the writer of a real journal.
import { expect, test } from 'vitest';
import { fullSnapshot } from '@hall/core/domain/snapshot';
import { hourMs, issue, openTestHall } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { readAlong } from './readAlong.ts';

test('J7 given a journal that is being written, then a second reader folds the same hall and reads on from any event', () => {
  const hall = openTestHall(tempFolder());
  const journal = readAlong(hall.folder.journal);
  try {
    hall.give([issue('A'), issue('A')]);
    const before = hall.hall.seq;
    expect(fullSnapshot(journal.fold())).toBe(fullSnapshot(hall.hall));
    hall.clock.at += hourMs;
    hall.give([issue('B', { pressedAt: hall.clock.at })]);
    expect([...journal.events(before)].map(({ type, seq }) => [type, seq])).toEqual([['ticketIssued', before + 1]]);
    expect([...journal.events(0, before)].map(({ seq }) => seq)).toEqual(Array.from({ length: before }, (_, nth) => nth + 1));
    expect([journal.lastBefore(hall.clock.at), journal.lastBefore(hall.clock.at + 1), journal.lastBefore(0)]).toEqual([before, before + 1, 0]);
    expect([journal.issuedBetween(0, before), journal.issuedBetween(before, before + 1)]).toEqual([2, 1]);
  } finally {
    journal.close();
    hall.close();
  }
});

test('given more events than one page, then none is missing', () => {
  const hall = openTestHall(tempFolder());
  const journal = readAlong(hall.folder.journal);
  try {
    hall.give(Array.from({ length: 2_100 }, () => issue('R')));
    const read = [...journal.events(0)];
    expect(read.map(({ seq }) => seq)).toEqual(Array.from({ length: hall.hall.seq }, (_, nth) => nth + 1));
  } finally {
    journal.close();
    hall.close();
  }
});
