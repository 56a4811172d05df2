// The next number of a queue (rules N1, N2, N4, J9): from a counter in the state, never from counting tickets.
// A range that has run out goes on in the queue's overflow prefix; when that has run out too, there is none.
import type { Hall } from './hall.ts';
import type { Numbering, Queue } from './plan.ts';

export interface NextNumber {
  readonly prefix: string;
  readonly serial: number;
  /** As printed: prefix and zero-padded digits. */
  readonly number: string;
}

/** The number the queue's next ticket gets, or null when its ranges have run out (N4). */
export function nextNumber(hall: Readonly<Hall>, queue: Queue): NextNumber | null {
  return nextOf(hall, queue.numbering) ?? (queue.overflow === null ? null : nextOf(hall, queue.overflow));
}

function nextOf(hall: Readonly<Hall>, of: Numbering): NextNumber | null {
  // A plan that was changed today may begin its range later than the last number.
  const serial = Math.max(of.main.from, hall.numbers.get(of.prefix) ?? 0);
  // The kept range is touched on the day of a restore only: else that day could meet its own numbers (J9).
  const inRange = serial <= of.main.to || (hall.day?.restored === true && serial >= of.restored.from && serial <= of.restored.to);
  return inRange ? { prefix: of.prefix, serial, number: numberText(of, serial) } : null;
}

export const numberText = (of: Pick<Numbering, 'prefix' | 'digits'>, serial: number): string =>
  of.prefix + String(serial).padStart(of.digits, '0');

/** First unused number of each prefix after a restore: past what is known, and inside the range kept for it (J9). */
export function restoreFloors(queues: readonly Queue[], known: ReadonlyMap<string, number>): Record<string, number> {
  const floors: Record<string, number> = {};
  for (const queue of queues) {
    for (const of of [queue.numbering, ...(queue.overflow === null ? [] : [queue.overflow])]) {
      floors[of.prefix] = Math.max(of.restored.from, known.get(of.prefix) ?? 0);
    }
  }
  return floors;
}
