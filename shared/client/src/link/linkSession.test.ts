// A screen where people sign in: what was private is heard whole or not at all, and is gone with the session (V3).
import { expect, test } from 'vitest';
import type { PersonId } from '@hall/core/domain/ids';
import { redactEvent } from '@hall/core/domain/redact';
import { publicSnapshot, staffSnapshot } from '@hall/core/domain/snapshot';
import { given } from '@hall/core/domain/testing/hallSpec';
import { issue, open, signIn } from '@hall/core/domain/testing/orders';
import type { CommandMessage } from '@hall/core/protocol/messages';
import type { SessionToken } from './link.ts';
import { pretendScreen } from './testing/pretendScreen.ts';

const clerk = '1001' as PersonId;
const nowhere = { journalId: null, epoch: null, seq: null };

function signInScreen() {
  const held: { token: string | null; over: number } = { token: null, over: 0 };
  const session: SessionToken = {
    now: () => held.token,
    isOver() {
      held.over += 1;
      held.token = null;
    },
  };
  const screen = pretendScreen(given(signIn('1', '1001'), open('1'), issue('SA')), session);
  /** The token is another one now. */
  const become = (token: string | null): void => {
    held.token = token;
    screen.link.renew();
    screen.wire.toScreen().closed();
  };
  const events = (from: number) => ({ kind: 'events', events: screen.scenario.events.slice(from - 1) }) as const;
  const publicEvents = (from: number) => ({ kind: 'events', events: screen.scenario.events.slice(from - 1).map(redactEvent) }) as const;
  return { ...screen, held, become, events, publicEvents, seq: () => screen.scenario.hall.seq };
}

test('V3 given a public copy, when a person signs in, then the hello says the session and asks for the whole hall', () => {
  const { wire, link, welcomeStaff, become, seq, scenario } = signInScreen();
  welcomeStaff(null);
  expect(link.hall.seq).toBe(seq());
  become('t1');
  expect(wire.hellos.at(-1)).toMatchObject({ session: 't1', ...nowhere });
  // What the public may see stays on the screen until the whole hall is there.
  expect(publicSnapshot(link.hall)).toBe(publicSnapshot(scenario.hall));
  welcomeStaff(clerk);
  expect([link.status.kind, staffSnapshot(link.hall)]).toEqual(['live', staffSnapshot(scenario.hall)]);
});

test('V3 given a person is signed in, when the line is cut, then the same session resumes by sequence', () => {
  const { wire, link, held, welcomeStaff, events, scenario, seq } = signInScreen();
  held.token = 't1';
  wire.reopen();
  welcomeStaff(clerk);
  const stood = seq();
  wire.toScreen().closed();
  wire.reopen();
  expect(wire.hellos.at(-1)).toMatchObject({ session: 't1', seq: stood });
  scenario.and(issue('SA'));
  welcomeStaff(clerk, events(stood + 1));
  expect(staffSnapshot(link.hall)).toBe(staffSnapshot(scenario.hall));
});

test('V3 given a person signs out, then at once nothing private is held, and the next hello asks for the whole public hall', () => {
  const { wire, link, held, become, welcomeStaff, told, scenario } = signInScreen();
  held.token = 't1';
  wire.reopen();
  welcomeStaff(clerk);
  become(null);
  expect([link.hall.seq, link.hall.staff.people.size, told.at(-2)]).toEqual([0, 0, 'all']);
  expect(wire.hellos.at(-1)).toMatchObject({ session: null, ...nowhere });
  welcomeStaff(null);
  expect(publicSnapshot(link.hall)).toBe(publicSnapshot(scenario.hall));
  expect([link.hall.staff.people.size, held.over]).toEqual([0, 0]);
});

test('V3 given the server ended the session, when it resumes by sequence all the same, then the private copy is dropped and the whole hall asked for', () => {
  const { wire, link, held, welcomeStaff, publicEvents, told, seq, scenario } = signInScreen();
  held.token = 't1';
  wire.reopen();
  welcomeStaff(clerk);
  wire.toScreen().closed();
  wire.reopen();
  welcomeStaff(null, publicEvents(seq() + 1));
  expect([link.hall.seq, link.hall.staff.people.size, link.you?.mustSignIn, told.at(-1), link.status.kind]).toEqual([0, 0, true, 'all', 'away']);
  expect([held.over, held.token]).toEqual([1, null]);
  expect(wire.hellos.at(-1)).toMatchObject({ session: null, ...nowhere });
  welcomeStaff(null);
  expect([link.status.kind, publicSnapshot(link.hall)]).toEqual(['live', publicSnapshot(scenario.hall)]);
});

test('V3 given the session ended and a snapshot comes, then it replaces the private copy, and the token is given up', () => {
  const { link, wire, held, welcomeStaff } = signInScreen();
  held.token = 't1';
  wire.reopen();
  welcomeStaff(clerk);
  wire.toScreen().closed();
  wire.reopen();
  welcomeStaff(null);
  expect([link.hall.staff.people.size, held.token, link.you?.personId]).toEqual([0, null, null]);
});

test('V3 given another person signs in at the same screen, then the copy of the one before is dropped at once', () => {
  const { wire, link, held, become, welcomeStaff } = signInScreen();
  held.token = 't1';
  wire.reopen();
  welcomeStaff(clerk);
  become('t2');
  expect([link.hall.staff.people.size, wire.hellos.at(-1)]).toMatchObject([0, { session: 't2', ...nowhere }]);
});

test('a token that came while the welcome of an older one was on its way is not given up', () => {
  const { wire, held, welcomeStaff } = signInScreen();
  held.token = 't1';
  wire.reopen();
  held.token = 't2';
  welcomeStaff(null);
  expect([held.token, held.over]).toEqual(['t2', 0]);
});

test('N6 given an order without an answer when the session ended, then it is sent where nobody is signed in, to be answered', () => {
  const { wire, link, held, welcomeStaff, publicEvents, seq } = signInScreen();
  held.token = 't1';
  wire.reopen();
  welcomeStaff(clerk);
  wire.toScreen().closed();
  const order = { id: '01890000-0000-7000-8000-000000000001', pressedAt: 1, type: 'callNext', data: { counterId: '1' } } as unknown as CommandMessage;
  void link.order(order);
  wire.reopen();
  welcomeStaff(null, publicEvents(seq() + 1));
  expect(wire.commands).toEqual([]);
  welcomeStaff(null);
  expect(wire.commands).toEqual([order]);
});
