// Whether a server's certificate is this hall's: signed by the pinned authority, for the name that was asked for, a server's,
// and not over. The machine's own clock is not asked: kiosks have dead clock batteries, and a hall must open all the same.
// Why that is safe: docs/decisions/0017-shells-pin-the-authority.md.
import { createHash, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

export type Distrust = 'unreadable' | 'otherAuthority' | 'noServer' | 'otherName' | 'over';

const serverAuth = '1.3.6.1.5.5.7.3.1';

export interface Judged {
  /** Null: it is this hall's. */
  readonly distrust: Distrust | null;
  /** When it ends, ms; 0 for one that is not trusted. */
  readonly endsAt: number;
}

/**
 * `authority`: PEM. `notBefore`: the latest moment this machine was ever told by the hall, ms; the true time is not earlier, so a
 * certificate that ended before it is over, whatever the machine's clock says.
 */
export function judgeCertificate(pem: string, name: string, authority: string, notBefore: number): Judged {
  const no = (distrust: Distrust): Judged => ({ distrust, endsAt: 0 });
  let certificate: X509Certificate;
  let pinned: X509Certificate;
  try {
    certificate = new X509Certificate(pem);
    pinned = new X509Certificate(authority);
    if (!certificate.checkIssued(pinned) || !certificate.verify(pinned.publicKey)) return no('otherAuthority');
  } catch {
    return no('unreadable');
  }
  // The authority itself, or whoever it made an authority of, is no server.
  if (certificate.ca || certificate.keyUsage?.includes(serverAuth) !== true) return no('noServer');
  const bare = name.replace(/^\[|\]$/gu, '');
  const fits = isIP(bare) === 0 ? certificate.checkHost(bare, { subject: 'never' }) : certificate.checkIP(bare);
  if (fits === undefined) return no('otherName');
  const endsAt = certificate.validToDate.getTime();
  return endsAt < notBefore ? no('over') : { distrust: null, endsAt };
}

/** SHA-256 of the public key, base64url: as `hall init` prints it. Throws when it is no certificate. */
export const pinOf = (authority: string): string =>
  createHash('sha256').update(new X509Certificate(authority).publicKey.export({ type: 'spki', format: 'der' })).digest('base64url');

/** An authority that signed itself; false for anything else. */
export function isAuthority(pem: string): boolean {
  try {
    const certificate = new X509Certificate(pem);
    return certificate.ca && certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey);
  } catch {
    return false;
  }
}
