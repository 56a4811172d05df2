// A copy of the hall that follows the journal: welcome, then batches in order, each event once (laws 2 and 7).
// Pure: no socket, no clock, no Vue. What to do about a gap is the link's business.
import type { HallEvent } from '@hall/core/domain/events';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import { evolve } from '@hall/core/domain/evolve';
import { hallFromSnapshot } from '@hall/core/domain/snapshot';
import type { Batch, Hello, Pulse, Welcome } from '@hall/core/protocol/messages';

export interface Follower {
  readonly hall: Hall;
  /** Where it stands, for the next hello. */
  position(): Pick<Hello, 'journalId' | 'epoch' | 'seq'>;
  /** Takes over what was missed; the events that were new, or null when the whole hall was replaced. */
  welcome(welcome: Welcome): readonly HallEvent[] | null;
  /** The events that were new. `gap`: something before them is missing, so nothing was taken. */
  batch(batch: Batch): readonly HallEvent[] | 'gap';
  /** True when the server stands elsewhere than this copy: further on, further back, or in another life. */
  isApart(pulse: Pulse): boolean;
}

export function createFollower(): Follower {
  let hall = emptyHall();
  const sameLife = (other: { journalId: string; epoch: number }): boolean => other.journalId === hall.journalId && other.epoch === hall.epoch;
  const fold = (events: readonly HallEvent[]): readonly HallEvent[] => {
    const fresh = events.filter(({ seq }) => seq > hall.seq);
    for (const event of fresh) evolve(hall, event);
    return fresh;
  };
  return {
    get hall() {
      return hall;
    },
    position: () => (hall.seq === 0 ? { journalId: null, epoch: null, seq: null } : { journalId: hall.journalId, epoch: hall.epoch, seq: hall.seq }),
    welcome({ resume }) {
      if (resume.kind === 'events') return fold(resume.events);
      hall = hallFromSnapshot(resume.snapshot);
      return null;
    },
    batch(batch) {
      // A message of another life of the journal is dropped (J9); the next pulse or welcome sorts it out.
      if (!sameLife(batch)) return 'gap';
      return batch.from > hall.seq + 1 ? 'gap' : fold(batch.events);
    },
    isApart: (pulse) => !sameLife(pulse) || pulse.seq !== hall.seq,
  };
}
