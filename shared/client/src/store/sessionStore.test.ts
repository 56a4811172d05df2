// Who is signed in, as a screen shows it: the gate, the lock, and the way out, whatever the server and the line do meanwhile.
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nextTick } from 'vue';
import { emptyHall } from '@hall/core/domain/hall';
import type { PersonId } from '@hall/core/domain/ids';
import type { Link } from '../link/link.ts';
import type { Answered } from '../session/hallRequest.ts';
import { useHall } from './hallStore.ts';
import { useSession } from './sessionStore.ts';

interface Asked { readonly path: string; answer(told: Answered<unknown>): void }
const asked: Asked[] = [];
const kept = vi.hoisted(() => ({ token: null as string | null, locked: false }));
vi.mock('../session/session.ts', () => ({
  keptSession: {
    now: () => kept.token, isLocked: () => kept.locked, lock: (is: boolean) => { kept.locked = is; },
    begin: (token: string) => { kept.token = token; kept.locked = false; }, end: () => { kept.token = null; kept.locked = false; }, isOver: () => { kept.token = null; },
  },
  askHall: (method: string, path: string) => new Promise((resolve) => { asked.push({ path: `${method} ${path}`, answer: resolve }); }),
}));

const clerk = '7001' as PersonId;
const nobody = { role: 'counter', place: '3', personId: null, isLocked: false, mustSignIn: true } as const;
const somebody = { ...nobody, personId: clerk, mustSignIn: false } as const;
const told = { kind: 'told', body: { token: 't1' } } as const;
const refused = (code: string, waitMs = 0): Answered<unknown> => ({ kind: 'refused', told: { code, zh: code, en: code }, waitMs, body: null });

beforeEach(() => {
  vi.useFakeTimers();
  setActivePinia(createPinia());
  asked.length = 0;
  kept.token = null;
  kept.locked = false;
});
afterEach(() => { vi.useRealTimers(); });

async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  await nextTick();
}
function screen() {
  let change: () => void = () => undefined;
  const link = { hall: emptyHall(), status: { kind: 'live' }, you: null as Link['you'], serverNow: () => Date.now(), renewed: 0, renew() { link.renewed += 1; }, onChange(listener: (events: null) => void) { change = () => { listener(null); }; return () => undefined; } };
  useHall().attach(link as unknown as Link);
  const session = useSession();
  return {
    session, link,
    async welcome(you: NonNullable<Link['you']>): Promise<void> {
      link.you = { ...you };
      change();
      await settled();
    },
  };
}
const waiting = (path: string): Asked => {
  const found = asked.filter((one) => one.path === path).at(-1);
  if (found === undefined) throw new Error(`${path} was not asked; ${asked.map((one) => one.path).join()}`);
  return found;
};

test('U2 given the right password, then the gate stays until the whole hall has come', async () => {
  const { session, link, welcome } = screen();
  await welcome(nobody);
  expect(session.mustSignIn).toBe(true);
  const came = session.signIn('7001', 'secret');
  waiting('POST /api/session').answer(told);
  expect([await came, kept.token, link.renewed, session.mustSignIn, session.isBusy]).toEqual([null, 't1', 1, true, true]);
  await welcome(somebody);
  expect([session.mustSignIn, session.isBusy, session.personId, session.hasJustBegun]).toEqual([false, false, clerk, true]);
});

