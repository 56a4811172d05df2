// Automatic call (the plan's `autoCallMs` of a counter): open and free for so long while somebody waits, the counter calls
// by itself. It gives the same order a clerk's button gives, so that there is one function behind every call (C1).
import { nextChoices } from '@hall/core/domain/questions';
import type { HallEvent } from '@hall/core/domain/events';
import type { CounterId } from '@hall/core/domain/ids';
import type { HallKeeper } from './hallKeeper.ts';
import { systemActor, systemCommand } from './systemCommand.ts';

const lookEveryMs = 1_000;

export interface AutoCall {
  /** Orders what is due now; called by its own timer. */
  look(): void;
  stop(): void;
}

export function startAutoCall({ keeper, now }: { readonly keeper: HallKeeper; readonly now: () => number }): AutoCall {
  // After a start a counter is taken to have become free just now: rather a moment late than into a clerk's hands.
  const startedAt = now();
  const touchedAt = new Map<string, number>();
  /** Counters whose order is on its way. */
  const ordered = new Set<CounterId>();

  keeper.onTurn((events) => {
    for (const event of events) {
      const counterId = counterOf(event);
      if (counterId !== null) touchedAt.set(counterId, event.at);
    }
  });

  function look(): void {
    const { plan, counters } = keeper.hall;
    const at = now();
    for (const { id, autoCallMs } of plan?.counters ?? []) {
      const counter = counters.get(id);
      if (autoCallMs === null || counter?.state !== 'open' || counter.activeTicketId !== null || ordered.has(id)) continue;
      if (at - Math.max(counter.since, touchedAt.get(id) ?? startedAt) < autoCallMs) continue;
      if (nextChoices(keeper.hall, id, at, 1).length === 0) continue;
      ordered.add(id);
      // A refusal is quiet: the clerk was quicker, or the last call was too short ago (C7). The next look asks again.
      keeper.order(systemActor('autoCall'), systemCommand('callNext', { counterId: id }, at), () => { ordered.delete(id); });
    }
  }

  const timer = setInterval(look, lookEveryMs);
  return { look, stop: () => { clearInterval(timer); } };
}

/** The counter at which something was done. A rating is given while the clerk may already be free, and is not the clerk's doing. */
function counterOf({ type, data }: HallEvent): string | null {
  if (type === 'recordRated') return null;
  if ('counterId' in data) return data.counterId;
  return type === 'ticketTransferred' && 'fromCounterId' in data ? data.fromCounterId : null;
}
