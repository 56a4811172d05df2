// What a new password must be is told before it is typed, at a screen where nobody is signed in yet.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHttpHall, bookablePlan, type HttpHall } from '../testing/httpHall.ts';
import { staffScreen } from '../testing/staffScreens.ts';
import { passwordProfiles } from './passwordRules.ts';

let hall: HttpHall;
beforeAll(async () => {
  const plan = bookablePlan();
  if (plan.staff !== undefined) plan.staff.security.passwords = 'gbt22239';
  hall = await startHttpHall(plan);
});
afterAll(() => hall.stop());

test('U2 given a hall of the stricter profile, then its rules are told to a screen where nobody is signed in', async () => {
  const counter = await staffScreen(hall, 'counter', '12');
  expect(await counter.ask('GET', '/api/session/rules')).toMatchObject({ status: 200, body: passwordProfiles.gbt22239 });
});
