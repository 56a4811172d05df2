// Sessions on a real file: bound to person and device, through a restart, ended by each of their ends, told at once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonId } from '@hall/core/domain/ids';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/tempFolder.ts';
import { secretStore } from './secretStore.ts';
import { createSessions, type Sessions } from './sessions.ts';

const hour = 3_600_000;

function desk(file = join(tempFolder(), 'people.db')): { sessions: Sessions; ended: string[]; pass: (ms: number) => void; file: string } {
  let now = 1_800_000_000_000;
  const store = secretStore(file);
  onTestFinished(() => { store.close(); });
  const sessions = createSessions(store, () => now, () => 8 * hour);
  const ended: string[] = [];
  sessions.onEnd(({ personId, deviceId }) => { ended.push(`${personId} at ${deviceId}`); });
  return { sessions, ended, pass: (ms) => { now += ms; }, file };
}

test('given a sign-in, then its token is good at that device alone, and the file holds no token', () => {
  const { sessions, file } = desk();
  const token = sessions.begin('1001' as PersonId, 'c1');
  expect(sessions.of(token, 'c1')).toMatchObject({ personId: '1001', isLocked: false });
  expect(sessions.of(token, 'c2')).toBeNull();
  expect(sessions.of(`${token}x`, 'c1')).toBeNull();
  expect(readFileSync(file).includes(Buffer.from(token)) || readFileSync(`${file}-wal`).includes(Buffer.from(token))).toBe(false);
});

test('given a restart, then who was signed in is still, locked if locked', () => {
  const { sessions, file } = desk();
  const [one, two] = [sessions.begin('1001' as PersonId, 'c1'), sessions.begin('1002' as PersonId, 'c2')];
  sessions.lock(two, true);
  const { sessions: again } = desk(file);
  expect(again.of(one, 'c1')).toMatchObject({ personId: '1001' });
  expect(again.of(two, 'c2')).toMatchObject({ isLocked: true });
});

test('U4 given each way a session ends, then its token is dead and the end is told', () => {
  const { sessions, ended, pass } = desk();
  const signedOut = sessions.begin('1001' as PersonId, 'c1');
  sessions.end(signedOut);
  const replaced = sessions.begin('1002' as PersonId, 'c1');
  const next = sessions.begin('1003' as PersonId, 'c1');
  const elsewhere = sessions.begin('1003' as PersonId, 'c9');
  sessions.endAllOf('1003');
  const idle = sessions.begin('1004' as PersonId, 'c4');
  pass(8 * hour + 1);
  expect([[signedOut, 'c1'], [replaced, 'c1'], [next, 'c1'], [elsewhere, 'c9'], [idle, 'c4']].map(([token = '', device = '']) => sessions.of(token, device))).toEqual([null, null, null, null, null]);
  expect(ended).toEqual(['1001 at c1', '1002 at c1', '1003 at c1', '1003 at c9', '1004 at c4']);
});

test('U4 given somebody who works on and on, then after fourteen hours a password is asked again', () => {
  const { sessions, pass } = desk();
  const token = sessions.begin('1001' as PersonId, 'c1');
  for (let nth = 0; nth < 27; nth += 1) {
    pass(hour / 2);
    expect(sessions.of(token, 'c1')).not.toBeNull();
  }
  pass(hour);
  expect(sessions.of(token, 'c1')).toBeNull();
});

test('given a password that is changed or a person who goes, then the store knows the new one, or nothing', () => {
  const { file } = desk();
  const store = secretStore(file);
  onTestFinished(() => { store.close(); });
  const old = 'scrypt$15$8$3$oldsaltoldsaltoldsalt$oldhasholdhasholdhash';
  store.keep({ personId: '1001', password: old, setAt: 1, mustChange: true, earlier: [], pin: null });
  expect(store.of('1001')).toMatchObject({ password: old, mustChange: true, earlier: [] });
  store.keep({ personId: '1001', password: 'scrypt$15$8$3$new$new', setAt: 2, mustChange: false, earlier: ['a'], pin: 'p' });
  expect(store.of('1001')).toEqual({ personId: '1001', password: 'scrypt$15$8$3$new$new', setAt: 2, mustChange: false, earlier: ['a'], pin: 'p' });
  store.forget('1001');
  expect(store.of('1001')).toBeNull();
});

test('U4 given a session whose time is over and nobody asks for it, then its end is told all the same; others go on', () => {
  const { sessions, ended, pass } = desk();
  sessions.begin('1001' as PersonId, 'c1');
  pass(5 * hour);
  const later = sessions.begin('1002' as PersonId, 'c2');
  pass(4 * hour);
  sessions.endOver();
  expect(ended).toEqual(['1001 at c1']);
  expect(sessions.of(later, 'c2')).not.toBeNull();
});
