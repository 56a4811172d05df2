// The engine's input from the floor: ids and objects become numbers. The reading of the policy decides due moments
// and which of a counter's queues are its own.
import type { Floor, Guest } from './floor.ts';
import type { CounterAhead, ForecastState } from './forecastState.ts';
import type { Reading } from './policyGuess.ts';

export function stateOf(floor: Floor, reading: Reading): { readonly state: ForecastState; readonly indexOf: ReadonlyMap<Guest, number> } {
  const guests = floor.lines.flat().sort((a, b) => a.order - b.order);
  const waiting = {
    queue: Int32Array.from(guests, ({ queue }) => queue),
    rank: Int32Array.from(guests, ({ rank }) => rank),
    kind: Int32Array.from(guests, ({ kind }) => kind),
    issuedAt: Float64Array.from(guests, ({ issuedAt }) => issuedAt),
    dueAt: Float64Array.from(guests, (guest) => reading.dueAt(guest)),
  };
  const counters = floor.counters.map(({ own, helped, helpAbove, conditions, active, rankedInARow, freeSince }): CounterAhead => ({
    own: reading.helpsOthers ? own.slice(0, 1) : own,
    helped: reading.helpsOthers ? [...own.slice(1), ...helped] : helped,
    helpAbove, conditions, rankedInARow, freeSince,
    active: active === null || active.calledAt === null ? null
      : { kind: active.kind, calledAt: active.calledAt, waited: active.calledAt - active.issuedAt },
  }));
  return {
    state: { now: floor.now, queues: floor.queues, ranks: floor.ranks, waiting, counters, policy: reading.policy },
    indexOf: new Map(guests.map((guest, index) => [guest, index])),
  };
}

/** People of the same queue who joined before; a plain count over its ranks up to the guest's own. */
export function placesAhead(floor: Floor, guest: Guest): number {
  let ahead = 0;
  for (let rank = 0; rank < floor.ranks; rank += 1) ahead += floor.lines[guest.queue * floor.ranks + rank]?.length ?? 0;
  return ahead - 1;
}
