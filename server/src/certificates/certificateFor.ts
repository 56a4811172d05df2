// The certificate a server answers with: none in a trial, else the hall's own, made anew when it must be.
import type { Logger } from 'pino';
import { readAuthority } from './hallAuthority.ts';
import { serverCertificate } from './serverCertificate.ts';

/** A trial on this machine alone, or a hall on its LAN: the address to listen on, and the names it is reached by. */
export type Reach = { readonly kind: 'trial' } | { readonly kind: 'lan'; readonly host: string; readonly names: readonly string[] };

/** Throws CertificateRefused with what to do when the hall has no authority, or one that cannot be used. */
export async function certificateFor(reach: Reach, folder: string, now: number, log: Pick<Logger, 'info'>): Promise<{ readonly cert: string; readonly key: string; readonly authorityPin: string } | null> {
  if (reach.kind === 'trial') return null;
  const authority = await readAuthority(folder, now);
  const { cert, key, notAfter, renewed } = await serverCertificate(folder, authority, reach.names, now);
  if (renewed !== null) log.info({ renewed, until: new Date(notAfter).toISOString() }, 'the server certificate was made anew');
  return { cert, key, authorityPin: authority.pin };
}
