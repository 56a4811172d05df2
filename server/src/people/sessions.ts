// Who is signed in where: a random token for the page, its hash here. A session belongs to one person and one device,
// lives through a restart of the server, and ends by sign-out, idleness, age, or because the person's rights changed.
import { createHash, randomBytes } from 'node:crypto';
import type { PersonId } from '@hall/core/domain/ids';
import type { SecretStore, StoredSession } from './secretStore.ts';

/** A working day with overtime; the next morning begins with a password. */
const longestMs = 14 * 3_600_000;
/** How exactly idleness is remembered over a restart. */
const noteEveryMs = 60_000;

export interface Session {
  readonly personId: PersonId;
  readonly deviceId: string;
  /** The screen asks for the PIN; orders are refused meanwhile. */
  readonly isLocked: boolean;
}

export interface Sessions {
  /** A new session; whoever was signed in at that device before is signed out. Gives the token, once. */
  begin(personId: PersonId, deviceId: string): string;
  /** Whose token this is, at that device; null when it has ended or was never one. */
  of(token: string, deviceId: string): Session | null;
  lock(token: string, isLocked: boolean): void;
  end(token: string): void;
  /** Disabled, other rights, other password: everywhere at once. */
  endAllOf(personId: string): void;
  /** The device was revoked. */
  endAt(deviceId: string): void;
  /** Those whose time is over, also where nobody asks: an open socket would go on hearing. */
  endOver(): void;
  /** Told whenever sessions end, so that open sockets of theirs are cut. */
  onEnd(listener: (ended: Pick<Session, 'personId' | 'deviceId'>) => void): void;
}

/** `idleMs`: so long without a sign of life. */
export function createSessions(store: SecretStore, now: () => number, idleMs: () => number): Sessions {
  const open = new Map<string, StoredSession>();
  const listeners: ((ended: Pick<Session, 'personId' | 'deviceId'>) => void)[] = [];
  for (const session of store.sessions()) {
    if (isOver(session)) store.endSession(session.tokenHash);
    else open.set(session.tokenHash, session);
  }

  function isOver({ beganAt, usedAt }: StoredSession): boolean {
    return now() - beganAt > longestMs || now() - usedAt > idleMs();
  }
  function finish(session: StoredSession): void {
    open.delete(session.tokenHash);
    store.endSession(session.tokenHash);
    for (const listener of listeners) listener(session);
  }
  function keep(session: StoredSession): void {
    open.set(session.tokenHash, session);
    store.keepSession(session);
  }

  return {
    begin(personId, deviceId) {
      for (const session of [...open.values()]) if (session.deviceId === deviceId) finish(session);
      const token = randomBytes(32).toString('base64url');
      keep({ tokenHash: hashOf(token), personId, deviceId, beganAt: now(), usedAt: now(), isLocked: false });
      return token;
    },
    of(token, deviceId) {
      const session = open.get(hashOf(token));
      if (session === undefined || session.deviceId !== deviceId) return null;
      if (isOver(session)) {
        finish(session);
        return null;
      }
      if (now() - session.usedAt > noteEveryMs) keep({ ...session, usedAt: now() });
      return session;
    },
    lock(token, isLocked) {
      const session = open.get(hashOf(token));
      if (session !== undefined) keep({ ...session, isLocked });
    },
    end(token) {
      const session = open.get(hashOf(token));
      if (session !== undefined) finish(session);
    },
    endAllOf(personId) {
      for (const session of [...open.values()]) if (session.personId === personId) finish(session);
    },
    endAt(deviceId) {
      for (const session of [...open.values()]) if (session.deviceId === deviceId) finish(session);
    },
    endOver() {
      for (const session of [...open.values()]) if (isOver(session)) finish(session);
    },
    onEnd: (listener) => { listeners.push(listener); },
  };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
