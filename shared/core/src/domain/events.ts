// Every fact of the hall, schema and type in one. An event has a public part (`data`) and a part for staff
// (`staff`: who ordered it and what the public must not know). Redacting an event is dropping `staff`: see redact.ts.
// A type or field is never renamed or removed, only superseded by a new version.
import { z } from 'zod';
import { actorSchema, placeSchema, roleSchema } from './actor.ts';
import {
  appointmentIdSchema, businessDaySchema, classIdSchema, personIdSchema, commandIdSchema, counterIdSchema, deviceIdSchema, momentSchema,
  queueIdSchema, reasonIdSchema, recordIdSchema, serviceIdSchema, ticketIdSchema, timeOfDaySchema, visitorIdSchema,
} from './ids.ts';
import { keptFileSchema, keptTextSchema } from './attachment.ts';
import { newDeviceSchema } from './device.ts';
import { planChangeSchema } from './planChanges.ts';
import { conflictSchema, leaseSchema, storeIdSchema } from './lease.ts';
import { accessKindSchema, personSchema } from './person.ts';
import { planSchema } from './plan.ts';
import { paperSchema } from './paper.ts';
import { scopeSchema } from './scope.ts';

/** Standing of a ticket in the default policy (C4); public, unlike the class that gave it. */
export const rankSchema = z.enum(['green', 'appointment', 'priority', 'ordinary']);
export type Rank = z.infer<typeof rankSchema>;

const waitMs = z.int().min(0).max(86_400_000);
/** What the forecast said of the wait from issue to the first call, ms: half are called within `p50Ms`, nine of ten within `p90Ms`. */
export const expectedWaitSchema = z.strictObject({ p50Ms: waitMs, p90Ms: waitMs });
export type ExpectedWait = z.infer<typeof expectedWaitSchema>;

/** Why this ticket was called (C3), as data; screens put words to it. */
export const callReasonSchema = z.strictObject({
  rule: z.enum(['pastCeiling', 'condition', 'greenChannel', 'firstOfRank', 'ordinaryTurn', 'onlyRankWaiting', 'mostCredit', 'earlyAppointment', 'picked']),
  rank: rankSchema,
  /** Ranked calls in a row at this counter before this one; below zero: ordinary turns still owed (ratio). */
  rankedInARow: z.int(),
  /** True when it came from a helper queue. */
  helping: z.boolean(),
  /** The clerk's reason, when it was picked (C9). */
  reasonId: reasonIdSchema.nullable(),
});
export type CallReason = z.infer<typeof callReasonSchema>;

const nothing = z.strictObject({});
const atCounter = { counterId: counterIdSchema };
const call = z.strictObject({ ticketId: ticketIdSchema, number: z.string(), ...atCounter, nth: z.int().min(1) });
const openState = z.enum(['waiting', 'called', 'missed', 'parked']);
const serviceIds = z.array(serviceIdSchema).min(1).max(5);
const onAppointment = { appointmentId: appointmentIdSchema };
const onTicket = { ticketId: ticketIdSchema };
/** Where a ticket stands from now on, and the moment that decides its place there. */
const standing = { queueId: queueIdSchema, forCounterId: counterIdSchema.nullable(), dueAt: momentSchema };

