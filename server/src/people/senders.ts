// Whom a message comes from: the device that the door let in, and the person signed in there at this moment. Asked anew for
// each message, so that an ended or locked session counts at once.
import type { Role } from '@hall/core/domain/actor';
import type { DeviceId } from '@hall/core/domain/ids';
import { audienceOf, type Audience, type Sender } from '@hall/core/protocol/rights';
import type { Sessions } from './sessions.ts';

/** A screen that the door let in. */
export interface Place {
  readonly role: Role;
  readonly place: string;
  /** Null: a credential made with the hall's secret. */
  readonly deviceId: DeviceId | null;
}

/** `token`: what its person's session is known by; null: nobody is signed in. */
export function senderAt({ role, place, deviceId }: Place, token: string | null, sessions: Pick<Sessions, 'of'>, door: Sender['door']): Sender {
  const session = deviceId === null || token === null ? null : sessions.of(token, deviceId);
  return { role, place, deviceId, personId: session?.personId ?? null, isLocked: session?.isLocked ?? false, door };
}

/** A staff screen of a device shows what is private only while a person is signed in. */
export const hears = ({ role, deviceId, personId }: Pick<Sender, 'role' | 'deviceId' | 'personId'>): Audience =>
  (deviceId !== null && personId === null ? 'public' : audienceOf(role));
