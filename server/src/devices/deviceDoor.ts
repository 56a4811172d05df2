// Who a credential belongs to: a device of the hall that proves its key for a challenge of ours, or, in a trial and for the
// hall's own commands on this machine, a credential made with the hall's secret.
import type { Hall } from '@hall/core/domain/hall';
import type { DeviceId } from '@hall/core/domain/ids';
import { proofText, readProof } from '@hall/core/protocol/deviceProof';
import type { Place } from '../people/senders.ts';
import { whoHolds } from '../people/trialCredentials.ts';
import type { Challenges } from './challenges.ts';
import { provesKey, readDeviceKey } from './deviceKey.ts';

export interface DeviceDoorParts {
  readonly hall: Readonly<Hall>;
  readonly hallId: string;
  readonly challenges: Challenges;
  /** Of the hall's file; credentials made with it are good from these addresses alone. */
  readonly secret: string;
  readonly trusts: (address: string) => boolean;
}

export type WhoHolds = (credential: string, address: string) => Place | null;

/** A right proof uses up its challenge; a wrong one does not, or strangers could use up challenges of others. */
export const createDeviceDoor = ({ hall, hallId, challenges, secret, trusts }: DeviceDoorParts): WhoHolds => (credential, address) => {
  const proof = readProof(credential);
  if (proof === null) return trusts(address) ? whoHolds(secret, credential) : null;
  const device = hall.staff.devices.get(proof.deviceId as DeviceId);
  const key = device === undefined ? null : readDeviceKey(device.publicKey);
  if (device === undefined || key === null || !challenges.isGood(proof.challenge)) return null;
  if (!provesKey(key.key, proofText(hallId, proof.deviceId, proof.challenge), proof.signature)) return null;
  challenges.use(proof.challenge);
  return { role: device.role, place: device.place, deviceId: device.id };
};

/** This machine itself, however its address is written. */
export const isLoopback = (address: string): boolean => /^(::ffff:)?127\.|^::1$/.test(address);
