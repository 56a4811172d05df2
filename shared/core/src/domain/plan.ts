// The plan: the hall's whole configuration as one document, schema and type in one.
// Checks that need more than one field (a service whose queue does not exist) are in planFaults.ts.
import { z } from 'zod';
import {
  classIdSchema, clerkIdSchema, counterIdSchema, departmentIdSchema, queueIdSchema, reasonIdSchema,
  serviceIdSchema, zoneIdSchema,
} from './ids.ts';

/** A name in the languages of the hall. */
export const namesSchema = z.strictObject({ zh: z.string().min(1).max(80), en: z.string().min(1).max(120) });
export type Names = z.infer<typeof namesSchema>;

const prefixSchema = z.string().regex(/^[A-Z]{1,3}$/);
const serialSchema = z.int().min(1).max(99_999);
const rangeSchema = z.strictObject({ from: serialSchema, to: serialSchema });
const timeOfDaySchema = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);
const lengthMs = z.int().min(0).max(86_400_000);

/** Ranges of one prefix; disjoint, so that no two ways of issuing can meet (N1, N4, J9, O1). */
const numberingSchema = z.strictObject({
  prefix: prefixSchema,
  digits: z.int().min(2).max(5),
  /** Issued by the server on an ordinary day. */
  main: rangeSchema,
  /** Kept for the rest of a day on which the journal was restored (J9). */
  restored: rangeSchema,
  /** Kept for kiosks that are alone (O1). */
  offline: rangeSchema.nullable(),
});
export type Numbering = z.infer<typeof numberingSchema>;

const queueSchema = z.strictObject({
  id: queueIdSchema,
  name: namesSchema,
  zoneId: zoneIdSchema,
  numbering: numberingSchema,
  /** Where numbers go on when the main range has run out (N4); null: issuing is refused. */
  overflow: numberingSchema.nullable(),
});
export type Queue = z.infer<typeof queueSchema>;

const serviceSchema = z.strictObject({
  id: serviceIdSchema,
  departmentId: departmentIdSchema,
  queueId: queueIdSchema,
  name: namesSchema,
  /** What to bring. */
  materials: z.array(namesSchema).max(20),
  /** Promised working days; 0 = on the spot. */
  promiseDays: z.int().min(0).max(365),
  /** Usual time at the counter; a first guess until the hall's own history is known. */
  typicalMs: lengthMs,
  /** Spread of that time: sigma of the lognormal. */
  spread: z.number().min(0).max(3),
  /** Among the most used, shown first at the kiosk. */
  featured: z.boolean(),
});
export type Service = z.infer<typeof serviceSchema>;

const counterSchema = z.strictObject({
  id: counterIdSchema,
  name: namesSchema,
  zoneId: zoneIdSchema,
  ownQueues: z.array(queueIdSchema).min(1).max(20),
  /** Served only when nobody waits in the counter's own queues. */
  helperQueues: z.array(queueIdSchema).max(20),
});
export type Counter = z.infer<typeof counterSchema>;

const classSchema = z.strictObject({
  id: classIdSchema,
  name: namesSchema,
  /** Green channel goes before all others; priority before ordinary (C4). */
  tier: z.enum(['green', 'priority']),
});
export type PriorityClass = z.infer<typeof classSchema>;

const callingSchema = z.strictObject({
  /** After so many ranked calls in a row an ordinary ticket is called if one waits (C4). */
  rankedInARow: z.int().min(1).max(20),
  /** Whoever has waited longer goes first, whatever the rank (C5). */
  ceilingMs: lengthMs,
  /** Least time between two calls of a next ticket at one counter (C7). */
  nextGapMs: lengthMs,
  /** Least time between a call and its recall (C7). */
  recallGapMs: lengthMs,
  /** Calls per ticket, the first one included (C7). */
  maxCalls: z.int().min(1).max(20),
  /** A ticket can be missed after so many calls … (C8) */
  missAfterCalls: z.int().min(1).max(20),
  /** … and so long after the last of them (C8). */
  missAfterMs: lengthMs,
});

const ratingLevelSchema = z.strictObject({
  level: z.int().min(1).max(5),
  name: namesSchema,
  codes: z.array(z.strictObject({ code: z.string().regex(/^[0-9]{3}$/), name: namesSchema, first: z.boolean() })).max(20),
});
export type RatingLevel = z.infer<typeof ratingLevelSchema>;

export const planSchema = z.strictObject({
  format: z.literal(1),
  name: namesSchema,
  timeZone: z.string().min(1).max(64),
  /** People the hall holds; for its saturation. */
  capacity: z.int().min(1).max(100_000),
  day: z.strictObject({ opensAt: timeOfDaySchema, lastHour: timeOfDaySchema }),
  zones: z.array(z.strictObject({ id: zoneIdSchema, name: namesSchema, floor: namesSchema })).min(1).max(50),
  departments: z.array(z.strictObject({ id: departmentIdSchema, name: namesSchema })).min(1).max(100),
  queues: z.array(queueSchema).min(1).max(100),
  services: z.array(serviceSchema).min(1).max(1_000),
  counters: z.array(counterSchema).min(1).max(300),
  classes: z.array(classSchema).max(20),
  calling: callingSchema,
  pauseReasons: z.array(z.strictObject({ id: reasonIdSchema, name: namesSchema })).min(1).max(20),
  rating: z.strictObject({ version: z.string().min(1).max(40), levels: z.array(ratingLevelSchema).length(5) }),
  /** Share of tickets called within this limit is the on-time rate. */
  waitLimitMs: lengthMs,
  /** What the public never receives. */
  staff: z.strictObject({
    clerks: z.array(z.strictObject({ id: clerkIdSchema, name: z.string().min(1).max(40) })).max(1_000),
  }).optional(),
});
export type Plan = z.infer<typeof planSchema>;
