// The server's certificate: signed by the hall's authority for the names and addresses the hall is reached by, one year,
// made anew by itself before it ends, when the names change, and when it was lost.
import 'reflect-metadata';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';
import { writeWhole } from '../journal/folder.ts';
import type { HallAuthority } from './hallAuthority.ts';
import { ecdsaP256, privateKeyPem, randomSerial, yearsAfter, type Key } from './keys.ts';

export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
  readonly notAfter: number;
  /** Why it was made just now; null: the one that was there is still good. */
  readonly renewed: 'first' | 'endsSoon' | 'otherNames' | 'damaged' | null;
}

/** Renewed when less than this is left: a month in which a failing renewal is seen. */
const renewBeforeMs = 30 * 86_400_000;
const lifeYears = 1;

/** The certificate in that folder, or a new one. `names`: host names and IP addresses, at least one. */
export async function serverCertificate(folder: string, authority: HallAuthority, names: readonly string[], now: number): Promise<ServerCertificate> {
  const certFile = join(folder, 'server.pem');
  const keyFile = join(folder, 'server.key');
  const why = await reasonToRenew(certFile, keyFile, authority, names, now);
  if (why !== null) {
    const keys = await crypto.subtle.generateKey(ecdsaP256, true, ['sign', 'verify']);
    const certificate = await sign(authority, keys.publicKey, names, now);
    writeWhole(keyFile, await privateKeyPem(keys.privateKey));
    writeWhole(certFile, `${certificate.toString('pem')}\n`);
  }
  const cert = readFileSync(certFile, 'utf8');
  // The authority goes with it, so that a client that knows only the pin can follow the chain.
  return { cert: `${cert}${authority.pem}`, key: readFileSync(keyFile, 'utf8'), notAfter: new x509.X509Certificate(cert).notAfter.getTime(), renewed: why };
}

async function reasonToRenew(certFile: string, keyFile: string, authority: HallAuthority, names: readonly string[], now: number): Promise<ServerCertificate['renewed']> {
  if (!existsSync(certFile) || !existsSync(keyFile)) return 'first';
  let certificate: x509.X509Certificate;
  try {
    certificate = new x509.X509Certificate(readFileSync(certFile, 'utf8'));
    if (!(await certificate.verify({ publicKey: authority.certificate, signatureOnly: true })) || !isKeyOf(keyFile, certificate)) return 'damaged';
  } catch {
    return 'damaged';
  }
  if (certificate.notAfter.getTime() - now < renewBeforeMs || certificate.notBefore.getTime() > now) return 'endsSoon';
  const written = certificate.getExtension(x509.SubjectAlternativeNameExtension)?.names.items.map(({ value }) => value) ?? [];
  return names.every((name) => written.includes(name)) && written.length === names.length ? null : 'otherNames';
}

function isKeyOf(keyFile: string, certificate: x509.X509Certificate): boolean {
  const own = createPublicKey(createPrivateKey(readFileSync(keyFile))).export({ type: 'spki', format: 'der' });
  return own.equals(Buffer.from(certificate.publicKey.rawData));
}

async function sign(authority: HallAuthority, publicKey: Key, names: readonly string[], now: number): Promise<x509.X509Certificate> {
  const ends = Math.min(yearsAfter(now, lifeYears).getTime(), authority.certificate.notAfter.getTime());
  return x509.X509CertificateGenerator.create({
    serialNumber: randomSerial(), subject: `CN=${names[0] ?? 'hall'}`, issuer: authority.certificate.subject, publicKey,
    signingKey: authority.key, signingAlgorithm: ecdsaP256, notBefore: new Date(now - 86_400_000), notAfter: new Date(ends),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map((name) => ({ type: isIP(name) === 0 ? 'dns' as const : 'ip' as const, value: name }))),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
    ],
  });
}
