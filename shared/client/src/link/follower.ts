// A copy of the hall that follows the journal: welcome, then batches in order, each event once (laws 2 and 7).
// It belongs to one session: what staff heard and what the public heard are never folded into one copy (V3).
// Pure: no socket, no clock, no Vue. What to do about a gap is the link's business.
import type { HallEvent } from '@hall/core/domain/events';
import { emptyHall, type Hall } from '@hall/core/domain/hall';
import { evolve } from '@hall/core/domain/evolve';
import { hallFromSnapshot } from '@hall/core/domain/snapshot';
import type { Batch, Hello, Pulse, Welcome } from '@hall/core/protocol/messages';

export interface Follower {
  readonly hall: Hall;
  /** Where it stands, for a hello with this session; nowhere, when the copy was heard in another one. */
  position(session: Hello['session']): Pick<Hello, 'journalId' | 'epoch' | 'seq'>;
  /**
   * Takes over what was missed; the events that were new, or null when the whole hall was replaced. `session`: of the hello.
   * `otherSession`: the events do not fit what was heard before, so the copy is empty now and a snapshot is needed.
   */
  welcome(welcome: Welcome, session?: Hello['session']): readonly HallEvent[] | null | 'otherSession';
  /** Holds nothing any more, if it was heard in another session than this. True: it was. */
  leave(session: Hello['session']): boolean;
  /** The events that were new. `gap`: something before them is missing, so nothing was taken. */
  batch(batch: Batch): readonly HallEvent[] | 'gap';
  /** True when the server stands elsewhere than this copy: further on, further back, or in another life. */
  isApart(pulse: Pulse): boolean;
}

export function createFollower(): Follower {
  let hall = emptyHall();
  /** The session in which the copy was heard; null: nobody was signed in. */
  let heardIn: Hello['session'] = null;
  const drop = (): void => {
    hall = emptyHall();
    heardIn = null;
  };
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
    position: (session) => (hall.seq === 0 || session !== heardIn ? { journalId: null, epoch: null, seq: null } : { journalId: hall.journalId, epoch: hall.epoch, seq: hall.seq }),
    welcome({ resume, you }, session = null) {
      // A session that has ended meanwhile tells as little as none.
      const hearsIn = you.personId === null ? null : session;
      if (resume.kind === 'events') {
        if (hearsIn === heardIn) return fold(resume.events);
        drop();
        return 'otherSession';
      }
      hall = hallFromSnapshot(resume.snapshot);
      heardIn = hearsIn;
      return null;
    },
    leave(session) {
      if (heardIn === null || heardIn === session) return false;
      drop();
      return true;
    },
    batch(batch) {
      // A message of another life of the journal is dropped (J9); the next pulse or welcome sorts it out.
      if (!sameLife(batch)) return 'gap';
      return batch.from > hall.seq + 1 ? 'gap' : fold(batch.events);
    },
    isApart: (pulse) => !sameLife(pulse) || pulse.seq !== hall.seq,
  };
}
