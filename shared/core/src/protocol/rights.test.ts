// Which role may give which order, and where.
import { describe, expect, test } from 'vitest';
import { roleSchema, type Role } from '../domain/actor.ts';
import { commandTypes, type Command, type CommandType } from '../domain/commands.ts';
import { emptyHall } from '../domain/hall.ts';
import { audienceOf, forbidden, forbiddenName, rights, trusted } from './rights.ts';

const atCounter12 = (type: CommandType): Command => ({ type, data: { counterId: '12', visitorId: null } }) as unknown as Command;
const mayOrder = (role: Role, place: string): CommandType[] => commandTypes.filter((type) => forbidden(emptyHall(), { ...trusted(role, place), door: 'socket' }, atCounter12(type)) === null);

const ofCounter: readonly CommandType[] = [
  'signIn', 'signOut', 'openCounter', 'pauseCounter', 'closeCounter', 'callNext', 'finishAndCallNext', 'recallTicket', 'startService', 'finishService', 'missTicket',
  'parkTicket', 'resumeTicket', 'transferTicket', 'pickTicket', 'putBackTicket', 'undoStep',
];
/** Whoever a visitor that comes back may ask. */
const comingBack: readonly CommandType[] = ['returnTicket', 'unparkTicket'];
const forVisitors: readonly CommandType[] = ['issueTicket', 'checkIn', 'reprintSlip', 'cancelTicket'];
const ofDesk: readonly CommandType[] = [...forVisitors, 'bookAppointment', 'cancelAppointment', ...comingBack, 'moveTicket', 'seeVisitor', 'noteTicket'];
const expected: Readonly<Record<Role, readonly CommandType[]>> = {
  kiosk: [...forVisitors, 'leaseNumbers', 'mergeTickets', 'noteSlip'],
  counter: [...ofCounter, ...comingBack, 'noteTicket'],
  desk: ofDesk,
  display: [],
  pad: ['rateService'],
  manager: ['adoptPlan', 'withdrawPlan', 'openDay', 'closeDay', ...ofDesk, 'excuseVisitor', 'eraseVisitor', 'eraseVisitorsOfDay', 'revokeDevice', 'setPeople', 'trustDevice', 'releaseCounter', 'stopIssuing', 'resumeIssuing'],
};

describe.each(roleSchema.options)('a %s at place 12', (role) => {
  test('may give these orders and no other', () => {
    expect(mayOrder(role, '12').sort()).toEqual([...expected[role]].sort());
  });

  test('is told why it may not', () => {
    for (const type of commandTypes) {
      if (!expected[role].includes(type)) expect(forbidden(emptyHall(), { ...trusted(role, '12'), door: 'socket' }, atCounter12(type))).toEqual({ code: 'notAllowed', facts: { role, type } });
    }
  });
});

test('a counter orders for itself only, and a pad rates at its own counter only', () => {
  for (const type of ofCounter) expect(forbidden(emptyHall(), { ...trusted('counter', '11'), door: 'socket' }, atCounter12(type))).toEqual({ code: 'otherPlace', facts: { place: '11' } });
  expect(forbidden(emptyHall(), { ...trusted('pad', '11'), door: 'socket' }, atCounter12('rateService'))).toEqual({ code: 'otherPlace', facts: { place: '11' } });
});

test('T1 C8 C9 C10 C11 only a counter undoes, parks, transfers and picks, at its own place; only the desk and the manager move', () => {
  for (const type of ['undoStep', 'parkTicket', 'transferTicket', 'pickTicket'] as const) expect(rights[type]).toMatchObject({ roles: ['counter'], ownCounterOnly: true });
  expect(rights.moveTicket.roles).toEqual(['desk', 'manager']);
});

test('C13 H6 only the manager releases a counter, and stops and resumes issuing', () => {
  for (const type of ['releaseCounter', 'stopIssuing', 'resumeIssuing'] as const) expect(rights[type].roles).toEqual(['manager']);
});

test('C1 a counter that calls by itself is called at by the hall, and by nobody else of another place', () => {
  expect(forbidden(emptyHall(), { ...trusted('system', 'autoCall'), door: 'socket' }, atCounter12('callNext'))).toBeNull();
  expect(forbidden(emptyHall(), { ...trusted('system', 'autoCall'), door: 'socket' }, atCounter12('startService'))).toMatchObject({ code: 'notAllowed' });
  expect(forbidden(emptyHall(), { ...trusted('counter', '11'), door: 'socket' }, atCounter12('callNext'))).toMatchObject({ code: 'otherPlace' });
});

test('R4 the clerk cannot rate: only a pad can', () => {
  expect(rights.rateService.roles).toEqual(['pad']);
  for (const role of ['counter', 'manager', 'kiosk', 'display'] as const) expect(forbidden(emptyHall(), { ...trusted(role, '12'), door: 'socket' }, atCounter12('rateService'))?.code).toBe('notAllowed');
});

test('V1 what stands where everybody may press tells who somebody is and never names him; staff may, and so may the hall itself', () => {
  const naming = (type: CommandType): Command => ({ type, data: { visitorId: 'a'.repeat(32) } }) as unknown as Command;
  for (const type of ['issueTicket', 'checkIn'] as const) {
    expect(forbiddenName(trusted('kiosk', 'K1'), naming(type))).toEqual({ code: 'notAllowed', facts: { role: 'kiosk', type } });
    expect(forbiddenName(trusted('desk', 'D1'), naming(type))).toBeNull();
  }
});

test('V1 V2 a full look needs a right of its own where somebody signs in; a file comes behind the HTTP door alone', () => {
  expect(rights.seeVisitor).toMatchObject({ roles: ['desk', 'manager'], extra: 'look' });
  const attach = { type: 'attachFile', data: { ticketId: '1.1' } } as unknown as Command;
  for (const role of ['counter', 'desk', 'manager'] as const) {
    const by = (door: 'socket' | 'http') => forbidden(emptyHall(), { ...trusted(role, '12'), door }, attach);
    expect([by('socket')?.code, by('http')]).toEqual(['notAllowed', null]);
  }
});

test('what only the hall itself may order, no screen may', () => {
  for (const type of ['openJournal', 'startEpoch'] as const) expect(rights[type].roles).toEqual(['system']);
});

test('V3 counters, guide desk and managers are staff, everybody else is the public', () => {
  expect(roleSchema.options.map((role) => [role, audienceOf(role)])).toEqual([
    ['kiosk', 'public'], ['counter', 'staff'], ['desk', 'staff'], ['display', 'public'], ['pad', 'public'], ['manager', 'staff'],
  ]);
});
