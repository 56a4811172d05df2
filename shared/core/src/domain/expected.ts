// What the forecast lets the rules know: how long somebody who takes a ticket now would wait.
// Figures come from outside (they are drawn, not folded), so that they are told to a decision and kept in its facts.
import type { ExpectedWait, Rank } from './events.ts';
import type { QueueId } from './ids.ts';

export type { ExpectedWait } from './events.ts';

/** The latest figures for somebody who comes now; null when nothing can be said. */
export type Expectation = (queueId: QueueId, rank: Rank) => ExpectedWait | null;
