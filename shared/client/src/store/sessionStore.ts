// Who is signed in at this screen, as Vue sees it: signing in and out, a new password, the lock and its PIN. What came to
// nothing is kept in the server's own words until the next press. In a trial nobody signs in here.
import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { Told } from '@hall/core/text/managerImportText';
import { json, type Answered } from '../session/hallRequest.ts';
import type { PasswordRules } from '../session/passwordCheck.ts';
import { askHall, keptSession } from '../session/session.ts';
import { useHall } from './hallStore.ts';

/** A screen that was touched says so no more often than this, ms. */
const lookEveryMs = 500;
/** A person who reads and orders nothing is there all the same; the server is told this often at most, ms. */
const tellLifeEveryMs = 300_000;
/** A sign-out that the server has not heard by then is one of this screen alone. */
const leaveWithinMs = 3_000;

export type SessionProblem =
  | { readonly kind: 'told'; readonly told: Told }
  /** The server was not reached. */
  | { readonly kind: 'away' };

export const useSession = defineStore('session', () => {
  const hall = useHall();
  const problem = shallowRef<SessionProblem | null>(null);
  const isBusy = ref(false);
  /** Hall time before which another try would be refused; null: none waits. */
  const waitUntil = ref<number | null>(null);
  const isLocked = ref(false);
  /** Between the press and the end. */
  const isLeaving = ref(false);
  /** A person has just signed in at this very page; who uses it sets it back. */
  const hasJustBegun = ref(false);
  /** The server ended it: other rights, another password, a sign-in elsewhere at this device, or too long without a sign of life. */
  const wasEnded = ref(false);
  let leavingToken: string | null = null;
  let touchedAt = performance.now();
  let lookedAt = 0;
  let toldAt = performance.now();

  const personId = computed(() => hall.you?.personId ?? null);
  const mustSignIn = computed(() => hall.you?.mustSignIn === true || (isLeaving.value && personId.value !== null));
  /** A number and a name, as the hall writes people. */
  const personName = computed(() => {
    const person = personId.value === null ? undefined : hall.hall.staff.people.get(personId.value);
    return person === undefined ? (personId.value ?? '') : `${person.name} ${person.id}`;
  });
  const waitMs = computed(() => (waitUntil.value === null ? 0 : Math.max(0, waitUntil.value - hall.now)));

  // At each welcome: what the server knows of the lock counts, and what was locked here while it was away is told to it.
  watch(() => hall.you, (you, before) => {
    if (you === null) return;
    isBusy.value = false;
    if (you.personId === null) {
      wasEnded.value = wasEnded.value || (before !== null && before.personId !== null && !isLeaving.value);
      isLocked.value = false;
      isLeaving.value = false;
      return;
    }
    wasEnded.value = false;
    // Somebody else has signed in before the way out was over.
    if (keptSession.now() !== leavingToken) isLeaving.value = false;
    isLocked.value = you.isLocked || keptSession.isLocked();
    if (isLocked.value && !you.isLocked) void askHall('POST', '/api/session/lock');
  });
  // A screen that nobody touches asks for the PIN.
  watch(() => hall.now, (now) => {
    if (personId.value === null || isLocked.value || now - lookedAt < lookEveryMs) return;
    const afterMs = hall.plan?.staff?.security.lockAfterMs ?? null;
    lookedAt = now;
    const silentMs = Math.min(tellLifeEveryMs, (hall.plan?.staff?.security.signOutAfterMs ?? Infinity) / 2);
    if (touchedAt > toldAt && performance.now() - toldAt > silentMs) {
      toldAt = performance.now();
      // Any request in the person's name is a sign of life.
      void askHall('GET', '/api/session/rules');
    }
    if (afterMs !== null && performance.now() - touchedAt > afterMs) void lock();
  });
  function touched(): void {
    touchedAt = performance.now();
  }

  function settle(answer: Answered<unknown>): void {
    isBusy.value = false;
    problem.value = answer.kind === 'told' ? null : answer.kind === 'away' ? { kind: 'away' } : { kind: 'told', told: answer.told };
    waitUntil.value = answer.kind === 'refused' && answer.waitMs > 0 ? hall.theLink().serverNow() + answer.waitMs : null;
    // Ended meanwhile, somewhere else: the screen comes back as one where nobody is signed in.
    if (answer.kind === 'refused' && answer.told.code === 'notSignedIn') leave();
  }
  async function ask<T>(method: 'POST' | 'PUT', path: string, content: unknown): Promise<Answered<T>> {
    isBusy.value = true;
    problem.value = null;
    const answer = await askHall<T>(method, path, json(content));
    settle(answer);
    return answer;
  }
  async function enter(path: string, content: object): Promise<string | null> {
    const answer = await ask<{ token: string }>('POST', path, content);
    if (answer.kind !== 'told') return answer.kind === 'refused' ? answer.told.code : 'away';
    keptSession.begin(answer.body.token);
    touched();
    hasJustBegun.value = true;
    // Until the whole hall is here.
    isBusy.value = true;
    hall.theLink().renew();
    return null;
  }
  function leave(): void {
    leavingToken = keptSession.now() ?? leavingToken;
    keptSession.end();
    isLeaving.value = true;
    isLocked.value = false;
    hasJustBegun.value = false;
    hall.theLink().renew();
  }

  /** Null when it went well, else the code of what stood in the way. */
  const signIn = (id: string, password: string): Promise<string | null> => enter('/api/session', { personId: id, password });
  const changePassword = (id: string, password: string, wanted: string): Promise<string | null> => enter('/api/session/password', { personId: id, password, wanted });
  /** What a new password must be; null: not reached. */
  async function passwordRules(): Promise<PasswordRules | null> {
    const answer = await askHall<PasswordRules>('GET', '/api/session/rules');
    return answer.kind === 'told' ? answer.body : null;
  }
  /** Nothing private is shown from the press on, whether the server hears it or not. */
  async function signOut(): Promise<void> {
    const token = keptSession.now();
    leavingToken = token;
    isLeaving.value = true;
    await Promise.race([askHall('DELETE', '/api/session'), new Promise((resolve) => { setTimeout(resolve, leaveWithinMs); })]);
    if (token !== null && keptSession.now() === token) leave();
  }
  async function lock(): Promise<void> {
    if (personId.value === null) return;
    problem.value = null;
    isLocked.value = true;
    keptSession.lock(true);
    // Away: it is said again at the next welcome.
    const answer = await askHall('POST', '/api/session/lock');
    if (answer.kind === 'refused' && answer.told.code === 'notSignedIn') leave();
  }
  async function unlock(secret: string): Promise<boolean> {
    const answer = await ask('POST', '/api/session/unlock', { secret });
    if (answer.kind !== 'told') return false;
    keptSession.lock(false);
    touched();
    isLocked.value = false;
    return true;
  }
  const setPin = async (password: string, pin: string): Promise<boolean> => (await ask('PUT', '/api/session/pin', { password, pin })).kind === 'told';
  function forget(): void {
    problem.value = null;
  }

  return { personId, personName, mustSignIn, isLocked, isBusy, problem, waitMs, hasJustBegun, wasEnded, touched, forget, signIn, changePassword, passwordRules, signOut, lock, unlock, setPin };
});
