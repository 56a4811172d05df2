// The form that lets a device in, the server's answers, and the list of devices.
import { expect, test } from 'vitest';
import type { Role } from '@hall/core/domain/actor';
import type { Device } from '@hall/core/domain/device';
import type { DeviceId } from '@hall/core/domain/ids';
import { enrolProblems } from '@hall/core/text/enrolText';
import { askingRows, deviceRows, doubtedRows, enrollingAfter, missingOf, plainCode, roleCounts, typedCheck, typedCode, type EnrolForm } from './deviceFlow.ts';
import { firstFree, isInPlan, isPlace, placeGroups, placeName, suggestedName } from './devicePlaces.ts';
import { smallPlan } from './foldedDay.ts';

const plan = { ...smallPlan, boards: [{ id: 'north', name: { zh: '北区综合屏', en: 'North board' }, zoneIds: [] }] } as unknown as typeof smallPlan;
const device = (role: Role, place: string, name = `${role} ${place}`, enrolledAt = 1): Device => ({ id: `${role}${place}${enrolledAt}` as DeviceId, publicKey: '', role, place, name, enrolledAt, doubtedAt: null });
const form: EnrolForm = { code: 'ABCD 2345', check: '012345', role: 'kiosk', place: 'K1', name: 'Kiosk K1' };
const flat = (role: Role, devices: readonly Device[] = []) => placeGroups(role, plan, devices, 'en').flatMap(({ choices }) => choices);

test('given a code typed in any case and grouping, then it reads as two groups and the caret keeps its place', () => {
  expect(typedCode('abcd2345', 8)).toEqual({ text: 'ABCD 2345', caret: 9 });
  expect(typedCode('ab-cd 23', 8)).toEqual({ text: 'ABCD 23', caret: 7 });
  expect(typedCode('abcd', 4)).toEqual({ text: 'ABCD', caret: 4 });
  // One sign put into the middle of the first group.
  expect(typedCode('AXBCD 234', 2)).toEqual({ text: 'AXBC D234', caret: 2 });
  expect(typedCode('ABCD 23456789', 13).text).toBe('ABCD 2345');
  expect(plainCode(' abcd-2345 ')).toBe('ABCD2345');
  expect(typedCheck('01 23-456 7')).toBe('012345');
});

test('given a form, then the first thing that is missing is told, and a whole one can be sent', () => {
  expect(missingOf(form)).toBeNull();
  expect(missingOf({ ...form, code: 'ABCD 234' })).toBe('code');
  expect(missingOf({ ...form, code: 'ABC0' })).toBe('letters');
  expect(missingOf({ ...form, check: '01234' })).toBe('check');
  expect(missingOf({ ...form, place: '' })).toBe('place');
  expect(missingOf({ ...form, place: '-K 1' })).toBe('placeForm');
  expect(missingOf({ ...form, name: '  ' })).toBe('name');
});

test('given a check number that does not fit, then the manager is warned of a stranger, and of other refusals told', () => {
  const refused = (told: { code: string; zh: string; en: string }) => enrollingAfter({ kind: 'refused', told, faults: [] }, form);
  expect(refused(enrolProblems.otherDevice)).toEqual({ step: 'stranger', told: enrolProblems.otherDevice });
  expect(refused(enrolProblems.triesUsed).step).toBe('stranger');
  for (const code of ['noSuchCode', 'tooManyTries'] as const) expect(refused(enrolProblems[code])).toEqual({ step: 'refused', told: enrolProblems[code] });
  expect(refused({ code: 'placeTaken', zh: '', en: '' }).step).toBe('refused');
  expect(enrollingAfter({ kind: 'away' }, form)).toEqual({ step: 'away' });
  expect(enrollingAfter({ kind: 'told', body: {} }, form)).toEqual({ step: 'enrolled', role: 'kiosk', place: 'K1', name: 'Kiosk K1' });
});

test('given devices that ask, then the longest wait stands first and IPv4 reads as IPv4', () => {
  const rows = askingRows([{ deviceId: 'a', waitsMs: 5, address: '::ffff:192.0.2.7' }, { deviceId: 'b', waitsMs: 90, address: '2001:db8::1' }]);
  expect(rows.map(({ deviceId, address }) => [deviceId, address])).toEqual([['b', '2001:db8::1'], ['a', '192.0.2.7']]);
});

