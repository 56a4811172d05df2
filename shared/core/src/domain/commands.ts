// Every order that can be given to the hall, schema and type in one.
// A command on a ticket names the ticket and the version it was pressed on (rule J6).
import { z } from 'zod';
import {
  businessDaySchema, classIdSchema, clerkIdSchema, counterIdSchema, momentSchema, reasonIdSchema,
  recordIdSchema, serviceIdSchema, ticketIdSchema,
} from './ids.ts';
import { planSchema } from './plan.ts';

const atCounter = { counterId: counterIdSchema };
const version = z.int().min(1).max(1_000_000);
const onTicket = { ticketId: ticketIdSchema, version };
const serial = z.int().min(1).max(100_000);

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

export const commandTypes = Object.keys(commandData) as CommandType[];
