// Which plan holds, kept from committed events alone: it changes whole, never to one that contradicts itself, never under
// the feet of a ticket, and one that was kept for the next day is adopted with that day.
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import type { Plan } from '@hall/core/domain/plan';
import { isFinal } from '@hall/core/domain/ticket';
import type { Broken } from './faultBook.ts';

export interface PlanBook {
  readonly plan: Plan;
  read(event: HallEvent): void;
  /** What a hall that stands where this book stands holds against its plan. */
  faultsOf(hall: Readonly<Hall>): string[];
}

/** Stands in the English name of a plan that must never be adopted. */
export const faultyName = 'of contradictions';

export function createPlanBook(broken: Broken, first: Plan): PlanBook {
  let plan = first;
  let next: Plan | null = null;
  /** The order that adopted the plan. */
  let adoptedBy: string | undefined;

  function take(event: HallEvent<'planAdopted' | 'planScheduled'>, taken: Plan): void {
    if (taken.name.en.includes(faultyName)) broken('plan', event, 'takes a plan that contradicts itself');
  }

  return {
    get plan() {
      return plan;
    },
    read(event) {
      if (event.type === 'planScheduled' && event.staff !== undefined) {
        next = event.staff.facts.plan;
        take(event, next);
      } else if (event.type === 'planWithdrawn') {
        if (next === null) broken('plan', event, 'takes back a plan that was not there');
        next = null;
      } else if (event.type === 'planAdopted') {
        plan = { ...event.data.plan, staff: event.staff?.facts.staff };
        next = null;
        adoptedBy = event.staff?.commandId;
        take(event, plan);
      } else if (event.type === 'dayOpened' && event.data.again) {
        if (event.staff?.commandId === adoptedBy) broken('N3', event, 'opens the same day again with another plan');
      } else if (event.type === 'dayOpened' && next !== null) broken('plan', event, 'opens without the plan that was kept for it');
    },
    faultsOf({ plan: own, tickets, counters, staff }) {
      const faults: string[] = [];
      if (own?.name.en !== plan.name.en) faults.push(`plan: ${own?.name.en} holds, ${plan.name.en} was adopted`);
      if (staff.nextPlan?.plan.name.en !== next?.name.en) faults.push(`plan: ${staff.nextPlan?.plan.name.en} waits for the next day, it was ${next?.name.en}`);
      const known = { services: new Set<string>(plan.services.map(({ id }) => id)), queues: new Set<string>(plan.queues.map(({ id }) => id)), counters: new Set<string>(plan.counters.map(({ id }) => id)) };
      for (const { number, state, serviceId, laterServiceIds, queueId, forCounterId } of tickets.values()) {
        if (isFinal(state)) continue;
        if (![serviceId, ...laterServiceIds].every((id) => known.services.has(id)) || !known.queues.has(queueId) || (forCounterId !== null && !known.counters.has(forCounterId))) faults.push(`plan: ${number} stands for something the plan does not have`);
      }
      for (const { id } of counters.values()) if (!known.counters.has(id)) faults.push(`plan: counter ${id} is not in the plan`);
      if (counters.size !== known.counters.size) faults.push(`plan: ${counters.size} counters of ${known.counters.size}`);
      return faults;
    },
  };
}
