// A device that was let into the hall: known by its key, with a role, a name and a place. Wholly private.
import { z } from 'zod';
import { isPlainText } from '../base/plainText.ts';
import { placeSchema, roleSchema, type Role } from './actor.ts';
import { deviceIdSchema, type DeviceId } from './ids.ts';

export interface Device {
  readonly id: DeviceId;
  /** SPKI, base64url; proofs are checked with it. */
  readonly publicKey: string;
  readonly role: Role;
  readonly place: string;
  /** As people call it: "一楼东侧取号机". */
  readonly name: string;
  readonly enrolledAt: number;
  /** Since when its key is known to be in use at two addresses; null: nothing is wrong with it. */
  readonly doubtedAt: number | null;
}

/** What is said of a device when it is let in. */
export const newDeviceSchema = z.strictObject({
  deviceId: deviceIdSchema,
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{122}$/),
  role: roleSchema,
  place: placeSchema,
  name: z.string().min(1).max(60).refine(isPlainText, 'signs that are no text'),
});
