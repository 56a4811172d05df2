// Keys of certificates: P-256, as PEM in files only their owner can read. Everything by the platform's own cryptography.
import { createHash, randomBytes } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** As this platform's own cryptography names it. */
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

export const ecdsaP256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export async function privateKeyPem(key: Key): Promise<string> {
  return `${x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`;
}

/** Rejects when the text is not a P-256 key. */
export async function privateKeyFrom(pem: string): Promise<Key> {
  const [der] = x509.PemConverter.decode(pem);
  if (der === undefined) throw new Error('no key in this file');
  return crypto.subtle.importKey('pkcs8', der, ecdsaP256, true, ['sign']);
}

/** 127 random bits, positive and never zero, as RFC 5280 wants them. */
export function randomSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x01;
  return bytes.toString('hex');
}

export function yearsAfter(now: number, years: number): Date {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date;
}

/** SHA-256 of the public key, base64url. */
export const spkiHash = (certificate: x509.X509Certificate): string =>
  createHash('sha256').update(Buffer.from(certificate.publicKey.rawData)).digest('base64url');
