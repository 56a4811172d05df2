// Certificates for tests, made as a hall makes them, and as one does not.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const year = 365 * 86_400_000;
/** A day in 2026; nothing here looks at the clock. */
export const madeAt = Date.UTC(2026, 0, 2);

export interface TestAuthority {
  readonly pem: string;
  /** A server's certificate of it, as PEM; what is not said is right for hall.example.lan and 10.0.0.5 for a year. */
  issue(more?: { names?: readonly { type: 'dns' | 'ip'; value: string }[]; endsAt?: number; uses?: readonly string[]; isAuthority?: boolean }): Promise<string>;
}

export async function testAuthority(name = 'Hall authority'): Promise<TestAuthority> {
  const keys = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01', name: `CN=${name}`, keys, signingAlgorithm: algorithm, notBefore: new Date(madeAt), notAfter: new Date(madeAt + 20 * year),
    extensions: [new x509.BasicConstraintsExtension(true, 0, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true)],
  });
  return {
    pem: certificate.toString('pem'),
    async issue({ names = [{ type: 'dns', value: 'hall.example.lan' }, { type: 'ip', value: '10.0.0.5' }], endsAt = madeAt + year, uses = [x509.ExtendedKeyUsage.serverAuth], isAuthority = false } = {}) {
      const own = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
      const issued = await x509.X509CertificateGenerator.create({
        serialNumber: '02', subject: 'CN=hall.example.lan', issuer: certificate.subject, publicKey: own.publicKey, signingKey: keys.privateKey, signingAlgorithm: algorithm,
        notBefore: new Date(madeAt), notAfter: new Date(endsAt),
        extensions: [new x509.BasicConstraintsExtension(isAuthority, undefined, true), new x509.ExtendedKeyUsageExtension([...uses]), new x509.SubjectAlternativeNameExtension([...names])],
      });
      return issued.toString('pem');
    },
  };
}
