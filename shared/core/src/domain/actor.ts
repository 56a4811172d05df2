// Who gives an order: a device with a role and a place, and the person at it where there is one.
// What each role may order stands in protocol/rights.ts.
import { z } from 'zod';
import { personIdSchema } from './ids.ts';

export const roleSchema = z.enum(['kiosk', 'counter', 'desk', 'display', 'pad', 'manager']);
/** What a device is for; the guide desk is a page of the counter's room. */
export type Role = z.infer<typeof roleSchema>;

/** The guide desk is a page of the counter's room. */
export const roomOf = (role: Role): Exclude<Role, 'desk'> => (role === 'desk' ? 'counter' : role);

/** Kiosk "K1", counter and pad "12", guide desk "D1", board "hall", counter screen "c12", manager "M1". */
export const placeSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/);

export const actorSchema = z.strictObject({
  /** `system` is the hall itself: its clock, its installer, its restore. */
  role: z.enum([...roleSchema.options, 'system']),
  place: placeSchema,
  /** Who was signed in at that place when the order was given; null: nobody, or a screen that asks nobody to sign in. */
  personId: personIdSchema.nullable(),
});
export type Actor = z.infer<typeof actorSchema>;
