// The token of whoever is signed in at this page, and whether the person locked it: kept for this tab alone, gone when the
// tab closes. What the token is good for, the server knows.
import type { SessionToken } from '../link/link.ts';

export interface KeptSession extends SessionToken {
  begin(token: string): void;
  /** Signed out, or told by the server that it is over. */
  end(): void;
  /** Locked here, perhaps while the server was away. */
  isLocked(): boolean;
  lock(isLocked: boolean): void;
}

const tokenName = 'hall-session';
const lockName = 'hall-session-locked';

/** `storage` null: a page that may store nothing keeps it until it is loaded anew. */
export function keepSession(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null): KeptSession {
  let token = storage?.getItem(tokenName) ?? null;
  let locked = storage?.getItem(lockName) === 'yes';
  function write(name: string, text: string | null): void {
    if (text === null) storage?.removeItem(name);
    else storage?.setItem(name, text);
  }
  function lock(isLocked: boolean): void {
    locked = isLocked;
    write(lockName, isLocked ? 'yes' : null);
  }
  function end(): void {
    token = null;
    write(tokenName, null);
    lock(false);
  }
  return {
    now: () => token,
    isOver: end,
    end,
    begin(begun) {
      token = begun;
      write(tokenName, begun);
      lock(false);
    },
    isLocked: () => locked,
    lock,
  };
}
