// Hashing passwords and PINs: scrypt, one after the other on a thread that lets everybody else go first, so that a morning's
// sign-ins never take the machine from the keeper; a bounded line, so that a flood is refused instead of eating memory.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createHashThread } from './hashThread.ts';

/** OWASP's scrypt parameters of the 32 MB step (N = 2^15, r = 8, p = 3); kept with each hash, so that they can grow. */
const present = { logN: 15, r: 8, p: 3 } as const;
const saltBytes = 16;
const hashBytes = 32;
const mostAtOnce = 1;

/** Too many sign-ins at this moment; try again in a while. */
export class TooManyHashes extends Error {
  override readonly name = 'TooManyHashes';
}

export interface Passwords {
  /** Text that can be stored. Rejects with TooManyHashes. */
  hash(secret: string): Promise<string>;
  /** Whether the secret is the one that was hashed. Without a stored hash it takes as long and says no. Rejects with TooManyHashes. */
  fits(secret: string, stored: string | null): Promise<boolean>;
}

/** `isOutdated`: made with weaker parameters than today's; hash it anew at the next sign-in. */
export const isOutdated = (stored: string): boolean => {
  const made = read(stored);
  return made === null || made.logN < present.logN || made.r < present.r || made.p < present.p;
};

/** `mostWaiting`: further ones are refused. */
export function createPasswords(mostWaiting = 100): Passwords {
  const thread = createHashThread();
  const derive = (secret: string, salt: Buffer, { logN, r, p }: { readonly logN: number; readonly r: number; readonly p: number }): Promise<Buffer> =>
    // One form for one secret, whichever way the keyboard wrote it.
    thread.derive({ secret: secret.normalize('NFKC'), salt, logN, r, p, bytes: hashBytes });
  let running = 0;
  const waiting: (() => void)[] = [];

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= mostAtOnce) {
      if (waiting.length >= mostWaiting) throw new TooManyHashes('too many passwords are being checked');
      await new Promise<void>((go) => { waiting.push(go); });
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place is handed on, never freed and taken: nobody can slip in between.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    hash: (secret) => inTurn(async () => {
      const salt = randomBytes(saltBytes);
      const { logN, r, p } = present;
      return ['scrypt', logN, r, p, salt.toString('base64url'), (await derive(secret, salt, present)).toString('base64url')].join('$');
    }),
    fits: (secret, stored) => inTurn(async () => {
      const made = stored === null ? null : read(stored);
      const found = await derive(secret, made?.salt ?? Buffer.alloc(saltBytes), made ?? present);
      return made !== null && found.length === made.hash.length && timingSafeEqual(found, made.hash);
    }),
  };
}

function read(stored: string): { readonly logN: number; readonly r: number; readonly p: number; readonly salt: Buffer; readonly hash: Buffer } | null {
  const [kind, logN, r, p, salt, hash] = stored.split('$');
  if (kind !== 'scrypt' || salt === undefined || hash === undefined) return null;
  return { logN: Number(logN), r: Number(r), p: Number(p), salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url') };
}
