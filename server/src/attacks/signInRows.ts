// Attacks on people's way in: passwords tried, sessions stolen, kept too long or made up, rights taken by oneself. On a hall on
// its LAN, at devices that belong to it: whoever has no device never comes so far.
import { strict as assert } from 'node:assert';
import { askOwner, passwordOf, personWith, staffScreen, tokenIn, type StaffScreen } from '../testing/staffScreens.ts';
import type { Attack } from './attack.ts';
import type { Ground } from './ground.ts';
import type { LanGround } from './lanGround.ts';

type Row = Omit<Attack, 'id' | 'group'>;
/** From the last one down: other rows begin at the first. */
let counters = 49;
let people = 0;

const onLan = (run: (lan: LanGround) => Promise<void>) => async (ground: Ground): Promise<void> => {
  const lan = await ground.lan();
  await run(lan);
  await lan.stillWell();
};

interface AtWork { readonly lan: LanGround; readonly screen: StaffScreen; readonly id: string; readonly token: string }
/** A clerk of his own at a counter of his own, signed in; and the hall well afterwards. */
const atCounter = (run: (at: AtWork) => Promise<void>) => onLan(async (lan) => {
  const screen = await staffScreen(lan.owner, 'counter', String(counters -= 1));
  const id = `att${people += 1}`;
  const token = await personWith(lan.owner, screen, id, ['clerk']);
  await run({ lan, screen, id, token });
});
const orderWith = async (screen: StaffScreen, token: string): Promise<string> => {
  const page = await screen.come(token);
  const code = await page.order('signIn', { counterId: screen.place, clerkId: 'nobody' });
  page.close();
  return code;
};
const medianMs = async (times: number, run: () => Promise<unknown>): Promise<number> => {
  const took: number[] = [];
  for (let nth = 0; nth < times; nth += 1) {
    const at = performance.now();
    await run();
    took.push(performance.now() - at);
  }
  return took.sort((one, other) => one - other)[Math.floor(times / 2)] ?? 0;
};
const asPerson = (id: string, more: object): object => ({ people: [{ id, name: `person ${id}`, duties: ['clerk'], extras: [], queueIds: [], counterIds: [], isActive: true, ...more }], then: 'putBack' });

