// What every screen hears, whoever carries it: each committed turn as one batch per audience, and the pulse.
// No transport here: socketDoor.ts brings Socket.IO, the simulator its fake network.
import type { HallEvent } from '@hall/core/domain/events';
import { redactEvent } from '@hall/core/domain/redact';
import type { Batch, Pulse } from '@hall/core/protocol/messages';
import type { Audience } from '@hall/core/protocol/rights';
import type { HallKeeper } from '../hall/hallKeeper.ts';
import type { RecentEvents } from './recentEvents.ts';

export interface FanOutParts {
  readonly keeper: HallKeeper;
  readonly recent: RecentEvents;
  readonly now: () => number;
  /** To all screens of that audience. */
  readonly send: (audience: Audience, batch: Batch) => void;
  /** To all screens. */
  readonly sendPulse: (pulse: Pulse) => void;
}

export interface FanOut {
  /** Called every `pulseEveryMs`. */
  pulse(): void;
}

export function createFanOut({ keeper, recent, now, send, sendPulse }: FanOutParts): FanOut {
  const batchOf = (events: readonly HallEvent[]): Batch => {
    const { journalId, epoch, seq, at } = keeper.hall;
    return { journalId, epoch, from: events[0]?.seq ?? seq, to: seq, at, events: [...events] };
  };
  keeper.onTurn((events) => {
    // First for those who come later: a screen that connects from now on is told by its welcome.
    recent.add(events);
    send('public', batchOf(events.map(redactEvent)));
    send('staff', batchOf(events));
  });
  return {
    pulse() {
      const { journalId, epoch, seq } = keeper.hall;
      sendPulse({ journalId, epoch, seq, at: now() });
    },
  };
}