/** Public and private facts of each type. */
export const eventFacts = {
  journalOpened: { data: z.strictObject({ hallId: z.uuid(), journalId: z.uuid() }), facts: nothing },
  epochStarted: {
    data: z.strictObject({ epoch: z.int().min(2), date: businessDaySchema, floors: z.record(z.string(), z.int().min(1)) }),
    facts: nothing,
  },
  planAdopted: { data: z.strictObject({ plan: planSchema.omit({ staff: true }) }), facts: z.strictObject({ staff: planSchema.shape.staff, changes: z.array(planChangeSchema) }) },
  /** It waits for the next business day; the public hears of it then. */
  planScheduled: { data: nothing, facts: z.strictObject({ plan: planSchema, changes: z.array(planChangeSchema) }) },
  planWithdrawn: { data: nothing, facts: nothing },
  dayOpened: { data: z.strictObject({ date: businessDaySchema, again: z.boolean() }), facts: nothing },
  dayClosed: { data: z.strictObject({ date: businessDaySchema }), facts: nothing },
  ticketIssued: {
    data: z.strictObject({
      ticketId: ticketIdSchema,
      number: z.string(),
      prefix: z.string(),
      serial: z.int().min(1),
      serviceId: serviceIdSchema,
      /** What comes after it, in order (T4). */
      alsoServiceIds: z.array(serviceIdSchema).max(4),
      queueId: queueIdSchema,
      rank: rankSchema,
      /** Moment that decides its place inside its rank. */
      dueAt: momentSchema,
      channel: z.enum(['kiosk', 'desk', 'appointment', 'offline']),
      /** When and from which store a kiosk that was alone gave it (O1); absent: the server did, at the time of this event. */
      lonely: z.strictObject({ givenAt: momentSchema, storeId: storeIdSchema }).optional(),
      /** People ahead as told to the visitor. */
      ahead: z.int().min(0),
      /** The wait as told to the visitor; null: nothing could be said. */
      expected: expectedWaitSchema.nullable(),
      /** What this ticket is counted under for quotas (H2). */
      quotaKeys: z.array(z.string()).max(65),
    }),
    facts: z.strictObject({
      classId: classIdSchema.nullable(), reason: reasonIdSchema.nullable(), override: reasonIdSchema.nullable(),
      visitorId: visitorIdSchema.nullable(), appointmentId: appointmentIdSchema.nullable(),
    }),
  },
  ticketCalled: { data: call.extend({ picked: z.boolean() }), facts: z.strictObject({ why: callReasonSchema }) },
  ticketRecalled: { data: call, facts: nothing },
  serviceStarted: { data: z.strictObject({ ticketId: ticketIdSchema, ...atCounter, recordId: recordIdSchema }), facts: nothing },
  serviceFinished: {
    data: z.strictObject({ ticketId: ticketIdSchema, ...atCounter, recordId: recordIdSchema, outcome: z.enum(['finished', 'endedByDay']), finished: z.array(serviceIdSchema).max(5) }),
    facts: nothing,
  },
  /** Some of its services are finished, and it waits for the next one (T4). */
  ticketWentOn: {
    data: z.strictObject({ ...onTicket, ...atCounter, recordId: recordIdSchema, finished: serviceIds, serviceId: serviceIdSchema, ...standing }),
    facts: nothing,
  },
  ticketParked: { data: z.strictObject({ ...onTicket, ...atCounter, recordId: recordIdSchema, reasonId: reasonIdSchema }), facts: nothing },
  ticketUnparked: { data: z.strictObject({ ...onTicket, ...standing }), facts: nothing },
  ticketReturned: { data: z.strictObject({ ...onTicket, ...standing }), facts: z.strictObject({ override: reasonIdSchema.nullable() }) },
  /** `fromCounterId` null: moved by the desk while it waited. `recordId`: the stretch of service that this ended, if any. */
  ticketTransferred: {
    data: z.strictObject({ ...onTicket, fromCounterId: counterIdSchema.nullable(), recordId: recordIdSchema.nullable(), ...standing }),
    facts: nothing,
  },
  ticketPutBack: { data: z.strictObject({ ...onTicket, ...atCounter, ...standing }), facts: z.strictObject({ reasonId: reasonIdSchema }) },
  stepUndone: { data: z.strictObject({ ...onTicket, ...atCounter, step: z.enum(['finish', 'miss', 'start']) }), facts: nothing },
  slipNoted: { data: z.strictObject({ ...onTicket, nth: z.int().min(0), paper: paperSchema }), facts: nothing },
  slipReprinted: { data: z.strictObject({ ...onTicket, nth: z.int().min(1) }), facts: nothing },
  appointmentBooked: {
    data: nothing,
    facts: z.strictObject({
      ...onAppointment, serviceId: serviceIdSchema, date: businessDaySchema, from: timeOfDaySchema, to: timeOfDaySchema, fromAt: momentSchema, toAt: momentSchema,
      visitorId: visitorIdSchema.nullable(), code: z.string(), externalId: z.string().nullable(), override: reasonIdSchema.nullable(),
    }),
  },
  appointmentCancelled: { data: nothing, facts: z.strictObject(onAppointment) },
  appointmentMissed: { data: nothing, facts: z.strictObject({ ...onAppointment, visitorId: visitorIdSchema.nullable() }) },
  /** Books nothing up to and including that date (H4). */
  visitorBlocked: { data: nothing, facts: z.strictObject({ visitorId: visitorIdSchema, until: businessDaySchema }) },
  visitorExcused: { data: nothing, facts: z.strictObject({ visitorId: visitorIdSchema, reasonId: reasonIdSchema }) },
  /** Somebody saw the visitor's data in full (V2). */
  visitorSeen: { data: nothing, facts: z.strictObject({ visitorId: visitorIdSchema, reasonId: reasonIdSchema }) },
  /** From here on the side store does not know them (V1). */
  visitorErased: { data: nothing, facts: z.strictObject({ visitorId: visitorIdSchema, reasonId: reasonIdSchema }) },
  visitorsOfDayErased: { data: nothing, facts: z.strictObject({ date: businessDaySchema, reasonId: reasonIdSchema }) },
  /** Private to the last: even that there is a note tells something. */
  ticketNoted: { data: nothing, facts: z.strictObject({ ...onTicket, text: keptTextSchema }) },
  fileAttached: { data: nothing, facts: z.strictObject({ ...onTicket, file: keptFileSchema }) },
  deviceEnrolled: { data: nothing, facts: newDeviceSchema },
  deviceRevoked: { data: nothing, facts: z.strictObject({ deviceId: deviceIdSchema }) },
  deviceDoubted: { data: nothing, facts: z.strictObject({ deviceId: deviceIdSchema }) },
  deviceTrusted: { data: nothing, facts: z.strictObject({ deviceId: deviceIdSchema }) },
  personSet: { data: nothing, facts: personSchema },
  accessNoted: { data: nothing, facts: z.strictObject({ kind: accessKindSchema, personId: personIdSchema.nullable(), role: roleSchema, place: placeSchema }) },
  numbersLeased: { data: leaseSchema, facts: nothing },
  /** `count` tickets of a kiosk that was alone stand before this; `conflicts`: what staff must look at. */
  ticketsMerged: { data: z.strictObject({ place: placeSchema, date: businessDaySchema, count: z.int().min(0) }), facts: z.strictObject({ conflicts: z.array(conflictSchema).max(60) }) },
  issuingStopped: { data: z.strictObject({ scope: scopeSchema, reasonId: reasonIdSchema }), facts: nothing },
  issuingResumed: { data: z.strictObject({ scope: scopeSchema }), facts: nothing },
  ticketMissed: { data: z.strictObject({ ticketId: ticketIdSchema, ...atCounter }), facts: nothing },
  ticketCancelled: { data: z.strictObject({ ticketId: ticketIdSchema, from: openState }), facts: nothing },
  ticketExpired: { data: z.strictObject({ ticketId: ticketIdSchema, from: openState }), facts: nothing },
  counterSignedIn: { data: z.strictObject(atCounter), facts: z.strictObject({ clerkId: personIdSchema }) },
  counterSignedOut: { data: z.strictObject(atCounter), facts: nothing },
  counterOpened: { data: z.strictObject(atCounter), facts: nothing },
  counterPaused: { data: z.strictObject({ ...atCounter, reasonId: reasonIdSchema }), facts: nothing },
  counterClosed: { data: z.strictObject(atCounter), facts: nothing },
  recordRated: {
    data: z.strictObject({ recordId: recordIdSchema, ...atCounter }),
    facts: z.strictObject({ level: z.int().min(1).max(5), codes: z.array(z.string()), givenAt: momentSchema }),
  },
} as const;

