// How facts about a counter and its clerk change the hall.
import type { HallEvent } from '../events.ts';
import type { CounterState, Hall } from '../hall.ts';
import { ranks } from '../line.ts';
import { joinItsLine, leaveItsLine } from '../lines.ts';

function become(hall: Hall, event: HallEvent<'counterOpened' | 'counterPaused' | 'counterClosed'>, state: CounterState['state']): CounterState | undefined {
  const counter = hall.counters.get(event.data.counterId);
  if (counter === undefined) return undefined;
  counter.state = state;
  counter.since = event.at;
  counter.pauseReasonId = null;
  return counter;
}

export function foldSignedIn(hall: Hall, { at, data, staff }: HallEvent<'counterSignedIn'>): void {
  const counter = hall.counters.get(data.counterId);
  if (counter === undefined) return;
  counter.signedIn = true;
  counter.signedInAt = at;
  if (staff !== undefined) counter.staff = { clerkId: staff.facts.clerkId };
}

export function foldSignedOut(hall: Hall, { data, staff }: HallEvent<'counterSignedOut'>): void {
  const counter = hall.counters.get(data.counterId);
  if (counter === undefined) return;
  counter.signedIn = false;
  counter.signedInAt = null;
  if (staff !== undefined) counter.staff = { clerkId: null };
}

export function foldCounterOpened(hall: Hall, event: HallEvent<'counterOpened'>): void {
  become(hall, event, 'open');
}

export function foldCounterPaused(hall: Hall, event: HallEvent<'counterPaused'>): void {
  const counter = become(hall, event, 'paused');
  if (counter !== undefined) counter.pauseReasonId = event.data.reasonId;
}

/** Who waited for this counter alone waits in the queue again: nobody is forgotten behind a closed counter (C11). */
export function foldCounterClosed(hall: Hall, event: HallEvent<'counterClosed'>): void {
  become(hall, event, 'closed');
  const line = hall.counterLines.get(event.data.counterId);
  if (line === undefined) return;
  for (const ticket of ranks.flatMap((rank) => [...line[rank]])) {
    leaveItsLine(hall, ticket);
    ticket.forCounterId = null;
    ticket.version += 1;
    joinItsLine(hall, ticket);
  }
}
