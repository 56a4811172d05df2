// The kiosk's flow where a visitor types or chooses more: checking in, the slip once more, several services on one ticket.
import type { AppointmentId, ServiceId, TicketId } from '@hall/core/domain/ids';
import type { Refusal } from '@hall/core/domain/refusals';
import { expect, test } from 'vitest';
import { mostAlso } from './kioskFlow.ts';
import type { KioskState, Known } from './kioskPages.ts';
import { allKnown, atService, departmentId, serviceId, story, ticket, wish } from './kioskStory.ts';
import { countdown } from './kioskTimes.ts';

/** At the page of checking in, at 1 s. */
const checkingIn = (known?: Known): ReturnType<typeof story> => {
  const told = story(known);
  told.touch(1_000, { on: 'checkIn' });
  return told;
};
const type = (told: ReturnType<typeof story>, at: number, digits: string): void => { for (const digit of digits) told.touch(at, { on: 'digit', digit }); };
const phone = '13800001234';
const refusal = (code: string, facts: object): Refusal => ({ code, facts }) as Refusal;
const today = [
  { appointmentId: '1.5' as AppointmentId, serviceId, fromAt: 1_763_600_400_000 },
  { appointmentId: '1.6' as AppointmentId, serviceId: 'S041' as ServiceId, fromAt: 1_763_604_000_000 },
];

test('H3: a phone number typed on the pad is one order, however quick the fingers and however often they press', () => {
  const told = checkingIn();
  type(told, 1_500, phone);
  told.touch(2_000, { on: 'sendProof' });
  told.touch(2_100, { on: 'sendProof' });
  expect(told.orders).toEqual([{ what: 'checkIn', proof: { by: 'phone', typed: phone }, appointmentId: null }]);
  told.tell({ kind: 'answered', at: 2_200, order: 1, answer: { ticket } });
  expect(told.state.page).toEqual({ kind: 'done', ticket });
});

test('H3: what is too short to be asked for is not sent, nor is anything out of touch', () => {
  const told = checkingIn();
  type(told, 1_500, phone.slice(0, 10));
  told.touch(2_000, { on: 'sendProof' });
  expect(told.orders).toEqual([]);
  const away = checkingIn({ ...allKnown, live: false });
  type(away, 1_500, phone);
  away.touch(2_000, { on: 'sendProof' });
  expect(away.orders).toEqual([]);
});

test('H3: given several appointments today, then one is chosen and ordered by the same proof', () => {
  const told = checkingIn();
  told.touch(1_500, { on: 'proofBy', by: 'code' });
  type(told, 1_500, '2468');
  told.touch(2_000, { on: 'sendProof' });
  told.tell({ kind: 'answered', at: 2_050, order: 1, answer: { refusal: refusal('severalAppointments', { choices: today }) } });
  expect(told.state.page).toMatchObject({ kind: 'appointments', choices: today });
  told.touch(3_000, { on: 'appointment', appointmentId: '1.6' as AppointmentId });
  expect(told.orders[1]).toEqual({ what: 'checkIn', proof: { by: 'code', typed: '2468' }, appointmentId: '1.6' });
});

test('H3: given nothing was found, when the visitor goes back, then what was typed is there to be corrected', () => {
  const told = checkingIn();
  type(told, 1_500, phone);
  told.touch(2_000, { on: 'sendProof' });
  told.tell({ kind: 'answered', at: 2_050, order: 1, answer: { refusal: refusal('noSuchAppointment', {}) } });
  expect(told.state.page.kind).toBe('refused');
  told.touch(3_000, { on: 'back' });
  told.touch(3_500, { on: 'erase' });
  expect(told.state.page).toEqual({ kind: 'checkIn', proof: { by: 'phone', typed: phone.slice(0, 10) } });
});

