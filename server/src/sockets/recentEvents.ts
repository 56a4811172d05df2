// The newest events in memory, for screens that come back after a short while: they catch up by sequence.
// A screen further behind than this gets a snapshot.
import type { HallEvent } from '@hall/core/domain/events';
import { redactEvent } from '@hall/core/domain/redact';
import type { Audience } from '@hall/core/protocol/rights';

export interface RecentEvents {
  add(events: readonly HallEvent[]): void;
  /** Everything after `seq` for that audience, or null when it is not all here. */
  after(seq: number, audience: Audience): readonly HallEvent[] | null;
}

/** `most` events are kept; twice as many for a moment, so that old ones leave in one cut. */
export function createRecentEvents(most: number): RecentEvents {
  let full: HallEvent[] = [];
  return {
    add(events) {
      full.push(...events);
      if (full.length > most * 2) full = full.slice(-most);
    },
    after(seq, audience) {
      const newest = full.at(-1)?.seq;
      if (newest === undefined) return null;
      const count = newest - seq;
      if (count < 0 || count > full.length || count > most) return null;
      const missed = full.slice(full.length - count);
      return audience === 'staff' ? missed : missed.map(redactEvent);
    },
  };
}