export type EventType = keyof typeof eventFacts;
export type EventData<T extends EventType> = z.infer<(typeof eventFacts)[T]['data']>;
export type EventPrivateFacts<T extends EventType> = z.infer<(typeof eventFacts)[T]['facts']>;
export const eventTypes = Object.keys(eventFacts) as EventType[];

/** A fact that `decide` found, before the journal gives it sequence and time. */
export type NewEvent<T extends EventType = EventType> = {
  [K in T]: { readonly type: K; readonly data: EventData<K>; readonly facts: EventPrivateFacts<K> };
}[T];

/** What only staff receive of an event. */
export const staffPartSchema = z.strictObject({ by: actorSchema, commandId: commandIdSchema, facts: z.looseObject({}) });

/** A fact as it stands in the journal and travels on the wire. */
export type HallEvent<T extends EventType = EventType> = {
  [K in T]: {
    /** Gap-free place in the journal, from 1. */
    readonly seq: number;
    /** Hall time, ms; never less than that of the event before. */
    readonly at: number;
    readonly day: z.infer<typeof businessDaySchema> | null;
    readonly type: K;
    /** Version of this type's form. */
    readonly v: 1;
    readonly data: EventData<K>;
    /** Absent in what the public receives. */
    readonly staff?: { readonly by: z.infer<typeof actorSchema>; readonly commandId: z.infer<typeof commandIdSchema>; readonly facts: EventPrivateFacts<K> };
  };
}[T];
