// A device is known by its key: P-256, made on the device, never sent. Here: its name, the proof that a connection holds
// it, and the check number by which two people see that they speak of the same device.
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { checkText } from '@hall/core/protocol/deviceProof';

/** SHA-256 of the public key, base64url: the device's name for ever. */
export const deviceIdOf = (spki: Buffer): string => createHash('sha256').update(spki).digest('base64url');

/** The key in SPKI form, base64url; null when it is anything but a P-256 public key in its one shortest form. */
export function readDeviceKey(text: string): { readonly spki: Buffer; readonly key: KeyObject } | null {
  // 91 bytes in DER; anything else is not looked at.
  if (!/^[A-Za-z0-9_-]{122}$/.test(text)) return null;
  const spki = Buffer.from(text, 'base64url');
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
    return isP256 && key.export({ type: 'spki', format: 'der' }).equals(spki) ? { spki, key } : null;
  } catch {
    return null;
  }
}

/** ECDSA with SHA-256 in the form browsers give (r and s, 64 bytes), base64url. */
export function provesKey(key: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return bytes.length === 64 && verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, bytes);
}

/** Six digits of key and code together, and of the authority where the device pins it: made by the device, and here of what arrived. */
export function checkNumber(spki: Buffer, code: string, authorityPin: string | null = null): string {
  const digest = createHash('sha256').update(checkText(code, authorityPin)).update(spki).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}
