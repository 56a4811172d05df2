// Changing the plan: whole or not at all, at once or from the next business day, never against tickets already issued.
import { accept, fact, refuse, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import type { Plan } from '../plan.ts';
import { planChanges } from '../planChanges.ts';
import { planConflicts } from '../planConflicts.ts';
import { planFaults } from '../planFaults.ts';

/** All faults together, those of the plan and those against the hall as it is. The first plan is always adopted at once. */
export function adoptPlan(hall: Readonly<Hall>, { plan, from }: CommandData<'adoptPlan'>): Decision {
  const when = hall.plan === null ? 'now' : from;
  const faults = [...planFaults(plan), ...planConflicts(hall, plan, when)];
  if (faults.length > 0) return refuse('planFaulty', { faults });
  if (when === 'now') return accept(planAdopted(hall.plan, plan));
  return accept(fact('planScheduled', {}, { plan, changes: planChanges(hall.plan, plan) }));
}

/** The fact, with what changed; what is private of the plan stays apart (V3). */
export function planAdopted(before: Plan | null, after: Plan): NewEvent<'planAdopted'> {
  const { staff, ...plan } = after;
  return fact('planAdopted', { plan }, { staff, changes: planChanges(before, after) }) as NewEvent<'planAdopted'>;
}

export function withdrawPlan(hall: Readonly<Hall>): Decision {
  return hall.staff.nextPlan === null ? refuse('noNextPlan', {}) : accept(fact('planWithdrawn', {}));
}
