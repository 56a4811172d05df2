// Attacks on who somebody is: by the credentials of a trial's pages here, by devices and their keys in deviceRows.ts, by people in signInRows.ts.
import { strict as assert } from 'node:assert';
import { createHmac } from 'node:crypto';
import { trialCredential } from '../people/trialCredentials.ts';
import { newId } from '../testing/testHall.ts';
import { rowsOf, type Attack } from './attack.ts';
import { deviceRows } from './deviceRows.ts';
import { signInRows } from './signInRows.ts';
import { codeOf, kiosk, manager, orderOf, ticketOrder, type Ground } from './ground.ts';
import { frameOf, openRaw } from './rawClient.ts';

/** What the door says to such a hello: the code of its refusal, or 'came in'. */
async function doorSays({ port }: Ground, hello: unknown): Promise<string> {
  const client = await openRaw(port);
  client.text(`40${JSON.stringify(hello)}`);
  const said = await client.hears(/^44|^42\["welcome"/u).catch(() => 'ended');
  client.end();
  if (said === 'ended') return said;
  return said.startsWith('42') ? 'came in' : (JSON.parse(said.slice(2)) as { message: string }).message;
}

type Row = Omit<Attack, 'id' | 'group'>;
const hello = (name: string, sent: string, change: (right: Record<string, unknown>, ground: Ground) => unknown, code: string | RegExp = 'badCredential'): Row => ({
  name, sent, mustHappen: `refused ${typeof code === 'string' ? code : code.source}; nobody comes in`,
  run: async (ground) => { assert.match(await doorSays(ground, change(ground.hello(kiosk) as Record<string, unknown>, ground)), typeof code === 'string' ? new RegExp(`^${code}$`, 'u') : code); },
});
const credential = (name: string, sent: string, change: (right: string, ground: Ground) => unknown, code: string | RegExp = 'badCredential'): Row =>
  hello(name, sent, (right, ground) => ({ ...right, credential: change(String(right['credential']), ground) }), code);
const macOf = (text: string): string => text.split('.')[2] ?? '';
const api = (name: string, sent: string, path: string, headers: (ground: Ground) => Record<string, string>, status: number): Row => ({
  name, sent, mustHappen: `HTTP ${status}`, run: async (ground) => { assert.equal((await ground.ask('GET', path, { who: null, headers: headers(ground) })).status, status); },
});

export const identityRows = rowsOf('identity', [
  hello('Nobody at all', 'no hello fields', () => ({}), 'malformed'),
  hello('A hello that is a list', '40[]', () => [], /^(malformed|ended)$/u),
  hello('A hello that is a number', '407', () => 7, /^(malformed|ended)$/u),
  credential('No credential', 'null', () => null, 'malformed'),
  credential('An empty credential', 'an empty text', () => '', 'malformed'),
  credential('A cut credential', 'all but the last sign', (right) => right.slice(0, -1)),
  credential('A longer credential', 'one sign more', (right) => `${right}A`),
  credential('The same bytes, written otherwise', 'padding, and the last sign with other spare bits', (right) => `${right}=`),
  credential('A credential in capitals', 'upper case', (right) => right.toUpperCase()),
  credential('A credential with a NUL behind it', '\\0 at the end', (right) => `${right}\0`),
  credential('A credential of 5,000 signs', '5,000 × x', () => 'x'.repeat(5_000), 'malformed'),
  credential('A credential that is a list of the right one', '["…"]', (right) => [right], 'malformed'),
  credential('A credential that is an object with its own toString', '{"toString":…}', (right) => ({ toString: right }), 'malformed'),
  credential('A role chosen by the device', 'manager.K1.<seal of kiosk.K1>', (right) => `manager.K1.${macOf(right)}`),
  credential('A place chosen by the device', 'kiosk.K2.<seal of kiosk.K1>', (right) => `kiosk.K2.${macOf(right)}`),
  credential('Role and place cut at another dot', 'the seal of "counter.1" for "counter" and "1.x"', (_right, ground) => `counter.1.x.${macOf(ground.credential({ role: 'counter', place: '1' }))}`),
  credential('The hall itself', 'system.install with a seal of another role', (right) => `system.install.${macOf(right)}`),
  credential('A role of every object', '__proto__.K1', (right) => `__proto__.K1.${macOf(right)}`),
  credential('A credential of another hall', 'sealed with another secret', () => trialCredential('the secret of another hall, long enough', manager)),
  credential('A credential sealed with nothing', 'HMAC with an empty key', () => `manager.M1.${createHmac('sha256', '').update('manager.M1').digest('base64url')}`),
  hello('A role beside the credential', '"role":"manager" in the hello', (right) => ({ ...right, role: 'manager' }), 'malformed'),
  hello('A place beside the credential', '"you":{"role":"manager","place":"M1"}', (right) => ({ ...right, you: { role: 'manager', place: 'M1' } }), 'malformed'),
  hello('A journal of somebody else in the hello', 'SQL as journalId', (right) => ({ ...right, journalId: "' OR 1=1 --" }), 'malformed'),
  {
    name: 'Credentials tried out on one connection', sent: '300 hellos in one write, the last one right', mustHappen: 'one is looked at, then the connection ends',
    async run(ground) {
      const client = await openRaw(ground.port);
      const tries = Array.from({ length: 299 }, (_, nth) => `40${JSON.stringify({ ...ground.hello(manager), credential: `manager.M1.${String(nth)}` })}`);
      client.socket.write(Buffer.concat([...tries, ground.helloFrame(manager)].map((text) => frameOf(Buffer.from(text)))));
      await client.closed;
      assert.equal(client.heard.filter((frame) => frame.includes('badCredential')).length, 1);
      assert.equal(client.heard.some((frame) => frame.includes('welcome')), false);
    },
  },
  {
    name: 'Brute force on many connections', sent: '500 made-up credentials of a manager', mustHappen: 'none comes in',
    async run(ground) {
      const answers = new Set<string>();
      for (let round = 0; round < 20; round += 1) {
        const some = Array.from({ length: 25 }, (_, nth) => doorSays(ground, { ...ground.hello(manager), credential: `manager.M1.${createHmac('sha256', String(round * 25 + nth)).update('manager.M1').digest('base64url')}` }));
        for (const answer of await Promise.all(some)) answers.add(answer);
      }
      assert.deepEqual([...answers], ['badCredential']);
    },
  },
  {
    name: 'Two screens with one credential', sent: 'the same kiosk twice', mustHappen: 'both are that kiosk and no more; an order of one is not the other\'s',
    async run(ground) {
      const [one, two] = [await ground.enter(kiosk), await ground.enter(kiosk)];
      for (const client of [one, two]) assert.equal(codeOf(await ground.order(client, orderOf('openDay', { date: '2026-03-02' }))), 'notAllowed');
      [one, two].forEach((client) => client.end());
    },
  },
  {
    name: 'An order replayed from another role', sent: 'the kiosk\'s own message, word for word, from a board and a pad', mustHappen: 'refused notAllowed; still one ticket',
    async run(ground) {
      const [own, board, pad] = [await ground.enter(kiosk), await ground.enter({ role: 'display', place: 'hall' }), await ground.enter({ role: 'pad', place: '1' })];
      const message = ticketOrder();
      assert.equal(codeOf(await ground.order(own, message)), 'accepted');
      ground.right(1);
      for (const client of [board, pad]) assert.equal(codeOf(await ground.order(client, message)), 'notAllowed');
      [own, board, pad].forEach((client) => client.end());
    },
  },
  {
    name: 'An author written into the order', sent: '"actor", "by", "staff", "role" beside the data', mustHappen: 'refused malformed',
    async run(ground) {
      const client = await ground.enter(kiosk);
      for (const field of ['actor', 'by', 'staff', 'role', 'place', 'clerkId']) assert.equal(codeOf(await ground.order(client, ticketOrder({ [field]: { role: 'manager', place: 'M1', personId: null } }))), 'malformed');
      client.end();
    },
  },
  {
    name: 'An id of an order that was carried out, with another order', sent: 'same id, another service', mustHappen: 'refused commandIdReused',
    async run(ground) {
      const client = await ground.enter(kiosk);
      const id = newId();
      assert.equal(codeOf(await ground.order(client, ticketOrder({ id }))), 'accepted');
      ground.right(1);
      assert.equal(codeOf(await ground.order(client, { ...ticketOrder({ id }), pressedAt: Date.now(), data: { ...(ticketOrder() as { data: object }).data, serviceId: 'S001' } })), 'commandIdReused');
      client.end();
    },
  },
  api('The programs\' door without a credential', 'no Authorization', '/api/plan', () => ({}), 401),
  api('The programs\' door with a made-up credential', 'Bearer manager.M1.x', '/api/plan', () => ({ authorization: 'Bearer manager.M1.x' }), 401),
  api('A credential in the address', '?credential=…', '/api/plan?credential=x&access_token=x', () => ({}), 401),
  api('A credential of another kind', 'Basic', '/api/plan', (ground) => ({ authorization: `Basic ${Buffer.from(`M1:${ground.credential(manager)}`).toString('base64')}` }), 401),
  api('A kiosk at the manager\'s door', 'Bearer of a kiosk', '/api/plan', (ground) => ({ authorization: `Bearer ${ground.credential(kiosk)}` }), 403),
  api('A desk at the manager\'s door', 'Bearer of the desk', '/api/plan/history', (ground) => ({ authorization: `Bearer ${ground.credential({ role: 'desk', place: 'D1' })}` }), 403),
  ...deviceRows, ...signInRows,
]);
