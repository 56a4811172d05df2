// People at enrolled screens of a real hall: who comes in, what an open session may do, and how quickly it ends.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHttpHall, type HttpHall } from '../testing/httpHall.ts';
import { privateParts } from '../testing/privateParts.ts';
import { askOwner, passwordOf, personWith, staffScreen, tokenIn, type StaffScreen } from '../testing/staffScreens.ts';

let hall: HttpHall;
let counter: StaffScreen;
let office: StaffScreen;
beforeAll(async () => {
  hall = await startHttpHall();
  [counter, office] = await Promise.all([staffScreen(hall, 'counter', '12'), staffScreen(hall, 'manager', 'M1')]);
});
afterAll(() => hall.stop());

const codeIn = ({ body }: { body: unknown }): string => (body as { error: { code: string } }).error.code;
const clerk = (id: string, more: object = {}): Promise<string> => personWith(hall, counter, id, ['clerk'], more);
const set = (id: string, more: object): Promise<{ status: number; body: unknown }> =>
  askOwner(hall, 'POST', '/api/people', { people: [{ id, name: `person ${id}`, duties: ['clerk'], extras: [], queueIds: [], counterIds: [], isActive: true, ...more }], then: 'putBack' });

test('V3 given a counter where nobody is signed in, then it hears the public part alone, and no order of staff is taken', async () => {
  const screen = await counter.come();
  expect(screen.heard[0]?.content).toMatchObject({ you: { role: 'counter', place: '12', personId: null, mustSignIn: true } });
  expect(privateParts(screen.heard[0]?.content)).toEqual([]);
  expect(await screen.order('signIn', { counterId: '12', clerkId: '1001' })).toBe('signInFirst');
  expect(await screen.order('openCounter', { counterId: '12' })).toBe('signInFirst');
  expect(codeIn(await counter.ask('GET', '/api/appointments'))).toBe('wrongRole');
  expect((await office.ask('GET', '/api/devices')).status).toBe(403);
});

test('U2 given number and password, then the screen hears all and works in that name; in no other, and at no other device', async () => {
  const token = await clerk('7001');
  const screen = await counter.come(token);
  expect(screen.heard[0]?.content).toMatchObject({ you: { personId: '7001', isLocked: false, mustSignIn: false } });
  expect(privateParts(screen.heard[0]?.content)).toContain('resume.snapshot.plan.staff');
  expect(await screen.order('signIn', { counterId: '12', clerkId: '1001' })).toBe('otherPerson');
  expect(await screen.order('signIn', { counterId: '12', clerkId: '7001' })).toBe('accepted');
  expect(await screen.order('releaseCounter', { counterId: '12', then: 'putBack' })).toBe('notAllowed');
  const other = await staffScreen(hall, 'counter', '13');
  const stolen = await other.come(token);
  expect(stolen.heard[0]?.content).toMatchObject({ you: { personId: null, mustSignIn: true } });
  // Another clerk at the same screen: who holds the counter must be released first (C13).
  const second = await clerk('7002');
  const after = await counter.come(second);
  expect(await after.order('openCounter', { counterId: '12' })).toBe('otherPerson');
  const chief = await personWith(hall, office, '7301', ['manager']);
  expect(await (await office.come(chief)).order('releaseCounter', { counterId: '12', then: 'putBack' })).toBe('accepted');
  expect(hall.events().filter(({ type }) => type === 'counterSignedIn').at(-1)?.staff?.by).toEqual({ role: 'counter', place: '12', personId: '7001' });
});

test('U2 given a wrong password, an unknown number or a person of other duties, then nobody comes in; the first two are told alike', async () => {
  await clerk('7003');
  const wrong = await counter.signIn('7003', 'not the password');
  const unknown = await counter.signIn('nobody', 'not the password');
  expect([wrong.status, codeIn(wrong), unknown.status, codeIn(unknown)]).toEqual([401, 'wrongPassword', 401, 'wrongPassword']);
  await personWith(hall, office, '7302', ['manager']);
  expect(codeIn(await counter.signIn('7302', passwordOf('7302')))).toBe('notYourScreen');
  expect(tokenIn(await counter.signIn('7003', passwordOf('7003')))).toMatch(/^[\w-]{43}$/);
});