test('U3 given a wait, then it counts down by the hall\'s own time', async () => {
  const { session, welcome } = screen();
  await welcome(nobody);
  const came = session.signIn('7001', 'wrong');
  waiting('POST /api/session').answer(refused('wait', 4_000));
  expect([await came, session.waitMs]).toEqual(['wait', 4_000]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(session.waitMs).toBe(1_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(session.waitMs).toBe(0);
});

test('U4 given a person signs out, then the gate is there from the press on, and the token is gone whether the server hears it or not', async () => {
  const { session, link, welcome } = screen();
  kept.token = 't1';
  await welcome(somebody);
  const out = session.signOut();
  expect([session.mustSignIn, kept.token]).toEqual([true, 't1']);
  await vi.advanceTimersByTimeAsync(3_000);
  await out;
  expect([kept.token, link.renewed, session.mustSignIn]).toEqual([null, 1, true]);
  await welcome(nobody);
  expect([session.mustSignIn, session.wasEnded]).toEqual([true, false]);
});

test('U4 given somebody signs in before the way out is over, then the late answer takes nothing from the new session', async () => {
  const { session, link, welcome } = screen();
  kept.token = 't0';
  await welcome(somebody);
  const out = session.signOut();
  const came = session.signIn('7002', 'secret');
  waiting('POST /api/session').answer(told);
  await came;
  waiting('DELETE /api/session').answer({ kind: 'told', body: {} });
  await out;
  expect([kept.token, link.renewed, session.mustSignIn]).toEqual(['t1', 1, true]);
  await welcome({ ...somebody, personId: '7002' as PersonId });
  expect([session.mustSignIn, session.personId]).toEqual([false, '7002']);
});

test('U4 given the server ended the session, then the screen says so until somebody signs in', async () => {
  const { session, welcome } = screen();
  kept.token = 't1';
  await welcome(somebody);
  kept.token = null;
  await welcome(nobody);
  expect([session.mustSignIn, session.wasEnded]).toEqual([true, true]);
  await welcome(nobody);
  expect(session.wasEnded).toBe(true);
  await welcome(somebody);
  expect(session.wasEnded).toBe(false);
});

test('U5 given a lock while the server is away, then it is told at the next welcome, and the screen stays locked', async () => {
  const { session, welcome } = screen();
  kept.token = 't1';
  await welcome(somebody);
  void session.lock();
  waiting('POST /api/session/lock').answer({ kind: 'away' });
  await settled();
  expect([session.isLocked, kept.locked]).toEqual([true, true]);
  asked.length = 0;
  await welcome(somebody);
  expect([session.isLocked, asked.map(({ path }) => path)]).toEqual([true, ['POST /api/session/lock']]);
  asked.length = 0;
  await welcome({ ...somebody, isLocked: true });
  expect([session.isLocked, asked.length]).toEqual([true, 0]);
});

test('U5 given the PIN is right, then it opens; wrong, then it stays; over, then the gate comes', async () => {
  const { session, welcome } = screen();
  kept.token = 't1';
  await welcome({ ...somebody, isLocked: true });
  const wrong = session.unlock('1111');
  waiting('POST /api/session/unlock').answer(refused('wrongPassword'));
  expect([await wrong, session.isLocked]).toEqual([false, true]);
  const right = session.unlock('4071');
  waiting('POST /api/session/unlock').answer({ kind: 'told', body: {} });
  expect([await right, session.isLocked, kept.locked]).toEqual([true, false, false]);
  void session.lock();
  const over = session.unlock('4071');
  waiting('POST /api/session/unlock').answer(refused('notSignedIn'));
  expect([await over, kept.token, session.mustSignIn]).toEqual([false, null, true]);
});

test('U5 given nobody touches the screen for as long as the plan says, then it locks by itself; a touch begins anew', async () => {
  const { session, link, welcome } = screen();
  kept.token = 't1';
  link.hall.plan = { staff: { security: { lockAfterMs: 60_000, signOutAfterMs: 3_600_000 } } } as typeof link.hall.plan;
  await welcome(somebody);
  await vi.advanceTimersByTimeAsync(50_000);
  session.touched();
  await vi.advanceTimersByTimeAsync(50_000);
  expect(session.isLocked).toBe(false);
  await vi.advanceTimersByTimeAsync(11_000);
  expect([session.isLocked, kept.locked]).toEqual([true, true]);
});

test('U4 given somebody who reads and orders nothing, then the server hears of it now and then, and of nobody who is away', async () => {
  const { session, link, welcome } = screen();
  kept.token = 't1';
  link.hall.plan = { staff: { security: { lockAfterMs: null, signOutAfterMs: 240_000 } } } as typeof link.hall.plan;
  await welcome(somebody);
  const signs = (): number => asked.filter(({ path }) => path === 'GET /api/session/rules').length;
  await vi.advanceTimersByTimeAsync(300_000);
  expect(signs()).toBe(0);
  session.touched();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(signs()).toBe(1);
  session.touched();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(signs()).toBe(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(signs()).toBe(2);
});
