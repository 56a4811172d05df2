// Laws that one look at the whole state can show: the invariants, law 1 (fold = live), law 2 (follower = redacted server).
// Law 2 is asked of each screen in the moment it stands at the very sequence the server stood at.
import type { Hall } from '@hall/core/domain/hall';
import { faultsOf } from '@hall/core/domain/invariants';
import { withoutStaff } from '@hall/core/domain/redact';
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

/** The hall as that audience may know it, without the plan, which seldom changes and is longer than all the rest. */
const stateText = (hall: Readonly<Hall>, audience: Audience): string => (audience === 'public' ? publicSnapshot : staffSnapshot)({ ...hall, plan: null });
const planText = ({ plan }: Readonly<Hall>, audience: Audience): string => JSON.stringify(plan, audience === 'public' ? withoutStaff : undefined);

export function createWholeState(book: FaultBook, disk: MemoryDisk): WholeState {
  let reference: { readonly seq: number; readonly epoch: number; readonly state: Record<Audience, string>; readonly plan: Record<Audience, string> } | null = null;
  let planOf: { readonly plan: object; readonly texts: Record<Audience, string> } | null = null;
  /** Plans of screens that were found right, and against what; a screen's plan is one object until it is replaced whole. */
  const rightPlans = new WeakMap<object, string>();
  return {
    look(hall) {
      for (const fault of faultsOf(hall)) book.report('state', fault);
      const live = fullSnapshot(hall);
      for (const whole of disk.snapshots.length === 0 ? [true] : [true, false]) {
        const folded = fullSnapshot(foldDisk(disk, { whole }));
        if (folded !== live) book.report('law 1', `the fold differs from the live hall at ${hall.seq}: ${difference(folded, live)}`);
      }
      const both = (text: typeof stateText): Record<Audience, string> => ({ public: text(hall, 'public'), staff: text(hall, 'staff') });
      reference = { seq: hall.seq, epoch: hall.epoch, state: both(stateText), plan: hall.plan === planOf?.plan ? planOf.texts : both(planText) };
      planOf = hall.plan === null ? null : { plan: hall.plan, texts: reference.plan };
    },
    follower(screen, audience, hall) {
      if (hall.seq !== reference?.seq || hall.epoch !== reference.epoch) return;
      const own = stateText(hall, audience);
      if (own !== reference.state[audience]) book.report('law 2', `${screen} at ${hall.seq} differs from the server: ${difference(own, reference.state[audience])}`);
      if (hall.plan === null || rightPlans.get(hall.plan) === reference.plan[audience]) return;
      const plan = planText(hall, audience);
      if (plan !== reference.plan[audience]) book.report('law 2', `${screen} has another plan than the server: ${difference(plan, reference.plan[audience])}`);
      rightPlans.set(hall.plan, plan);
    },
  };
}
