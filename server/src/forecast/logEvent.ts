// One event of a forecast log (docs/forecast.md), read from a line with as little trust as possible:
// what is not understood is ignored, what is broken is named.
import { z } from 'zod';

const id = z.union([z.string(), z.number()]).transform(String);
const named = z.union([id, z.object({ id }).transform((entry) => entry.id)]);
const seconds = z.number().min(0).max(1e12);

/** Whoever has waited longer goes first, whatever the class; absent: nobody said. */
const ceiling = z.number().min(0).nullish().catch(null);

const policySchema = z.union([
  z.object({
    kind: z.literal('class-rank'),
    rank: z.record(z.string(), z.number()),
    appointmentEarlyS: z.number().min(0).default(0),
    maxConsecutiveRanked: z.number().min(1).nullish(),
    /** N ranked, then M normal: how many of the lowest class go before the next ranked one. */
    normalTurns: z.number().int().min(1).nullish().catch(null),
    ceilingSeconds: ceiling,
  }),
  z.object({ kind: z.literal('longest-wait'), bonusSeconds: z.record(z.string(), z.number()).default({}), appointmentEarlyS: z.number().min(0).default(0), ceilingSeconds: ceiling }),
]);
export type LogPolicy = z.infer<typeof policySchema> | null;

const headerSchema = z.object({
  type: z.literal('header'),
  hall: id.default(''),
  detail: z.enum(['full', 'calls-only']).catch('full'),
  queues: z.array(named).catch([]),
  classes: z.array(named).catch([]),
  // A policy nobody knows is an unknown policy.
  policy: policySchema.nullable().catch(null),
});
export type LogHeader = z.infer<typeof headerSchema>;

const at = { t: seconds };
const ofTicket = { ...at, ticket: id };
const counter = id.nullable().catch(null);

const eventSchema = z.discriminatedUnion('type', [
  headerSchema,
  z.object({ type: z.literal('day.start'), ...at, weekday: z.number().int().min(1).max(7).catch(1) }),
  z.object({ type: z.literal('day.end'), ...at }),
  z.object({ type: z.literal('counter.open'), ...at, counter: id, queues: z.array(id) }),
  z.object({ type: z.literal('counter.pause'), ...at, counter: id }),
  z.object({ type: z.literal('counter.resume'), ...at, counter: id }),
  z.object({ type: z.literal('counter.close'), ...at, counter: id }),
  z.object({ type: z.literal('queue.capacity'), ...at, queue: id, open: z.number().min(0) }),
  z.object({ type: z.literal('ticket.issued'), ...ofTicket, queue: id, class: id.catch('normal'), predict: z.boolean().catch(false), appointmentAt: seconds.nullish() }),
  z.object({ type: z.literal('ticket.called'), ...ofTicket, counter }),
  z.object({ type: z.literal('ticket.served'), ...ofTicket }),
  z.object({ type: z.literal('ticket.noshow'), ...ofTicket, counter }),
  z.object({ type: z.literal('ticket.left'), ...ofTicket }),
  z.object({ type: z.literal('ticket.transferred'), ...ofTicket, queue: id, class: id.catch('normal') }),
]);
export type LogEvent = z.infer<typeof eventSchema>;

const known = new Set<string>(eventSchema.options.map((option) => option.shape.type.value));

/** Null: an event of an unknown type. Throws what is wrong with a line that is not an event. */
export function readLine(line: string): LogEvent | null {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') throw new Error('not an event');
  if (!known.has(value.type)) return null;
  const read = eventSchema.safeParse(value);
  if (!read.success) throw new Error(z.prettifyError(read.error));
  return read.data;
}
