// How facts about a counter and its clerk change the hall.
import type { HallEvent } from '../events.ts';
import type { CounterState, Hall } from '../hall.ts';

function become(hall: Hall, event: HallEvent<'counterOpened' | 'counterPaused' | 'counterClosed'>, state: CounterState['state']): CounterState | undefined {
  const counter = hall.counters.get(event.data.counterId);
  if (counter === undefined) return undefined;
  counter.state = state;
  counter.since = event.at;
  counter.pauseReasonId = null;
  return counter;
}

export function foldSignedIn(hall: Hall, { data, staff }: HallEvent<'counterSignedIn'>): void {
  const counter = hall.counters.get(data.counterId);
  if (counter === undefined) return;
  counter.signedIn = true;
  if (staff !== undefined) counter.staff = { clerkId: staff.facts.clerkId };
}

export function foldSignedOut(hall: Hall, { data, staff }: HallEvent<'counterSignedOut'>): void {
  const counter = hall.counters.get(data.counterId);
  if (counter === undefined) return;
  counter.signedIn = false;
  if (staff !== undefined) counter.staff = { clerkId: null };
}

export function foldCounterOpened(hall: Hall, event: HallEvent<'counterOpened'>): void {
  become(hall, event, 'open');
}

export function foldCounterPaused(hall: Hall, event: HallEvent<'counterPaused'>): void {
  const counter = become(hall, event, 'paused');
  if (counter !== undefined) counter.pauseReasonId = event.data.reasonId;
}

export function foldCounterClosed(hall: Hall, event: HallEvent<'counterClosed'>): void {
  become(hall, event, 'closed');
}
