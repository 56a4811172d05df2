// Where a ticket can be sent (C11): the queues with who works for them, then the counters of the chosen one.
import type { CounterState, Hall } from '@hall/core/domain/hall';
import type { CounterId, QueueId } from '@hall/core/domain/ids';
import { waitingIn } from '@hall/core/domain/line';
import type { Counter, Names, Queue } from '@hall/core/domain/plan';
import { openCountersOf, waitingCount } from '@hall/core/domain/questions';
import { servesQueue } from '@hall/core/domain/rules/counters';

export interface QueueChoice {
  readonly id: QueueId;
  readonly prefix: string;
  readonly name: Names;
  readonly waiting: number;
  readonly openCounters: number;
  readonly transferPlace: Queue['transferPlace'];
}

/** Queues whose letter is, or whose name contains, what was typed; by letter first. */
export function queueChoices(hall: Readonly<Hall>, typed: string): QueueChoice[] {
  const sought = typed.trim().toLowerCase();
  const byLetter = ({ numbering: { prefix } }: Queue): boolean => prefix.toLowerCase().startsWith(sought);
  return (hall.plan?.queues ?? [])
    .filter((queue) => byLetter(queue) || queue.name.zh.includes(sought) || queue.name.en.toLowerCase().includes(sought))
    .sort((a, b) => Number(byLetter(b)) - Number(byLetter(a)))
    .map(({ id, numbering: { prefix }, name, transferPlace }) => ({
      id, prefix, name, transferPlace, waiting: waitingCount(hall, id), openCounters: openCountersOf(hall, id).length,
    }));
}

export interface CounterChoice {
  readonly id: CounterId;
  readonly name: Names;
  readonly state: CounterState['state'];
  /** Who waits for this counter alone. */
  readonly alone: number;
}

/** Counters at work that serve the queue, then those that help it: nobody is sent to wait behind a closed one. */
export function counterChoices(hall: Readonly<Hall>, queueId: QueueId): CounterChoice[] {
  const isOwn = ({ ownQueues }: Counter): boolean => ownQueues.includes(queueId);
  return [...(hall.plan?.counters ?? [])].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a))).flatMap((counter) => {
    const { state = 'closed' } = hall.counters.get(counter.id) ?? {};
    const line = hall.counterLines.get(counter.id);
    if (state === 'closed' || !servesQueue(counter, queueId)) return [];
    return [{ id: counter.id, name: counter.name, state, alone: line === undefined ? 0 : waitingIn(line) }];
  });
}
