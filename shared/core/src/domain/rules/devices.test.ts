// Devices of the hall: let in for a role and a place, told apart, revoked; and never shown to the public.
import { expect, test } from 'vitest';
import type { DeviceId } from '../ids.ts';
import { given } from '../testing/hallSpec.ts';
import { order, type Order } from '../testing/orders.ts';
import { hallFromSnapshot, publicSnapshot, staffSnapshot } from '../snapshot.ts';

const [one, two] = ['a'.repeat(43), 'b'.repeat(43)] as const;
const enrol = (deviceId: string, role: string, place: string, name = 'east kiosk'): Order =>
  order('enrolDevice', { deviceId, publicKey: 'k'.repeat(122), role, place, name }, 'manager');
const revoke = (deviceId: string): Order => order('revokeDevice', { deviceId }, 'manager');
const doubt = (deviceId: string): Order => order('doubtDevice', { deviceId }, 'system');
const trust = (deviceId: string): Order => order('trustDevice', { deviceId }, 'manager');

test('given a device that is let in, then it has its role and place, through a snapshot too, and the public knows nothing of it', () => {
  const { hall } = given().when(enrol(one, 'kiosk', 'K1')).thenEvents({ type: 'deviceEnrolled', data: {}, facts: { deviceId: one, role: 'kiosk', place: 'K1' } });
  const again = hallFromSnapshot(staffSnapshot(hall));
  expect([...again.staff.devices.values()]).toEqual([{ id: one, publicKey: 'k'.repeat(122), role: 'kiosk', place: 'K1', name: 'east kiosk', enrolledAt: hall.at, doubtedAt: null }]);
  expect(publicSnapshot(hall)).not.toContain(one);
});

test('given a device of the hall, when it is let in once more, or another for its place, then it is refused with the name of the first', () => {
  const scenario = given(enrol(one, 'kiosk', 'K1'));
  scenario.when(enrol(one, 'display', 'hall')).thenRefused('deviceKnown', { name: 'east kiosk' });
  scenario.when(enrol(two, 'kiosk', 'K1')).thenRefused('placeTaken', { place: 'K1', name: 'east kiosk' });
  scenario.when(enrol(two, 'display', 'K1')).thenEvents({ type: 'deviceEnrolled' });
});

test('given two boards for one place, then both are let in: they show the same', () => {
  given(enrol(one, 'display', 'hall')).when(enrol(two, 'display', 'hall')).thenEvents({ type: 'deviceEnrolled' });
});

test.each(['counter', 'pad'])('given a %s at a counter that the plan does not have, then it is refused', (role) => {
  given().when(enrol(one, role, '99')).thenRefused('noSuchCounter', { counterId: '99' });
});

test('given a device that is revoked, then it is gone, its place is free, and it can come again', () => {
  const scenario = given(enrol(one, 'kiosk', 'K1'));
  scenario.when(revoke(two)).thenRefused('noSuchDevice');
  scenario.when(revoke(one)).thenEvents({ type: 'deviceRevoked', facts: { deviceId: one } });
  expect(scenario.hall.staff.devices.size).toBe(0);
  scenario.when(revoke(one)).thenRefused('noSuchDevice');
  scenario.and(enrol(two, 'kiosk', 'K1')).when(enrol(one, 'kiosk', 'K2')).thenEvents({ type: 'deviceEnrolled' });
});

test('given a key in two places, when the server doubts the device, then it is marked for staff alone, once, through a snapshot too', () => {
  const scenario = given(enrol(one, 'kiosk', 'K1'), enrol(two, 'display', 'hall'));
  scenario.when(doubt(one)).thenEvents({ type: 'deviceDoubted', data: {}, facts: { deviceId: one } });
  const { hall } = scenario;
  const again = hallFromSnapshot(staffSnapshot(hall));
  expect([...again.staff.devices.values()].map(({ id, doubtedAt }) => [id, doubtedAt])).toEqual([[one, hall.at], [two, null]]);
  expect(publicSnapshot(hall)).not.toContain('doubted');
  scenario.when(doubt(one)).thenRefused('alreadyDoubted', { name: 'east kiosk' });
  scenario.when(doubt('c'.repeat(43))).thenRefused('noSuchDevice');
});

test('given a device in doubt, when the manager trusts it, then it is as before and can be doubted again; revoked and let in anew it is not in doubt', () => {
  const scenario = given(enrol(one, 'kiosk', 'K1'));
  scenario.when(trust(one)).thenRefused('notDoubted', { name: 'east kiosk' });
  scenario.when(trust(two)).thenRefused('noSuchDevice');
  scenario.and(doubt(one)).when(trust(one)).thenEvents({ type: 'deviceTrusted', data: {}, facts: { deviceId: one } });
  expect(scenario.hall.staff.devices.get(one as DeviceId)?.doubtedAt).toBeNull();
  scenario.when(doubt(one)).thenEvents({ type: 'deviceDoubted' });
  scenario.and(revoke(one), enrol(one, 'kiosk', 'K1'));
  expect(scenario.hall.staff.devices.get(one as DeviceId)?.doubtedAt).toBeNull();
});
