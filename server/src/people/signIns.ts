// Signing in, and what belongs to it: passwords, PINs, locks. Whoever comes is let wait longer after each wrong try; every
// outcome leaves a trace in the journal; who may do what when signed in, the hall judges (protocol/rights.ts).
import type { Role } from '@hall/core/domain/actor';
import type { AccessKind, Duty, Person } from '@hall/core/domain/person';
import type { PersonId } from '@hall/core/domain/ids';
import { dutiesAt, type Sender } from '@hall/core/protocol/rights';
import type { HallKeeper } from '../hall/hallKeeper.ts';
import { systemActor, systemCommand } from '../hall/systemCommand.ts';
import { oneTimeLifeMs, oneTimePassword } from './oneTimePassword.ts';
import { mustChange, passwordFaults, passwordProfiles, type PasswordFault } from './passwordRules.ts';
import { TooManyHashes, type Passwords } from './passwords.ts';
import { isWeakPin, pinPattern } from './pins.ts';
import type { Secrets, SecretStore } from './secretStore.ts';
import type { Place } from './senders.ts';
import type { Sessions } from './sessions.ts';
import type { SignInDelays } from './signInDelays.ts';

export type SignInProblem =
  /** Also for a number that nobody has: nobody learns which numbers there are. */
  | { readonly code: 'wrongPassword' }
  | { readonly code: 'wait'; readonly waitMs: number }
  | { readonly code: 'busy' }
  /** None of the person's duties is done at such a screen. */
  | { readonly code: 'notYourScreen' }
  /** Good for one thing: setting another. */
  | { readonly code: 'mustChange' }
  | { readonly code: 'passwordFaulty'; readonly faults: readonly (PasswordFault | 'usedBefore')[] }
  | { readonly code: 'weakPin' }
  | { readonly code: 'notSignedIn' }
  /** A screen that is not a device of the hall keeps no session. */
  | { readonly code: 'noDevice' };
export type SignInResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: SignInProblem };

export interface SignIns {
  /** A session's token, told once. */
  signIn(personId: string, password: string, at: Place): Promise<SignInResult<string>>;
  /** Ends every session of the person and begins a new one here. */
  changePassword(personId: string, password: string, wanted: string, at: Place): Promise<SignInResult<string>>;
  signOut(token: string, at: Place): void;
  lock(token: string, at: Place): SignInResult<null>;
  /** By PIN, or by password. */
  unlock(token: string, secret: string, at: Place): Promise<SignInResult<null>>;
  setPin(token: string, password: string, pin: string, at: Place): Promise<SignInResult<null>>;
  /** A password for somebody else, good for one sign-in; ends every session of that person. */
  givePassword(personId: PersonId, by: Sender): Promise<SignInResult<string>>;
}

export interface SignInParts {
  readonly keeper: HallKeeper;
  readonly store: SecretStore;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly delays: SignInDelays;
  readonly now: () => number;
}

/** Duties of which a person needs one to sign in at such a screen. */
const dutiesToSignIn = (role: Role): readonly Duty[] => (role === 'manager' ? ['manager', 'system', 'audit'] : (dutiesAt[role] ?? []));

const fine = <T>(value: T): SignInResult<T> => ({ ok: true, value });
const wrong = (problem: SignInProblem): { ok: false; problem: SignInProblem } => ({ ok: false, problem });

