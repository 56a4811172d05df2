// One pretend person (or device) with a real link to the hall: presses buttons, waits for answers, naps.
// Nothing here knows what kind of person it is; clerk.ts, visitors.ts and ratings.ts do.
import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@hall/core/base/uuid';
import type { Role } from '@hall/core/domain/actor';
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import type { Hall } from '@hall/core/domain/hall';
import type { CommandId } from '@hall/core/domain/ids';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import type { Answer, CommandMessage } from '@hall/core/protocol/messages';
import { createLink, type Link } from '@hall/client/link/link';
import { socketWire } from '@hall/client/link/socketWire';
import { trialCredential } from '@hall/server/people/trialCredentials';

/** Where the hall is and how fast it lives. */
export interface World {
  readonly url: string;
  readonly secret: string;
  readonly seed: number;
  /** Hall seconds per real second; people's times are divided by it, the plan's limits are not. */
  readonly speed: number;
  /** Ends everybody's life. */
  readonly over: AbortSignal;
  /** Minutes since midnight of the lived day. */
  readonly minuteOfDay: () => number;
  /** Called with every answer, for the summary and the soak. */
  readonly heard: (command: CommandMessage, answer: Answer) => void;
}

export interface Person {
  readonly place: string;
  readonly link: Link;
  readonly hall: () => Readonly<Hall>;
  /** `visitor` tells who the order is about. */
  press<T extends CommandType>(type: T, data: CommandData<T>, visitor?: ToldVisitor): Promise<Answer>;
  /** Real milliseconds. Resolves early when the world is over. */
  nap(ms: number): Promise<void>;
  /** Resolves when the link is live or the world is over; rejects when the hall does not let this person in. */
  awake(): Promise<void>;
}

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export function connectPerson(world: World, role: Role, place: string): Person {
  const { url, secret, over, heard } = world;
  const link = createLink({ wire: socketWire(url), credential: trialCredential(secret, { role, place }), now: Date.now, timers: { after } });
  over.addEventListener('abort', () => link.close(), { once: true });

  const nap = (ms: number): Promise<void> => napIn(over, ms);
  return {
    place,
    link,
    hall: () => link.hall,
    nap,
    async press(type, data, visitor) {
      const now = Math.max(0, Math.round(link.serverNow()));
      const message = { id: uuidV7(now, randomBytes(10)) as CommandId, pressedAt: now, type, data, ...(visitor === undefined ? {} : { visitor }) } as unknown as CommandMessage;
      const answer = await link.order(message);
      heard(message, answer);
      return answer;
    },
    async awake() {
      while (link.status.kind !== 'live' && !over.aborted) {
        if (link.status.kind === 'rejected') throw new Error(`The hall does not let ${role} ${place} in: ${link.status.refusal.code}. Give --data or --secret of that hall.`);
        await nap(50);
      }
    },
  };
}

/** Sleeps for `ms`, or until `over`. */
export function napIn(over: AbortSignal, ms: number): Promise<void> {
  if (over.aborted) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const done = (): void => {
    clearTimeout(timer);
    over.removeEventListener('abort', done);
    resolve();
  };
  const timer = setTimeout(done, ms);
  over.addEventListener('abort', done);
  return promise;
}
