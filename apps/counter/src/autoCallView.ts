// The automatic call as the counter's screen tells it (plan: counter.autoCallMs): in how many seconds the hall calls by
// itself. The call is made by the server; here it is only said beforehand.
import type { CounterState, Hall } from '@hall/core/domain/hall';
import type { CounterId } from '@hall/core/domain/ids';
import { nextChoices } from '@hall/core/domain/questions';

/** Whole seconds until the call, 0 when it is due; null: none comes (not planned, not open, not free, nobody waits). */
export function autoCallSeconds(hall: Readonly<Hall>, counterId: CounterId, now: number): number | null {
  const autoCallMs = hall.plan?.counters.find(({ id }) => id === counterId)?.autoCallMs ?? null;
  const counter = hall.counters.get(counterId);
  if (autoCallMs === null || counter?.state !== 'open' || counter.activeTicketId !== null) return null;
  if (nextChoices(hall, counterId, now, 1).length === 0) return null;
  const gapEndsAt = (counter.nextCalledAt ?? 0) + (hall.plan?.calling.nextGapMs ?? 0);
  return Math.max(0, Math.ceil((freeSince(hall, counter) + autoCallMs - now) / 1000), Math.ceil((gapEndsAt - now) / 1000));
}

/** Opened, or the last ticket left: finished, missed, parked, sent on. */
function freeSince(hall: Readonly<Hall>, { id, since, lastRecord }: CounterState): number {
  let last = Math.max(since, lastRecord?.endedAt ?? 0);
  for (const { history } of hall.tickets.values()) {
    for (const step of history) if (step.counterId === id && step.at > last) last = step.at;
  }
  return last;
}
