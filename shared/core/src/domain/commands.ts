// Every order that can be given to the hall, schema and type in one.
// A command on a ticket names the ticket and the version it was pressed on (rule J6).
import { z } from 'zod';
import { isFormula, isPlainText } from '../base/plainText.ts';
import {
  appointmentIdSchema, businessDaySchema, classIdSchema, personIdSchema, counterIdSchema, deviceIdSchema, momentSchema, queueIdSchema, reasonIdSchema,
  recordIdSchema, serviceIdSchema, ticketIdSchema, timeOfDaySchema, visitorIdSchema,
} from './ids.ts';
import { paperSchema } from './paper.ts';
import { placeSchema, roleSchema } from './actor.ts';
import { keptFileSchema, keptTextSchema } from './attachment.ts';
import { newDeviceSchema } from './device.ts';
import { lonelyTicketSchema, storeIdSchema } from './lease.ts';
import { accessKindSchema, personSchema } from './person.ts';
import { planSchema } from './plan.ts';
import { scopeSchema } from './scope.ts';

const atCounter = { counterId: counterIdSchema };
const version = z.int().min(1).max(1_000_000);
const onTicket = { ticketId: ticketIdSchema, version };
const serial = z.int().min(1).max(100_000);

/** A priority class needs a person who grants it, and the person's reason. */
const priority = z.strictObject({ classId: classIdSchema, reason: reasonIdSchema }).nullable();
/** Known by ID or phone (T6); put in by the server, which alone knows the person. */
const visitorId = visitorIdSchema.nullable();
/** The guide desk's reason to go against a rule. */
const override = reasonIdSchema.nullable();

/** Which of the ticket's services are finished here (T4); absent: all that this counter serves. */
const finishedServices = z.array(serviceIdSchema).min(1).max(5).optional();

const destination = z.strictObject({
  queueId: queueIdSchema,
  /** Only this counter calls it; null: any that serves the queue. */
  counterId: counterIdSchema.nullable(),
  /** By the queue's own rule, or behind all who wait. */
  place: z.enum(['byRule', 'end']),
});

