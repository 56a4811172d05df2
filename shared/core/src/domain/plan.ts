// The plan: the hall's whole configuration as one document, schema and type in one.
// Checks that need more than one field (a service whose queue does not exist) are in planFaults.ts.
import { z } from 'zod';
import { isPlainText } from '../base/plainText.ts';
import {
  boardIdSchema, bookingIdSchema, businessDaySchema, classIdSchema, counterIdSchema, departmentIdSchema, hoursIdSchema, queueIdSchema, reasonIdSchema,
  serviceIdSchema, timeOfDaySchema, zoneIdSchema,
} from './ids.ts';

/** Shown, printed and spoken: without signs a printer obeys or that turn a line round. */
const plain = (min: number, max: number) => z.string().min(min).max(max).refine(isPlainText, 'signs that are no text');
/** A name in the languages of the hall. */
export const namesSchema = z.strictObject({ zh: plain(1, 80), en: plain(1, 120) });
export type Names = z.infer<typeof namesSchema>;
/** A sentence or two in the languages of the hall. */
const longNamesSchema = z.strictObject({ zh: plain(1, 400), en: plain(1, 800) });

const prefixSchema = z.string().regex(/^[A-Z]{1,3}$/);
const serialSchema = z.int().min(1).max(99_999);
const rangeSchema = z.strictObject({ from: serialSchema, to: serialSchema });
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

/** What becomes of a missed ticket whose visitor comes after all (C8). */
const returnPolicySchema = z.strictObject({
  kind: z.enum(['notAllowed', 'toTheEnd', 'afterPlaces']),
  /** With `afterPlaces`: how many of its rank go before it. */
  places: z.int().min(0).max(50),
  /** Only so long after the miss; null: the whole day. */
  withinMs: lengthMs.nullable(),
});
export type ReturnPolicy = z.infer<typeof returnPolicySchema>;

const queueSchema = z.strictObject({
  id: queueIdSchema,
  name: namesSchema,
  zoneId: zoneIdSchema,
  numbering: numberingSchema,
  /** Where numbers go on when the main range has run out (N4); null: issuing is refused. */
  overflow: numberingSchema.nullable(),
  returnPolicy: returnPolicySchema,
  /** Place of a ticket that is transferred here: by its old due moment, or at the end (C11). */
  transferPlace: z.enum(['dueKept', 'toTheEnd']),
});
export type Queue = z.infer<typeof queueSchema>;

const spanSchema = z.strictObject({
  opensAt: timeOfDaySchema,
  closesAt: timeOfDaySchema,
  /** Tickets are given from this time on, at the latest when it opens. */
  issuesFrom: timeOfDaySchema,
});
export type Span = z.infer<typeof spanSchema>;

const hoursSchema = z.strictObject({
  id: hoursIdSchema,
  name: namesSchema,
  /** Spans of each weekday, Monday first; an empty list is a closed day. */
  week: z.array(z.array(spanSchema).max(6)).length(7),
});
export type Hours = z.infer<typeof hoursSchema>;

/** One date that is not like its weekday (H1). */
const exceptionSchema = z.strictObject({
  date: businessDaySchema,
  name: namesSchema,
  /** closed: nothing; instead: these spans and no others (调休, weekend opening); extended: these besides the usual ones. */
  kind: z.enum(['closed', 'instead', 'extended']),
  /** Which hours it is for; empty: all. */
  hoursIds: z.array(hoursIdSchema).max(50),
  spans: z.array(spanSchema).max(6),
});

const quotaSchema = z.strictObject({
  /** Tickets a day; null: no limit. */
  daily: z.int().min(1).max(99_999).nullable(),
  /** Tickets issued between two times of day. */
  spans: z.array(z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema, most: z.int().min(0).max(99_999) })).max(12),
});
export type Quota = z.infer<typeof quotaSchema>;

/** What the guide of a service tells besides what to bring (办事指南). */
const guideSchema = z.strictObject({
  /** The way through it, step by step. */
  steps: z.array(longNamesSchema).max(12),
  /** What the decision stands on in law. */
  basis: z.array(longNamesSchema).max(8),
  /** What it costs; null: not told. */
  fee: longNamesSchema.nullable(),
});

/** Slots of a day in which services take appointments (H3). */
const bookingSchema = z.strictObject({
  id: bookingIdSchema,
  /** `most`: appointments of one service in that slot. */
  slots: z.array(z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema, most: z.int().min(1).max(1_000) })).min(1).max(60),
  /** How many days ahead one can book; 0: today only. */
  daysAhead: z.int().min(0).max(365),
});
export type Booking = z.infer<typeof bookingSchema>;

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
  /** When tickets for it are given; null: whenever the day is open. */
  hoursId: hoursIdSchema.nullable(),
  quota: quotaSchema,
  guide: guideSchema,
  /** When it can be booked; null: no appointments. */
  bookingId: bookingIdSchema.nullable(),
});
export type Service = z.infer<typeof serviceSchema>;

const counterSchema = z.strictObject({
  id: counterIdSchema,
  name: namesSchema,
  zoneId: zoneIdSchema,
  ownQueues: z.array(queueIdSchema).min(1).max(20),
  /** Served only when nobody is due in the counter's own queues … */
  helperQueues: z.array(queueIdSchema).max(20),
  /** … and more than so many wait in the helper queue (C5). */
  helpAbove: z.int().min(0).max(1_000),
  /** Open and free for so long while somebody waits, the counter calls by itself; null: the clerk presses. */
  autoCallMs: lengthMs.nullable(),
});
export type Counter = z.infer<typeof counterSchema>;

