// Laws that one look at the whole state can show: the invariants, law 1 (fold = live), law 2 (follower = redacted server).
// Law 2 is asked of each screen in the moment it stands at the very sequence the server stood at.
import type { Hall } from '@hall/core/domain/hall';
import { faultsOf } from '@hall/core/domain/invariants';
import { fullSnapshot, publicSnapshot, staffSnapshot } from '@hall/core/domain/snapshot';
import type { Audience } from '@hall/core/protocol/rights';
import { foldDisk, type MemoryDisk } from '../memoryJournal.ts';
import { difference, type FaultBook } from './faultBook.ts';

export interface WholeState {
  /** The server stands still here, all committed. */
  look(hall: Readonly<Hall>): void;
  /** A screen's hall has changed. */
  follower(screen: string, audience: Audience, hall: Readonly<Hall>): void;
}

export function createWholeState(book: FaultBook, disk: MemoryDisk): WholeState {
  let reference: { readonly seq: number; readonly public: string; readonly staff: string } | null = null;
  return {
    look(hall) {
      for (const fault of faultsOf(hall)) book.report('state', fault);
      const live = fullSnapshot(hall);
      for (const whole of disk.snapshots.length === 0 ? [true] : [true, false]) {
        const folded = fullSnapshot(foldDisk(disk, { whole }));
        if (folded !== live) book.report('law 1', `the fold differs from the live hall at ${hall.seq}: ${difference(folded, live)}`);
      }
      reference = { seq: hall.seq, public: publicSnapshot(hall), staff: staffSnapshot(hall) };
    },
    follower(screen, audience, hall) {
      if (hall.seq !== reference?.seq) return;
      const own = audience === 'public' ? publicSnapshot(hall) : staffSnapshot(hall);
      if (own !== reference[audience]) book.report('law 2', `${screen} at ${hall.seq} differs from the server: ${difference(own, reference[audience])}`);
    },
  };
}
