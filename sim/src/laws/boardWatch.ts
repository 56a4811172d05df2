// Law 7 (D1): a board shows each call once and in order, through any reconnect. This is a board reduced to that:
// it takes calls from events, and after a snapshot from the hall's recent calls, always beyond its last known sequence.
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import type { MemoryDisk } from '../memoryJournal.ts';
import type { FaultBook } from './faultBook.ts';

export interface BoardWatch {
  /** A change of this page's hall: the new events, or null after a snapshot. */
  changed(hall: Readonly<Hall>, events: readonly HallEvent[] | null): void;
  /** At the end, when the page is up to date: was anything skipped? */
  check(): void;
}

const isCall = ({ type }: HallEvent): boolean => type === 'ticketCalled' || type === 'ticketRecalled';

export function watchBoard(name: string, disk: MemoryDisk, book: FaultBook): BoardWatch {
  let last: number | null = null;
  let epoch = 1;
  let first = 0;
  const shown: number[] = [];
  /** Calls that no snapshot holds any more: the day was over, or the page was further behind than is kept. */
  const past = new Set<number>();

  function show(seqs: readonly number[], upTo: number): void {
    for (const seq of seqs) {
      if (seq <= (shown.at(-1) ?? 0)) book.report('law 7', `${name} shows call ${seq} after ${shown.at(-1)}`);
      shown.push(seq);
    }
    last = Math.max(last ?? 0, upTo);
  }

  return {
    changed(hall, events) {
      if (hall.seq === 0) return;
      if (last === null || hall.epoch !== epoch) {
        // A fresh page, or another life of the journal: what was called before is history.
        first = hall.seq;
        last = hall.seq;
        epoch = hall.epoch;
        shown.length = 0;
        past.clear();
        return;
      }
      const known = last;
      if (events !== null) {
        show(events.filter(isCall).map(({ seq }) => seq), hall.seq);
        return;
      }
      const recent = hall.recentCalls.map(({ seq }) => seq);
      for (let seq = known + 1; seq <= hall.seq; seq += 1) if (seq < (recent[0] ?? Infinity)) past.add(seq);
      show(recent.filter((seq) => seq > known), hall.seq);
    },
    check() {
      // A page that was closed before a restore has shown another life's calls.
      const life = disk.events.findLast((event) => event.type === 'epochStarted')?.data.epoch ?? 1;
      if (life !== epoch) return;
      const had = new Set(shown);
      const skipped = disk.events.find((event) => event.seq > first && event.seq <= (last ?? 0) && isCall(event) && !had.has(event.seq) && !past.has(event.seq));
      if (skipped !== undefined) book.report('law 7', `${name} never showed call ${skipped.seq}`);
      const real = shown.find((seq) => { const event = disk.events[seq - 1]; return event === undefined || !isCall(event); });
      if (real !== undefined) book.report('law 7', `${name} showed ${real}, which is no call`);
    },
  };
}
