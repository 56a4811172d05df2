// What a calm page consists of, and what its words are made from. The words themselves are calmPage.ts and checkInPage.ts.
import type { Stop } from '@hall/core/domain/hall';
import type { Plan } from '@hall/core/domain/plan';
import type { LinkStatus } from '@hall/client/link/link';
import type { Known, Touch } from './kioskPages.ts';

export interface CalmPage {
  /** Name for tests. */
  readonly test: string;
  readonly icon: 'away' | 'calendar' | 'clock' | 'notice' | 'people' | 'ticket';
  readonly title: string;
  /** The one fact to be remembered: a time, a date, a number. */
  readonly fact: string | null;
  readonly words: readonly string[];
  /** The first is what most will want; none: there is nothing to press but to wait. */
  readonly actions: readonly CalmAction[];
}

export interface CalmAction {
  readonly text: string;
  readonly touch: Touch;
}

export interface CalmFacts {
  readonly plan: Plan | null;
  readonly status: LinkStatus;
  /** The stop of the whole hall, for the door `stopped`. */
  readonly stop: Stop | null;
  /** What the printer says now (S4). */
  readonly paper: Known['paper'];
  /** Can the slip of this ticket be printed again? */
  readonly isLive: (ticketId: string) => boolean;
}
