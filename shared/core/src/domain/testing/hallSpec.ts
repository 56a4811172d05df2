// Given what has happened, when this is ordered, then these are the facts, or this is the refusal.
// A hall in memory that does what the keeper does (decide, number, fold) and holds the invariants after every fact.
// It imports no test tool: a broken expectation throws, and every test runner shows that.
import { decide } from '../decide.ts';
import type { Decision } from '../decision.ts';
import type { EventType, HallEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { emptyHall, type Hall } from '../hall.ts';
import { faultsOf } from '../invariants.ts';
import type { Plan } from '../plan.ts';
import type { RefusalCode } from '../refusals.ts';
import { adopt, openDay, openJournal, setPeople, type Order, type Step } from './orders.ts';
import { smallPeople } from './smallPeople.ts';
import { smallPlan } from './smallPlan.ts';

/** 08:00 of the test day in the hall's zone. */
export const morning = Date.UTC(2026, 0, 5, 0, 0);
export const today = '2026-01-05';
export const tomorrow = '2026-01-06';
const commandId = '01890000-0000-7000-8000-000000000000';

/** Fields that are not named are not looked at. */
export interface ExpectedEvent { readonly type: EventType; readonly data?: object; readonly facts?: object }

export interface Scenario {
  readonly hall: Hall;
  /** Every fact so far, as the journal would hold it. */
  readonly events: HallEvent[];
  readonly now: () => number;
  /** Goes on with what has happened; an order among it must be accepted. */
  and(...steps: readonly Step[]): Scenario;
  when(order: Order): Outcome;
}
export interface Outcome {
  readonly decision: Decision;
  /** Exactly these facts, in this order; goes on from there. */
  thenEvents(...expected: readonly ExpectedEvent[]): Scenario;
  /** This refusal, with these facts if told; the hall is as it was. */
  thenRefused(code: RefusalCode, facts?: object): Scenario;
}

/** A hall with its small plan and an open day, and then these steps. */
export const given = (...steps: readonly Step[]): Scenario => givenPlan(smallPlan(), ...steps);
export const givenPlan = (plan: Plan, ...steps: readonly Step[]): Scenario => givenNothing(openJournal, adopt(plan), setPeople(smallPeople), openDay(today), ...steps);

/** From before the first event. */
export function givenNothing(...steps: readonly Step[]): Scenario {
  const hall = emptyHall();
  const events: HallEvent[] = [];
  let now = morning;

  function happen(type: EventType, data: unknown, facts: unknown, by: Order | null): void {
    const day = type === 'dayOpened' ? (data as { date: string }).date : hall.day?.closedAt === null ? hall.day.date : null;
    const actor = { role: by?.by ?? 'system', place: by?.place ?? 'test', personId: null };
    const event = { seq: hall.seq + 1, at: now, day, type, v: 1, data, staff: { by: actor, commandId, facts } } as unknown as HallEvent;
    evolve(hall, event);
    events.push(event);
  }
  function carryOut(order: Order): Decision {
    const { by: role, place, expected } = order;
    const decision = decide(hall, order.command(hall), { now, actor: { role, place, personId: null }, ...(expected === undefined ? {} : { expected }) });
    if (!decision.accepted) return decision;
    for (const { type, data, facts } of decision.events) happen(type, data, facts, order);
    const faults = faultsOf(hall);
    if (faults.length > 0) throw new Error(`after ${order.command(hall).type}: ${faults.join('; ')}`);
    return decision;
  }
  function go(step: Step): void {
    if (step.kind === 'wait') now += step.ms;
    else if (step.kind === 'fact') happen(step.type, step.data(hall), step.facts, null);
    else {
      const decision = carryOut(step);
      if (!decision.accepted) throw new Error(`given: ${step.command(hall).type} was refused: ${text(decision.refusal)}`);
    }
  }

  const scenario: Scenario = {
    hall, events, now: () => now,
    and(...more) {
      more.forEach(go);
      return scenario;
    },
    when(order) {
      const before = hall.seq;
      const decision = carryOut(order);
      return {
        decision,
        thenEvents(...expected) {
          if (!decision.accepted) throw new Error(`expected ${text(expected)}, but it was refused: ${text(decision.refusal)}`);
          const right = decision.events.length === expected.length && decision.events.every((event, nth) => holds(expected[nth], event));
          if (!right) throw new Error(`expected ${text(expected)}, but found ${text(decision.events)}`);
          return scenario;
        },
        thenRefused(code, facts) {
          if (decision.accepted) throw new Error(`expected ${code}, but it was accepted: ${text(decision.events)}`);
          if (!holds({ code, ...(facts === undefined ? {} : { facts }) }, decision.refusal)) throw new Error(`expected ${code} ${text(facts ?? {})}, but found ${text(decision.refusal)}`);
          if (hall.seq !== before) throw new Error(`refused, but the hall went from ${before} to ${hall.seq}`);
          return scenario;
        },
      };
    },
  };
  return scenario.and(...steps);
}

/** Every field that is expected is there with that value; lists have the same length. */
function holds(expected: unknown, found: unknown): boolean {
  if (typeof expected !== 'object' || expected === null || typeof found !== 'object' || found === null) return Object.is(expected, found);
  if (Array.isArray(expected) && (!Array.isArray(found) || expected.length !== found.length)) return false;
  return Object.entries(expected).every(([key, value]) => holds(value, (found as Record<string, unknown>)[key]));
}

const text = (value: unknown): string => JSON.stringify(value, null, 1);