export function createSignIns({ keeper, store, passwords, sessions, delays, now }: SignInParts): SignIns {
  const profile = () => passwordProfiles[keeper.hall.plan?.staff?.security.passwords ?? 'plain'];
  const personOf = (personId: string): Person | null => keeper.hall.staff.people.get(personId as PersonId) ?? null;
  const isOurs = ({ deviceId }: Place): boolean => deviceId !== null && keeper.hall.staff.devices.has(deviceId);

  function note(kind: AccessKind, personId: PersonId | null, { role, place }: Pick<Place, 'role' | 'place'>): void {
    keeper.order(systemActor('people'), systemCommand('noteAccess', { kind, personId, role, place }, now()), () => undefined);
  }

  /** The person whose password this is. Every try counts from its beginning, right ones are forgotten. */
  async function prove(personId: string, password: string, at: Place): Promise<SignInResult<{ person: Person; secrets: Secrets }>> {
    if (!isOurs(at)) return wrong({ code: 'noDevice' });
    const names = [`person ${personId}`, `device ${at.deviceId ?? ''}`];
    const waitMs = delays.waitMs(names);
    if (waitMs > 0) return wrong({ code: 'wait', waitMs });
    delays.begin(names);
    const secrets = store.of(personId);
    const fits = await inTime(() => passwords.fits(password, secrets?.password ?? null));
    if (!fits.ok) return fits;
    const person = personOf(personId);
    const isOver = secrets !== null && secrets.mustChange && now() - secrets.setAt > oneTimeLifeMs;
    if (!fits.value || secrets === null || person === null || !person.isActive || isOver) {
      note('wrongPassword', person?.id ?? null, at);
      return wrong({ code: 'wrongPassword' });
    }
    delays.right(names);
    if (!isOurs(at)) return wrong({ code: 'noDevice' });
    return dutiesToSignIn(at.role).some((duty) => person.duties.includes(duty)) ? fine({ person, secrets }) : wrong({ code: 'notYourScreen' });
  }

  /** Hashing takes a while: the person may have lost the place meanwhile. */
  function begin({ id }: Person, at: Place): SignInResult<string> {
    if (personOf(id)?.isActive !== true || !isOurs(at)) return wrong({ code: 'wrongPassword' });
    const token = sessions.begin(id, at.deviceId ?? '');
    note('signedIn', id, at);
    return fine(token);
  }

  /** Kept by the hall's own people and by nobody who only guessed: the session must be open at this device. */
  const ownerOf = (token: string, at: Place): PersonId | null => (at.deviceId === null ? null : ((sessions.of(token, at.deviceId)?.personId ?? null) as PersonId | null));

  return {
    async signIn(personId, password, at) {
      const proved = await prove(personId, password, at);
      if (!proved.ok) return proved;
      const { person, secrets } = proved.value;
      return secrets.mustChange || mustChange(secrets.setAt, now(), profile()) ? wrong({ code: 'mustChange' }) : begin(person, at);
    },
    async changePassword(personId, password, wanted, at) {
      const proved = await prove(personId, password, at);
      if (!proved.ok) return proved;
      const { person, secrets } = proved.value;
      const faults: (PasswordFault | 'usedBefore')[] = passwordFaults(wanted, profile(), [person.id, person.name]);
      const before = [secrets.password, ...secrets.earlier].slice(0, earlierKept);
      for (const hash of faults.length > 0 ? [] : before.slice(0, Math.max(1, profile().notOfLast))) {
        const same = await inTime(() => passwords.fits(wanted, hash));
        if (!same.ok) return same;
        if (same.value) faults.push('usedBefore');
      }
      if (faults.length > 0) return wrong({ code: 'passwordFaulty', faults });
      const hashed = await inTime(() => passwords.hash(wanted));
      if (!hashed.ok) return hashed;
      store.keep({ personId: person.id, password: hashed.value, setAt: now(), mustChange: false, earlier: before, pin: null });
      sessions.endAllOf(person.id);
      note('passwordSet', person.id, at);
      return begin(person, at);
    },
    signOut(token, at) {
      const personId = ownerOf(token, at);
      if (personId === null) return;
      sessions.end(token);
      note('signedOut', personId, at);
    },
    lock(token, at) {
      const personId = ownerOf(token, at);
      if (personId === null) return wrong({ code: 'notSignedIn' });
      sessions.lock(token, true);
      note('locked', personId, at);
      return fine(null);
    },
    async unlock(token, secret, at) {
      const personId = ownerOf(token, at);
      const secrets = personId === null ? null : store.of(personId);
      if (personId === null || secrets === null) return wrong({ code: 'notSignedIn' });
      const names = [`unlock ${personId}`];
      const waitMs = delays.waitMs(names);
      if (waitMs > 0) return wrong({ code: 'wait', waitMs });
      delays.begin(names);
      const fits = await inTime(() => passwords.fits(secret, secrets.pin !== null && pinPattern.test(secret) ? secrets.pin : secrets.password));
      if (!fits.ok) return fits;
      if (!fits.value) {
        note('wrongPassword', personId, at);
        return wrong({ code: 'wrongPassword' });
      }
      delays.right(names);
      sessions.lock(token, false);
      note('unlocked', personId, at);
      return fine(null);
    },
    async setPin(token, password, pin, at) {
      const personId = ownerOf(token, at);
      if (personId === null) return wrong({ code: 'notSignedIn' });
      if (!pinPattern.test(pin) || isWeakPin(pin)) return wrong({ code: 'weakPin' });
      const proved = await prove(personId, password, at);
      if (!proved.ok) return proved;
      const hashed = await inTime(() => passwords.hash(pin));
      if (!hashed.ok) return hashed;
      store.keep({ ...proved.value.secrets, pin: hashed.value });
      note('pinSet', personId, at);
      return fine(null);
    },
    async givePassword(personId, by) {
      const password = oneTimePassword();
      const hashed = await inTime(() => passwords.hash(password));
      if (!hashed.ok) return hashed;
      const known = store.of(personId);
      store.keep({ personId, password: hashed.value, setAt: now(), mustChange: true, earlier: known === null ? [] : [known.password, ...known.earlier].slice(0, earlierKept), pin: null });
      sessions.endAllOf(personId);
      const { role, place } = by;
      keeper.order(by, systemCommand('noteAccess', { kind: 'passwordGiven', personId, role: role === 'system' ? 'manager' : role, place }, now()), () => undefined);
      return fine(password);
    },
  };
}

/** As many as the strictest profile looks at. */
const earlierKept = 5;

/** A flood of sign-ins is answered, not waited for. */
async function inTime<T>(work: () => Promise<T>): Promise<SignInResult<T>> {
  try {
    return fine(await work());
  } catch (error) {
    if (error instanceof TooManyHashes) return wrong({ code: 'busy' });
    throw error;
  }
}
