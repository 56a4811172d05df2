// What everybody in the simulated hall shares: time, chance, the plan, and what becomes of each visitor.
import type { Random } from '@hall/core/base/random';
import type { Person } from '@hall/core/domain/person';
import type { Plan } from '@hall/core/domain/plan';
import type { Ticket } from '@hall/core/domain/ticket';
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
  readonly people: readonly Person[];
  readonly pace: Pace;
  readonly crowd: Crowd;
  /** Chance that a person presses something that makes no sense now. */
  readonly mischief: number;
}

/** Who holds which ticket; people are found by their tickets. */
export interface Crowd {
  /** Whether the holder comes to the counter this time; drawn once for every stretch of the ticket's way. */
  comes(ticket: Pick<Ticket, 'id' | 'history'>): boolean;
}

/** 8% do not come when they are called. */
const awayShare = 0.08;

export function createCrowd(random: Random): Crowd {
  const fates = new Map<string, boolean>();
  return {
    comes({ id, history }) {
      const stretch = `${id} ${history.length}`;
      const known = fates.get(stretch);
      if (known !== undefined) return known;
      const fate = !random.chance(awayShare);
      fates.set(stretch, fate);
      return fate;
    },
  };
}
