// Credentials of the trial hall: each page gets one from the start page, bound to its role and place by an HMAC.
// A real hall enrols its devices; until then the server answers on this machine only.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { roleSchema, type Role } from '@hall/core/domain/actor';
import type { Place } from './senders.ts';

export interface TrialPlace {
  readonly role: Role;
  readonly place: string;
}

const mac = (secret: string, { role, place }: TrialPlace): Buffer => createHmac('sha256', secret).update(`${role}.${place}`).digest();

export const trialCredential = (secret: string, who: TrialPlace): string => `${who.role}.${who.place}.${mac(secret, who).toString('base64url')}`;

/** Who holds this credential, or null when it is not one of ours. Only its exact text counts: decoders forgive too much. */
export function whoHolds(secret: string, credential: string): Place | null {
  const [roleText, place] = credential.split('.');
  const role = roleSchema.safeParse(roleText);
  if (!role.success || place === undefined) return null;
  const who = { role: role.data, place };
  const given = Buffer.from(credential);
  const right = Buffer.from(trialCredential(secret, who));
  return given.length === right.length && timingSafeEqual(given, right) ? { ...who, deviceId: null } : null;
}
