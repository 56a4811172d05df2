// What every journal must do, told once and asked of each: the memory journal of the simulator and SQLite on a real file.
import { afterEach, describe, expect, test } from 'vitest';
import type { HallEvent } from '@hall/core/domain/events';
import type { CommandId } from '@hall/core/domain/ids';
import { emptyHead, type Journal } from '@hall/server/journal/journal';

export interface JournalBench {
  /** A journal over what was committed so far; the one opened before is dropped as by a crash. */
  open(): Journal;
  dispose(): void;
}

const commandId = (nth: number): CommandId => `00000000-0000-7000-8000-${String(nth).padStart(12, '0')}` as CommandId;
/** A ticket issued as event `seq` by command `command`. */
export const issued = (seq: number, command: number, number = `A${seq}`, day = '2026-03-02'): HallEvent => ({
  seq, at: 1_000 + seq, day, type: 'ticketIssued', v: 1,
  data: { ticketId: `1.${seq}`, number, prefix: 'A', serial: seq, serviceId: 'S', queueId: 'A', rank: 'ordinary', dueAt: 1_000 + seq, channel: 'kiosk', ahead: 0, quotaKeys: [] },
  staff: { by: { role: 'kiosk', place: 'K1', personId: null }, commandId: commandId(command), facts: { classId: null, reason: null, override: null, visitorId: null } },
}) as unknown as HallEvent;

const seqs = (journal: Journal, after = 0, most?: number): number[] => [...journal.eventsAfter(after, most)].map(({ seq }) => seq);

export function journalContract(name: string, makeBench: () => JournalBench): void {
  describe(`${name} keeps the contract of a journal`, () => {
    let bench: JournalBench | null = null;
    const begin = (): JournalBench => (bench = makeBench());
    afterEach(() => {
      bench?.dispose();
      bench = null;
    });

    test('J2 begins empty, and its head follows what is appended', () => {
      const journal = begin().open();
      expect(journal.head()).toEqual(emptyHead);
      journal.append(issued(1, 1), 'h');
      expect(journal.head().seq).toBe(1);
    });

    test('J2 an event that does not follow the head is thrown out', () => {
      const journal = begin().open();
      expect(() => journal.append(issued(2, 1), 'h')).toThrow(/does not follow/);
    });

    test('J1 an event without its staff part is never journaled', () => {
      const { staff: _private, ...open } = issued(1, 1);
      expect(() => begin().open().append(open as HallEvent, 'h')).toThrow(/staff part/);
    });

    test('J3 what was committed is there after a crash, what was only appended is gone', () => {
      const { open } = begin();
      const journal = open();
      journal.append(issued(1, 1), 'h');
      journal.commit();
      journal.append(issued(2, 2), 'h');
      const after = open();
      expect(after.head().seq).toBe(1);
      expect(seqs(after)).toEqual([1]);
      expect(after.remembered(commandId(2))).toBeNull();
      after.append(issued(2, 2), 'h');
      after.commit();
      expect(seqs(open())).toEqual([1, 2]);
    });

    test('J6 a command is remembered with all its events, also in the open transaction and after a crash', () => {
      const { open } = begin();
      const journal = open();
      journal.append(issued(1, 7), 'content');
      journal.append(issued(2, 7), 'content');
      expect(journal.remembered(commandId(7))).toEqual({ commandHash: 'content', events: [issued(1, 7), issued(2, 7)] });
      journal.commit();
      expect(open().remembered(commandId(7))).toEqual({ commandHash: 'content', events: [issued(1, 7), issued(2, 7)] });
    });

    test('J6 a command that was carried out cannot be written a second time', () => {
      const journal = begin().open();
      journal.append(issued(1, 1), 'h');
      journal.append(issued(2, 2), 'h');
      expect(() => journal.append(issued(3, 1), 'h')).toThrow();
    });

    test('J6 not even after a commit and a crash', () => {
      const { open } = begin();
      const journal = open();
      journal.append(issued(1, 1), 'h');
      journal.commit();
      expect(() => open().append(issued(2, 1), 'h')).toThrow();
    });

    test('N1 a number is once on a day, in the open transaction and in what was committed', () => {
      const { open } = begin();
      const journal = open();
      journal.append(issued(1, 1, 'A001'), 'h');
      expect(() => journal.append(issued(2, 2, 'A001'), 'h')).toThrow();
      const again = open();
      again.append(issued(1, 1, 'A001'), 'h');
      again.commit();
      again.append(issued(2, 2, 'A001', '2026-03-03'), 'h');
      again.commit();
      expect(() => open().append(issued(3, 3, 'A001'), 'h')).toThrow();
    });

    test('J7 events come back in order, after a sequence, up to so many, as they were written', () => {
      const journal = begin().open();
      for (let seq = 1; seq <= 5; seq += 1) journal.append(issued(seq, seq), 'h');
      journal.commit();
      journal.append(issued(6, 6), 'h');
      expect(seqs(journal)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(seqs(journal, 3)).toEqual([4, 5, 6]);
      expect(seqs(journal, 1, 2)).toEqual([2, 3]);
      expect([...journal.eventsAfter(5)]).toEqual([issued(6, 6)]);
    });

    test('J4 a commit with nothing to commit does nothing', () => {
      const journal = begin().open();
      journal.commit();
      journal.commit();
      expect(journal.head()).toEqual(emptyHead);
    });
  });
}
