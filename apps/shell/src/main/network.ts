// The one place this program speaks to: the hall's server. Every other address is refused before a byte is sent, and only the
// websocket to the hall's server is given the hall's own Origin, because a page under hall://app has another.
import type { Session } from 'electron';
import { roomAt } from './ownPages.ts';

/** Whether anything may be fetched from there. */
export function mayReach(url: string, server: string | null): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  if (protocol === 'hall:') return host === 'app';
  // What a page makes of its own bytes: pictures and voices.
  if (protocol === 'data:' || protocol === 'blob:') return true;
  return server !== null && asHttp(url).origin === server;
}

/** A websocket's address as that of the request it begins with. */
const asHttp = (url: string): URL => new URL(url.replace(/^ws/u, 'http'));

/** The headers of a request with the Origin it shall have. */
export function withOrigin(url: string, headers: Readonly<Record<string, string>>, server: string | null): Record<string, string> {
  const others = Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'origin'));
  if (server === null || !URL.canParse(url) || asHttp(url).origin !== server) return { ...headers };
  return /^wss?:/u.test(url) ? { ...others, Origin: server } : others;
}

export interface NetworkParts {
  readonly session: Pick<Session, 'webRequest' | 'setCertificateVerifyProc'>;
  readonly server: string | null;
  /** Null: the certificate is our hall's. Asked once for each certificate: the network remembers what was said. */
  readonly distrusts: (pem: string, name: string) => Promise<string | null>;
}

/** What Electron's verify procedure answers: taken, or refused. */
const verdicts = { taken: 0, refused: -2 } as const;

export function narrowNetwork({ session, server, distrusts }: NetworkParts): void {
  session.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const isForeignPage = (resourceType === 'mainFrame' || resourceType === 'subFrame') && roomAt(url) === null;
    answer({ cancel: isForeignPage || !mayReach(url, server) });
  });
  session.webRequest.onBeforeSendHeaders(({ url, requestHeaders }, answer) => { answer({ requestHeaders: withOrigin(url, requestHeaders, server) }); });
  // Never the machine's own list of authorities: whoever can add one there could stand in between.
  session.setCertificateVerifyProc(({ hostname, certificate }, answer) => {
    const isOurs = server !== null && new URL(server).hostname.replace(/^\[|\]$/gu, '') === hostname.replace(/^\[|\]$/gu, '');
    if (!isOurs) return answer(verdicts.refused);
    distrusts(certificate.data, hostname).then((why) => { answer(why === null ? verdicts.taken : verdicts.refused); }, () => { answer(verdicts.refused); });
  });
}
