// What the pad shows, derived from the hall and the little this pad remembers by itself. No Vue, no clock of its own.
// How the memory changes is in padMemory.ts; the screens only draw what stands here.
import type { CounterState, Hall } from '@hall/core/domain/hall';
import type { CounterId, ServiceId } from '@hall/core/domain/ids';
import type { Counter, Names, RatingLevel, Service } from '@hall/core/domain/plan';
import { activeTicket, isDayOpen, serviceOf } from '@hall/core/domain/questions';
import { servesQueue } from '@hall/core/domain/rules/counters';
import type { ServiceRecord, Ticket } from '@hall/core/domain/ticket';
import type { Choice, Outcome, PadMemory } from './padMemory.ts';

/** A record may be rated for so long after its finish (R2). */
export const ratingOpenMs = 60_000;
/** How long the thanks stay. */
export const thanksMs = 5_000;
/** In the last seconds the page says that it will close. */
export const warnLastSeconds = 20;
/** A call this soon after the finish was one press with it ("finish and next") and does not end the asking. */
const samePressMs = 2_000;

export type PadView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'noCounter' }
  | { readonly kind: 'idle'; readonly counter: Counter; readonly state: CounterState['state']; readonly dayOpen: boolean; readonly pauseReason: Names | null }
  | { readonly kind: 'calling'; readonly counter: Counter; readonly number: string }
  | { readonly kind: 'serving'; readonly counter: Counter; readonly number: string; readonly services: readonly Service[] }
  | { readonly kind: 'rate'; readonly counter: Counter; readonly record: ServiceRecord; readonly services: readonly Service[]; readonly choice: Choice | null; readonly chosen: RatingLevel | null; readonly secondsLeft: number; readonly nextNumber: string | null }
  | { readonly kind: 'thanks'; readonly counter: Counter; readonly outcome: Outcome };

export function padView(hall: Readonly<Hall>, place: string, memory: PadMemory, now: number): PadView {
  if (hall.plan === null) return { kind: 'loading' };
  const counterId = place as CounterId;
  const counter = hall.plan.counters.find(({ id }) => id === counterId);
  const state = hall.counters.get(counterId);
  if (counter === undefined || state === undefined) return { kind: place === '' ? 'loading' : 'noCounter' };
  const ticket = activeTicket(hall, counterId);
  // The next visitor's service has begun: whatever the last one left open is over (R2).
  if (ticket?.state === 'serving') return { kind: 'serving', counter, number: ticket.number, services: servicesHere(hall, counter, ticket) };
  const { thanks } = memory;
  if (thanks !== null && thanks.recordId === state.lastRecord?.id && now < thanks.since + thanksMs) return { kind: 'thanks', counter, outcome: thanks.outcome };
  const record = recordToRate(state, memory, now);
  if (record !== null) {
    const choice = memory.choice?.recordId === record.id ? memory.choice : null;
    return {
      kind: 'rate', counter, record, services: servicesOf(hall, record.serviceIds),
      choice, chosen: hall.plan.rating.levels.find(({ level }) => level === choice?.level) ?? null,
      secondsLeft: Math.max(0, Math.ceil(((record.endedAt ?? now) + ratingOpenMs - now) / 1000)),
      nextNumber: ticket?.number ?? null,
    };
  }
  if (ticket !== null) return { kind: 'calling', counter, number: ticket.number };
  const pauseReason = hall.plan.pauseReasons.find(({ id }) => id === state.pauseReasonId)?.name ?? null;
  return { kind: 'idle', counter, state: state.state, dayOpen: isDayOpen(hall), pauseReason };
}

/** What is handled at this counter in this stretch: the present service, and what comes later and is served here too (T4). */
function servicesHere(hall: Readonly<Hall>, counter: Counter, { serviceId, laterServiceIds }: Ticket): Service[] {
  return servicesOf(hall, [serviceId, ...laterServiceIds]).filter(({ id, queueId }) => id === serviceId || servesQueue(counter, queueId));
}

/** In this order; one that the plan no longer knows is left out. */
const servicesOf = (hall: Readonly<Hall>, ids: readonly ServiceId[]): Service[] =>
  ids.map((serviceId) => serviceOf(hall, { serviceId })).filter((service) => service !== null);

/** The last finished record while it may still be asked about, or null (R2, R3). */
function recordToRate({ lastRecord: record, nextCalledAt }: CounterState, { settled, choice }: PadMemory, now: number): ServiceRecord | null {
  if (record === null || record.endedAt === null || record.id === settled) return null;
  if (now >= record.endedAt + ratingOpenMs) return null;
  // Somebody else was called since: the clerk has gone on.
  if (nextCalledAt !== null && nextCalledAt > record.endedAt + samePressMs) return null;
  // Our own rating may come back as an event before its answer: the page waits for the answer.
  return record.rated && choice?.recordId !== record.id ? null : record;
}

/** The levels as the visitor sees them; the plan has them best first, as the national order does (R1). */
export const levelsShown = (hall: Readonly<Hall>): readonly RatingLevel[] => hall.plan?.rating.levels ?? [];

/** Codes of a level: the first ones, or all after "more" (R1). */
export const codesShown = ({ codes }: RatingLevel, all: boolean): RatingLevel['codes'] =>
  all ? codes : codes.filter(({ first }) => first);