test('given a role, then its places are offered, and those with a device say whose they are', () => {
  expect(flat('kiosk')).toHaveLength(20);
  expect(flat('counter').map(({ text }) => text.slice(0, 2))).toEqual(['1 ', '2 ', '3 ']);
  expect(flat('pad', [device('pad', '2', 'old pad'), device('counter', '1')]).map(({ takenBy }) => takenBy)).toEqual([null, 'old pad', null]);
  expect(flat('display', [device('display', 'hall')]).map(({ place, takenBy }) => [place, takenBy])).toEqual([['hall', null], ['north', null], ['c1', null], ['c2', null], ['c3', null]]);
});

test('given places that are as good as any, then the first free one is chosen; counters and boards are not', () => {
  const taken = [device('kiosk', 'K1'), device('kiosk', 'K3')];
  const groups = placeGroups('kiosk', plan, taken, 'zh');
  expect(firstFree('kiosk', groups)).toBe('K2');
  // The one just let in may not be in the list yet.
  expect(firstFree('kiosk', groups, 'K2')).toBe('K4');
  expect(firstFree('desk', placeGroups('desk', plan, taken, 'zh'))).toBe('D1');
  expect(firstFree('counter', placeGroups('counter', plan, taken, 'zh'))).toBe('');
  expect(firstFree('display', placeGroups('display', plan, taken, 'zh'))).toBe('');
});

test('given a role and a place, then both are named in words, and a name is suggested', () => {
  expect(placeName('display', 'north', plan, 'zh')).toBe('北区综合屏');
  expect(placeName('display', 'c3', plan, 'zh')).toBe('3 号窗口屏');
  expect(placeName('counter', '77', plan, 'en')).toBe('77');
  expect(suggestedName('pad', '3', plan, 'zh')).toBe('3 号窗口评价器');
  expect(suggestedName('kiosk', 'K2', plan, 'en')).toBe('Kiosk K2');
  expect(suggestedName('display', 'north', plan, 'en')).toBe('North board');
  expect(suggestedName('display', 'c3', plan, 'en')).toBe('Screen of counter 3');
  expect(suggestedName('counter', '', plan, 'en')).toBe('');
  expect(isPlace('K-1_a')).toBe(true);
});

test('given a plan that lost a counter or a board, then its devices are marked', () => {
  expect([isInPlan('counter', '1', plan), isInPlan('pad', '77', plan), isInPlan('display', 'c77', plan), isInPlan('display', 'south', plan)]).toEqual([true, false, false, false]);
  expect([isInPlan('display', 'c1', plan), isInPlan('display', 'hall', plan), isInPlan('display', 'north', plan), isInPlan('kiosk', 'K99', plan)]).toEqual([true, true, true, true]);
});

test('given devices of the hall, then they stand by role and place, 2 before 10, and are counted', () => {
  const rows = deviceRows([device('pad', '10'), device('manager', 'M1'), device('pad', '2'), device('kiosk', 'K1'), device('display', 'c1'), device('display', 'north'), device('display', 'hall', 'b', 9), device('display', 'hall', 'a', 3)], plan, 'en');
  expect(rows.map(({ name }) => name)).toEqual(['kiosk K1', 'a', 'b', 'display north', 'display c1', 'pad 2', 'pad 10', 'manager M1']);
  expect(rows.map(({ isGone }) => isGone)).toEqual([false, false, false, false, false, false, true, false]);
  expect(roleCounts(rows)).toEqual([{ role: 'kiosk', count: 1 }, { role: 'display', count: 4 }, { role: 'pad', count: 2 }, { role: 'manager', count: 1 }]);
});

test('given devices whose key is in two places, then they are told, the newest doubted one first, and the others are not', () => {
  const rows = deviceRows([{ ...device('kiosk', 'K1'), doubtedAt: 5 }, device('kiosk', 'K2'), { ...device('pad', '1'), doubtedAt: 9 }], plan, 'en');
  expect(doubtedRows(rows).map(({ name }) => name)).toEqual(['pad 1', 'kiosk K1']);
  expect(doubtedRows([])).toEqual([]);
});
