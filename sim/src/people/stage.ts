// What everybody in the simulated hall shares: time, chance, the plan, and what becomes of each visitor.
import type { Random } from '@hall/core/base/random';
import type { Plan } from '@hall/core/domain/plan';
import type { TicketId } from '@hall/core/domain/ids';
import type { VirtualClock } from '../virtualClock.ts';

/** How long things take in this hall, ms. */
export interface Pace {
  /** From seeing something to pressing. */
  readonly thinkMs: number;
  /** Share of the plan's usual time that a service takes here. */
  readonly serviceShare: number;
  readonly pauseMs: number;
  readonly walkMs: number;
}

export interface Stage {
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly plan: Plan;
  readonly pace: Pace;
  readonly crowd: Crowd;
  /** Chance that a person presses something that makes no sense now. */
  readonly mischief: number;
}

/** Who holds which ticket; people are found by their tickets. */
export interface Crowd {
  /** Whether the holder comes to the counter at all; drawn once per ticket. */
  comes(ticketId: TicketId): boolean;
}

/** 8% never come. */
const awayShare = 0.08;

export function createCrowd(random: Random): Crowd {
  const fates = new Map<TicketId, boolean>();
  return {
    comes(ticketId) {
      const known = fates.get(ticketId);
      if (known !== undefined) return known;
      const fate = !random.chance(awayShare);
      fates.set(ticketId, fate);
      return fate;
    },
  };
}
