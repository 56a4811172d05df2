// The hall's own certificate authority: made once when the hall is made, without any network. Screens pin it, not the
// server's certificate, so that renewing that one every year touches no screen.
import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';
import { writeWhole } from '../journal/folder.ts';
import { ecdsaP256, privateKeyFrom, privateKeyPem, randomSerial, spkiHash, yearsAfter, type Key } from './keys.ts';

export interface HallAuthority {
  readonly certificate: x509.X509Certificate;
  readonly key: Key;
  /** Certificate as PEM: what browsers of consoles are given. */
  readonly pem: string;
  /** SHA-256 of its public key, base64url: what a screen pins at enrolment. */
  readonly pin: string;
}

/** A certificate or key that cannot be used; the message tells a person why, and what to do. */
export class CertificateRefused extends Error {
  override readonly name = 'CertificateRefused';
}

const lifeYears = 20;
const files = (folder: string): { pem: string; key: string } => ({ pem: join(folder, 'authority.pem'), key: join(folder, 'authority.key') });

export const hasAuthority = (folder: string): boolean => existsSync(files(folder).pem);

/** Makes the authority of a new hall in that folder. Throws CertificateRefused when there is one: every screen would have to be enrolled anew. */
export async function makeAuthority(folder: string, hallId: string, now: number): Promise<HallAuthority> {
  if (hasAuthority(folder)) throw new CertificateRefused(`${files(folder).pem} is there already: this hall has its authority.`);
  const keys = await crypto.subtle.generateKey(ecdsaP256, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomSerial(), name: `CN=Hall ${hallId.slice(0, 8)}, O=Hall authority`, keys, signingAlgorithm: ecdsaP256,
    // Yesterday: a screen whose clock is some hours behind still finds it valid.
    notBefore: new Date(now - 86_400_000), notAfter: yearsAfter(now, lifeYears),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  writeWhole(files(folder).key, await privateKeyPem(keys.privateKey));
  writeWhole(files(folder).pem, `${certificate.toString('pem')}\n`);
  return readAuthority(folder, now);
}

/** Throws CertificateRefused when it is missing, damaged, expired, or its key is another's. */
export async function readAuthority(folder: string, now: number): Promise<HallAuthority> {
  const { pem: file, key: keyFile } = files(folder);
  for (const needed of [file, keyFile]) {
    if (!existsSync(needed)) throw new CertificateRefused(`${needed} is missing. Put it back from the copy that was made when the hall was set up; a new one would lock out every enrolled screen.`);
  }
  const pem = readFileSync(file, 'utf8');
  const certificate = readCertificate(file, pem);
  const key = await privateKeyFrom(readFileSync(keyFile, 'utf8')).catch(() => {
    throw new CertificateRefused(`${keyFile} is damaged. Put it back from the copy that was made when the hall was set up.`);
  });
  if (certificate.notAfter.getTime() <= now) throw new CertificateRefused(`${file} ended on ${certificate.notAfter.toISOString().slice(0, 10)}, or the clock of this machine is wrong.`);
  const probe = new TextEncoder().encode(certificate.serialNumber);
  const signed = await crypto.subtle.sign(ecdsaP256, key, probe);
  const isItsKey = await crypto.subtle.verify(ecdsaP256, await certificate.publicKey.export(ecdsaP256, ['verify']), signed, probe);
  if (!isItsKey) throw new CertificateRefused(`${keyFile} is not the key of ${file}. Put back the two that belong together.`);
  return { certificate, key, pem, pin: spkiHash(certificate) };
}

export function readCertificate(file: string, pem: string): x509.X509Certificate {
  try {
    return new x509.X509Certificate(pem);
  } catch {
    throw new CertificateRefused(`${file} is damaged. Put it back from a copy.`);
  }
}
