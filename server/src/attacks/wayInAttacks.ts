// Attacks before anybody has said who he is: where from, by which name, how many and how slowly.
import { strict as assert } from 'node:assert';
import { connect, type Socket } from 'node:net';
import { protocolVersion } from '@hall/core/protocol/version';
import type { Attack } from './attack.ts';
import { get, oneOf, within } from './expecting.ts';
import { kiosk, manager, type Ground } from './ground.ts';
import { openRaw, ownHead, rawHttp, socketPath } from './rawClient.ts';

const refusedUpgrade = async ({ port }: Ground, head: readonly string[], path?: string): Promise<void> => {
  const client = await openRaw(port, { head, ...(path === undefined ? {} : { path }) });
  client.end();
  assert.match(client.status, /^HTTP\/1\.1 40\d|^closed$/u);
};

export const wayInAttacks: readonly Omit<Attack, 'id' | 'group'>[] = [
  {
    name: 'A page of another origin opens the websocket', sent: 'Origin: http://evil.example', mustHappen: 'HTTP 400, no websocket',
    run: (ground) => refusedUpgrade(ground, [`Host: 127.0.0.1:${ground.port}`, 'Origin: http://evil.example']),
  },
  { name: 'A page from a file or a sandboxed frame', sent: 'Origin: null', mustHappen: 'HTTP 400', run: (ground) => refusedUpgrade(ground, [`Host: 127.0.0.1:${ground.port}`, 'Origin: null']) },
  { name: 'A program that does not say where it comes from', sent: 'no Origin', mustHappen: 'HTTP 400', run: (ground) => refusedUpgrade(ground, [`Host: 127.0.0.1:${ground.port}`]) },
  {
    name: 'A page of another port of the same machine', sent: 'Origin: http://127.0.0.1:1', mustHappen: 'HTTP 400',
    run: (ground) => refusedUpgrade(ground, [`Host: 127.0.0.1:${ground.port}`, 'Origin: http://127.0.0.1:1']),
  },
  {
    name: 'DNS rebinding: a foreign name points at the hall, websocket', sent: 'Host and Origin evil.example', mustHappen: 'HTTP 400',
    run: (ground) => refusedUpgrade(ground, [`Host: evil.example:${ground.port}`, `Origin: http://evil.example:${ground.port}`]),
  },
  {
    name: 'DNS rebinding: a foreign name reads the start page with its credentials', sent: 'GET / with Host evil.example', mustHappen: '421 and nothing of the page',
    async run({ port }) {
      const { status, body } = await rawHttp(port, `GET / HTTP/1.1\r\nHost: evil.example:${port}\r\n\r\n`);
      assert.deepEqual([status, body.trim()], [421, '']);
    },
  },
  {
    name: 'DNS rebinding with a right credential', sent: 'GET /api/plan, Host evil.example', mustHappen: '421',
    run: async ({ port, credential }) => { oneOf((await rawHttp(port, `GET /api/plan HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer ${credential(manager)}\r\n\r\n`)).status, 421); },
  },
  {
    name: 'Two names in one request', sent: 'Host twice', mustHappen: '400 or 421',
    run: async ({ port }) => { oneOf((await rawHttp(port, get(port, '/', 'Host: evil.example'))).status, 400, 421); },
  },
  {
    name: 'A foreign page sends a form to the programs\' door', sent: 'POST /api/appointments, Origin evil.example, text/plain', mustHappen: '403',
    run: async ({ ask }) => { oneOf((await ask('POST', '/api/appointments', { body: '{}', headers: { origin: 'http://evil.example', 'content-type': 'text/plain' } })).status, 403); },
  },
  {
    name: 'A foreign page asks whether it may send credentials', sent: 'OPTIONS with Access-Control-Request-Headers', mustHappen: 'no Access-Control-Allow header',
    async run({ ask }) {
      const { headers } = await ask('OPTIONS', '/api/plan', { who: null, headers: { 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' } });
      assert.equal([...headers.keys()].some((name) => name.startsWith('access-control')), false);
    },
  },
  {
    name: 'A foreign page puts a page of the hall into a frame, guesses types, runs a script of its own', sent: 'GET /', mustHappen: 'a policy that forbids it; no style or script inside the page',
    async run({ ask }) {
      const { headers, text } = await ask('GET', '/', { who: null });
      const policy = headers.get('content-security-policy') ?? '';
      for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) assert.ok(policy.includes(part), part);
      assert.deepEqual([headers.get('x-content-type-options'), headers.get('referrer-policy'), headers.get('cross-origin-resource-policy')], ['nosniff', 'no-referrer', 'same-origin']);
      assert.equal(/<script|<style|\sstyle=|\son\w+=|unsafe/iu.test(`${text}${policy}`), false);
    },
  },
  {
    name: 'A screen of an older protocol', sent: 'hello with protocol 1', mustHappen: 'refused otherProtocol',
    async run(ground) {
      const client = await openRaw(ground.port);
      client.text(ground.helloFrame(kiosk, { protocol: protocolVersion - 1 }));
      assert.match(await client.hears(/^44/u), /otherProtocol/u);
      await client.closed;
    },
  },
  { name: 'An older transport', sent: 'EIO=3', mustHappen: 'HTTP 400 or end', run: async (ground) => {
    const client = await openRaw(ground.port, { path: '/socket.io/?EIO=3&transport=websocket' });
    await within(client.closed, 5_000);
  } },
  { name: 'Polling instead of a websocket', sent: 'GET /socket.io/?transport=polling', mustHappen: 'HTTP 400', run: async ({ port }) => { oneOf((await rawHttp(port, get(port, '/socket.io/?EIO=4&transport=polling', `Origin: http://127.0.0.1:${port}`))).status, 400); } },
  {
    name: 'A request that names a session and so passes the library\'s own checks', sent: 'upgrade and GET with sid=, also written %73id=', mustHappen: 'HTTP 400 and an answer at all',
    async run(ground) {
      const { port } = ground;
      const client = await openRaw(port);
      const { sid } = JSON.parse((await client.hears(/^0\{/u)).slice(1)) as { sid: string };
      for (const name of ['sid', '%73id']) {
        await refusedUpgrade(ground, ownHead(port), `${socketPath}&${name}=${sid}`);
        await refusedUpgrade(ground, [`Host: 127.0.0.1:${port}`, 'Origin: http://evil.example'], `${socketPath}&${name}=${sid}`);
        oneOf((await rawHttp(port, get(port, `${socketPath}&${name}=${sid}`, `Origin: http://127.0.0.1:${port}`))).status, 400);
      }
      client.end();
    },
  },
  { name: 'TLS spoken to the plain port', sent: 'a ClientHello', mustHappen: 'HTTP 400 or end', run: async ({ port }) => { oneOf((await rawHttp(port, Buffer.from('160301002f0100002b0303', 'hex'))).status, 0, 400); } },
  { name: 'Silent connections', sent: '50 connections, nothing', mustHappen: 'ended within 12 s', early: true, run: async ({ port }) => {
    await Promise.all(Array.from({ length: 50 }, async () => { await within(rawHttp(port, '').then(({ ms }) => ms), 12_000); }));
  } },
  {
    name: 'Slow-loris: a head that never ends', sent: '20 connections, one header line each second', mustHappen: 'ended within 12 s', early: true,
    run: async ({ port }) => { await Promise.all(Array.from({ length: 20 }, () => drip(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`, (nth) => `X-${nth}: y\r\n`, 12_000))); },
  },
  {
    name: 'Slow body', sent: 'a plan of 1 MB, one byte a second', mustHappen: 'ended within 30 s', early: true,
    run: ({ port, credential }) => drip(port, `POST /api/plan?from=now HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${credential(manager)}\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n`, () => ' ', 30_000),
  },
  { name: 'A websocket that never says hello', sent: 'nothing after the upgrade', mustHappen: 'ended within 8 s', early: true, run: async ({ port }) => { await within((await openRaw(port, { pongs: true })).closed, 8_000); } },
  { name: 'A screen that answers no ping', sent: 'a right hello, then nothing', mustHappen: 'ended within 8 s', early: true, run: async (ground) => { await within((await ground.enter(kiosk, { pongs: false })).closed, 8_000); } },
  {
    name: 'Connection flood', sent: '1,000 connections at once, each with half a request', mustHappen: 'others are served meanwhile',
    async run(ground) {
      const { port } = ground;
      const sockets = Array.from({ length: 1_000 }, () => {
        const socket: Socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHo'));
        return socket.on('error', () => undefined);
      });
      assert.equal((await ground.ask('GET', '/', { who: null })).status, 200);
      sockets.forEach((socket) => socket.destroy());
    },
  },
  {
    name: 'Handshake flood', sent: '300 websockets at once without hello', mustHappen: 'others are served meanwhile',
    async run(ground) {
      const clients = await Promise.all(Array.from({ length: 300 }, () => openRaw(ground.port, { keeps: false })));
      (await ground.enter(kiosk)).end();
      clients.forEach((client) => client.end());
    },
  },
];

async function drip(port: number, head: string, more: (nth: number) => string, limitMs: number): Promise<void> {
  const begun = performance.now();
  const socket = connect(port, '127.0.0.1', () => socket.write(head));
  socket.on('error', () => undefined);
  socket.resume();
  let nth = 0;
  const timer = setInterval(() => { nth += 1; socket.write(more(nth)); }, 1_000);
  await new Promise((gone) => { socket.once('close', gone); });
  clearInterval(timer);
  assert.ok(performance.now() - begun < limitMs, `it lasted ${Math.round(performance.now() - begun)} ms`);
}