const classSchema = z.strictObject({
  id: classIdSchema,
  name: namesSchema,
  /** Green channel goes before all others; priority before ordinary (C4). */
  tier: z.enum(['green', 'priority']),
});
export type PriorityClass = z.infer<typeof classSchema>;

const perRank = z.strictObject({ green: z.number().min(0), appointment: z.number().min(0), priority: z.number().min(0), ordinary: z.number().min(0) });
const policySchema = z.discriminatedUnion('kind', [
  /** C4: after so many ranked calls in a row at a counter an ordinary ticket is called if one waits. */
  z.strictObject({ kind: z.literal('rankWithCap'), rankedInARow: z.int().min(1).max(20) }),
  z.strictObject({ kind: z.literal('strictRanks') }),
  /** N ranked, then M ordinary, counted at the counter. */
  z.strictObject({ kind: z.literal('ratio'), ranked: z.int().min(1).max(20), ordinary: z.int().min(1).max(20) }),
  /** Everyone by due moment, each rank as if it had come so much earlier. */
  z.strictObject({ kind: z.literal('firstCome'), creditMs: perRank }),
  /** Each rank gains waiting credit at its own rate, besides a fixed credit. */
  z.strictObject({ kind: z.literal('accumulating'), creditMs: perRank, rate: perRank }),
]);
export type Policy = z.infer<typeof policySchema>;

/** "When someone in that queue has waited so long, call there first" (C5); for counters that serve or help it. */
const conditionSchema = z.strictObject({ queueId: queueIdSchema, waitedMs: lengthMs });

const callingSchema = z.strictObject({
  policy: policySchema,
  conditions: z.array(conditionSchema).max(20),
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
  /** A finish, miss or start can be undone so long (T1). */
  undoMs: lengthMs,
});

const appointmentsSchema = z.strictObject({
  /** Check-in is open from so long before the slot … */
  earlyMs: lengthMs,
  /** … to so long after it; who comes later is served as ordinary (H3). */
  lateMs: lengthMs,
  /** Who does not appear so often within so many days books nothing for so many days (H4); null: nobody is blocked. */
  block: z.strictObject({ after: z.int().min(1).max(100), withinDays: z.int().min(1).max(365), forDays: z.int().min(1).max(365) }).nullable(),
});

const slipSchema = z.strictObject({
  complaintPhone: plain(3, 30).nullable(),
  /** The class is printed only when the visitor agrees; false: never. */
  showClass: z.boolean(),
  /** Last line of every slip. */
  footer: namesSchema.nullable(),
});

const voiceSchema = z.strictObject({
  /** Languages a call is spoken in, in this order. */
  languages: z.array(z.enum(['zh', 'en'])).min(1).max(2),
  /** How often each call is spoken when nobody else waits to be spoken. */
  times: z.int().min(1).max(3),
});

/** A big screen: which zones it shows. */
const boardSchema = z.strictObject({ id: boardIdSchema, name: namesSchema, zoneIds: z.array(zoneIdSchema).max(50) });

const reasonsSchema = z.array(z.strictObject({ id: reasonIdSchema, name: namesSchema })).min(1).max(20);

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
  /** Do hours refuse tickets? False in a trial, which can be tried at any hour. */
  hoursApply: z.boolean(),
  hours: z.array(hoursSchema).max(50),
  exceptions: z.array(exceptionSchema).max(400),
  pauseReasons: reasonsSchema,
  parkReasons: reasonsSchema,
  pickReasons: reasonsSchema,
  putBackReasons: reasonsSchema,
  /** Why the guide desk grants priority, a return, or a ticket against hours, quota or a stop. */
  grantReasons: reasonsSchema,
  stopReasons: reasonsSchema,
  /** Why somebody looks at a visitor's data in full (V2), and why a visitor or a day is forgotten (V1). */
  lookReasons: reasonsSchema,
  eraseReasons: reasonsSchema,
  bookings: z.array(bookingSchema).max(50),
  appointments: appointmentsSchema,
  slip: slipSchema,
  voice: voiceSchema,
  /** The hall's board shows all zones and needs no entry here. */
  boards: z.array(boardSchema).max(100),
  /** So many kiosks share each offline range (O1). */
  kiosksAlone: z.int().min(1).max(100),
  /** A ticket parked for longer is an alert (C10). */
  parkAlertMs: lengthMs,
  rating: z.strictObject({ version: plain(1, 40), levels: z.array(ratingLevelSchema).length(5) }),
  /** Share of tickets called within this limit is the on-time rate. */
  waitLimitMs: lengthMs,
  /** What the public never receives. */
  staff: z.strictObject({
    security: z.strictObject({
      /** What a password must be: long and not a known one, or also by GB/T 22239. */
      passwords: z.enum(['plain', 'gbt22239']),
      /** A staff screen that nobody touches for so long asks for the PIN; null: only when it is locked by hand. */
      lockAfterMs: lengthMs.nullable(),
      /** Who gives no sign of life for so long is signed out. */
      signOutAfterMs: lengthMs.min(60_000),
      /** Lines of the log are kept so long; the law asks for six months at least. */
      logKeptDays: z.int().min(180).max(3_650),
      /** Visitors' personal data is erased so long after the visit (V1); knowing somebody again costs time for each day kept. */
      visitorsKeptDays: z.int().min(1).max(365),
    }),
  }).optional(),
});
export type Plan = z.infer<typeof planSchema>;
