// The session of this page: one keeper of its token, and one way to ask the server in its name.
import { credential } from '../boot/credential.ts';
import { hallRequest } from './hallRequest.ts';
import { keepSession } from './keptSession.ts';

/** Null where the browser lets the page store nothing. */
function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

export const keptSession = keepSession(tabStorage());
export const askHall = hallRequest({ credential, session: () => keptSession.now(), send: (...sent) => fetch(...sent) });
