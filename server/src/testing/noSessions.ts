// Nobody is signed in with a password: screens of a trial.
import type { Sessions } from '../people/sessions.ts';

export const noSessions: Pick<Sessions, 'of' | 'onEnd'> = { of: () => null, onEnd: () => undefined };
