// A journal around which the process can die, and which shows each event to the laws once it is folded.
import type { HallEvent } from '@hall/core/domain/events';
import type { Journal } from '@hall/server/journal/journal';

/** Dies before the commit; after it, with nothing answered; after it, with so many answers given. */
export type CrashPoint = 'beforeCommit' | 'afterCommit' | { readonly afterAnswers: number };

export class PowerCut extends Error {}

/** `crashAt` is asked at every commit; `folded` is told of each event after the keeper has evolved it. */
export function mortalJournal(journal: Journal, crashAt: () => CrashPoint | null, folded: (event: HallEvent) => void): Journal {
  let last: HallEvent | null = null;
  // The keeper appends, then evolves: an event is folded when the next one comes, or the commit.
  const lookAtLast = (): void => {
    if (last !== null) folded(last);
    last = null;
  };
  return {
    ...journal,
    append(event, commandHash) {
      lookAtLast();
      journal.append(event, commandHash);
      last = event;
    },
    commit() {
      lookAtLast();
      if (crashAt() === 'beforeCommit') throw new PowerCut();
      journal.commit();
      if (crashAt() === 'afterCommit') throw new PowerCut();
    },
  };
}