export const commandData = {
  /** First command of a journal: whose hall it is. */
  openJournal: z.strictObject({ hallId: z.uuid(), journalId: z.uuid() }),
  /** After a restore: a new epoch, and per prefix the first number that is certainly unused (J9). */
  startEpoch: z.strictObject({
    epoch: z.int().min(2).max(100_000),
    /** The day of the restore: its numbers begin at the floors even if the backup does not know that day. */
    date: businessDaySchema,
    floors: z.record(z.string().regex(/^[A-Z]{1,3}$/), serial),
  }),
  /** A whole plan, at once or from the next business day on; what is issued already is never broken. */
  adoptPlan: z.strictObject({ plan: planSchema, from: z.enum(['now', 'nextDay']) }),
  /** The plan that waits for the next day is not wanted after all. */
  withdrawPlan: z.strictObject({}),
  /** A device is let in, once a person has compared its code; the server does the comparing. */
  enrolDevice: newDeviceSchema,
  revokeDevice: z.strictObject({ deviceId: deviceIdSchema }),
  /** Its key was proved from two addresses while both were alive: until somebody has looked at it, it is served no more. */
  doubtDevice: z.strictObject({ deviceId: deviceIdSchema }),
  /** Somebody has looked: there is one such device, and it is served again. */
  trustDevice: z.strictObject({ deviceId: deviceIdSchema }),
  /** Whole persons, new or changed; a ticket in the hand of one of them becomes what `then` says, as with a release. */
  setPeople: z.strictObject({ people: z.array(personSchema).min(1).max(1_000), then: z.enum(['putBack', 'park', 'finish']).nullable() }),
  /** What the server saw of a person proving who that is; `personId` null: a number that nobody has. */
  noteAccess: z.strictObject({ kind: accessKindSchema, personId: personIdSchema.nullable(), role: roleSchema, place: placeSchema }),
  openDay: z.strictObject({ date: businessDaySchema }),
  closeDay: z.strictObject({ date: businessDaySchema }),
  issueTicket: z.strictObject({
    serviceId: serviceIdSchema,
    /** What else the visitor comes for, in this order: five services on one ticket at most (T4). */
    alsoServiceIds: z.array(serviceIdSchema).max(4),
    priority,
    /** Begin of a slot that was booked elsewhere and shown to staff; an appointment of the hall's own list is checked in. */
    slotAt: momentSchema.nullable(),
    /** Against hours, quota, a stop, closing time or a live ticket (H1, H2, H5, H6, T6). */
    override,
    visitorId,
  }),
  /** A slot of a service on a date (H3). The code is what the visitor types when he comes. */
  bookAppointment: z.strictObject({
    serviceId: serviceIdSchema,
    date: businessDaySchema,
    from: timeOfDaySchema,
    visitorId,
    code: z.string().regex(/^[0-9A-Za-z]{4,16}$/),
    /** The booking system's own name for it: the same one again books nothing twice. */
    externalId: z.string().min(1).max(64).refine((name) => isPlainText(name) && !isFormula(name), 'signs that are no name').nullable(),
    /** Against a full slot. */
    override,
  }),
  cancelAppointment: z.strictObject({ appointmentId: appointmentIdSchema }),
  /** Found by code or by the visitor; staff may name the appointment itself (H3). */
  checkIn: z.strictObject({ appointmentId: appointmentIdSchema.nullable(), code: z.string().min(1).max(16).refine(isPlainText, 'signs that are no text').nullable(), visitorId, priority, override }),
  /** An appeal is heard: the visitor may book again, and what was counted against him is forgotten (H4). */
  excuseVisitor: z.strictObject({ visitorId: visitorIdSchema, reasonId: reasonIdSchema }),
  /** Somebody looks at a visitor's data in full, and says why (V2); the server gives it when this is durable. */
  seeVisitor: z.strictObject({ visitorId: visitorIdSchema, reasonId: reasonIdSchema }),
  /** One visitor is forgotten, with all words and files about him (V1). */
  eraseVisitor: z.strictObject({ visitorId: visitorIdSchema, reasonId: reasonIdSchema }),
  /** Everybody whose last day was that one; words and files of that day too. */
  eraseVisitorsOfDay: z.strictObject({ date: businessDaySchema, reasonId: reasonIdSchema }),
  /** Words on a ticket; they travel beside the order, and the server puts in where they lie (V1). */
  noteTicket: z.strictObject({ ticketId: ticketIdSchema, text: keptTextSchema.nullable() }),
  /** A file on a ticket; the server has taken it and says where it lies. */
  attachFile: z.strictObject({ ticketId: ticketIdSchema, file: keptFileSchema }),
  /** The slip once more, marked as such (S3). */
  reprintSlip: z.strictObject({ ticketId: ticketIdSchema }),
  /** What became of a slip on paper (S2, S3): `nth` 0 is the first printing. Told by whoever printed. */
  noteSlip: z.strictObject({ ticketId: ticketIdSchema, nth: z.int().min(0).max(99), paper: paperSchema }),
  /** Numbers for a day on which the server may be away (O1); the same store and day again is told what it has. */
  leaseNumbers: z.strictObject({ storeId: storeIdSchema, date: businessDaySchema }),
  /** What a kiosk gave while it was alone (O2). */
  mergeTickets: z.strictObject({ storeId: storeIdSchema, date: businessDaySchema, tickets: z.array(lonelyTicketSchema).min(1).max(20) }),
  cancelTicket: z.strictObject(onTicket),
  signIn: z.strictObject({ ...atCounter, clerkId: personIdSchema }),
  signOut: z.strictObject(atCounter),
  openCounter: z.strictObject(atCounter),
  pauseCounter: z.strictObject({ ...atCounter, reasonId: reasonIdSchema }),
  closeCounter: z.strictObject(atCounter),
  callNext: z.strictObject(atCounter),
  /** One press: the finish holds even if nobody waits (C2). */
  finishAndCallNext: z.strictObject({ ...atCounter, ...onTicket, services: finishedServices }),
  recallTicket: z.strictObject({ ...atCounter, ...onTicket }),
  startService: z.strictObject({ ...atCounter, ...onTicket }),
  finishService: z.strictObject({ ...atCounter, ...onTicket, services: finishedServices }),
  missTicket: z.strictObject({ ...atCounter, ...onTicket }),
  /** A missed ticket stands in line again by its queue's policy; with a reason the desk may do it against the policy (C8). */
  returnTicket: z.strictObject({ ...onTicket, override: reasonIdSchema.nullable() }),
  /** Out of service for a while (C10). */
  parkTicket: z.strictObject({ ...atCounter, ...onTicket, reasonId: reasonIdSchema }),
  /** A parked ticket is served again, here. */
  resumeTicket: z.strictObject({ ...atCounter, ...onTicket }),
  /** A parked ticket waits again in its queue. */
  unparkTicket: z.strictObject(onTicket),
  /** From a counter to a queue or to one counter (C11). */
  transferTicket: z.strictObject({ ...atCounter, ...onTicket, to: destination }),
  /** The desk moves a waiting ticket (T1, waiting to waiting). */
  moveTicket: z.strictObject({ ...onTicket, to: destination }),
  /** Calls a ticket that is not the next one (C9). */
  pickTicket: z.strictObject({ ...atCounter, ...onTicket, reasonId: reasonIdSchema }),
  /** A called ticket waits again where it stood. */
  putBackTicket: z.strictObject({ ...atCounter, ...onTicket, reasonId: reasonIdSchema }),
  /** Takes back the last step of a ticket at this counter: finish, miss or start (T1). */
  undoStep: z.strictObject({ ...atCounter, ...onTicket }),
  /** The manager frees a counter; an active ticket is put back, parked or finished (C13). */
  releaseCounter: z.strictObject({ ...atCounter, then: z.enum(['putBack', 'park', 'finish']) }),
  /** No tickets for a while: the hall, a zone or a queue (H6). */
  stopIssuing: z.strictObject({ scope: scopeSchema, reasonId: reasonIdSchema }),
  resumeIssuing: z.strictObject({ scope: scopeSchema }),
  rateService: z.strictObject({
    ...atCounter,
    recordId: recordIdSchema,
    level: z.int().min(1).max(5),
    codes: z.array(z.string().regex(/^[0-9]{3}$/)).max(20),
    /** When the visitor pressed, in server time as the pad knew it (R2). */
    givenAt: momentSchema,
  }),
} as const;

export type CommandType = keyof typeof commandData;
export type CommandData<T extends CommandType> = z.infer<(typeof commandData)[T]>;
/** An order with its data; a union that narrows by `type`. */
export type Command<T extends CommandType = CommandType> = { [K in T]: { readonly type: K; readonly data: CommandData<K> } }[T];

/** A ticket without priority, appointment, override or known visitor: what a kiosk orders. */
export const plainTicket = (serviceId: CommandData<'issueTicket'>['serviceId']): CommandData<'issueTicket'> =>
  ({ serviceId, alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null });

export const commandTypes = Object.keys(commandData) as CommandType[];
