// Whether a request is meant for this hall, and from a page of this hall. A page of anywhere can point its own name at our
// address (DNS rebinding): then the name in `Host` is not one of ours.
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

const form = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9.-]{0,252}))(?::(\d{1,5}))?$/u;

const isEncrypted = (socket: Socket): boolean => 'encrypted' in socket && socket.encrypted === true;

/** The one `Host` of a request in small letters; null when there is none, several, or one that is no name. */
function hostOf({ headersDistinct }: IncomingMessage): { name: string; port: number | null; text: string } | null {
  const [host = '', ...more] = headersDistinct['host'] ?? [];
  const [text, name, port] = form.exec(host.toLowerCase()) ?? [];
  return text === undefined || name === undefined || more.length > 0 ? null : { name, port: port === undefined ? null : Number(port), text };
}

/** `hosts`: our names and addresses in small letters, without a port; an IPv6 address in brackets. */
export function isOwnHost(request: IncomingMessage, hosts: readonly string[]): boolean {
  const host = hostOf(request);
  return host !== null && hosts.includes(host.name) && (host.port ?? (isEncrypted(request.socket) ? 443 : 80)) === request.socket.localPort;
}

/** The origin of a request's own address, as browsers write it; null when its `Host` is no name. */
function ownOrigin(request: IncomingMessage): string | null {
  const host = hostOf(request);
  const url = `${isEncrypted(request.socket) ? 'https' : 'http'}://${host?.text ?? ''}`;
  return host === null || !URL.canParse(url) ? null : new URL(url).origin;
}

/** Null: the request names no origin. */
export function isOwnOrigin(request: IncomingMessage): boolean | null {
  const given = request.headersDistinct['origin'];
  return given === undefined ? null : given.length === 1 && given[0] === ownOrigin(request);
}

/** Where a page of this request's address finds the websocket. */
export const ownSocketOrigin = (request: IncomingMessage): string | null => ownOrigin(request)?.replace(/^http/u, 'ws') ?? null;
