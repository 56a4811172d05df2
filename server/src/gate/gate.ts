// The gate before every door of the hall, for requests and websockets alike: whose names count as ours (DNS rebinding), which
// pages may speak to it (Origin), and how much one address may have open or ask. Who somebody is, the doors find out.
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { createBuckets } from './bucket.ts';
import { clientOf } from './clientOf.ts';
import type { GateLimits } from './gateLimits.ts';
import { isOwnHost, isOwnOrigin } from './ownHost.ts';

export interface GateParts {
  /** Names and addresses this hall answers to, in small letters and without a port; an IPv6 address in brackets. */
  readonly hosts: readonly string[];
  readonly limits: GateLimits;
  /** Monotonic, ms. */
  readonly now: () => number;
}

export type GateRefusal = 'otherHost' | 'otherOrigin' | 'noOrigin' | 'session' | 'tooManyHandshakes';

export interface Gate {
  readonly limits: GateLimits;
  /** From now on this server's connections are counted; those above a limit end before a byte of them is read. */
  guard(server: Server): void;
  /** Why a request is not looked at; null: it may pass. */
  refuses(request: IncomingMessage): GateRefusal | null;
  /** The same for whoever wants a websocket: it must say where it comes from, be a new one, and not come too often. */
  refusesSocket(request: IncomingMessage): GateRefusal | null;
}

const namesSession = ({ url = '' }: IncomingMessage): boolean => !URL.canParse(url, 'http://hall') || new URL(url, 'http://hall').searchParams.has('sid');

/** Addresses whose handshakes are remembered. */
const addressesKept = 10_000;

export function createGate({ hosts, limits, now }: GateParts): Gate {
  const open = new Map<string, number>();
  const mayOpen = createBuckets({ perSecond: limits.handshakesPerSecond, burst: limits.handshakeBurst, keys: addressesKept }, now);

  function count(socket: Socket): void {
    const address = clientOf(socket.remoteAddress ?? '');
    const before = open.get(address) ?? 0;
    if (before >= limits.connectionsOfAddress) {
      socket.destroy();
      return;
    }
    open.set(address, before + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  }

  const refuses: Gate['refuses'] = (request) => {
    // A request in the form for proxies names a host of its own, which would count more than `Host`.
    if (request.url?.startsWith('/') !== true || !isOwnHost(request, hosts)) return 'otherHost';
    return isOwnOrigin(request) === false ? 'otherOrigin' : null;
  };

  return {
    limits,
    guard(server) {
      server.maxConnections = limits.connections;
      server.prependListener('connection', count);
    },
    refuses,
    refusesSocket(request) {
      const refusal = refuses(request);
      if (refusal !== null) return refusal;
      if (isOwnOrigin(request) === null) return 'noOrigin';
      // The library would let a request that names a living session past every other check.
      if (namesSession(request)) return 'session';
      return mayOpen(clientOf(request.socket.remoteAddress ?? '')) ? null : 'tooManyHandshakes';
    },
  };
}