test('S3: given a visitor who has checked in before, then the slip of that ticket can be ordered again, once a press', () => {
  const told = checkingIn();
  type(told, 1_500, phone);
  told.touch(2_000, { on: 'sendProof' });
  told.tell({ kind: 'answered', at: 2_050, order: 1, answer: { refusal: refusal('alreadyCheckedIn', { ticketId: '1.9', number: 'H012' }) } });
  told.touch(3_000, { on: 'reprint', ticketId: '1.9' as TicketId });
  told.touch(3_010, { on: 'reprint', ticketId: '1.9' as TicketId });
  expect(told.orders.slice(1)).toEqual([{ what: 'reprint', ticketId: '1.9' }]);
});

/** Nothing of a visitor's digits is anywhere in what the kiosk remembers. */
const remembers = (state: KioskState): boolean => /1380000|2468/u.test(JSON.stringify(state));

test('V4: an untouched page of digits warns after 20 s, and after 30 s the digits are gone with it', () => {
  const told = checkingIn();
  type(told, 2_000, phone.slice(0, 7));
  expect(remembers(told.state)).toBe(true);
  expect(countdown(told.state, 22_000)).toBe(10);
  told.touch(25_000, { on: 'screen' });
  told.tell({ kind: 'ticked', at: 54_999 });
  expect(told.state.page.kind).toBe('checkIn');
  told.tell({ kind: 'ticked', at: 55_000 });
  expect(told.state).toMatchObject({ page: { kind: 'home' }, visit: 1 });
  expect(remembers(told.state)).toBe(false);
});

test.for<[string, (told: ReturnType<typeof story>) => void]>([
  ['goes home', (told) => told.touch(2_500, { on: 'home' })],
  ['gets a number', (told) => told.tell({ kind: 'answered', at: 2_500, order: 1, answer: { ticket } })],
  ['stops waiting', (told) => told.touch(2_500, { on: 'leave' })],
])('V4: when a visitor %s, then nothing of what was typed is left', ([, end]) => {
  const told = checkingIn();
  type(told, 1_500, phone);
  told.touch(2_000, { on: 'sendProof' });
  if (told.state.page.kind === 'taking') end(told);
  if (told.state.page.kind === 'taking') told.tell({ kind: 'answered', at: 2_600, order: 1, answer: { refusal: refusal('noSuchAppointment', {}) } });
  if (told.state.page.kind === 'refused') told.touch(3_100, { on: 'home' });
  expect(told.state.page.kind).not.toBe('taking');
  expect(remembers(told.state)).toBe(false);
});

test('T4: more services are chosen for one ticket, at most four more, none twice, and taken out again', () => {
  const told = atService();
  told.touch(2_000, { on: 'also' });
  expect(told.state.page).toMatchObject({ kind: 'also', shown: departmentId });
  for (const id of ['S1', 'S2', serviceId, 'S3', 'S2', 'S4', 'S2', 'S5']) told.touch(3_000, { on: 'alsoService', serviceId: id as ServiceId });
  expect(told.state.page).toMatchObject({ also: ['S1', 'S3', 'S4', 'S2'] });
  expect(mostAlso).toBe(4);
  told.touch(4_000, { on: 'alsoDone' });
  told.touch(5_000, { on: 'alsoService', serviceId: 'S3' as ServiceId });
  told.touch(6_000, { on: 'take' });
  expect(told.orders).toEqual([{ ...wish, also: ['S1', 'S4', 'S2'] }]);
});

test('T4: given one of the chosen services vanishes, then a calm page comes and nothing is ordered', () => {
  const told = atService();
  told.touch(2_000, { on: 'also' });
  told.touch(3_000, { on: 'alsoService', serviceId: 'S1' as ServiceId });
  told.touch(4_000, { on: 'alsoDone' });
  told.known = { ...allKnown, hasService: (id) => id !== 'S1' };
  told.touch(5_000, { on: 'take' });
  expect(told.state.page.kind).toBe('vanished');
  expect(told.orders).toEqual([]);
});
