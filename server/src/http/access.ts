// Who may use the programs' door: a Bearer credential of the right role, and not too often. Asked before a body is read.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '@hall/core/domain/actor';
import type { WhoHolds } from '../devices/deviceDoor.ts';
import type { Place } from '../people/trialCredentials.ts';
import { Problem } from './problem.ts';

/** Requests a second one credential may send, averaged, and at once before the average counts. */
const perSecond = 20;
const burst = 100;

export interface Access {
  /** A hook that lets only these roles pass. */
  allow(...roles: readonly Role[]): (request: FastifyRequest, reply: FastifyReply, done: () => void) => void;
  /** Who was let in. */
  who(request: FastifyRequest): Place;
}

export function createAccess(whoHolds: WhoHolds, now: () => number): Access {
  const admitted = new WeakMap<FastifyRequest, Place>();
  const rates = new Map<string, { left: number; at: number }>();

  /** Seconds until the next request may come; 0: now. Only credentials of ours are counted, so there are few. */
  function waitFor({ role, place }: Place): number {
    const key = `${role}.${place}`;
    const at = now();
    const before = rates.get(key) ?? { left: burst, at };
    const left = Math.min(burst, before.left + ((at - before.at) * perSecond) / 1_000);
    const pays = left >= 1;
    rates.set(key, { left: pays ? left - 1 : left, at });
    return pays ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond));
  }

  return {
    allow: (...roles) => (request, reply, done) => {
      const [, credential = ''] = /^Bearer +(\S{1,512})$/iu.exec(request.headers.authorization ?? '') ?? [];
      const who = whoHolds(credential, request.socket.remoteAddress ?? '');
      if (who === null) {
        reply.header('www-authenticate', 'Bearer');
        throw new Problem(401, 'noCredential');
      }
      if (!roles.includes(who.role)) throw new Problem(403, 'wrongRole', who.role);
      const seconds = waitFor(who);
      if (seconds > 0) {
        reply.header('retry-after', String(seconds));
        throw new Problem(429, 'tooOften', seconds);
      }
      admitted.set(request, who);
      done();
    },
    who(request) {
      const who = admitted.get(request);
      if (who === undefined) throw new Error('a route that asks who it is needs allow()');
      return who;
    },
  };
}
