// What a device signs to prove that it holds its key, and how the proof travels as a credential of the hello.
// Both sides build the same text; the cryptography is each side's own.

/** The hall is in it, so that a proof for one is none for another; the challenge is good once. */
export const proofText = (hallId: string, deviceId: string, challenge: string): string => `hall-device-proof\n${hallId}\n${deviceId}\n${challenge}`;

/**
 * What stands before the public key in the digest that the check number is made of. A device that pins the hall's authority puts
 * the pin in it: then the number fits only where the server has the same one, so nobody stands in between with another.
 */
export const checkText = (code: string, authorityPin: string | null): string => `hall-enrolment\n${code}\n${authorityPin === null ? '' : `${authorityPin}\n`}`;

export interface DeviceProof {
  readonly deviceId: string;
  readonly challenge: string;
  /** ECDSA with SHA-256, r and s, base64url. */
  readonly signature: string;
}

export const proofCredential = ({ deviceId, challenge, signature }: DeviceProof): string => `device.${deviceId}.${challenge}.${signature}`;

/** `device.<id>.<challenge>.<signature>`; null for any other credential. */
export function readProof(credential: string): DeviceProof | null {
  const [, deviceId, challenge, signature] = /^device\.([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{32})\.([A-Za-z0-9_-]{86})$/.exec(credential) ?? [];
  return deviceId === undefined || challenge === undefined || signature === undefined ? null : { deviceId, challenge, signature };
}
