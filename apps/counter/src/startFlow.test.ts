// Who is signed in with a password and has no counter yet: the desk, the start, or who is in the way (C13).
import { expect, test } from 'vitest';
import type { CounterId, PersonId } from '@hall/core/domain/ids';
import type { LinkView } from './counterFlow.ts';
import { practiceHall } from './practiceHall.ts';
import { screenAt, startAt } from './startFlow.ts';

const one = '1' as CounterId;
const two = '2' as CounterId;
const clerk = '1001' as PersonId;
const live: LinkView = { isLive: true, awaited: null };

test('C13 given a trial, where nobody has a password, then numbers are asked and then the desk is shown', () => {
  const practice = practiceHall();
  expect(screenAt(practice.hall, one, null)).toBe('numbers');
  practice.done('signIn', { counterId: one, clerkId: clerk });
  expect(screenAt(practice.hall, one, null)).toBe('desk');
});

test('U2 C13 given a person is signed in by password, then work starts at a free counter, and the own counter is the desk', () => {
  const practice = practiceHall();
  expect(screenAt(practice.hall, one, clerk)).toBe('start');
  expect(startAt(practice.hall, one, clerk, practice.now, live)).toEqual({ kind: 'free' });
  practice.done('signIn', { counterId: one, clerkId: clerk });
  expect(screenAt(practice.hall, one, clerk)).toBe('desk');
});

test('C13 given another clerk holds the counter, then the desk is never shown, and who it is is said', () => {
  const practice = practiceHall();
  practice.done('signIn', { counterId: one, clerkId: '1002' });
  expect(screenAt(practice.hall, one, clerk)).toBe('start');
  expect(startAt(practice.hall, one, clerk, practice.now, live)).toEqual({ kind: 'held', clerk: 'clerk 1002 1002' });
});

test('C13 given the person sits elsewhere, has no right there, or the server is away, then the reason is told', () => {
  const practice = practiceHall();
  practice.done('signIn', { counterId: two, clerkId: clerk });
  expect(startAt(practice.hall, one, clerk, practice.now, live)).toMatchObject({ kind: 'cannot', obstacle: { code: 'clerkElsewhere', facts: { counterId: '2' } } });
  const free = practiceHall();
  const noRight = { id: clerk, name: 'clerk', duties: ['clerk'], extras: [], queueIds: ['H'], counterIds: [], isActive: true };
  free.done('setPeople', { people: [noRight], then: null });
  expect(startAt(free.hall, one, clerk, free.now, live)).toMatchObject({ kind: 'cannot', obstacle: { code: 'mayNotSitHere' } });
  expect(startAt(practiceHall().hall, one, clerk, 0, { ...live, isLive: false })).toEqual({ kind: 'cannot', obstacle: { code: 'away' } });
});