export const signInRows: readonly Row[] = [
  {
    name: 'A password guessed one after another', sent: 'eight wrong passwords for one number, then the right one', mustHappen: '401 three times, then 429 with Retry-After, growing, for the right one too; a colleague elsewhere signs in meanwhile',
    run: atCounter(async ({ lan, screen, id }) => {
      const tries = [];
      for (let nth = 0; nth < 8; nth += 1) tries.push(await screen.signIn(id, `guess number ${nth}`));
      assert.deepEqual(tries.slice(0, 3).map(({ status }) => status), [401, 401, 401]);
      const last = await screen.signIn(id, passwordOf(id));
      assert.equal(last.status, 429);
      assert.ok(Number(last.headers['retry-after']) >= 1);
      const other = await staffScreen(lan.owner, 'counter', String(counters -= 1));
      assert.match(await personWith(lan.owner, other, `att${people += 1}`, ['clerk']), /^[\w-]{43}$/u);
    }),
  },
  {
    name: 'A hundred guesses at once', sent: '100 sign-ins for one number in one moment', mustHappen: 'three are looked at, the others wait; nobody else is held up',
    run: atCounter(async ({ screen, id }) => {
      const codes = await Promise.all(Array.from({ length: 100 }, async (_none, nth) => (await screen.signIn(id, `guess ${nth}`)).status));
      assert.ok(codes.filter((code) => code === 401).length <= 3, JSON.stringify(codes));
      assert.ok(codes.every((code) => code === 401 || code === 429));
    }),
  },
  {
    name: 'Which numbers there are, by answer or by time', sent: 'a number that nobody has beside one that somebody has, both with wrong passwords, three times each', mustHappen: 'the same answer, and neither takes half as long as the other',
    run: atCounter(async ({ lan, screen, id }) => {
      const [here, there] = [screen, await staffScreen(lan.owner, 'counter', String(counters -= 1))];
      const [known, unknown] = [await here.signIn(id, 'x'), await there.signIn('nobody-here', 'x')];
      assert.deepEqual([known.status, known.body], [unknown.status, unknown.body]);
      const knownMs = await medianMs(2, () => here.signIn(id, 'x'));
      const unknownMs = await medianMs(2, () => there.signIn('nobody-here', 'x'));
      assert.ok(knownMs < unknownMs * 2 && unknownMs < knownMs * 2, `${knownMs} ms and ${unknownMs} ms`);
    }),
  },
  {
    name: 'Passwords that systems come with', sent: 'admin/admin, admin/123456, the number itself', mustHappen: '401; an empty one 400; no account has a password that nobody has set',
    run: atCounter(async ({ screen, id }) => {
      for (const [person, password] of [['admin', 'admin'], ['admin', '123456'], [id, id]] as const) assert.ok([401, 429].includes((await screen.signIn(person, password)).status));
      assert.equal((await screen.signIn(id, '')).status, 400);
    }),
  },
  {
    name: 'A one-time password used twice', sent: 'the password an administrator gave, after it was changed; another one, after a newer was given', mustHappen: '401',
    run: atCounter(async ({ lan, screen, id }) => {
      const give = async (): Promise<string> => ((await askOwner(lan.owner, 'POST', `/api/people/${id}/password`)).body as { password: string }).password;
      const [first, second] = [await give(), await give()];
      assert.equal((await screen.signIn(id, first)).status, 401);
      tokenIn(await screen.ask('POST', '/api/session/password', { personId: id, password: second, wanted: passwordOf(id) }));
      assert.equal((await screen.signIn(id, second)).status, 401);
    }),
  },
  {
    name: 'A session carried to another screen', sent: 'the token of one counter with the key of another', mustHappen: 'nobody is signed in there; its orders are refused signInFirst',
    run: atCounter(async ({ lan, token }) => {
      const other = await staffScreen(lan.owner, 'counter', String(counters -= 1));
      assert.equal(await orderWith(other, token), 'signInFirst');
      assert.equal((await other.ask('POST', '/api/session/lock', undefined, token)).status, 401);
    }),
  },
  {
    name: 'Sessions made up', sent: 'tokens of the right form, an empty one, a hash, SQL', mustHappen: 'nobody is signed in',
    run: atCounter(async ({ screen }) => {
      for (const token of ['A'.repeat(43), '0'.repeat(64), "' OR 1=1 --", '../admin', 'null']) assert.equal(await orderWith(screen, token), 'signInFirst', token);
    }),
  },
  {
    name: 'A session after its end', sent: 'the token after sign-out, after another password, after the right was taken, after the person was disabled', mustHappen: 'signInFirst each time',
    run: atCounter(async ({ lan, screen, id, token }) => {
      let now = token;
      assert.equal(await orderWith(screen, now), 'otherPerson');
      await screen.ask('DELETE', '/api/session', undefined, now);
      assert.equal(await orderWith(screen, now), 'signInFirst');
      const ends: (() => Promise<unknown>)[] = [
        () => askOwner(lan.owner, 'POST', '/api/people', asPerson(id, { duties: ['clerk', 'guide'] })),
        () => askOwner(lan.owner, 'POST', '/api/people', asPerson(id, { isActive: false })),
      ];
      for (const end of ends) {
        now = tokenIn(await screen.signIn(id, passwordOf(id)));
        await end();
        assert.equal(await orderWith(screen, now), 'signInFirst');
      }
      assert.equal((await screen.signIn(id, passwordOf(id))).status, 401);
    }),
  },
  {
    name: 'A clerk gives himself rights', sent: 'setPeople by socket and by HTTP, noteAccess, a password for the administrator', mustHappen: 'notAllowed, 403; nobody has changed',
    run: atCounter(async ({ screen, id, token }) => {
      const page = await screen.come(token);
      assert.equal(await page.order('setPeople', asPerson(id, { duties: ['system'] })), 'notAllowed');
      assert.equal(await page.order('noteAccess', { kind: 'signedIn', personId: id, role: 'manager', place: 'M1' }), 'notAllowed');
      page.close();
      assert.equal((await screen.ask('POST', '/api/people', asPerson(id, { duties: ['system'] }), token)).status, 403);
      assert.equal((await screen.ask('POST', '/api/people/admin/password', undefined, token)).status, 403);
    }),
  },
  {
    name: 'A manager plays the administrator', sent: 'setPeople, a password for somebody, by a manager at a manager\'s screen', mustHappen: 'notYourDuty, 403',
    run: onLan(async (lan) => {
      const office = await staffScreen(lan.owner, 'manager', `M${people += 1}`);
      const token = await personWith(lan.owner, office, `att${people += 1}`, ['manager']);
      const page = await office.come(token);
      assert.equal(await page.order('setPeople', asPerson('att1', { duties: ['system'] })), 'notYourDuty');
      page.close();
      assert.equal((await office.ask('POST', '/api/people/att1/password', undefined, token)).status, 403);
    }),
  },
  {
    name: 'An auditor who acts', sent: 'orders of the day, of devices, of people by a person whose duty is audit', mustHappen: 'notYourDuty',
    run: onLan(async (lan) => {
      const office = await staffScreen(lan.owner, 'manager', `M${people += 1}`);
      const page = await office.come(await personWith(lan.owner, office, `att${people += 1}`, ['audit']));
      for (const [type, data] of [['closeDay', { date: '2026-03-02' }], ['revokeDevice', { deviceId: 'd'.repeat(43) }], ['stopIssuing', { scope: { kind: 'hall' }, reasonId: 'power' }]] as const) assert.equal(await page.order(type, data), 'notYourDuty', type);
      page.close();
    }),
  },
  {
    name: 'A locked screen', sent: 'orders while locked; PINs guessed one after another', mustHappen: 'screenLocked; the third wrong PIN and those after it wait',
    run: atCounter(async ({ screen, token }) => {
      await screen.ask('POST', '/api/session/lock', undefined, token);
      assert.equal(await orderWith(screen, token), 'screenLocked');
      const tries: number[] = [];
      for (let nth = 0; nth < 5; nth += 1) tries.push((await screen.ask('POST', '/api/session/unlock', { secret: `470${nth}` }, token)).status);
      assert.deepEqual(tries.slice(3), [429, 429]);
      assert.equal(await orderWith(screen, token), 'screenLocked');
    }),
  },
];
