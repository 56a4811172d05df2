// Attacks on the way in: those of wayInAttacks.ts, then by what is sent on an open connection, in which form and how much.
import { strict as assert } from 'node:assert';
import { bookablePlan } from '../testing/httpHall.ts';
import { rowsOf } from './attack.ts';
import { get, oneOf, within } from './expecting.ts';
import { codeOf, desk, kiosk, manager, orderOf, readLog, ticketOrder, type Ground } from './ground.ts';
import { frameOf, rawHttp, type RawClient } from './rawClient.ts';
import { tlsRows } from './tlsRows.ts';
import { wayInAttacks } from './wayInAttacks.ts';

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
  ...wayInAttacks,
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
  {
    name: 'Verbs that do not exist', sent: 'BREW, PROPFIND, MOVE, get, a verb of 5,000 signs, a verb with a space, on pages and on the programs\' door', mustHappen: '400, 404, 405 or 431, nothing done, nothing told of how the hall is built',
    async run({ port }) {
      for (const verb of ['BREW', 'PROPFIND', 'MOVE', 'PATCH', 'get', 'X'.repeat(5_000), 'GE T', 'GET\0']) {
        for (const path of ['/', '/api/plan', '/kiosk/', '/api/devices/ask']) {
          const { status, body } = await rawHttp(port, `${verb} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 0\r\n\r\n`);
          oneOf(status, 0, 400, 404, 405, 431);
          assert.equal(/fastify|node_modules|\.ts:|<html/iu.test(body), false);
        }
      }
    },
  },
  { name: 'A flood of headers', sent: '20,000 short headers', mustHappen: '431 or end', run: async ({ port }) => { oneOf((await rawHttp(port, get(port, '/', ...Array.from({ length: 20_000 }, (_, nth) => `X-${nth}: y`)))).status, 0, 431); } },
  {
    name: 'Versions of HTTP that are none', sent: 'HTTP/9.9, HTTP/0.9, HTTP/2 in clear, no version', mustHappen: '400, 505 or end, no page',
    async run({ port }) {
      for (const head of [`GET / HTTP/9.9\r\nHost: 127.0.0.1:${port}\r\n\r\n`, 'GET /\r\n\r\n', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', `GET / HTTQ/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`]) {
        const { status, body } = await rawHttp(port, head);
        oneOf(status, 0, 400, 421, 505);
        assert.equal(body.includes('<h1>'), false);
      }
    },
  },
  {
    name: 'Pings of the websocket itself, without end', sent: '20,000 empty pings, below every message, and none of the answers read', mustHappen: 'cut before they are through',
    async run(ground) {
      const client = await ground.enter(kiosk);
      client.socket.pause();
      const ping = Buffer.concat(Array.from({ length: 200 }, () => frameOf(Buffer.alloc(0), 9)));
      for (let sent = 0; sent < 20_000 && !client.socket.destroyed; sent += 200) {
        client.socket.write(ping);
        await new Promise((next) => { setTimeout(next, 1); });
      }
      client.socket.resume();
      await within(client.closed, 5_000);
    },
  },
  ...tlsRows,
]);

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
  for (let waited = 0; !readLog(ground.data).includes('does not read'); waited += 50) {
    assert.ok(waited < 3_000, 'it was cut for another reason');
    await new Promise((next) => { setTimeout(next, 50); });
  }
}
