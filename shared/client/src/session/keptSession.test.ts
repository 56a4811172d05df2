// A token lives as long as its tab, and no longer than the server says.
import { expect, test } from 'vitest';
import { keepSession } from './keptSession.ts';

function tab() {
  const held = new Map<string, string>();
  return { held, getItem: (name: string) => held.get(name) ?? null, setItem: (name: string, text: string) => { held.set(name, text); }, removeItem: (name: string) => { held.delete(name); } };
}

test('U5 given a page is loaded anew in its tab, then its session and its lock go on', () => {
  const storage = tab();
  const before = keepSession(storage);
  before.begin('t1');
  before.lock(true);
  const after = keepSession(storage);
  expect([after.now(), after.isLocked()]).toEqual(['t1', true]);
});

test.each([['signed out', 'end'], ['told that it is over', 'isOver']] as const)('given it was %s, then nothing of it is left in the tab', (_what, end) => {
  const storage = tab();
  const session = keepSession(storage);
  session.begin('t1');
  session.lock(true);
  session[end]();
  expect([session.now(), session.isLocked(), storage.held.size]).toEqual([null, false, 0]);
});

test('given somebody else signs in, then the lock of the one before is no more', () => {
  const session = keepSession(tab());
  session.begin('t1');
  session.lock(true);
  session.begin('t2');
  expect([session.now(), session.isLocked()]).toEqual(['t2', false]);
});

test('given a browser that stores nothing, then the session is good until the page is loaded anew', () => {
  const session = keepSession(null);
  session.begin('t1');
  expect(session.now()).toBe('t1');
});
