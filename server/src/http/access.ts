// Who may use the programs' door: a Bearer credential of the right role, and not too often. Asked before a body is read.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '@hall/core/domain/actor';
import type { Hall } from '@hall/core/domain/hall';
import type { Duty } from '@hall/core/domain/person';
import type { Refusal } from '@hall/core/domain/refusals';
import { forbiddenPerson, heldBack, type Sender } from '@hall/core/protocol/rights';
import { refusalText } from '@hall/core/text/refusalText';
import type { WhoHolds } from '../devices/deviceDoor.ts';
import type { TwoPlaces } from '../devices/twoPlaces.ts';
import { senderAt } from '../people/senders.ts';
import type { Sessions } from '../people/sessions.ts';
import { Problem } from './problem.ts';

/** Requests a second one credential may send, averaged, and at once before the average counts. */
const perSecond = 20;
const burst = 100;

export interface Access {
  /** A hook that lets only these roles pass; at a device of the hall, only with a person whose duties are for that screen, or one of `duties`. */
  allow(roles: readonly Role[], duties?: readonly Duty[]): Hook;
  /** Lets any screen of the hall pass, whether somebody is signed in or not. */
  anyScreen: Hook;
  /** Who was let in. */
  who(request: FastifyRequest): Sender;
}
type Hook = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;

export interface AccessParts {
  readonly whoHolds: WhoHolds;
  readonly hall: Readonly<Hall>;
  readonly sessions: Pick<Sessions, 'of'>;
  readonly twoPlaces: Pick<TwoPlaces, 'asks'>;
  readonly now: () => number;
}

/** Beside the device's credential: who is signed in there. */
export const sessionHeader = 'x-hall-session';

export function createAccess({ whoHolds, hall, sessions, twoPlaces, now }: AccessParts): Access {
  const admitted = new WeakMap<FastifyRequest, Sender>();
  const rates = new Map<string, { left: number; at: number }>();

  /** Seconds until the next request may come; 0: now. Only credentials of ours are counted, so there are few. */
  function waitFor({ role, place }: Sender): number {
    const key = `${role}.${place}`;
    const at = now();
    const before = rates.get(key) ?? { left: burst, at };
    const left = Math.min(burst, before.left + ((at - before.at) * perSecond) / 1_000);
    const pays = left >= 1;
    rates.set(key, { left: pays ? left - 1 : left, at });
    return pays ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond));
  }

  function letIn(request: FastifyRequest, reply: FastifyReply): Sender {
    const [, credential = ''] = /^Bearer +(\S{1,512})$/iu.exec(request.headers.authorization ?? '') ?? [];
    const place = whoHolds(credential, request.socket.remoteAddress ?? '');
    if (place === null) {
      reply.header('www-authenticate', 'Bearer');
      throw new Problem(401, 'noCredential');
    }
    const token = request.headers[sessionHeader];
    const who = senderAt(place, typeof token === 'string' ? token : null, sessions, 'http');
    const seconds = waitFor(who);
    if (seconds > 0) {
      reply.header('retry-after', String(seconds));
      throw new Problem(429, 'tooOften', seconds);
    }
    admitted.set(request, who);
    return who;
  }

  const refuse = (refusal: Refusal | null): void => {
    if (refusal !== null) throw new Problem(403, { code: refusal.code, zh: refusalText(refusal, 'zh'), en: refusalText(refusal, 'en') });
  };
  /** Whoever is let in, once it is known that the key is in use nowhere else. */
  const entering = (mayPass: (who: Sender) => void): Hook => (request, reply, done) => {
    const who = letIn(request, reply);
    const pass = (): void => {
      refuse(heldBack(hall, who.deviceId));
      mayPass(who);
    };
    const waits = who.deviceId === null ? null : twoPlaces.asks(who.deviceId, request.socket.remoteAddress ?? '');
    if (waits !== null) {
      waits.then(pass).then(() => done(), done);
      return;
    }
    pass();
    done();
  };

  return {
    allow: (roles, duties) => entering((who) => {
      if (!roles.includes(who.role as Role)) throw new Problem(403, 'wrongRole', who.role);
      refuse(forbiddenPerson(hall, who, duties === undefined ? {} : { duties }));
    }),
    anyScreen: entering(() => undefined),
    who(request) {
      const who = admitted.get(request);
      if (who === undefined) throw new Error('a route that asks who it is needs allow()');
      return who;
    },
  };
}
