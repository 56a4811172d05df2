// Numbers that a kiosk may give while the server is away (rules O1, N1, J9): blocks of the plan's offline ranges, each lent
// to one store of one kiosk for one day. Nobody else ever gives them on that day.
import { z } from 'zod';
import { placeSchema } from './actor.ts';
import { businessDaySchema, momentSchema, queueIdSchema } from './ids.ts';

const serial = z.int().min(1).max(99_999);
/** `from` to `to` of a queue's offline range. */
export const leasedBlockSchema = z.strictObject({ queueId: queueIdSchema, prefix: z.string().regex(/^[A-Z]{1,3}$/), digits: z.int().min(2).max(5), from: serial, to: serial });
export type LeasedBlock = z.infer<typeof leasedBlockSchema>;

/** The memory of one kiosk, made anew when it is lost: what an old one gave out, nobody could know. */
export const storeIdSchema = z.uuid();

export const leaseSchema = z.strictObject({
  storeId: storeIdSchema,
  place: placeSchema,
  date: businessDaySchema,
  /** Of the journal's life that lent it. */
  epoch: z.int().min(1),
  blocks: z.array(leasedBlockSchema).min(1).max(200),
});
/** `leasedAt`: hall time; no ticket was given from it before. */
export type Lease = z.infer<typeof leaseSchema> & { readonly leasedAt: number };

export const leaseKey = ({ date, storeId }: Pick<Lease, 'date' | 'storeId'>): string => `${date} ${storeId}`;

/** A ticket that a lonely kiosk gave, as it tells it when the server is back. */
export const lonelyTicketSchema = z.strictObject({
  prefix: leasedBlockSchema.shape.prefix,
  serial,
  serviceId: z.string().min(1).max(32),
  alsoServiceIds: z.array(z.string().min(1).max(32)).max(4),
  /** When it was given, in server time as the kiosk knew it. */
  givenAt: momentSchema,
});
export type LonelyTicket = z.infer<typeof lonelyTicketSchema>;

/** Why staff must look at a ticket of a lonely kiosk. Of the first three no ticket could be made: somebody holds a paper that the hall does not know. */
export const mergeFaultSchema = z.enum(['numberTaken', 'notLeased', 'noService', 'quota', 'hours', 'stopped', 'dayOver']);
export type MergeFault = z.infer<typeof mergeFaultSchema>;
export const conflictSchema = z.strictObject({ number: z.string(), serviceId: z.string(), givenAt: momentSchema, fault: mergeFaultSchema });
export type MergeConflict = z.infer<typeof conflictSchema> & { readonly place: string };
