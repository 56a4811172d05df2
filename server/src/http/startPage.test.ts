// The start page leads to every screen of the hall, each with its own credential.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlan } from '../plan/readPlan.ts';
import { whoHolds } from '../people/trialCredentials.ts';
import { startPage } from './startPage.ts';

const secret = 'a secret of at least thirty-two characters';
const plan = readPlan(join(import.meta.dirname, '../../plans/sampleHall.json'), { trial: true });

/** Address and holder of the link with that name. */
function linkTo(name: string): { path: string | undefined; who: ReturnType<typeof whoHolds> } {
  const found = new RegExp(`href="(/[a-z]+/)#credential=([^"]+)"[^>]*data-test="open-${name}"`).exec(startPage(plan, secret));
  return { path: found?.[1], who: whoHolds(secret, found?.[2] ?? '') };
}

test.each([
  ['kiosk-K1', '/kiosk/', { role: 'kiosk', place: 'K1' }],
  ['counter-48', '/counter/', { role: 'counter', place: '48' }],
  ['desk-D1', '/counter/', { role: 'desk', place: 'D1' }],
  ['display-hall', '/display/', { role: 'display', place: 'hall' }],
  ['display-A', '/display/', { role: 'display', place: 'A' }],
  ['pad-3', '/pad/', { role: 'pad', place: '3' }],
  ['manager-M1', '/manager/', { role: 'manager', place: 'M1' }],
])('%s opens %s with a credential of its own', (name, path, who) => {
  expect(linkTo(name)).toEqual({ path, who: { ...who, deviceId: null } });
});