test('U2 given a password that was given, then it lets in nobody before it is changed, and a weak one is refused with every fault', async () => {
  await set('7004', {});
  const { password } = (await askOwner(hall, 'POST', '/api/people/7004/password')).body as { password: string };
  expect(codeIn(await counter.signIn('7004', password))).toBe('mustChange');
  const weak = await counter.ask('POST', '/api/session/password', { personId: '7004', password, wanted: '7004' });
  expect([weak.status, codeIn(weak)]).toEqual([422, 'passwordFaulty']);
  expect((weak.body as { error: { zh: string } }).error.zh).toContain('太短');
  expect(codeIn(await counter.ask('POST', '/api/session/password', { personId: '7004', password, wanted: password }))).toBe('passwordFaulty');
  tokenIn(await counter.ask('POST', '/api/session/password', { personId: '7004', password, wanted: passwordOf('7004') }));
  expect(codeIn(await counter.signIn('7004', password))).toBe('wrongPassword');
});

test('U4 given rights that are taken, a person who is disabled, another password, a sign-out: each ends the open session within a second', async () => {
  const ends: [string, (id: string, token: string) => Promise<unknown>][] = [
    ['7011', (id) => set(id, { duties: ['guide'] })],
    ['7012', (id) => set(id, { isActive: false })],
    ['7013', (id) => askOwner(hall, 'POST', `/api/people/${id}/password`)],
    ['7014', (id) => counter.ask('POST', '/api/session/password', { personId: id, password: passwordOf(id), wanted: `${passwordOf(id)} and more` })],
    ['7015', (_id, token) => counter.ask('DELETE', '/api/session', undefined, token)],
  ];
  for (const [id, end] of ends) {
    const token = await clerk(id);
    const screen = await counter.come(token);
    expect(screen.heard[0]?.content).toMatchObject({ you: { personId: id } });
    await end(id, token);
    const done = performance.now();
    expect((await screen.ended) - done).toBeLessThan(1_000);
    const again = await counter.come(token);
    expect(again.heard[0]?.content).toMatchObject({ you: { personId: null, mustSignIn: true } });
    expect(await again.order('openCounter', { counterId: '12' })).toBe('signInFirst');
  }
});

test('U4 given another name only, then the person stays signed in', async () => {
  const token = await clerk('7016');
  const screen = await counter.come(token);
  await set('7016', { name: '李四' });
  expect(await screen.order('openCounter', { counterId: '12' })).toBe('notSignedIn');
  expect(screen.socket.connected).toBe(true);
});

test('U4 given a device that is revoked, then the person\'s session there is over for good', async () => {
  const desk = await staffScreen(hall, 'desk', 'D7');
  const token = await personWith(hall, desk, '7021', ['guide']);
  const screen = await desk.come(token);
  await askOwner(hall, 'DELETE', `/api/devices/${desk.device.deviceId}`);
  await screen.ended;
  expect((await desk.come(token)).outcome).toBe('badCredential');
});

