// For tests of the order of calling: a hall whose counter 1 is open under some calling rules, and all who wait called in turn.
import type { Plan } from '../plan.ts';
import { givenPlan, type Scenario } from './hallSpec.ts';
import { finish, next, open, signIn, start, type Step } from './orders.ts';
import { smallPlan, zeroLimits } from './smallPlan.ts';

export const minute = 60_000;
export const at1 = [signIn('1', '1001'), open('1')];
export const hallCalling = (calling: Partial<Plan['calling']>, ...steps: readonly Step[]): Scenario => givenPlan(smallPlan({ ...zeroLimits, ...calling }), ...at1, ...steps);

/** Calls and serves one after another at a counter until nobody waits: number and rule of each. */
export function served(scenario: Scenario, counterId = '1'): [number: string, rule: string][] {
  const made: [string, string][] = [];
  for (;;) {
    const { decision } = scenario.when(next(counterId));
    const call = decision.accepted ? decision.events[0] : null;
    if (call?.type !== 'ticketCalled') return made;
    made.push([call.data.number, call.facts.why.rule]);
    scenario.and(start(counterId, call.data.number), finish(counterId, call.data.number));
  }
}
export const numbersServed = (scenario: Scenario): string[] => served(scenario).map(([number]) => number);
