// Attacks on the way in: where from, how much, how slowly, and in which form. Nobody here needs to be anybody.
import { strict as assert } from 'node:assert';
import { connect, type Socket } from 'node:net';
import { protocolVersion } from '@hall/core/protocol/version';
import { bookablePlan } from '../testing/httpHall.ts';
import { rowsOf } from './attack.ts';
import { codeOf, desk, kiosk, manager, orderOf, readData, ticketOrder, type Ground } from './ground.ts';
import { frameOf, openRaw, ownHead, rawHttp, socketPath, type RawClient } from './rawClient.ts';

const refusedUpgrade = async ({ port }: Ground, head: readonly string[], path?: string): Promise<void> => {
  const client = await openRaw(port, { head, ...(path === undefined ? {} : { path }) });
  client.end();
  assert.match(client.status, /^HTTP\/1\.1 40\d|^closed$/u);
};
const within = async (what: Promise<number>, ms: number): Promise<void> => {
  const took = await what;
  assert.ok(took < ms, `it took ${Math.round(took)} ms`);
};
const oneOf = (status: number, ...right: number[]): void => { assert.ok(right.includes(status), `answered ${status}`); };
const get = (port: number, path: string, ...head: string[]): string => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${head.map((line) => `${line}\r\n`).join('')}\r\n`;
const cutBy = (frames: (client: RawClient) => void) => async (ground: Ground): Promise<void> => {
  const client = await ground.enter(kiosk);
  frames(client);
  await within(client.closed, 10_000);
};
/** Sends until the connection is gone; true when it went before so many. */
async function floods(client: RawClient, payload: string, most: number): Promise<boolean> {
  let isGone = false;
  void client.closed.then(() => { isGone = true; });
  for (let sent = 0; sent < most && !isGone; sent += 200) {
    client.socket.write(Buffer.concat(Array.from({ length: 200 }, () => frameOf(Buffer.from(payload)))));
    await new Promise((next) => { setTimeout(next, 1); });
  }
  for (let waited = 0; waited < 5_000 && !isGone; waited += 20) await new Promise((next) => { setTimeout(next, 20); });
  return isGone;
}

export const transportRows = rowsOf('transport', [
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
  { name: 'A message above 64 KB', sent: '65 KB in one frame', mustHappen: 'cut (1009)', run: cutBy((client) => client.text(`420["command","${'x'.repeat(66_000)}"]`)) },
  { name: 'A message announced as 2^62 bytes', sent: 'a frame head alone', mustHappen: 'cut', run: cutBy((client) => client.socket.write(Buffer.from('81ff40000000000000000000000000', 'hex'))) },
  { name: 'A message in pieces without end', sent: '20,000 frames of one byte, none the last', mustHappen: 'cut', run: cutBy((client) => {
    client.socket.write(frameOf(Buffer.from('4'), 1, { fin: false }));
    client.socket.write(Buffer.concat(Array.from({ length: 20_000 }, () => frameOf(Buffer.from('x'), 0, { fin: false }))));
  }) },
  { name: 'A frame without a mask', sent: 'as only servers may', mustHappen: 'cut', run: cutBy((client) => client.socket.write(frameOf(Buffer.from('420["presence",{"seq":1}]'), 1, { isMasked: false }))) },
  { name: 'Reserved bits: compression that was not agreed', sent: 'RSV1 set', mustHappen: 'cut', run: cutBy((client) => client.socket.write(frameOf(Buffer.from('420["x"]'), 1, { rsv: 4 }))) },
  { name: 'A frame of no kind', sent: 'opcode 5', mustHappen: 'cut', run: cutBy((client) => client.socket.write(frameOf(Buffer.from('x'), 5))) },
  { name: 'A text that is no UTF-8', sent: 'bytes ff fe c0 af', mustHappen: 'cut', run: cutBy((client) => client.socket.write(frameOf(Buffer.from('fffec0af', 'hex')))) },
  { name: 'A long ping', sent: 'a control frame of 200 bytes', mustHappen: 'cut', run: cutBy((client) => client.socket.write(frameOf(Buffer.alloc(200), 9))) },
  { name: 'A packet that is none', sent: 'words', mustHappen: 'cut', run: cutBy((client) => client.text('4{hello')) },
  { name: 'A binary attachment nobody asked for', sent: '1,000 bytes', mustHappen: 'cut', run: cutBy((client) => client.binary(new Uint8Array(1_000))) },
  { name: 'A million attachments', sent: '45999999-["command",…]', mustHappen: 'cut', run: cutBy((client) => client.text('45999999-["command",{"_placeholder":true,"num":0}]')) },
  {
    name: 'An order inside a binary attachment', sent: '451-0["command",{placeholder}] and bytes', mustHappen: 'refused malformed',
    async run(ground) {
      const client = await ground.enter(kiosk);
      client.text('451-7["command",{"_placeholder":true,"num":0}]');
      client.binary(Buffer.from(JSON.stringify(ticketOrder())));
      assert.match(await client.hears(/^437\[/u), /malformed/u);
      client.end();
    },
  },
  {
    name: 'JSON 30,000 deep', sent: '[[[[…', mustHappen: 'refused malformed or tooLarge',
    async run(ground) {
      const client = await ground.enter(kiosk);
      client.text(`427["command",${'['.repeat(30_000)}${']'.repeat(30_000)}]`);
      assert.match(await client.hears(/^437\[/u), /malformed|tooLarge/u);
      client.end();
    },
  },
  {
    name: 'An own key __proto__ and constructor', sent: '{"__proto__":{"role":"manager"}} beside and inside the order', mustHappen: 'refused malformed; the next object has no role',
    async run(ground) {
      const client = await ground.enter(kiosk);
      client.text(`427["command",${JSON.stringify(ticketOrder()).replace('{', '{"__proto__":{"role":"manager"},')}]`);
      assert.match(await client.hears(/^437\[/u), /malformed/u);
      client.text(`428["command",${JSON.stringify(ticketOrder()).replace('"data":{', '"data":{"constructor":{"prototype":{"role":"manager"}},')}]`);
      assert.match(await client.hears(/^438\[/u), /malformed/u);
      assert.equal(codeOf(await ground.order(client, orderOf('stopIssuing', { scope: { kind: 'hall' }, reasonId: 'boredom' }))), 'notAllowed');
      client.end();
    },
  },
  {
    name: 'Wrong types everywhere', sent: 'null, numbers, lists, texts as an order and in each of its fields', mustHappen: 'each refused once',
    async run(ground) {
      const client = await ground.enter(kiosk);
      const contents = [null, 7, 'x', [], {}, true, ...['id', 'pressedAt', 'type', 'data'].flatMap((field) => [null, 7, [], {}, true, 'x'].map((value) => ({ ...ticketOrder(), [field]: value })))];
      // A moment of 7 ms after 1970 is a moment.
      for (const content of contents) assert.match(codeOf(await ground.order(client, content)), /^(malformed|unknownCommand|tooLate)$/u);
      client.end();
    },
  },
  {
    name: 'A right order that asks for no acknowledgement', sent: '42["command",…] without a number', mustHappen: 'refused as a message, not carried out',
    async run(ground) {
      const client = await ground.enter(kiosk);
      client.text(`42${JSON.stringify(['command', ticketOrder()])}`);
      assert.match(await client.hears(/^42\["refused"/u), /malformed/u);
      client.end();
    },
  },
  {
    name: 'Names of the library, of every object and of the server\'s own messages', sent: 'error, __proto__, constructor, welcome, events, 7 …', mustHappen: 'refused unknownMessage',
    async run(ground) {
      const client = await ground.enter(kiosk);
      for (const name of ['error', '__proto__', 'constructor', 'toString', 'welcome', 'events', 'pulse', '', 'x'.repeat(5_000)]) assert.equal(codeOf(await ground.order(client, {}, name)), 'unknownMessage');
      client.end();
    },
  },
  { name: 'A screen that says goodbye and stays', sent: '41, then nothing', mustHappen: 'ended', run: cutBy((client) => client.text('41')) },
  { name: 'A reserved name', sent: '42["disconnect"]', mustHappen: 'cut', run: cutBy((client) => client.text('42["disconnect"]')) },
  {
    name: 'Another namespace', sent: '40/admin,{}', mustHappen: 'refused',
    async run(ground) {
      const client = await ground.enter(manager);
      client.text('40/admin,{}');
      assert.match(await client.hears(/^44\/admin/u), /Invalid namespace/u);
      client.end();
    },
  },
  {
    name: 'Packets that are no messages, without end', sent: '20,000 calls at a namespace that is not there', mustHappen: 'cut before they are through',
    run: async (ground) => { assert.equal(await floods(await ground.enter(kiosk), '40/admin,', 20_000), true); },
  },
  {
    name: 'Pongs without end', sent: '20,000 pongs', mustHappen: 'cut before they are through',
    run: async (ground) => { assert.equal(await floods(await ground.enter(kiosk), '3', 20_000), true); },
  },
  {
    name: 'Message flood', sent: '10,000 messages as fast as they go', mustHappen: 'refused tooFast, then cut',
    async run(ground) {
      const client = await ground.enter(kiosk);
      assert.equal(await floods(client, '42["shout",{}]', 10_000), true);
      assert.ok(client.heard.some((frame) => frame.includes('tooFast')));
    },
  },
  {
    name: 'A second hello on the same connection', sent: 'goodbye and hello again, to begin with a new allowance and a new snapshot', mustHappen: 'ended with the goodbye',
    async run(ground) {
      const client = await ground.enter(kiosk);
      for (let nth = 0; nth < 50; nth += 1) client.socket.write(Buffer.concat([frameOf(Buffer.from('41')), frameOf(Buffer.from(ground.helloFrame(manager)))]));
      await within(client.closed, 10_000);
      assert.equal(client.heard.filter((frame) => frame.startsWith('42["welcome"')).length, 1);
    },
  },
  {
    name: 'A reader that stops reading but lives', sent: 'nothing is read while plans go out, pongs come in time', mustHappen: 'cut; nobody else waits',
    run: stopsReading,
  },
  { name: 'A request smuggled behind another', sent: 'Content-Length and Transfer-Encoding', mustHappen: '400', run: async ({ port }) => {
    oneOf((await rawHttp(port, `POST /api/appointments HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/plan HTTP/1.1\r\n\r\n`)).status, 400);
  } },
  { name: 'A head of 100 KB', sent: 'one long header', mustHappen: '431', run: async ({ port }) => { oneOf((await rawHttp(port, get(port, '/', `X: ${'x'.repeat(100_000)}`))).status, 431); } },
  { name: 'The hall as a proxy', sent: 'GET http://evil.example/, CONNECT, TRACE', mustHappen: 'nothing is fetched or echoed', async run({ port }) {
    for (const [method, path] of [['GET', 'http://evil.example/'], ['CONNECT', 'evil.example:80'], ['TRACE', '/']] as const) {
      const { status, body } = await rawHttp(port, `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Echo: planted\r\n\r\n`);
      oneOf(status, 0, 400, 404, 405, 421, 501);
      assert.equal(body.includes('planted'), false);
    }
  } },
  { name: 'A body above the limit', sent: '3 MB of CSV', mustHappen: '413', run: async ({ ask }) => { oneOf((await ask('POST', '/api/appointments/import', { body: 'x'.repeat(3_000_000), headers: { 'content-type': 'text/csv' } })).status, 413); } },
  { name: 'A body of another kind', sent: 'XML', mustHappen: '415', run: async ({ ask }) => { oneOf((await ask('POST', '/api/appointments', { body: '<x/>', headers: { 'content-type': 'application/xml' } })).status, 415); } },
  {
    name: 'A flood of requests to the programs\' door with one credential', sent: '400 at once', mustHappen: '429 with Retry-After for most',
    async run({ ask }) {
      const answers = await Promise.all(Array.from({ length: 400 }, () => ask('GET', '/api/appointments', { who: { role: 'desk', place: 'D66' } })));
      const tooOften = answers.filter(({ status }) => status === 429);
      assert.ok(tooOften.length > 100, `${tooOften.length} refused`);
      assert.ok(tooOften.every(({ headers }) => Number(headers.get('retry-after')) >= 1));
    },
  },
]);

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

/** Each plan that is adopted goes whole to every screen of staff; pongs keep the connection alive for the transport. */
async function stopsReading(ground: Ground): Promise<void> {
  const client = await ground.enter(desk, { keeps: false });
  client.socket.pause();
  let isGone = false;
  void client.closed.then(() => { isGone = true; });
  const plan = bookablePlan();
  const before = await ground.seq();
  for (let nth = 0; !isGone && nth < 400; nth += 1) {
    client.text('3');
    const named = { ...plan, name: { ...plan.name, en: `Hall ${nth}` } };
    const { status } = await ground.ask('POST', '/api/plan?from=now', { who: { role: 'manager', place: `M${10 + (nth % 10)}` }, body: JSON.stringify(named), headers: { 'content-type': 'application/json' } });
    oneOf(status, 200);
  }
  // A socket that is not read does not hear of its own end, but of its writes.
  ground.right((await ground.seq()) - before);
  assert.equal(isGone, true, 'it was not cut');
  for (let waited = 0; !readData(ground.data, 'hall.log').includes('does not read'); waited += 50) {
    assert.ok(waited < 3_000, 'it was cut for another reason');
    await new Promise((next) => { setTimeout(next, 50); });
  }
}