test('U5 given a locked screen, then orders and questions are refused until PIN or password opens it; weak PINs are not taken', async () => {
  const token = await clerk('7031');
  const screen = await counter.come(token);
  expect((await counter.ask('PUT', '/api/session/pin', { password: passwordOf('7031'), pin: '1234' }, token)).status).toBe(422);
  expect((await counter.ask('PUT', '/api/session/pin', { password: passwordOf('7031'), pin: '4711' }, token)).status).toBe(200);
  expect((await counter.ask('POST', '/api/session/lock', undefined, token)).status).toBe(200);
  expect(await screen.order('signIn', { counterId: '12', clerkId: '7031' })).toBe('screenLocked');
  expect((await counter.come(token)).heard[0]?.content).toMatchObject({ you: { personId: '7031', isLocked: true } });
  expect((await counter.ask('POST', '/api/session/unlock', { secret: '4712' }, token)).status).toBe(401);
  expect((await counter.ask('POST', '/api/session/unlock', { secret: '4711' }, token)).status).toBe(200);
  expect(await screen.order('signIn', { counterId: '12', clerkId: '7031' })).toBe('accepted');
  expect(await screen.order('signOut', { counterId: '12' })).toBe('accepted');
});

test('U3 given one wrong password after another, then that number and that device wait ever longer, and others elsewhere do not', async () => {
  const tired = await staffScreen(hall, 'counter', '20');
  await clerk('7041');
  await clerk('7042');
  const codes: string[] = [];
  let last = await tired.signIn('7041', 'wrong');
  for (let tries = 1; tries < 5; tries += 1) {
    codes.push(codeIn(last));
    last = await tired.signIn('7041', 'wrong');
  }
  expect(codes.slice(0, 3)).toEqual(['wrongPassword', 'wrongPassword', 'wrongPassword']);
  expect([last.status, codeIn(last)]).toEqual([429, 'wait']);
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  // The right one has to wait as well: else the delay would tell which it is.
  expect(codeIn(await tired.signIn('7041', passwordOf('7041')))).toBe('wait');
  expect((await counter.signIn('7042', passwordOf('7042'))).status).toBe(201);
});

test('given a hundred passwords at once, then no more than the free tries are looked at', async () => {
  const flood = await staffScreen(hall, 'counter', '21');
  await clerk('7051');
  const codes = await Promise.all(Array.from({ length: 40 }, async (_none, nth) => codeIn(await flood.signIn('7051', `guess ${nth}`))));
  expect(codes.filter((code) => code === 'wrongPassword').length).toBeLessThanOrEqual(3);
  expect(new Set(codes)).toEqual(new Set(['wrongPassword', 'wait']));
});

test('given the last administrator, then he cannot disable himself; given duties that stay apart, they are refused', async () => {
  const token = await personWith(hall, office, '9001', ['system']);
  const screen = await office.come(token);
  const himself = { id: '9001', name: 'person 9001', duties: ['system'], extras: [], queueIds: [], counterIds: [], isActive: false };
  expect(await screen.order('setPeople', { people: [himself], then: null })).toBe('lastAdministrator');
  expect(await screen.order('setPeople', { people: [{ ...himself, isActive: true, duties: ['system', 'audit'] }], then: null })).toBe('dutiesApart');
  const manager = await personWith(hall, office, '7303', ['manager']);
  expect(await (await office.come(manager)).order('setPeople', { people: [{ ...himself, id: '7999' }], then: null })).toBe('notYourDuty');
  expect((await office.ask('POST', '/api/people/7303/password', undefined, manager)).status).toBe(403);
});

test('U6 every coming and going stands in the journal; no password, PIN or token stands in any file', async () => {
  const kinds = new Set(hall.events().flatMap((event) => (event.type === 'accessNoted' ? [event.staff?.facts.kind] : [])));
  expect(kinds).toEqual(new Set(['signedIn', 'signedOut', 'wrongPassword', 'locked', 'unlocked', 'passwordSet', 'passwordGiven', 'pinSet']));
  const token = tokenIn(await counter.signIn('7031', passwordOf('7031')));
  const bytes = Buffer.concat(readdirSync(hall.data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name))));
  for (const secret of [token, passwordOf('7031'), 'Blau Kiesel', '"pin":"4711"']) expect(bytes.includes(Buffer.from(secret))).toBe(false);
  expect(bytes.includes(Buffer.from('person 7031'))).toBe(true);
});
