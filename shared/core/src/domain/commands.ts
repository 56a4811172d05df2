// Every order that can be given to the hall, schema and type in one.
// A command on a ticket names the ticket and the version it was pressed on (rule J6).
import { z } from 'zod';
import {
  businessDaySchema, classIdSchema, clerkIdSchema, counterIdSchema, momentSchema, queueIdSchema, reasonIdSchema,
  recordIdSchema, serviceIdSchema, ticketIdSchema,
} from './ids.ts';
import { planSchema } from './plan.ts';
import { scopeSchema } from './scope.ts';

const atCounter = { counterId: counterIdSchema };
const version = z.int().min(1).max(1_000_000);
const onTicket = { ticketId: ticketIdSchema, version };
const serial = z.int().min(1).max(100_000);

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
  adoptPlan: z.strictObject({ plan: planSchema }),
  openDay: z.strictObject({ date: businessDaySchema }),
  closeDay: z.strictObject({ date: businessDaySchema }),
  issueTicket: z.strictObject({
    serviceId: serviceIdSchema,
    /** A priority class needs a person who grants it, and the person's reason. */
    priority: z.strictObject({ classId: classIdSchema, reason: reasonIdSchema }).nullable(),
    /** Begin of the booked slot for a visitor with an appointment. */
    slotAt: momentSchema.nullable(),
    /** The guide desk's reason for a ticket against hours, quota, a stop or a live ticket (H1, H2, H6, T6). */
    override: reasonIdSchema.nullable(),
    /** Keyed hash of the visitor's ID or phone, when known (T6); made by the server, never by a screen. */
    visitorKey: z.string().regex(/^[0-9a-f]{32}$/).nullable(),
  }),
  cancelTicket: z.strictObject(onTicket),
  signIn: z.strictObject({ ...atCounter, clerkId: clerkIdSchema }),
  signOut: z.strictObject(atCounter),
  openCounter: z.strictObject(atCounter),
  pauseCounter: z.strictObject({ ...atCounter, reasonId: reasonIdSchema }),
  closeCounter: z.strictObject(atCounter),
  callNext: z.strictObject(atCounter),
  /** One press: the finish holds even if nobody waits (C2). */
  finishAndCallNext: z.strictObject({ ...atCounter, ...onTicket }),
  recallTicket: z.strictObject({ ...atCounter, ...onTicket }),
  startService: z.strictObject({ ...atCounter, ...onTicket }),
  finishService: z.strictObject({ ...atCounter, ...onTicket }),
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
  ({ serviceId, priority: null, slotAt: null, override: null, visitorKey: null });

export const commandTypes = Object.keys(commandData) as CommandType[];
