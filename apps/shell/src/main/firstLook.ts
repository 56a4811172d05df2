// The first look at a hall's server: who signed its certificate. Nothing is sent and nothing believed; whether it is the right
// authority a person says, by the check number of the enrolment, which is made with it.
import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate } from 'node:tls';
import { isAuthority, judgeCertificate } from './certificateJudge.ts';

const patienceMs = 5_000;
/** The server's own and its authority's; a longer chain is no hall's. */
const longestChain = 4;

/** The authority as PEM. Rejects when nobody answers, or what answers shows no certificate of an authority of its own for that name. */
export async function lookAtAuthority(server: string): Promise<string> {
  const { hostname, port } = new URL(server);
  const host = hostname.replace(/^\[|\]$/gu, '');
  const chain = await chainOf(host, port === '' ? 443 : Number(port));
  const [own] = chain;
  const authority = chain.find(isAuthority);
  if (own === undefined || authority === undefined) throw new Error('the server shows no authority of its own');
  const { distrust } = judgeCertificate(own, hostname, authority, 0);
  if (distrust !== null) throw new Error(`the server's certificate: ${distrust}`);
  return authority;
}

function chainOf(host: string, port: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    // Looked at, not believed: what comes of it is pinned only for the check number to be made with it.
    const socket = connect({ host, port, rejectUnauthorized: false, minVersion: 'TLSv1.2', ...(isIP(host) === 0 ? { servername: host } : {}) });
    socket.setTimeout(patienceMs, () => { socket.destroy(new Error('nobody answers')); });
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      resolve(pemsOf(socket.getPeerCertificate(true)));
      socket.destroy();
    });
  });
}

function pemsOf(first: DetailedPeerCertificate): string[] {
  const pems: string[] = [];
  for (let next: DetailedPeerCertificate | undefined = first; next?.raw !== undefined && pems.length < longestChain; next = next.issuerCertificate) {
    pems.push(new X509Certificate(next.raw).toString());
    // A certificate that signed itself names itself as its issuer.
    if (next.issuerCertificate === next) break;
  }
  return pems;
}
